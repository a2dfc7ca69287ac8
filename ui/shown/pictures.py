"""Pictures of one visit for the screen: in memory, numbered anew each time, gone with the visit.

Printed pages stand under `image://paper/NUMBER`, in full size under `image://sheet/NUMBER`, scanned pages under
`image://scan/NUMBER`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtQuick import QQuickImageProvider

WIDTH = 480
"""Pixels of a printed page at its largest on the print screen."""
LONGER_SIDE = 720
"""Pixels of a scanned page; a JPEG is decoded straight to this size, a tenth of the whole picture's time."""


def _nothing() -> QImage:
    """White paper: a new image holds whatever lay in memory before."""
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    return image


class PictureProvider(QQuickImageProvider):
    """Answers for one `ShownPictures`; an empty picture for a number that is gone."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self.pictures: dict[str, Callable[[], QImage]] = {}

    def requestImage(self, number: str, size: QSize, wanted: QSize) -> QImage:  # noqa: ARG002 Qt's signature
        """The picture of that number, shrunk well to the wanted width: the software renderer shrinks badly."""
        picture = self.pictures.get(number, _nothing)()
        if 0 < wanted.width() < picture.width():
            return picture.scaledToWidth(wanted.width(), Qt.TransformationMode.SmoothTransformation)
        return picture


class ShownPictures:
    """Holds the pictures that are shown now. The engine owns `provider` once it was handed over.

    `name` is its part of the address; `decode` makes a picture, a null one of bytes that are none. Large pictures are
    `decoded_when_shown`: each time, so that memory holds no more of them than the screen does.
    """

    def __init__(self, name: str, decode: Callable[[bytes], QImage], *, decoded_when_shown: bool = False) -> None:
        self.name = name
        self.provider = PictureProvider()
        self._decode = decode
        self._late = decoded_when_shown
        self._shown: tuple[bytes, ...] = ()
        self._addresses: tuple[str, ...] = ()
        self._number = 0

    def put(self, *pictures: bytes) -> tuple[str, ...]:
        """Addresses of these pictures, "" for one that cannot be read; the same addresses for the same pictures."""
        if pictures != self._shown:
            self.clear()
            self._shown, self._addresses = pictures, tuple(self._address(picture) for picture in pictures)
        return self._addresses

    def clear(self) -> None:
        """Drop every picture; its address shows nothing from now on."""
        self.provider.pictures.clear()
        self._shown, self._addresses = (), ()

    def _address(self, picture: bytes) -> str:
        image = QImage() if self._late else self._decode(picture)
        if image.isNull() and not self._late:
            return ""
        self._number += 1
        self.provider.pictures[str(self._number)] = partial(self._decode, picture) if self._late else lambda: image
        return f"image://{self.name}/{self._number}"


def whole_page(png: bytes) -> QImage:
    """The picture of a printed page as large as it is, without the transparency that paper has not: the software
    renderer shares such a picture, of any other it makes a copy for itself."""
    return QImage.fromData(png).convertToFormat(QImage.Format.Format_RGB32)


def printed_page(png: bytes) -> QImage:
    """The picture of a printed page, as wide as the print screen shows it."""
    image = whole_page(png)
    return image if image.isNull() else image.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)


def scanned_page(jpeg: bytes) -> QImage:
    """The picture of a scanned page, decoded small."""
    kept = QBuffer()
    kept.setData(QByteArray(jpeg))
    kept.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(kept, QByteArray(b"jpeg"))
    if not reader.size().isValid():
        return QImage()
    wanted = QSize(LONGER_SIDE, LONGER_SIDE)
    reader.setScaledSize(reader.size().scaled(wanted, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
