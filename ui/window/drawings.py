"""Icons and line drawings: SVG files of our own, tinted for the theme while they are drawn.

The files are plain SVG in the colours of the light theme; a provider replaces those colours and renders the
result at the size the screen asks for: `image://icon/NAME/RRGGBB` and
`image://drawing/NAME/INK/ACCENT/SOFT/GROUND/STROKE` (colours of six or eight hexadecimal digits; STROKE is the width
of the main lines). No effect layers are used: the software renderer would drop the whole item.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

INK = "#231f1c"
ACCENT = "#8c1a18"
SOFT = "#f3dfc9"
GROUND = "#fffdf8"
STROKE = 4.0
"""Width of the main lines of a drawing, in its own units."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPictures:
    """What a provider keeps of what it drew: a picture of up to `each` pixels, and so many pixels `altogether`."""

    each: int
    altogether: int


OF_ONE_PERSON: Final = KeptPictures(each=128 * 128, altogether=512 * 512)
"""Icons are drawn again and again; a larger drawing is drawn anew, which costs less than keeping it.

A megabyte is what one person looked at in one theme and letter size: counted in pictures, the memory of a station
would go on growing until it has seen them all at their largest.
"""


class TintedSvgProvider(QQuickImageProvider):
    """Renders `folder/NAME.svg` with each of `palette` replaced by the colour at its place in the address."""

    def __init__(self, folder: Path, palette: tuple[str, ...], room: KeptPictures = OF_ONE_PERSON) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._folder = folder
        self._palette = palette
        self._room = room
        self._kept: OrderedDict[tuple[str, int, int], QImage] = OrderedDict()
        self._pixels = 0

    def requestImage(self, address: str, size: QSize, wanted: QSize) -> QImage:  # noqa: ARG002 Qt's signature
        """The drawing named by `address`, fitted into `wanted` (device pixels)."""
        key = (address, wanted.width(), wanted.height())
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        image = self._drawn(address, wanted)
        if _pixels(image) <= self._room.each:
            self._keep(key, image)
        return image

    def _keep(self, key: tuple[str, int, int], image: QImage) -> None:
        self._kept[key] = image
        self._pixels += _pixels(image)
        while self._pixels > self._room.altogether:
            self._pixels -= _pixels(self._kept.popitem(last=False)[1])

    def _drawn(self, address: str, wanted: QSize) -> QImage:
        name, *rest = address.split("/")
        colours, stroke = rest[: len(self._palette)], rest[len(self._palette) :]
        svg = _text(self._folder / f"{name}.svg")
        if stroke:
            svg = _finer(svg, float(stroke[0]) / STROKE)
        for plain, colour in zip(self._palette, colours, strict=False):
            svg = svg.replace(plain, f"#{colour[-6:]}")
        return _render(QSvgRenderer(QByteArray(svg.encode())), wanted)


def _pixels(image: QImage) -> int:
    return image.width() * image.height()


@lru_cache(maxsize=200)
def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


@lru_cache(maxsize=200)
def _finer(svg: str, factor: float) -> str:
    """The same drawing with every line thinner or thicker."""
    return re.sub(r'stroke-width="([\d.]+)"', lambda found: f'stroke-width="{float(found[1]) * factor:.2f}"', svg)


def _render(renderer: QSvgRenderer, wanted: QSize) -> QImage:
    natural = renderer.defaultSize()
    target = natural.scaled(wanted, Qt.AspectRatioMode.KeepAspectRatio) if wanted.isValid() else natural
    target = target.expandedTo(QSize(1, 1))
    image = QImage(target, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, target.width(), target.height()))
    painter.end()
    return image
