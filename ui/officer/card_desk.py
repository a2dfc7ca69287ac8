"""A card at the officer's desk: waits until one lies on the reader, reads it, goes on where a lifted one broke off.

One at a time, for whichever task is in front. What was read is handed on and not kept here.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from typing import Generic, TypeVar

from PySide6.QtCore import QTimer

from devices.card_reader.interface import CardReaderState
from kiosk.identification import (
    ATTEMPTS,
    AccessKey,
    Identified,
    NotIdentified,
    PartialRead,
    Rung,
    prepare_reading,
)
from kiosk.officer.services import OfficerServices
from kiosk.person import PersonField
from ui.officer.key_entry import KeyEntry
from ui.staff.staff_side import StaffSide
from ui.visit.jobs import Worker

POLL_MS = 400
LIFTED = "card.lifted"
FAILED = "card.failed"
T = TypeVar("T")
READER_CODES = {
    CardReaderState.SERVICE_ABSENT: "reader.service-absent",
    CardReaderState.READER_ABSENT: "reader.absent",
    CardReaderState.READER_BUSY: "reader.busy",
    CardReaderState.CARD_MUTE: "card.silent",
}


class Stage(Enum):
    """How far the desk is with the card in front."""

    KEY = auto()
    WAITING = auto()
    READING = auto()


class CardDesk(Generic[T]):
    """Reads `wanted` of each card, with its photo where asked; `seen` turns the outcome into the task's own value on
    the card's thread, `done` takes it home."""

    def __init__(
        self,
        side: StaffSide,
        services: OfficerServices,
        wanted: frozenset[PersonField],
        seen: Callable[[Identified], T],
        done: Callable[[T], None],
        *,
        photo: bool = False,
        poll_ms: int = POLL_MS,
    ) -> None:
        self._side = side
        self._services = services
        self._wanted = wanted
        self._photo = photo
        self._seen = seen
        self._done = done
        self._number = 0
        self.entry = KeyEntry()
        self.stage = Stage.KEY
        self.code: str | None = None
        """Why the last reading did not succeed, or what the reader lacks."""
        self.attempts_left = ATTEMPTS
        self._key: AccessKey | None = None
        self._partial = PartialRead()
        self._timer = QTimer(side)
        self._timer.setSingleShot(True)
        self._timer.setInterval(poll_ms)
        self._timer.timeout.connect(self._ask)
        side.left.connect(self.forget)

    @property
    def is_busy(self) -> bool:
        """A card is waited for or read."""
        return self.stage is not Stage.KEY

    def warm(self) -> None:
        """Load what a reading needs while the officer keys in the digits."""
        self._side.run(prepare_reading, lambda _: None, lambda _: None, Worker.CARD)

    def use_key(self) -> None:
        """The key is complete: wait for the card."""
        if self.stage is not Stage.KEY or self.attempts_left < 1:
            return
        key = self.entry.take()
        if key is None:
            return
        self._key, self._partial, self.code = key, PartialRead(), None
        self.stage = Stage.WAITING
        self._ask()

    def stop(self) -> None:
        """Back to the key; what a lifted card had given so far is dropped."""
        self._number += 1
        self._timer.stop()
        self._partial.wipe()
        self._key, self._partial, self.stage = None, PartialRead(), Stage.KEY

    def forget(self) -> None:
        """Another card comes: nothing of the one before stays."""
        self.stop()
        self.entry.clear()
        self.code, self.attempts_left = None, ATTEMPTS

    def _ask(self) -> None:
        number = self._number
        self._side.run(
            self._services.reader_state,
            lambda state: self._answered(number, state),
            lambda _: self._answered(number, CardReaderState.SERVICE_ABSENT),
            Worker.CARD,
        )

    def _answered(self, number: int, state: CardReaderState) -> None:
        if number != self._number or self.stage is not Stage.WAITING:
            return
        if state is CardReaderState.CARD_PRESENT:
            self._read()
            return
        self.code = READER_CODES.get(state, self.code if self.code == LIFTED else None)
        self._timer.start()

    def _read(self) -> None:
        key, number = self._key, self._number
        if key is None:
            return
        self.stage, self.code = Stage.READING, None
        work = self._reading(key, self.attempts_left, self._partial)
        broken = NotIdentified(code=FAILED, rung=Rung.DATA)
        self._side.run(
            work,
            lambda outcome: self._was_read(number, outcome),
            lambda _: self._was_read(number, broken),
            Worker.CARD,
        )

    def _reading(self, key: AccessKey, left: int, partial: PartialRead) -> Callable[[], T | NotIdentified]:
        read, wanted, photo, seen = self._services.read_card, self._wanted, self._photo, self._seen

        def work() -> T | NotIdentified:
            outcome = read(key, wanted, lambda _: None, photo=photo, attempts_left=left, partial=partial)
            return outcome if isinstance(outcome, NotIdentified) else seen(outcome)

        return work

    def _was_read(self, number: int, outcome: T | NotIdentified) -> None:
        if number != self._number:
            return
        if not isinstance(outcome, NotIdentified):
            self.forget()
            self._done(outcome)
            return
        self.code = outcome.code
        if outcome.code == LIFTED:
            self._partial, self.stage = outcome.partial or PartialRead(), Stage.WAITING
            self._timer.start()
            return
        if outcome.attempts_left is not None:
            self.attempts_left = outcome.attempts_left
        self.stop()
