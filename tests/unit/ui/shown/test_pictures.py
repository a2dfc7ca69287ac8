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


def test_a_large_picture_is_decoded_each_time_it_is_shown_and_not_kept(qapp: QGuiApplication) -> None:
    decoded: list[bytes] = []

    def decode(png: bytes) -> QImage:
        decoded.append(png)
        return QImage.fromData(png)

    pictures = ShownPictures("sheet", decode, decoded_when_shown=True)
    first, _second = pictures.put(page(1), page(2))
    assert decoded == []
    for times in (1, 2):
        assert pictures.provider.requestImage(first.rpartition("/")[2], QSize(), QSize()).width() == 210
        assert len(decoded) == times
    pictures.clear()
    assert pictures.provider.requestImage(first.rpartition("/")[2], QSize(), QSize()).width() == 1
