"""The picture of the page that is leaving, so that the window can fade it away over the page that comes.

It is handed out once and kept nowhere: the window lets go of it when the fade ends, or at once when a visit ends.
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider, QQuickWindow


class PagePicture(QQuickImageProvider):
    """`image://page/before`: what the window showed when `take` was called; a second request gets one nobody sees."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._picture = QImage()

    def take(self, window: QQuickWindow) -> None:
        """Picture the window as it stands; opaque, because that blends in half the time."""
        picture = window.grabWindow()
        picture.convertTo(QImage.Format.Format_RGB32)
        self._picture = picture

    def requestImage(self, name: str, size: QSize, wanted: QSize) -> QImage:  # noqa: ARG002 Qt's signature
        """The picture, and nothing is left of it here."""
        picture, self._picture = self._picture, QImage()
        return _clear() if picture.isNull() else picture


def _clear() -> QImage:
    """For a platform that gives no picture of its window: the next page is simply there."""
    picture = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(0)
    return picture
