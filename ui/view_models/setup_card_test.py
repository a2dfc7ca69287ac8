"""A test card on the reader: rung by rung up the ladder, without showing or keeping a value of it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.doctor.card import LadderResult, RungState
from kiosk.identification import AccessKey, KeyTextError, key_from_number
from ui.list_models.setup_list import ClimbList, ClimbRow
from ui.view_models.keypad_model import KeypadModel
from ui.view_models.staff_model import StaffParts

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1
DIGITS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class CardTestProps:
    """`good`: every rung that could be tried carries; `opened`: with the digits, also the data."""

    entered: int = 0
    count: int = DIGITS
    running: bool = False
    tried: bool = False
    good: bool = False
    opened: bool = False
    trouble: str = ""
    remedy: str = ""


@QmlElement
class CardTestViewModel(KeypadModel[CardTestProps]):
    """Takes six digits or none, climbs, shows the rungs."""

    rowsChanged = Signal()

    def __init__(self, parts: StaffParts) -> None:
        super().__init__(parts)
        self._list = ClimbList()
        self._running = False
        self._ladder: LadderResult | None = None

    def _rows(self) -> QObject:
        return self._list

    rows = Property(QObject, _rows, notify=rowsChanged)

    def derive(self) -> CardTestProps:
        ladder = self._ladder
        rungs = ladder.rungs if ladder else ()
        self._list.show([ClimbRow(rung=one.rung, standing=one.state) for one in rungs])
        broken = ladder.broken if ladder else None
        words = self.side.failure(broken.code) if broken else None
        return CardTestProps(
            entered=len(self.digits),
            running=self._running,
            tried=ladder is not None,
            good=ladder is not None and broken is None,
            opened=bool(rungs) and all(one.state is RungState.HOLDS for one in rungs),
            trouble=words.title if words else "",
            remedy=words.remedy if words else "",
        )

    def wanted(self) -> int:
        return DIGITS

    def wipe(self) -> None:
        self._running, self._ladder = False, None
        self._list.show(())
        super().wipe()

    @Slot()
    def run(self) -> None:
        """Climb with the card that lies there; the digits are forgotten at once."""
        if self._running:
            return
        key = _key(self.digits)
        self.digits, self._running, self._ladder = "", True, None
        self.side.look_again()
        climb = self.side.services.climb
        self.side.run(lambda: climb(key), self._climbed, lambda _: self._climbed(None))

    @Slot()
    def accept(self) -> None:
        """Seen enough: the next step."""
        self.side.finish()

    def _climbed(self, ladder: LadderResult | None) -> None:
        self._running, self._ladder = False, ladder


def _key(digits: str) -> AccessKey | None:
    """Without all six digits only the rungs below the data are tried."""
    try:
        return key_from_number(digits) if len(digits) == DIGITS else None
    except KeyTextError:
        return None
