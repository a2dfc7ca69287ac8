"""Cut the sheet out of the picture of the glass and set it upright, with Pillow and numpy alone.

One bilinear pass turns and crops together; a sheet that lies straight enough is only cropped, dot for dot. The
picture before is never changed.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
from PIL import Image

from kiosk.scanning.sheet import Grey, SheetOutline, find_sheet, small
from kiosk.scanning.text_angle import text_angle

STRAIGHT_ENOUGH = 0.15
"""Degrees: 0.8 mm over the length of A4."""
RIM = 3
INSIDE_MM = 0.6
"""Cut this far inside the edge found, so that no line of lid remains."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Straightened:
    """The sheet alone; `angle` is what it was turned by, `seen` whether its edges showed."""

    image: Image.Image = field(repr=False)
    angle: float
    seen: bool
    gone: int
    """Corners that are missing."""
    rims: tuple[Grey, ...] = field(default=(), repr=False)
    """The outermost millimetre of the picture it was cut from, side by side, at 100 dots an inch."""


def straighten(image: Image.Image, resolution: int) -> Straightened:
    """The sheet in `image` (mode L or RGB), upright."""
    grey = image if image.mode == "L" else image.convert("L")
    little, factor = small(grey, resolution)
    sheet, rims = find_sheet(little), _rims(grey, resolution)
    if sheet is None:
        angle = _angle_of_text(grey, resolution)
        whole = SheetOutline(
            centre=(image.width / 2, image.height / 2), width=image.width, height=image.height, angle=angle
        )
        return Straightened(image=_cut(image, whole), angle=angle, seen=False, gone=0, rims=rims)
    inset = 2 * INSIDE_MM / 25.4 * resolution
    full = SheetOutline(
        centre=(sheet.centre[0] * factor, sheet.centre[1] * factor),
        width=sheet.width * factor - inset,
        height=sheet.height * factor - inset,
        angle=sheet.angle,
        gone=sheet.gone,
    )
    return Straightened(image=_cut(image, full), angle=sheet.angle, seen=True, gone=sheet.gone, rims=rims)


def _rims(grey: Image.Image, resolution: int) -> tuple[Grey, ...]:
    dots = np.asarray(grey.reduce(max(1, round(resolution / 100))))
    return dots[:RIM], dots[-RIM:], dots[:, :RIM].T, dots[:, -RIM:].T


def _angle_of_text(grey: Image.Image, resolution: int) -> float:
    picture = grey.reduce(max(1, round(resolution / 75)))
    dots = np.asarray(picture)
    if min(dots.shape) < RIM * 4:
        return 0.0
    paper, dark = np.percentile(dots[::4, ::4], (80, 1))
    if paper - dark < 40:
        return 0.0
    return text_angle(dots, float(paper - 0.45 * (paper - dark)))


def _cut(image: Image.Image, sheet: SheetOutline) -> Image.Image:
    """The rectangle, set upright. Lines that rise to the right are turned clockwise."""
    width, height = max(1, round(sheet.width)), max(1, round(sheet.height))
    x, y = sheet.centre
    if abs(sheet.angle) < STRAIGHT_ENOUGH:
        left, top = max(0, round(x - width / 2)), max(0, round(y - height / 2))
        return image.crop((left, top, min(image.width, left + width), min(image.height, top + height)))
    turn = math.radians(sheet.angle)
    cos, sin = math.cos(turn), math.sin(turn)
    # Output dot (i, j) comes from the centre plus its offset turned back onto the glass.
    return image.transform(
        (width, height),
        Image.Transform.AFFINE,
        (cos, sin, x - cos * width / 2 - sin * height / 2, -sin, cos, y + sin * width / 2 - cos * height / 2),
        Image.Resampling.BILINEAR,
        fillcolor=tuple([255] * len(image.getbands())),
    )
