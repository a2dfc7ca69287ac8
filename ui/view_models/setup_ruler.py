"""The ruler: a drawn bank card, made as wide as a real one, tells how many pixels of this screen are a millimetre.

ISO/IEC 7810 ID-1: 85.60 mm wide, 53.98 mm high. The millimetre of every screen comes from here.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from kiosk.i18n import Language
from kiosk.settings import Settings
from ui.staff.saving import Saving
from ui.view_models.staff_model import StaffModel, StaffParts

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1
CARD_MM, CARD_HEIGHT_MM = 85.60, 53.98
FEWEST, MOST = 150, 1_600
"""Pixels of a card: 1.75 to 18.7 a millimetre, coarser and finer than any screen of this size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RulerProps:
    """`distance` of the marks in pixels; `card_shape` is a card's height over its width; `scale` in words, pixels a
    millimetre."""

    distance: int = 0
    card_shape: float = CARD_HEIGHT_MM / CARD_MM
    scale: str = ""
    saving: bool = False
    trouble: str = ""
    remedy: str = ""


@QmlElement
class RulerViewModel(StaffModel[RulerProps]):
    """Moves the right mark; saves the scale, which holds at once."""

    def __init__(self, parts: StaffParts) -> None:
        super().__init__(parts)
        self._saving = Saving(parts.side)
        self._distance: int | None = None
        self._saved_scale: float | None = None
        self._widest = MOST

    @property
    def pixels_per_mm(self) -> float:
        """Pixels between the marks over the width of a card (ISO/IEC 7810 ID-1)."""
        return round(self._pixels / CARD_MM, 3)

    def derive(self) -> RulerProps:
        words = self._saving.words
        return RulerProps(
            distance=self._pixels,
            scale=_said(self.pixels_per_mm, self.side.visit.language),
            saving=self._saving.under_way,
            trouble=words.title,
            remedy=words.remedy,
        )

    def wipe(self) -> None:
        self._distance = None
        self._saving.forget()
        super().wipe()

    @Slot(int)
    def fit(self, pixels: int) -> None:
        """Take in how many pixels apart the marks may be on this screen."""
        self._widest = max(FEWEST, min(MOST, pixels))
        self.refresh()

    @Slot(int)
    def place(self, pixels: int) -> None:
        """The right mark was dragged."""
        self._move(pixels)

    @Slot(int)
    def step(self, pixels: int) -> None:
        """The right mark was stepped."""
        self._move(self._pixels + pixels)

    @Slot()
    def save(self) -> None:
        """Write the scale; every screen takes it at once."""
        scale = self.pixels_per_mm
        self._saving.save("devices.toml", {"display": {"pixels_per_millimetre": scale}}, self._saved)

    @property
    def _pixels(self) -> int:
        scale = self._saved_scale or self.side.settings.devices.display.pixels_per_millimetre
        wanted = round(scale * CARD_MM) if self._distance is None else self._distance
        return max(FEWEST, min(self._widest, wanted))

    def _move(self, pixels: int) -> None:
        self._distance = pixels
        self.side.look_again()

    def _saved(self, settings: Settings) -> None:
        self._saved_scale = settings.devices.display.pixels_per_millimetre
        self.side.measured.emit(self._saved_scale)
        self.side.finish()


def _said(scale: float, language: Language) -> str:
    """`3,785` in Vietnamese, `3.785` in English."""
    return language.number(scale, 3)
