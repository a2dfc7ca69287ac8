"""The card reader as the window knows it: its state while a card is wanted, and the reading itself.

Asks the reader on its worker, one question at a time; reads as soon as a card lies there and a key is in hand.
A reading whose page was left is dropped when it comes home.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from devices.card_reader.interface import CardReader, CardReaderState
from kiosk.identification import Identified, NotIdentified, Phase, Rung, prepare_reading
from kiosk.session import Screen
from kiosk.session.card_step import Outcome
from ui.visit.current_visit import CurrentVisit
from ui.visit.jobs import Worker

POLL_MS = 400
FAILED = "card.failed"
"""For a reading that ended in a way nobody foresaw: the person still gets a ladder and a way on."""
_WATCHED = frozenset({Screen.CARD, Screen.READING})


class CardReading(QObject):
    """Watches the reader on the card screens; starts the reading on the reading screen."""

    changed = Signal()

    def __init__(self, visit: CurrentVisit, reader: CardReader, poll_ms: int = POLL_MS) -> None:
        super().__init__()
        self._visit = visit
        self._reader = reader
        self._asking = False
        self._looked = False
        self._reading = 0
        self.state = CardReaderState.NO_CARD
        self.phase: Phase | None = None
        self.usual_ms: float | None = None
        """How long the last good reading took on this reader; nothing of the person."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(poll_ms)
        self._timer.timeout.connect(self._ask)
        visit.entered.connect(self._entered)
        visit.wiped.connect(self._wiped)

    def _entered(self, screen: Screen) -> None:
        self.phase = None
        self._reading += 1
        if screen in _WATCHED:
            self._ask()
        else:
            self._timer.stop()

    def _wiped(self) -> None:
        self._timer.stop()
        self._asking = False
        self.phase = None
        self._reading += 1

    def _ask(self) -> None:
        if self._asking:
            return
        self._asking = True
        self._visit.jobs.run(Worker.CARD, self._look, self._answered, self._failed)

    def _look(self) -> CardReaderState:
        """On the worker: the reader's state; at the second look, when the page stands, what a reading needs."""
        if self._looked:
            prepare_reading()
        self._looked = True
        return self._reader.state()

    def _answered(self, state: CardReaderState) -> None:
        self._asking = False
        changed, self.state = state is not self.state, state
        if self._visit.screen not in _WATCHED or self.phase is not None:
            return
        if self._visit.screen is Screen.READING and state is CardReaderState.CARD_PRESENT:
            self._read()
        else:
            self._timer.start()
        if changed:
            self.changed.emit()

    def _failed(self, _fault: Exception) -> None:
        self._answered(CardReaderState.SERVICE_ABSENT)

    def _read(self) -> None:
        number, job = self._reading, self._visit.session.read_job()

        def reached(phase: Phase) -> None:
            self._reached(number, phase)

        report = self._visit.jobs.relay(reached)
        self.phase = Phase.CONNECTING
        broken = NotIdentified(code=FAILED, rung=Rung.DATA)
        self._visit.jobs.run(
            Worker.CARD,
            lambda: job(report),
            lambda outcome: self._was_read(number, outcome),
            lambda _fault: self._was_read(number, broken),
        )

    def _reached(self, number: int, phase: Phase) -> None:
        if number == self._reading:
            self.phase = phase
            self.changed.emit()

    def _was_read(self, number: int, outcome: Outcome) -> None:
        if number != self._reading:
            return
        if isinstance(outcome, Identified):
            self.usual_ms = outcome.statistics.milliseconds
        self.phase = None
        self._visit.act(lambda: self._visit.session.card_was_read(outcome))
