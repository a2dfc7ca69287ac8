"""The pictures of scanned pages are small, numbered anew, and gone when they are cleared."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from PySide6.QtCore import QCoreApplication

from ui.shown.pictures import LONGER_SIDE, ShownPictures, scanned_page


def jpeg(shade: int) -> bytes:
    kept = io.BytesIO()
    Image.new("L", (1654, 2339), shade).save(kept, "JPEG")
    return kept.getvalue()


def test_a_page_is_shown_small_and_upright(qapp: QCoreApplication) -> None:
    pictures = ShownPictures("scan", scanned_page)
    pictures.put(jpeg(200), jpeg(20))
    sizes = {
        (image.width(), image.height()) for picture in pictures.provider.pictures.values() if (image := picture())
    }
    assert {height for _, height in sizes} == {LONGER_SIDE}
    assert {round(height / width, 1) for width, height in sizes} == {1.4}


def test_the_same_pages_keep_their_addresses_and_others_get_new_ones(qapp: QCoreApplication) -> None:
    pictures = ShownPictures("scan", scanned_page)
    first = pictures.put(jpeg(200), jpeg(20))
    assert pictures.put(jpeg(200), jpeg(20)) == first
    assert not set(pictures.put(jpeg(90), jpeg(20))) & set(first)
    assert len(pictures.provider.pictures) == 2


@pytest.mark.qt_log_ignore("Not a JPEG file")
def test_what_is_no_picture_has_no_address(qapp: QCoreApplication) -> None:
    assert ShownPictures("scan", scanned_page).put(b"not a jpeg") == ("",)


def test_nothing_is_left_after_clearing(qapp: QCoreApplication) -> None:
    pictures = ShownPictures("scan", scanned_page)
    pictures.put(jpeg(200))
    pictures.clear()
    assert pictures.provider.pictures == {}
