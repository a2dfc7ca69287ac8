"""The measures of the gate one by one: shapes, sharpness, which way up, the angle of the lines."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageFilter

from kiosk.scanning.shapes import grown, opened, shrunk
from kiosk.scanning.sharpness import blurred_share
from kiosk.scanning.text_angle import text_angle
from kiosk.scanning.uprightness import uprightness
from tests.helpers.sheets_to_scan import sheets

PAPERS = range(6)


def test_shapes_grow_shrink_and_lose_their_thin_parts() -> None:
    mask = np.zeros((20, 20), dtype=bool)
    mask[5:12, 5:12] = True
    mask[2, 2] = True
    assert shrunk(grown(mask, 2), 2)[5:12, 5:12].all()
    assert grown(mask, 1)[1:4, 1:4].all()
    assert opened(mask, 2).sum() == 49
    assert not opened(mask, 4).any()


@pytest.mark.parametrize("number", PAPERS)
def test_every_paper_is_upright_and_the_other_way_round_when_turned(number: int) -> None:
    ink = np.asarray(sheets()[number].reduce(2)) < 180
    upright, turned = uprightness(ink), uprightness(ink[::-1, ::-1])
    assert upright is not None
    assert turned is not None
    assert upright > 0.15
    assert turned < -0.15


def test_a_page_without_lines_has_no_way_up() -> None:
    assert uprightness(np.zeros((500, 400), dtype=bool)) is None
    assert uprightness(np.ones((500, 400), dtype=bool)) is None
    assert uprightness(np.zeros((10, 10), dtype=bool)) is None


@pytest.mark.parametrize("number", PAPERS)
def test_the_blurred_part_grows_with_the_blur(number: int) -> None:
    page = sheets()[number]
    shares = [
        blurred_share(np.asarray(page.filter(ImageFilter.GaussianBlur(radius)))) for radius in (0.6, 0.9, 2.4, 4)
    ]
    assert shares[0] == shares[1] == 0.0
    assert shares[2] is not None
    assert shares[2] > 0.8
    assert shares[3] is None or shares[3] > 0.8


def test_a_page_without_edges_has_no_blur_to_tell() -> None:
    assert blurred_share(np.full((900, 700), 240, dtype=np.uint8)) is None


@pytest.mark.parametrize("angle", [-5.5, -2.0, -0.3, 0.0, 0.7, 3.1, 5.8])
def test_the_lines_give_the_angle_within_a_fifth_of_a_degree(angle: float) -> None:
    turned = sheets()[0].rotate(angle, Image.Resampling.BICUBIC, fillcolor=255).reduce(3)
    assert text_angle(np.asarray(turned), 160) == pytest.approx(angle, abs=0.2)


def test_too_little_ink_has_no_angle() -> None:
    assert text_angle(np.full((300, 200), 255, dtype=np.uint8), 160) == 0.0
    assert text_angle(np.zeros((300, 200), dtype=np.uint8), 160) == 0.0
