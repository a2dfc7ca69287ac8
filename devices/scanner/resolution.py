"""Which resolution to ask a device for, and which one a page really has: told from the dots that came.

Devices take what they like: some have ranges with steps, some round what was asked to what they can, some scan their
whole bed or cut the page out. A wrong resolution makes a wrong size on paper, and every limit of the quality gate is
a length. Resolutions in dots an inch, areas in inches.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PIL import Image

from devices.scanner.interface import ScannedPage

Area = tuple[float, float]
USUAL = (75, 100, 150, 200, 240, 300, 400, 600, 1200)
NEAR = 0.03
"""Beds and sheets differ by millimetres from what devices say of them."""


def next_finer(asked: int, offered: Sequence[range]) -> int:
    """The lowest of `offered` that shows what `asked` would; the finest where none does."""
    finer = [found for each in offered if (found := _first(each, asked)) is not None]
    return min(finer) if finer else max((each[-1] for each in offered), default=asked)


def _first(offered: range, asked: int) -> int | None:
    steps = max(0, math.ceil((asked - offered.start) / offered.step))
    return offered[steps] if steps < len(offered) else None


def page_of(image: Image.Image, asked: int, *areas: Area) -> ScannedPage:
    """The page with its true resolution; `areas` are the one asked for and the device's whole bed, where known."""
    density = image.info.get("dpi", (0, 0))[0]
    return ScannedPage(image=image, resolution=told(image.size, asked, density, areas))


def told(size: tuple[int, int], asked: int, density: int, areas: Sequence[Area]) -> int:
    """Dots against area, both ways; a page that is shorter or narrower than asked was cut out."""
    ratios = [ratio for area in areas for ratio in _ratios(size, area)]
    if any(_near(each, asked) for ratio in ratios for each in ratio):
        return asked
    for across, down in ratios:
        made = _usual((across + down) / 2)
        if _near(across, down) and made >= USUAL[0] and (made > asked or density != asked):
            return made
    if density and density != asked and (not ratios or any(max(ratio) <= density * (1 + NEAR) for ratio in ratios)):
        return density
    widths = [_usual(size[0] / area[0]) for area in areas if area[0] > 0]
    return next((each for each in widths if each in USUAL and each > asked), asked)


def _ratios(size: tuple[int, int], area: Area) -> list[tuple[float, float]]:
    """Dots an inch across and down, as asked and as turned by the device."""
    (wide, high), (across, down) = size, area
    return [(wide / across, high / down), (high / across, wide / down)] if min(area) > 0 else []


def _usual(value: float) -> int:
    nearest = min(USUAL, key=lambda each: abs(each - value))
    return nearest if _near(value, nearest) else round(value)


def _near(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=NEAR)
