"""Crop and deskew: any angle, any lid, sheets whose edge does not show, dirt, odd sizes."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from kiosk.scanning.straighten import straighten
from tests.unit.kiosk.scanning.glass import DPI, laid, sheet

CLOSE_MM = 1.5


def is_size_of(image: Image.Image, paper: Image.Image) -> bool:
    """The same size but for the rim that is cut off inside."""
    slack = (CLOSE_MM + 1.2) / 25.4 * DPI
    return abs(image.width - paper.width) < slack and abs(image.height - paper.height) < slack


@pytest.mark.parametrize("skew", [-9, -3.3, -0.6, 0, 0.4, 2.5, 7])
@pytest.mark.parametrize("lid", [10, 110, 255])
def test_the_sheet_is_cut_out_and_set_upright(skew: float, lid: int) -> None:
    paper = sheet(0)
    found = straighten(laid(paper, skew=skew, lid=lid, room=500), DPI)
    assert found.seen
    assert found.gone == 0
    assert found.angle == pytest.approx(skew, abs=0.2)
    assert is_size_of(found.image, paper)
    again = straighten(found.image, DPI)
    assert abs(again.angle) < 0.3


def test_the_angle_stays_within_45_degrees_so_a_page_is_never_laid_on_its_side() -> None:
    paper = sheet(4)
    for skew in (-30, 40):
        found = straighten(laid(paper, skew=skew, room=1400), DPI)
        assert found.angle == pytest.approx(skew, abs=0.3)
        assert found.image.height > found.image.width


def test_a_sheet_as_white_as_the_lid_is_set_upright_by_its_lines() -> None:
    paper = sheet(0, paper=250)
    for skew in (-4.0, -1.3, 0.0, 2.6, 5.0):
        found = straighten(laid(paper, skew=skew, lid=250), DPI)
        assert not found.seen
        assert found.angle == pytest.approx(skew, abs=0.25)


def test_specks_on_the_glass_do_not_stretch_the_sheet() -> None:
    paper = sheet(1)
    glass = laid(paper, room=400)
    pen = ImageDraw.Draw(glass)
    for x, y in ((20, 20), (glass.width - 30, 40), (30, glass.height - 30)):
        pen.rectangle((x, y, x + 9, y + 9), fill=(240, 240, 240))
    assert is_size_of(straighten(glass, DPI).image, paper)


def test_a_small_card_on_a_large_glass_is_found() -> None:
    card = sheet(5).crop((0, 0, 674, 425))
    found = straighten(laid(card, skew=12, room=1500), DPI)
    assert is_size_of(found.image, card)
    assert found.angle == pytest.approx(12, abs=0.3)


@pytest.mark.parametrize("size", [(1, 1), (3, 900), (40, 40), (900, 5)])
@pytest.mark.parametrize("shade", [0, 128, 255])
def test_no_picture_is_too_odd(size: tuple[int, int], shade: int) -> None:
    found = straighten(Image.new("RGB", size, (shade, shade, shade)), DPI)
    assert found.image.size == size


def test_a_picture_of_noise_stays_a_picture() -> None:
    noise = np.random.default_rng(5).integers(0, 256, (800, 600, 3), dtype=np.uint8)
    found = straighten(Image.fromarray(noise), DPI)
    assert min(found.image.size) > 0


def test_a_torn_corner_is_counted() -> None:
    paper = sheet(0)
    ImageDraw.Draw(paper).polygon([(0, 0), (160, 0), (0, 160)], fill=(80, 80, 80))
    assert straighten(laid(paper, skew=1), DPI).gone == 1


def test_the_picture_before_is_not_changed() -> None:
    glass = laid(sheet(0), skew=3)
    kept = glass.copy()
    straighten(glass, DPI)
    assert glass.tobytes() == kept.tobytes()
