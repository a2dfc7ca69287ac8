"""The pictures of README and manual, taken from a played visit, so that they never show what the program is not."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from ui.demo import record_visit

PORTRAIT, LANDSCAPE = QSize(1080, 1920), QSize(1920, 1080)
WIDTH = 540
"""Pixels of a picture in the documentation."""


def write_gallery(out: Path, *, persona: str = "nguyen-van-an") -> None:
    """`out/portrait-NAME.png` and `out/landscape-NAME.png`, one a screen."""
    out.mkdir(parents=True, exist_ok=True)
    for name, size in (("portrait", PORTRAIT), ("landscape", LANDSCAPE)):
        with tempfile.TemporaryDirectory(prefix="kiosk-gallery-") as folder:
            record_visit(Path(folder), persona=persona, size=size)
            width = WIDTH if size == PORTRAIT else WIDTH * 2
            for picture in sorted(Path(folder).glob("[0-9][0-9]-*.png")):
                small = QImage(str(picture)).scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
                small.save(str(out / f"{name}-{picture.stem[3:]}.png"))
