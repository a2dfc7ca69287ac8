"""The reading screen: waiting for the card, then the phases of the reading."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from devices.card_reader.interface import CardReaderState
from kiosk.identification import Phase
from ui.shown.failure import failure_words
from ui.view_models.card import READER_CODES
from ui.view_models.screen_model import ScreenModel, ScreenParts
from ui.visit.current_visit import CurrentVisit

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1

DOTS = (Phase.CONNECTING, Phase.OPENING, Phase.READING_TEXT, Phase.CHECKING)
"""The four dots; the photo is read under the third."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingProps:
    """`dot` counts from 0; -1 while no card lies on the reader. `usual_seconds` is 0 until a card was read."""

    dot: int = -1
    usual_seconds: int = 0
    trouble: str = ""
    remedy: str = ""


def dot_of(phase: Phase | None) -> int:
    """Index of the dot that stands for the phase, -1 before the first; the photo shares the dot of the text."""
    if phase is None:
        return -1
    return DOTS.index(Phase.READING_TEXT if phase is Phase.READING_PHOTO else phase)


def derive_reading(
    phase: Phase | None, state: CardReaderState, usual_ms: float | None, visit: CurrentVisit
) -> ReadingProps:
    """While a reading is under way, the reader's state says nothing new."""
    words = failure_words(visit, READER_CODES.get(state) if phase is None else None)
    return ReadingProps(
        dot=dot_of(phase),
        usual_seconds=max(1, round(usual_ms / 1000)) if usual_ms else 0,
        trouble=words.title,
        remedy=words.remedy,
    )


@QmlElement
class ReadingViewModel(ScreenModel[ReadingProps]):
    """Shows the reading; nothing to press but to give up."""

    def __init__(self, parts: ScreenParts) -> None:
        super().__init__(parts)
        self._cards = parts.cards
        parts.cards.changed.connect(self.refresh)

    def derive(self) -> ReadingProps:
        return derive_reading(self._cards.phase, self._cards.state, self._cards.usual_ms, self.visit)

    @Slot()
    def typeByHand(self) -> None:
        """On to the declaration without anything of the card."""
        self.visit.act(self.visit.session.type_by_hand)
