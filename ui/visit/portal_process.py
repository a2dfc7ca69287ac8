"""One filing's process: started without data, given the visit, listened to, and ended; whatever it does.

The main program never waits for it. What it says comes home from a worker; a clock here notices when it says nothing
any more. However it ends, by itself, silent, killed from outside or with the visit, there is exactly one outcome for
the person who waits, and the process is gone.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk import logs
from kiosk.filing.messages import (
    Alive,
    Draft,
    Failed,
    Filed,
    FromPortal,
    Left,
    Outcome,
    Painted,
    PortalVisit,
    Ready,
)
from kiosk.filing.wire import packed
from ui.visit.jobs import Jobs, Worker
from ui.visit.portal_life import CRASHED, GOING_S, HUNG, MISSING, NOT_STARTED, PortalLife, live, reason_of
from ui.visit.portal_line import PortalProgram

START_S = 40.0
"""Until the browser stands: some seconds from a slow disk, more while the kiosk starts too."""
SILENT_S = 10.0
"""It says every second that it lives; after so long of nothing it hangs."""
TICK_MS = 500


class PortalProcess(QObject):
    """The process of the visit in front. One at a time; use it from the GUI thread only."""

    ready = Signal(object)
    """`Ready`: the browser stands, with nobody's data."""
    painted = Signal()
    alive = Signal(object)
    """`Alive`, each second."""
    ended = Signal(object)
    """The `Outcome` of the filing that was handed over, once for each."""

    def __init__(
        self,
        jobs: Jobs,
        program: PortalProgram | None,
        clock: Callable[[], float] = time.monotonic,
        *,
        start_s: float = START_S,
        silent_s: float = SILENT_S,
    ) -> None:
        super().__init__()
        self._jobs = jobs
        self._program = program
        self._clock = clock
        self._start_s = start_s
        self._silent_s = silent_s
        self._life: PortalLife | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.measure)
        self._going: list[PortalLife] = []
        self._last_resort = QTimer(self)
        self._last_resort.setSingleShot(True)
        self._last_resort.setInterval(int(GOING_S * 1500))
        self._last_resort.timeout.connect(self._kill_the_going)

    @property
    def is_there(self) -> bool:
        """Whether this computer has the program at all."""
        return self._program is not None

    @property
    def stands(self) -> bool:
        """Whether a process runs that may be handed a visit at once."""
        return self._life is not None and self._life.is_ready

    def stand_by(self) -> None:
        """Start it without data, unless it stands already."""
        if self._life is None and self._program is not None:
            self._start(self._program)

    def file(self, visit: PortalVisit) -> None:
        """Hand the visit to the process that stands by, or to one that is started now."""
        if self._program is None:
            self.ended.emit(Failed(reason=MISSING))
            return
        life = self._life or self._start(self._program)
        life.wanted = visit
        if life.is_ready:
            self._hand_over(life)

    def leave(self) -> None:
        """The person or the visit goes: it is asked to go, and killed when it does not. No outcome comes any more."""
        life, self._life = self._life, None
        if life is None:
            return
        self._timer.stop()
        life.dropped, life.wanted = True, None
        self._jobs.farewell(Worker.PORTAL_TALK, life.say_leave)
        self._going.append(life)
        self._last_resort.start()  # a worker may be stuck with a process that hangs

    def stop(self) -> None:
        """Kill the process; for the end of the kiosk's own program."""
        life, self._life = self._life, None
        self._timer.stop()
        self._kill_the_going()
        if life is not None:
            life.kill()

    def _kill_the_going(self) -> None:
        self._last_resort.stop()
        while self._going:
            self._going.pop().kill()

    # ------------------------------------------------------------ its life
    def _start(self, program: PortalProgram) -> PortalLife:
        self._life = life = PortalLife(started=self._clock())

        def hear(message: FromPortal) -> None:
            self._heard(life, message)

        heard = self._jobs.relay(hear)
        self._jobs.run(
            Worker.PORTAL,
            lambda: live(life, program, heard),
            lambda _: self._gone(life, CRASHED if life.is_ready else NOT_STARTED),
            lambda fault: self._gone(life, reason_of(fault)),
        )
        self._timer.start()
        return life

    def _hand_over(self, life: PortalLife) -> None:
        visit, life.wanted = life.wanted, None
        life.handed_over, life.heard = True, self._clock()
        line = life.line
        if visit is not None and line is not None:
            self._jobs.run(
                Worker.PORTAL_TALK,
                lambda: line.send(packed(visit)),
                lambda _: None,
                lambda fault: self._killed(life, reason_of(fault)),
            )

    def _heard(self, life: PortalLife, message: FromPortal) -> None:
        if life is not self._life:
            return
        life.heard = self._clock()
        match message:
            case Ready():
                life.is_ready = True
                self.ready.emit(message)
                if life.wanted is not None:
                    self._hand_over(life)
            case Painted():
                self.painted.emit()
            case Alive():
                self.alive.emit(message)
            case Filed() | Draft() | Left() | Failed() if life.handed_over or life.wanted is not None:
                self._end(life, message)
            case Filed() | Draft() | Left() | Failed():
                self._life = None  # it stood by and could not; a person who asks starts another one

    def measure(self) -> None:
        """Look at the clock; called by the timer, and by tests."""
        life, now = self._life, self._clock()
        if life is None:
            self._timer.stop()
        elif not life.is_ready and now - life.started > self._start_s:
            self._killed(life, NOT_STARTED)
        elif life.handed_over and now - life.heard > self._silent_s:
            self._killed(life, HUNG)

    def _killed(self, life: PortalLife, reason: str) -> None:
        life.kill()
        self._gone(life, reason)

    def _gone(self, life: PortalLife, reason: str) -> None:
        """It ended without an outcome; while it only stood by, nobody need know."""
        if life is not self._life:
            return
        logs.logger().error("portal process ended", code=reason)
        if life.handed_over or life.wanted is not None:
            self._end(life, Failed(reason=reason))
        else:
            self._life = None

    def _end(self, life: PortalLife, outcome: Outcome) -> None:
        life.wanted = None
        self._life = None
        self._timer.stop()
        self.ended.emit(outcome)
