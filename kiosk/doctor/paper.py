"""The paper loop: what came out of the printer, as the scanner sees it, measured against what was printed.

Finds the four corner squares, maps millimetres to dots through them, and looks at each place of the test page. The
lengths are those of printer and scanner together; a ruler tells which of the two is off. Judges no photograph.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

import numpy as np
import numpy.typing as npt
import zxingcpp
from PIL import Image, ImageFilter

from kiosk.documents.testpage import (
    BANDS,
    CORNER_SIDE,
    CORNERS,
    MARKS,
    PATCH_AT,
    PATCH_SIZE,
    PATCH_STEP,
    PATCHES,
    TEXT_PREFIX,
)
from kiosk.scanning.sheet import SMALL_DPI, find_sheet, small

DOTS = 6
"""Of the rectified page, per millimetre."""
SCALE_OFF = 0.01
"""A driver that fits to the page prints 93 to 97 %."""
SKEW_OFF = 0.8
"""Degrees between print and paper."""
SKEW_ON_GLASS = 3.5
"""Degrees on the glass, where no edge of the paper shows: more than anybody lays a sheet askew by chance."""
STREAK_LEVELS = 14
STEP_LEVELS = 8
LEAST_CONTRAST = 120
Page = npt.NDArray[np.float64]


class PaperFault(Enum):
    """What the loop found; the value is the key under `paper.` in `config/failures.toml`."""

    NOT_FOUND = "not-found"
    NO_QR = "no-qr"
    SCALE = "scale"
    SKEW = "skew"
    STREAKS = "streaks"
    MISSING = "missing"
    FAINT = "faint"

    @property
    def code(self) -> str:
        """The key of its entry in `config/failures.toml`."""
        return f"paper.{self.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperScore:
    """The measurements; zero and empty where the page was not found."""

    faults: tuple[PaperFault, ...]
    qr: str = ""
    scale_across: float = 0.0
    scale_along: float = 0.0
    """Measured over printed: 1.0 is true."""
    skew: float = 0.0
    """Degrees of the print on its paper, or on the glass where no edge of the paper shows."""
    patches: tuple[int, ...] = ()
    """Grey levels, 255 is white."""
    streaks: int = 0
    missing: int = 0
    """Marks that are not there."""


def score(image: Image.Image, resolution: int) -> PaperScore:
    """Measure a scan of the test page."""
    grey = image.convert("L")
    corners = _corners(grey, resolution)
    if corners is None:
        return PaperScore(faults=(PaperFault.NOT_FOUND,))
    page = _rectified(grey, corners)
    across, along, turned = _lengths(corners, resolution)
    lay = _paper_angle(grey, resolution, turned)
    skew, most = (turned, SKEW_ON_GLASS) if lay is None else (turned - lay, SKEW_OFF)
    qr, patches = _qr(grey), _patches(page)
    streaks, missing = sum(_streaks(page, band) for band in BANDS), _missing(page)
    steps = np.diff(patches)
    found = {
        PaperFault.NO_QR: not qr,
        PaperFault.SCALE: max(abs(across - 1), abs(along - 1)) > SCALE_OFF,
        PaperFault.SKEW: abs(skew) > most,
        PaperFault.STREAKS: streaks > 0,
        PaperFault.MISSING: missing > 0,
        PaperFault.FAINT: bool((steps > -STEP_LEVELS).any()) or patches[0] - patches[-1] < LEAST_CONTRAST,
    }
    return PaperScore(
        faults=tuple(fault for fault, there in found.items() if there),
        qr=qr,
        scale_across=round(across, 4),
        scale_along=round(along, 4),
        skew=round(skew, 2),
        patches=patches,
        streaks=streaks,
        missing=missing,
    )


def _corners(grey: Image.Image, resolution: int) -> Page | None:
    """Centres of the four squares in dots, in the order of `CORNERS`: dark inside, light around."""
    little, factor = small(grey, resolution)
    if min(little.size) < 4 * SMALL_DPI:
        return None
    side = CORNER_SIDE / 25.4 * SMALL_DPI
    inside = np.asarray(little.filter(ImageFilter.BoxBlur(side * 0.36))).astype(np.float64)
    around = np.asarray(little.filter(ImageFilter.BoxBlur(side * 0.95))).astype(np.float64)
    contrast = around - inside
    height, width = contrast.shape
    found = []
    for right, lower in ((0, 0), (1, 0), (0, 1), (1, 1)):
        top, left = (height * 3 // 4 if lower else 0), (width * 3 // 4 if right else 0)
        part = contrast[top : top + height // 4, left : left + width // 4]
        y, x = np.unravel_index(int(part.argmax()), part.shape)
        if part[y, x] < 45:
            return None
        found.append(_centre(grey, (left + float(x)) * factor, (top + float(y)) * factor, resolution))
    return np.array(found)


def _centre(grey: Image.Image, x: float, y: float, resolution: int) -> tuple[float, float]:
    """The centre of gravity of the ink around a square found roughly."""
    reach = round(CORNER_SIDE * 0.85 / 25.4 * resolution)
    left, top = round(x) - reach, round(y) - reach
    ink = 255.0 - np.asarray(grey.crop((left, top, left + 2 * reach, top + 2 * reach))).astype(np.float64)
    ink = np.where(ink > 0.5 * ink.max(), ink, 0)
    ys, xs = np.mgrid[0 : ink.shape[0], 0 : ink.shape[1]]
    return left + float((xs * ink).sum() / ink.sum()) + 0.5, top + float((ys * ink).sum() / ink.sum()) + 0.5


def _rectified(grey: Image.Image, corners: Page) -> Page:
    """The page at `DOTS` per millimetre, whatever its angle and size on the glass."""
    printed = np.array([[x * DOTS, y * DOTS, 1.0] for x, y in CORNERS])
    to_glass, *_ = np.linalg.lstsq(printed, corners, rcond=None)
    picture = grey.transform(
        (210 * DOTS, 297 * DOTS),
        Image.Transform.AFFINE,
        (*to_glass[:, 0].tolist(), *to_glass[:, 1].tolist()),
        Image.Resampling.BILINEAR,
    )
    return np.asarray(picture).astype(np.float64)


def _lengths(corners: Page, resolution: int) -> tuple[float, float, float]:
    """Scale across, scale along, and the angle in degrees, counter-clockwise."""
    dots = resolution / 25.4
    upper, lower = corners[1] - corners[0], corners[3] - corners[2]
    left, right = corners[2] - corners[0], corners[3] - corners[1]
    across = (np.hypot(*upper) + np.hypot(*lower)) / 2 / dots / (CORNERS[1][0] - CORNERS[0][0])
    along = (np.hypot(*left) + np.hypot(*right)) / 2 / dots / (CORNERS[2][1] - CORNERS[0][1])
    angle = -math.degrees(math.atan2(float(upper[1] + lower[1]), float(upper[0] + lower[0])))
    return float(across), float(along), angle


def _paper_angle(grey: Image.Image, resolution: int, turned: float) -> float | None:
    """How the sheet lay, where its edge shows; nearly as the print when both were turned together."""
    sheet = find_sheet(small(grey, resolution)[0])
    return sheet.angle if sheet is not None and abs(sheet.angle - turned) < 10 else None


def _qr(grey: Image.Image) -> str:
    texts = [code.text for code in zxingcpp.read_barcodes(grey)]
    return next((text for text in texts if text.startswith(TEXT_PREFIX)), "")


def _area(page: Page, x: float, y: float, width: float, height: float) -> Page:
    return page[round(y * DOTS) : round((y + height) * DOTS), round(x * DOTS) : round((x + width) * DOTS)]


def _patches(page: Page) -> tuple[int, ...]:
    width, height = PATCH_SIZE
    places = [(PATCH_AT[0] + number * PATCH_STEP, PATCH_AT[1]) for number in range(len(PATCHES))]
    return tuple(round(float(np.median(_area(page, x + 2, y + 2, width - 4, height - 4)))) for x, y in places)


def _missing(page: Page) -> int:
    """Marks with less than half of their ink."""
    white, black = np.percentile(page, (90, 1))
    middles = [float(_area(page, x - 1, y - 1, 2, 2).mean()) for x, y in MARKS]
    return sum(bool(level > (white + black) / 2) for level in middles)


def _streaks(page: Page, band: tuple[float, float, float, float]) -> int:
    """Lines through an even band along its short side, darker or lighter than the band beside them."""
    x, y, width, height = band
    area = _area(page, x + 1.5, y + 1.5, width - 3, height - 3)
    profile = area.mean(axis=0 if width > height else 1)
    reach = 6 * DOTS
    padded = np.pad(profile, reach, mode="edge")
    beside = np.median(np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1), axis=1)
    off = np.abs(profile - beside) > STREAK_LEVELS
    return int((np.diff(off.astype(np.int8), prepend=0) == 1).sum())
