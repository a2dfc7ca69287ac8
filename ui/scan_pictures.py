"""The page in front on the scan screen, as it lay and as it will be handed over: in memory, gone with the visit."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from ui.pictures import PictureProvider

LONGER_SIDE = 720
"""Pixels; a JPEG is decoded straight to this size, which takes a tenth of the whole picture's time."""


class ScanPictures:
    """Two addresses at a time. The engine owns `provider` once it was handed over."""

    def __init__(self) -> None:
        self.provider = PictureProvider()
        self._shown: tuple[bytes, ...] = ()
        self._addresses: tuple[str, ...] = ()
        self._number = 0

    def put(self, *jpegs: bytes) -> tuple[str, ...]:
        """Addresses `image://scan/NUMBER` of these pictures; the same addresses for the same pictures."""
        if jpegs != self._shown:
            self.clear()
            self._shown, self._addresses = jpegs, tuple(self._address(jpeg) for jpeg in jpegs)
        return self._addresses

    def clear(self) -> None:
        """Forget them."""
        self.provider.pictures.clear()
        self._shown, self._addresses = (), ()

    def _address(self, jpeg: bytes) -> str:
        image = _small(jpeg)
        if image.isNull():
            return ""
        self._number += 1
        self.provider.pictures[str(self._number)] = image
        return f"image://scan/{self._number}"


def _small(jpeg: bytes) -> QImage:
    kept = QBuffer()
    kept.setData(QByteArray(jpeg))
    kept.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(kept, QByteArray(b"jpeg"))
    if not reader.size().isValid():
        return QImage()
    wanted = QSize(LONGER_SIDE, LONGER_SIDE)
    reader.setScaledSize(reader.size().scaled(wanted, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
