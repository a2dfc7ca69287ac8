"""The pictures of README and manual: from a played visit and a played set-up, never what the program is not."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QSize

from devices.pictures import picture
from ui.played.setup import record_setup
from ui.played.visit import record_visit

SHOWN = (
    "idle", "home", "procedure", "consent", "digits", "person", "question-chu-ho-ten", "commune",
    "question-tu-ngay", "check", "choose-paper", "printed", "next-steps", "goodbye",
    "staff-sign-in", "staff-overview", "setup", "setup-commune", "setup-device", "setup-ruler", "setup-page",
    "setup-card", "setup-acceptance",
)  # fmt: skip
"""The screens the documentation shows, by their names in the played visit and in the played set-up."""
SHAPES = {"": QSize(1080, 1920), "wide-": QSize(1920, 1080)}
COLOURS = 200
"""A palette of its own for each picture: a third of the bytes, no visible difference."""
HEIGHT = 720
"""Pixels of a picture in the documentation."""


def write_gallery(out: Path, *, persona: str = "nguyen-van-an") -> None:
    """`out/NAME.png` in portrait and `out/wide-NAME.png` in landscape, one a screen."""
    out.mkdir(parents=True, exist_ok=True)
    for prefix, size in SHAPES.items():
        with tempfile.TemporaryDirectory(prefix="kiosk-gallery-") as folder:
            record_visit(Path(folder), persona=persona, size=size)
            _shrink_shown(Path(folder), out, prefix)
        with tempfile.TemporaryDirectory(prefix="kiosk-gallery-setup-") as folder:
            record_setup(Path(folder), Path(folder) / "own", persona=persona, size=size)
            _shrink_shown(Path(folder), out, prefix)


def _shrink_shown(played: Path, out: Path, prefix: str) -> None:
    for screen in sorted(played.glob("[0-9][0-9]-*.png")):
        name = screen.stem[3:]
        if name in SHOWN:
            shrink(screen, out / f"{prefix}{name}.png")


def shrink(screen: Path, target: Path) -> None:
    """A picture of the documentation: `HEIGHT` high, in `COLOURS` colours of its own."""
    full = picture(screen)
    width = round(full.width * HEIGHT / full.height)
    small = full.convert("RGB").resize((width, HEIGHT), Image.Resampling.LANCZOS)
    small.quantize(COLOURS, dither=Image.Dither.NONE).save(target, optimize=True)
