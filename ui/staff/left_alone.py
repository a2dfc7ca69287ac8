"""Is somebody of the staff still there: asked after so long without a touch, and nobody after so much more."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

LEFT_ALONE_MS = 150_000
"""Without a touch, until it is asked whether somebody is there."""
ENDLESS_MS = 2**31 - 1
"""The longest that Qt's timers know: 24 days."""
ANSWER_S = 30
"""How long an answer is waited for."""
SECOND_MS = 1_000


class LeftAlone(QObject):
    """Counts while the staff's side is open."""

    asked = Signal()
    """The question is there, or has one second less."""
    ended = Signal()
    """Nobody answered."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.seconds_left = 0
        """For the answer; 0 while nothing is asked."""
        self._alone = QTimer(self)
        self._alone.setSingleShot(True)
        self._alone.setInterval(LEFT_ALONE_MS)
        self._alone.timeout.connect(self._ask)
        self._answer = QTimer(self)
        self._answer.setInterval(SECOND_MS)
        self._answer.timeout.connect(self._count_down)

    def begin(self) -> None:
        """Somebody is there now: count from the start."""
        self.answer()
        self._alone.start()

    def answer(self) -> None:
        """Nothing is asked any more."""
        self.seconds_left = 0
        self._answer.stop()

    def stop(self) -> None:
        """Measure nothing any more: nobody of the staff is signed in."""
        self.answer()
        self._alone.stop()

    def never_ask(self) -> None:
        """For who looks at pages without a touch, as the audit does: nobody is asked, nobody signed out."""
        self._alone.setInterval(ENDLESS_MS)

    def _ask(self) -> None:
        self.seconds_left = ANSWER_S
        self._answer.start()
        self.asked.emit()

    def _count_down(self) -> None:
        self.seconds_left -= 1
        if self.seconds_left > 0:
            self.asked.emit()
        else:
            self.ended.emit()
