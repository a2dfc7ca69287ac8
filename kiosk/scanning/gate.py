"""The quality gate: can a clerk read this page? Looks at the sheet after it was straightened.

Every limit is a length in millimetres or a grey level, so it holds at any resolution from 150 dots an inch up. It
does not read the page and cannot tell a wrong document from the right one.
"""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageFilter

from kiosk.scanning.shapes import Mask, grown, opened
from kiosk.scanning.sharpness import blurred_share
from kiosk.scanning.sheet import SMALL_DPI, Grey
from kiosk.scanning.straighten import Straightened
from kiosk.scanning.uprightness import lies_sideways, uprightness, without_streaks
from kiosk.scanning.verdict import Defect, PageQuality

DARK_PAPER = 125
"""Level of the paper in its brightest colour: a dark red or blue booklet still shows 140 and more of its own."""
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
LETTERS_AT_EDGE = 3
"""A page laid well has none there; an empty form cut through has few lines to be cut."""
BESIDE = 4
MM = SMALL_DPI / 25.4


def judge(sheet: Straightened, resolution: int) -> PageQuality:
    """The verdict on one page."""
    grey = sheet.image if sheet.image.mode == "L" else sheet.image.convert("L")
    little = grey.reduce(max(1, round(resolution / SMALL_DPI)))
    coarse = np.asarray(little)
    paper = float(np.percentile(coarse, 75))
    if paper < DARK_PAPER and _brightest(sheet.image, resolution) < DARK_PAPER:
        return PageQuality(defects=(Defect.TOO_DARK,))
    ink = _ink(grey, paper, resolution)
    if float(without_streaks(ink).mean()) < LEAST_INK:
        return PageQuality(defects=(Defect.WRONG_SIDE if _shines_through(little) else Defect.BLANK,))
    found = {
        Defect.CUT: sheet.gone > 0 or _runs_over_the_edge(sheet.rims, paper),
        Defect.GLARE: _has_glare(little, paper, lid_shows=not sheet.seen),
        Defect.BLURRED: (blurred_share(np.asarray(grey)) or 0.0) > BLURRED_TILES,
        Defect.SIDEWAYS: (sideways := lies_sideways(ink)),
        Defect.UPSIDE_DOWN: not sideways and _is_upside_down(ink),
    }
    return PageQuality(defects=tuple(defect for defect, there in found.items() if there))


def reads_upside_down(image: Image.Image, resolution: int) -> bool:
    """Whether the lines of a page that lies straight stand on their heads."""
    grey = image if image.mode == "L" else image.convert("L")
    little = np.asarray(grey.reduce(max(1, round(resolution / SMALL_DPI))))
    return _is_upside_down(_ink(grey, float(np.percentile(little, 75)), resolution))


def _is_upside_down(ink: Mask) -> bool:
    return (uprightness(ink) or 0.0) < UPSIDE_DOWN


def _ink(grey: Image.Image, paper: float, resolution: int) -> Mask:
    """What stands out at 100 dots an inch, measured against the paper around it, for a lamp is never quite even; on
    a dark cover the print is brighter than its ground."""
    half = np.asarray(grey.reduce(max(1, round(resolution / 100))))
    darker: Mask = half < paper - STRONG
    return darker | (half > paper + STRONG) if paper < DARK_PAPER else darker


def _brightest(image: Image.Image, resolution: int) -> float:
    """The paper's level in its brightest colour: red is dark as a grey, though the lamp shines."""
    little = image.reduce(max(1, round(resolution / SMALL_DPI)))
    dots = np.asarray(little)
    return float(np.percentile(dots if dots.ndim == 2 else dots.max(axis=2), 75))


def _shines_through(little: Image.Image) -> bool:
    """Faint, soft shapes darker than the paper around them: the print of the other side."""
    around = little.filter(ImageFilter.MaxFilter(7)).filter(ImageFilter.BoxBlur(6))
    soft = little.filter(ImageFilter.BoxBlur(1))
    below = np.asarray(around).astype(np.int16) - np.asarray(soft)
    inner = below[4:-4, 4:-4]
    return inner.size > 0 and float(without_streaks(inner > FAINT).mean()) > LEAST_FAINT


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
