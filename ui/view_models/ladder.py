"""The ladder screen: which layer broke, one sentence, one button."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.identification import NotIdentified, Rung
from ui.list_models.rung_list import RungList, rung_rows
from ui.shown.failure import failure_words
from ui.view_models.screen_model import ScreenModel, ScreenParts
from ui.visit.current_visit import CurrentVisit

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderProps:
    """`again` is false after the third wrong key: then only typing by hand is left."""

    title: str = ""
    remedy: str = ""
    staff: str = ""
    attempts_left: int = -1
    again: bool = False
    lay_again: bool = False
    """Whether laying the card down once more is what helps: the drawing shows it."""
    wrong_digits: bool = False


def derive_ladder(visit: CurrentVisit, outcome: NotIdentified) -> LadderProps:
    """The failure in words, and whether another try may help."""
    words = failure_words(visit, outcome.code)
    left = outcome.attempts_left
    return LadderProps(
        title=words.title,
        remedy=words.remedy,
        staff=words.staff,
        attempts_left=-1 if left is None else left,
        again=left != 0,
        lay_again=outcome.rung is Rung.CARD,
        wrong_digits=left is not None,
    )


@QmlElement
class LadderViewModel(ScreenModel[LadderProps]):
    """Shows which rung broke and offers to read again or to type by hand."""

    never = Signal()

    def __init__(self, parts: ScreenParts) -> None:
        super().__init__(parts)
        self._rungs = RungList()

    rungs = Property(QObject, lambda self: self._rungs, notify=never)

    def derive(self) -> LadderProps:
        outcome = self.visit.session.card.outcome
        if not isinstance(outcome, NotIdentified):
            return LadderProps()
        self._rungs.show(rung_rows(outcome.rung))
        return derive_ladder(self.visit, outcome)

    @Slot()
    def readAgain(self) -> None:
        """Back to the card; what was read of it is kept, for a reading that was broken off."""
        self.visit.act(self.visit.session.read_again)

    @Slot()
    def typeByHand(self) -> None:
        """On to the declaration without anything of the card."""
        self.visit.act(self.visit.session.type_by_hand)
