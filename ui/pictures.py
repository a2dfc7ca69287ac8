"""The pictures of printed pages for the screen: in memory, numbered anew each time, gone with the visit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

WIDTH = 480
"""Pixels of a page at its largest on the print screen."""


class PictureProvider(QQuickImageProvider):
    """`image://paper/NUMBER`; an empty picture for a number that is gone."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self.pictures: dict[str, QImage] = {}

    def requestImage(self, number: str, size: QSize, wanted: QSize) -> QImage:  # noqa: ARG002 Qt's signature
        """The picture of that number, shrunk well to the wanted width: the software renderer shrinks badly."""
        picture = self.pictures.get(number, QImage(1, 1, QImage.Format.Format_RGB32))
        if 0 < wanted.width() < picture.width():
            return picture.scaledToWidth(wanted.width(), Qt.TransformationMode.SmoothTransformation)
        return picture


class PictureShelf:
    """Holds the pictures of one visit's papers. The engine owns `provider` once it was handed over."""

    def __init__(self) -> None:
        self.provider = PictureProvider()
        self._shown: tuple[bytes, ...] = ()
        self._addresses: tuple[str, ...] = ()
        self._number = 0

    def put(self, pictures: Sequence[bytes]) -> tuple[str, ...]:
        """Addresses of these PNG pictures, "" for an empty one; the same addresses for the same pictures."""
        if tuple(pictures) != self._shown:
            self.clear()
            self._shown = tuple(pictures)
            self._addresses = tuple(self._address(picture) for picture in pictures)
        return self._addresses

    def clear(self) -> None:
        """Forget them."""
        self.provider.pictures.clear()
        self._shown, self._addresses = (), ()

    def _address(self, picture: bytes) -> str:
        image = QImage.fromData(picture)
        if image.isNull():
            return ""
        self._number += 1
        shown = image.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
        self.provider.pictures[str(self._number)] = shown
        return f"image://paper/{self._number}"
