"""Scans made up with a fixed seed: our own papers laid on a glass, well or with one defect.

The sheets are this product's declarations and leaflets at 200 dots an inch, on white, off-white and coloured paper,
some with a stamp, a photograph, a table. Each scan draws its lid, noise, softness, skew and place anew.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from kiosk.scanning.verdict import Defect
from tests.helpers.sheets_to_scan import sheets, tall_sheets

DPI = 200
MARGIN = 40
EVEN = 128
STRENGTHS = (1.5, 2.5, 3.5, 5.0)
"""Grey levels by which the noise of the lamp differs from dot to dot, from a good scanner to a poor one."""
Draw = np.random.Generator
Sheet = Image.Image


def clean_scan(draw: Draw) -> Sheet:
    """A scan nobody should be bothered about."""
    return _on_the_glass(_paper(draw), draw)


def defective_scan(defect: Defect, draw: Draw) -> Sheet:
    """A scan with this one defect."""
    return _MAKERS[defect](draw)


def _paper(
    draw: Draw, among: tuple[Sheet, ...] = (), *, shade: tuple[int, int] = (176, 255), lightest: int = 255
) -> Sheet:
    """One of the sheets, on paper of some grey, printed in some black."""
    among = among or sheets()
    chosen = among[int(draw.integers(len(among)))]
    white = min(int(draw.integers(*shade)), lightest)
    black = int(draw.integers(10, 60))
    return chosen.point([round(black + (white - black) * value / 255) for value in range(256)])


def _on_the_glass(sheet: Sheet, draw: Draw, *, lid: int | None = None, skew: float | None = None) -> Sheet:
    """The sheet laid down, the lid around it, and the softness and noise of the lamp."""
    level = int(draw.choice([40, 70, 100, 128, 250])) if lid is None else lid
    angle = float(draw.uniform(-3.5, 3.5)) if skew is None else skew
    edge = 2 * MARGIN + int(0.07 * sheet.height)
    glass = Image.new("L", (sheet.width + edge, sheet.height + edge), level)
    mask = Image.new("L", sheet.size, 255).rotate(angle, expand=True)
    turned = sheet.rotate(angle, Image.Resampling.BILINEAR, expand=True, fillcolor=level)
    room = (max(1, glass.width - turned.width), max(1, glass.height - turned.height))
    glass.paste(turned, (int(draw.integers(room[0])), int(draw.integers(room[1]))), mask)
    return _lamp(glass, draw)


def _lamp(glass: Sheet, draw: Draw) -> Sheet:
    soft = glass.filter(_softness(float(draw.uniform(0.3, 0.75))))
    noise = _noise(int(draw.integers(len(STRENGTHS))))
    x, y = (int(draw.integers(most - side)) for most, side in zip(noise.size, glass.size, strict=True))
    return ImageChops.add(soft, noise.crop((x, y, x + glass.width, y + glass.height)), offset=-EVEN)


def _softness(sigma: float) -> ImageFilter.Kernel:
    """A bell over three dots by three: for less than one dot the same as a blur, and much quicker."""
    beside = math.exp(-1 / (2 * sigma**2))
    line = (beside, 1.0, beside)
    return ImageFilter.Kernel((3, 3), [one * other for one in line for other in line])


@cache
def _noise(strength: int) -> Sheet:
    """Grain around the grey `EVEN`, larger than any glass, to cut a piece from."""
    grain = np.random.default_rng(1).normal(EVEN, STRENGTHS[strength], (2304, 2304))
    return Image.fromarray(np.clip(np.round(grain), 0, 255).astype(np.uint8))


def _blank(draw: Draw) -> Sheet:
    """Nothing, or nothing but a streak that the dirt on a feeder's glass draws along the page."""
    white = int(draw.integers(185, 255))
    sheet = Image.new("L", (1160, 1640), white)
    if draw.random() < 0.5:
        x, wide, grey = int(draw.integers(60, 1100)), int(draw.integers(1, 9)), int(draw.integers(20, 90))
        ImageDraw.Draw(sheet).rectangle((x, 0, x + wide - 1, sheet.height), fill=grey)
        return _on_the_glass(sheet, draw, skew=0.0)
    return _on_the_glass(sheet, draw)


