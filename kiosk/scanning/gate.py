"""The quality gate: can a clerk read this page? Looks at the sheet after it was straightened.

Every limit is a length in millimetres or a grey level, so it holds at any resolution from 150 dots an inch up. It
does not read the page and cannot tell a wrong document from the right one.
"""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageFilter

from kiosk.scanning.shapes import grown, opened
from kiosk.scanning.sharpness import blurred_share
from kiosk.scanning.sheet import SMALL_DPI, Grey
from kiosk.scanning.straighten import Straightened
from kiosk.scanning.uprightness import uprightness
from kiosk.scanning.verdict import Defect, PageQuality

DARK_PAPER = 125
"""Grey level of the paper: a red or blue booklet still shows 140 and more."""
STRONG = 55
"""Grey levels below the paper from which on a dot is ink and not something shining through."""
FAINT = 8
LEAST_INK = 0.0004
LEAST_FAINT = 0.006
GLARE_LEVEL = 252
WHITE_PAPER = 247
"""On paper this white a reflection cannot be told from the paper."""
GLARE_SHARE = 0.002
BLURRED_TILES = 0.34
UPSIDE_DOWN = -0.12
LID_RIM = 30
LONGEST_STROKE = 16
"""Dots at 100 an inch: 4 mm."""
LETTERS_AT_EDGE = 4
BESIDE = 4
MM = SMALL_DPI / 25.4


def judge(sheet: Straightened, resolution: int) -> PageQuality:
    """The verdict on one page."""
    grey = sheet.image if sheet.image.mode == "L" else sheet.image.convert("L")
    little = grey.reduce(max(1, round(resolution / SMALL_DPI)))
    coarse = np.asarray(little)
    paper = float(np.percentile(coarse, 75))
    half = np.asarray(grey.reduce(max(1, round(resolution / 100))))
    # Measured against the paper around it: a lamp is never quite even.
    strong = float((half < paper - STRONG).mean())
    if paper < DARK_PAPER:
        return PageQuality(defects=(Defect.TOO_DARK,))
    if strong < LEAST_INK:
        return PageQuality(defects=(Defect.WRONG_SIDE if _shines_through(little) else Defect.BLANK,))
    found = {
        Defect.CUT: sheet.gone > 0 or _runs_over_the_edge(sheet.rims, paper),
        Defect.GLARE: _has_glare(little, paper, lid_shows=not sheet.seen),
        Defect.BLURRED: (blurred_share(np.asarray(grey)) or 0.0) > BLURRED_TILES,
        Defect.UPSIDE_DOWN: (uprightness(half < paper - STRONG) or 0.0) < UPSIDE_DOWN,
    }
    return PageQuality(defects=tuple(defect for defect, there in found.items() if there))


def _shines_through(little: Image.Image) -> bool:
    """Faint, soft shapes darker than the paper around them: the print of the other side."""
    around = little.filter(ImageFilter.MaxFilter(7)).filter(ImageFilter.BoxBlur(6))
    soft = little.filter(ImageFilter.BoxBlur(1))
    below = np.asarray(around).astype(np.int16) - np.asarray(soft)
    inner = below[4:-4, 4:-4]
    return inner.size > 0 and float((inner > FAINT).mean()) > LEAST_FAINT


def _has_glare(little: Image.Image, paper: float, *, lid_shows: bool) -> bool:
    """A burnt-out patch with a halo: a white box printed or stuck on the page has a hard edge instead."""
    if paper > WHITE_PAPER:
        return False
    core = opened(np.asarray(little) >= GLARE_LEVEL, 2)
    if lid_shows:  # what is white at the rim may be a white lid
        core[:LID_RIM], core[-LID_RIM:], core[:, :LID_RIM], core[:, -LID_RIM:] = False, False, False, False
    if float(core.mean()) < GLARE_SHARE:
        return False
    # From 0.5 to 1.5 mm around the patch: the first dot around a hard edge is half white too.
    ring = grown(core, 3) & ~grown(core, 1)
    levels: Grey = np.asarray(little)[ring]
    return levels.size > 0 and float(np.percentile(levels, 70)) > paper + 0.12 * (255 - paper)


def _runs_over_the_edge(rims: tuple[Grey, ...], paper: float) -> bool:
    """Letters that end at a side of the picture: several short runs of ink with paper on both sides of each, which
    neither the lid nor a shadow has."""
    return any(_letters_in(rim, paper) >= LETTERS_AT_EDGE for rim in rims)


def _letters_in(rim: Grey, paper: float) -> int:
    ink = np.all(rim < paper - STRONG, axis=0, keepdims=True)[0]
    white = np.all(rim > paper - STRONG / 2, axis=0, keepdims=True)[0]
    change = np.diff(ink.astype(np.int8), prepend=0, append=0)
    runs = zip(np.flatnonzero(change == 1).tolist(), np.flatnonzero(change == -1).tolist(), strict=True)
    return sum(
        end - start <= LONGEST_STROKE
        and bool(white[max(0, start - BESIDE) : start].any())
        and bool(white[end : end + BESIDE].any())
        for start, end in runs
    )
