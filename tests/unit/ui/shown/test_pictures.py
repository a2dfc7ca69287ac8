"""Pictures of pages: the same address for the same picture, and nothing after the visit."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QSize
from PySide6.QtGui import QGuiApplication, QImage

from ui.shown.pictures import ShownPictures, printed_page


def page(colour: int) -> bytes:
    image = QImage(210, 297, QImage.Format.Format_RGB32)
    image.fill(colour)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return buffer.data().data()


def test_the_same_pictures_keep_their_addresses(qapp: QGuiApplication) -> None:
    pictures = ShownPictures("paper", printed_page)
    first = pictures.put(page(1), b"")
    assert first[1] == "", "a page that could not be drawn has no address"
    assert pictures.put(page(1), b"") == first
    assert pictures.put(page(2)) != first[:1]


def test_nothing_is_left_after_clearing(qapp: QGuiApplication) -> None:
    pictures = ShownPictures("paper", printed_page)
    (address,) = pictures.put(page(1))
    number = address.rpartition("/")[2]
    assert pictures.provider.requestImage(number, QSize(), QSize()).width() > 1
    pictures.clear()
    assert pictures.provider.requestImage(number, QSize(), QSize()).width() == 1


def test_a_picture_comes_in_the_width_it_is_shown_in(qapp: QGuiApplication) -> None:
    pictures = ShownPictures("paper", printed_page)
    (address,) = pictures.put(page(1))
    number = address.rpartition("/")[2]
    assert pictures.provider.requestImage(number, QSize(), QSize(100, 0)).width() == 100
    assert pictures.provider.requestImage(number, QSize(), QSize(5000, 0)).width() <= 480