def _wrong_side(draw: Draw) -> Sheet:
    """The print of the other side shines through: mirrored, soft and faint."""
    sheet = sheets()[int(draw.integers(len(sheets())))]
    back = sheet.transpose(Image.Transpose.FLIP_LEFT_RIGHT).filter(ImageFilter.GaussianBlur(2.0))
    white, depth = int(draw.integers(215, 250)), int(draw.integers(24, 48))
    return _on_the_glass(back.point([round(white - depth * (255 - v) / 255) for v in range(256)]), draw)


def _too_dark(draw: Draw) -> Sheet:
    dark = float(draw.uniform(0.15, 0.42))
    sheet = _paper(draw, shade=(235, 255)).point([round(value * dark) for value in range(256)])
    return _on_the_glass(sheet, draw, lid=int(draw.choice([5, 15, 30])))


def _cut(draw: Draw) -> Sheet:
    """A corner folded under, a corner torn off, or the sheet pushed over the end of the glass through its text."""
    lid = int(draw.choice([40, 70, 100, 128]))
    if draw.random() < 0.7:
        sheet = _paper(draw, shade=(200, 255))
        legs = (int(draw.uniform(11, 40) / 25.4 * DPI), int(draw.uniform(11, 40) / 25.4 * DPI))
        corner = int(draw.integers(4))
        x, y = (corner % 2) * (sheet.width - 1), (corner // 2) * (sheet.height - 1)
        toward = (1 if x == 0 else -1, 1 if y == 0 else -1)
        cut = ImageDraw.Draw(sheet := sheet.copy())
        cut.polygon([(x, y), (x + toward[0] * legs[0], y), (x, y + toward[1] * legs[1])], fill=lid)
        return _on_the_glass(sheet, draw, lid=lid)
    sheet = _paper(draw, tall_sheets(), shade=(200, 255))
    glass = _on_the_glass(sheet, draw, lid=lid, skew=float(draw.uniform(-1.0, 1.0)))
    if draw.random() < 0.5:
        return glass.crop((int(0.35 * glass.width), 0, glass.width, glass.height))
    return glass.crop((0, 0, int(0.6 * glass.width), glass.height))


def _glare(draw: Draw) -> Sheet:
    sheet = _paper(draw, shade=(170, 242))
    burnt = Image.new("L", sheet.size, 0)
    pen = ImageDraw.Draw(burnt)
    for _ in range(int(draw.integers(1, 4))):
        wide, high = (int(draw.uniform(9, 45) / 25.4 * DPI) for _ in range(2))
        x, y = int(draw.integers(60, sheet.width - 120)), int(draw.integers(60, sheet.height - 120))
        pen.ellipse((x, y, x + wide, y + high), fill=int(draw.integers(215, 256)))
    small = burnt.reduce(8).filter(ImageFilter.GaussianBlur(float(draw.uniform(1.6, 3.5))))
    halo = small.resize(sheet.size, Image.Resampling.BILINEAR).point([min(255, round(v * 1.5)) for v in range(256)])
    return _on_the_glass(ImageChops.lighter(ImageChops.add(sheet, halo), sheet), draw)


def _blurred(draw: Draw) -> Sheet:
    """Off the glass, or moved while the lamp went by."""
    glass = _on_the_glass(_paper(draw), draw)
    if draw.random() < 0.6:
        return glass.filter(ImageFilter.GaussianBlur(float(draw.uniform(2.2, 4.5))))
    length = int(draw.integers(8, 16))
    axis = int(draw.integers(2))
    dots = np.cumsum(np.asarray(glass).astype(np.float32), axis=axis)
    moved = (np.roll(dots, -length, axis) - dots) / length
    return Image.fromarray(np.clip(moved, 0, 255).astype(np.uint8)).crop((0, 0, glass.width - 16, glass.height - 16))


def _upside_down(draw: Draw) -> Sheet:
    return _on_the_glass(_paper(draw).transpose(Image.Transpose.ROTATE_180), draw)


def _sideways(draw: Draw) -> Sheet:
    turn = Image.Transpose.ROTATE_90 if draw.random() < 0.5 else Image.Transpose.ROTATE_270
    return _on_the_glass(_paper(draw).transpose(turn), draw)


_MAKERS: dict[Defect, Callable[[Draw], Sheet]] = {
    Defect.BLANK: _blank,
    Defect.WRONG_SIDE: _wrong_side,
    Defect.TOO_DARK: _too_dark,
    Defect.CUT: _cut,
    Defect.GLARE: _glare,
    Defect.BLURRED: _blurred,
    Defect.SIDEWAYS: _sideways,
    Defect.UPSIDE_DOWN: _upside_down,
}
