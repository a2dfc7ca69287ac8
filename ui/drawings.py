"""Icons and line drawings: SVG files of our own, tinted for the theme while they are drawn.

The files are plain SVG in the colours of the light theme; a provider replaces those colours and renders the
result at the size the screen asks for: `image://icon/NAME/RRGGBB` and
`image://drawing/NAME/INK/ACCENT/SOFT/GROUND/STROKE` (colours of six or eight hexadecimal digits; STROKE is the width
of the main lines). No effect layers are used: the software renderer would drop the whole item.
"""

from __future__ import annotations

import re
from pathlib import Path

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


class TintedSvgProvider(QQuickImageProvider):
    """Renders `folder/NAME.svg` with each of `palette` replaced by the colour at its place in the address."""

    def __init__(self, folder: Path, palette: tuple[str, ...]) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._folder = folder
        self._palette = palette

    def requestImage(self, address: str, size: QSize, wanted: QSize) -> QImage:  # noqa: ARG002 Qt's signature
        """The drawing named by `address`, fitted into `wanted` (device pixels)."""
        name, *rest = address.split("/")
        colours, stroke = rest[: len(self._palette)], rest[len(self._palette) :]
        svg = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        if stroke:
            svg = _finer(svg, float(stroke[0]) / STROKE)
        for plain, colour in zip(self._palette, colours, strict=False):
            svg = svg.replace(plain, f"#{colour[-6:]}")
        return _render(QSvgRenderer(QByteArray(svg.encode())), wanted)


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
