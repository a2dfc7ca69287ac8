"""A folder that plays a scanner: the images in it are the sheets; every trouble and every carelessness can be made.

A driver like the real ones, shipped for the demo, for training and for tests. Under the lid lies the next sheet of
the folder each time; the feeder gives them all and is empty afterwards until filled again.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from devices.errors import ScannerError, ScannerJamError, ScannerNoDocumentsError
from devices.pictures import FORMATS, PictureError, picture
from devices.scanner.interface import ColorMode, InputSource, ScannedPage, ScannerStatus, ScannerTrouble, ScanSettings
from devices.status import Readiness

SHEETS = (".png", ".jpg", ".jpeg", ".ppm")
NATIVE_DPI = 200
PLATEN_MM = (216, 297)
LID = (92, 92, 90)
"""The grey of a lid that is not quite white, so that the edges of a sheet show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carelessness:
    """How carelessly the next sheets are laid down: askew, face up, over dirt, two at a time."""

    skew_degrees: float = 0.0
    dirt: int = 0
    """Specks on the glass."""
    upside_down: bool = False
    face_up: bool = False
    """The wrong side lies on the glass: a blank page."""
    double_feed: bool = False
    """The feeder takes two sheets as one: every second one is missing."""


class SimulatedScanner:
    """A scanner whose sheets are the images of `folder`, at `NATIVE_DPI` unless the file says otherwise."""

    def __init__(self, folder: Path | None = None, *, model: str = "Máy quét mô phỏng") -> None:
        self._folder = folder
        self._model = model
        self._sheets: list[Image.Image] = []
        self._next = 0
        self._fed = False
        self._trouble: ScannerTrouble | None = None
        self._jam_after: int | None = None
        self.careless = Carelessness()

    def lay(self, *sheets: Image.Image) -> None:
        """Put these sheets under the lid, or into the feeder, instead of the folder's."""
        self._sheets, self._next, self._fed = list(sheets), 0, False

    def make(self, trouble: ScannerTrouble) -> None:
        """Let something happen: switch it off, open the lid, jam it …"""
        self._trouble = trouble

    def jam_after(self, pages: int) -> None:
        """Jam the feeder once, behind so many pages."""
        self._jam_after = pages

    def mend(self) -> None:
        """End the trouble that a test made, as somebody does who clears the jam or closes the cover."""
        self._trouble, self._jam_after, self._fed = None, None, False

    def status(self) -> ScannerStatus:
        trouble = self._trouble
        return ScannerStatus(
            readiness=trouble.readiness if trouble else Readiness.READY,
            trouble=trouble,
            sources=frozenset(InputSource),
            model=self._model,
        )

    def scan(self, settings: ScanSettings) -> Generator[ScannedPage, None, None]:
        if self._trouble is not None:
            raise self._trouble.error
        sheets = self._given()
        if settings.source is InputSource.PLATEN:
            sheet = sheets[self._next % len(sheets)] if sheets else Image.new("RGB", (8, 8), "white")
            self._next += 1
            yield self._seen(sheet, settings)
            return
        if self._fed or not sheets:
            raise ScannerNoDocumentsError
        for number, sheet in enumerate(sheets[:: 2 if self.careless.double_feed else 1]):
            if number == self._jam_after:
                self._trouble = ScannerTrouble.JAM
                raise ScannerJamError
            yield self._seen(sheet, settings)
        self._fed = True

    def close(self) -> None:
        """Nothing is open."""

    def _given(self) -> Sequence[Image.Image]:
        if self._sheets or self._folder is None or not self._folder.is_dir():
            return self._sheets
        files = sorted(file for file in self._folder.iterdir() if file.suffix.lower() in SHEETS)
        try:
            return [picture(file, formats=(*FORMATS, "PPM")) for file in files]
        except PictureError as fault:
            raise ScannerError(str(fault)) from None

    def _seen(self, sheet: Image.Image, settings: ScanSettings) -> ScannedPage:
        """The sheet as the lamp sees it on the glass."""
        careless, scale = self.careless, settings.resolution / sheet.info.get("dpi", (NATIVE_DPI,))[0]
        size = (max(1, round(sheet.width * scale)), max(1, round(sheet.height * scale)))
        paper = sheet.convert("RGB").resize(size, Image.Resampling.BILINEAR)
        if careless.face_up:
            paper = Image.new("RGB", size, (244, 243, 240))
        if careless.upside_down:
            paper = paper.transpose(Image.Transpose.ROTATE_180)
        platen = Image.new("RGB", _platen_size(settings.resolution), LID)
        mask = Image.new("L", size, 255).rotate(careless.skew_degrees, expand=True)
        turned = paper.rotate(careless.skew_degrees, Image.Resampling.BILINEAR, expand=True, fillcolor=LID)
        platen.paste(turned, ((platen.width - turned.width) // 2, (platen.height - turned.height) // 2), mask)
        platen = _with_dirt(platen, careless.dirt)
        grey = settings.color_mode is ColorMode.GRAYSCALE8
        return ScannedPage(image=platen.convert("L") if grey else platen, resolution=settings.resolution)


def _platen_size(resolution: int) -> tuple[int, int]:
    return (round(PLATEN_MM[0] / 25.4 * resolution), round(PLATEN_MM[1] / 25.4 * resolution))


def _with_dirt(platen: Image.Image, specks: int) -> Image.Image:
    """Dark specks of two to five dots, always in the same places: the glass is dirty, not the sheet."""
    if specks == 0:
        return platen
    import numpy as np  # a tenth of a second of the start otherwise, for specks that are seldom asked for

    places = np.random.default_rng(7)
    for _ in range(specks):
        x, y = int(places.integers(0, platen.width - 5)), int(places.integers(0, platen.height - 5))
        platen.paste((60, 55, 50), (x, y, x + int(places.integers(2, 6)), y + int(places.integers(2, 6))))
    return platen
