"""The documentation's picture of the notices: a television, an upright screen and an LED panel side by side."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QEventLoop, QSize, QTimer

from devices.pictures import picture
from kiosk.clock import Clock
from kiosk.settings import read_settings
from kiosk.station.noticeboard import Noticeboard, read_noticeboard
from ui.program.station import application
from ui.window.pano import PanoWindow

GROUND = (70, 66, 62)
SHEET = (1484, 864)
LETTERS_MS = 400
"""Until fonts, drawing and QR of a new window are there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A screen of this size in pixels, after so many sheets, drawn at this box (left, top, width, height)."""

    screen: tuple[int, int]
    sheets: int
    box: tuple[int, int, int, int]
    resampling: Image.Resampling = Image.Resampling.LANCZOS


SCREENS = (
    Drawn(screen=(1920, 1080), sheets=2, box=(20, 20, 960, 540)),
    Drawn(screen=(1080, 1920), sheets=0, box=(1000, 20, 464, 824)),
    Drawn(screen=(512, 128), sheets=7, box=(20, 604, 960, 240), resampling=Image.Resampling.NEAREST),  # its lamps
)


def write_pano(out: Path) -> None:
    """Draw `out/pano.png`: the noticeboard on a lying, a standing and a lamp screen."""
    application()
    sheet = Image.new("RGB", SHEET, GROUND)
    with tempfile.TemporaryDirectory(prefix="kiosk-gallery-pano-") as folder:
        board = read_noticeboard(read_settings().kiosk, Path(folder))
        for number, shown in enumerate(SCREENS):
            full = picture(_photographed(board, shown, Path(folder) / f"{number}.png")).convert("RGB")
            left, top, width, height = shown.box
            sheet.paste(full.resize((width, height), shown.resampling), (left, top))
    sheet.quantize(200, dither=Image.Dither.NONE).save(out / "pano.png", optimize=True)


def _photographed(board: Noticeboard, shown: Drawn, file: Path) -> Path:
    window = PanoWindow(lambda: board, Clock().today, size=QSize(*shown.screen))
    _live(LETTERS_MS)
    for _ in range(shown.sheets):
        window.model.next()
    _live(LETTERS_MS)
    window.window.grabWindow().save(str(file))
    window.close()
    return file


def _live(ms: int) -> None:
    """Let the window live for so long."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()
