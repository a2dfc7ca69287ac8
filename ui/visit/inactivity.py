"""Every touch and key of the person, seen by the window; every half second the silence is measured. A key that
repeats itself is none: somebody may have laid something on it.

What silence means is `kiosk.silence.Silence`; what to do about it is the shell's.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWindow

from kiosk.silence import Silence, SilenceState

TICK_MS = 500

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.KeyPress,
        QEvent.Type.Wheel,
        QEvent.Type.InputMethod,
    }
)


class Inactivity(QObject):
    """Emits `asking(seconds left)` while nobody answers, `returned()` when somebody does, `gone()` once, and
    `touchSeen()` at every touch; `late(seconds left)` while the longest time of a visit is nearly over and nobody has
    touched anything since that was told."""

    asking = Signal(int)
    late = Signal(int)
    returned = Signal()
    gone = Signal()
    touchSeen = Signal()
    """A sign of life of the person."""

    def __init__(self, silence: Silence, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._silence = silence.begins(clock())
        self._state = SilenceState.PRESENT
        self._late_told = False
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.measure)

    def watch(self) -> None:
        """A visit begins: count from now."""
        self._silence = self._silence.begins(self._clock())
        self._state, self._late_told = SilenceState.PRESENT, False
        self._timer.start()

    def rest(self) -> None:
        """No visit: nothing to end."""
        self._timer.stop()
        self._state = SilenceState.PRESENT

    def touched(self) -> None:
        """A sign of life. It also takes back the question "are you still there?", and the word that time is short."""
        self._silence = self._silence.touched(self._clock())
        if self._state in (SilenceState.ASKING, SilenceState.LAST_CALL):
            self._late_told = self._late_told or self._state is SilenceState.LAST_CALL
            self._state = SilenceState.PRESENT
            self.returned.emit()

    def follow(self, window: QWindow) -> None:
        """Watch a window, and the field with the focus: what an input method enters passes the window by.

        Not the application: its filter would be asked for every event of every item of a page.
        """
        window.installEventFilter(self)
        window.focusObjectChanged.connect(self._follow_field)

    def unfollow(self, window: QWindow) -> None:
        """Stop watching the window's touches and keys; called before it is closed."""
        window.focusObjectChanged.disconnect(self._follow_field)
        window.removeEventFilter(self)

    def _follow_field(self, field: QObject | None) -> None:
        if field is not None:
            field.installEventFilter(self)

    def measure(self) -> None:
        """Look at the clock; called by the timer, and by tests."""
        now = self._clock()
        before, self._state = self._state, self._silence.state(now)
        if self._state is SilenceState.LAST_CALL and self._late_told:
            self._state = SilenceState.PRESENT
        if self._state is SilenceState.ASKING:
            self.asking.emit(self._silence.seconds_left(now))
        elif self._state is SilenceState.LAST_CALL:
            self.late.emit(self._silence.seconds_at_most(now))
        elif self._state is SilenceState.GONE and before is not SilenceState.GONE:
            self._timer.stop()
            self.gone.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """See every event of the window and the field, and stop none."""
        if event.type() in _SIGNS_OF_LIFE and not (isinstance(event, QKeyEvent) and event.isAutoRepeat()):
            self.touchSeen.emit()
            self.touched()
        return False
