"""One process of the portal from its start to its end, on the workers; and the codes by which its end is told."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from kiosk.filing.messages import Draft, Failed, Filed, FromPortal, Leave, Left, PortalVisit
from kiosk.filing.wire import NotUnderstoodError, packed, read_from_portal
from ui.visit.portal_line import PortalLine, PortalProgram

GOING_S = 6.0
"""How long it may take to sign out and go, after its outcome or once it was asked to leave."""

MISSING = "portal.missing"
NOT_STARTED = "portal.did-not-start"
CRASHED = "portal.crashed"
HUNG = "portal.hung"
GARBLED = "portal.not-understood"


@dataclass(slots=True, eq=False)
class PortalLife:
    """One process from its start to its end. The line is set by the worker, everything else here."""

    started: float
    line: PortalLine | None = None
    dropped: bool = False
    is_ready: bool = False
    wanted: PortalVisit | None = field(default=None, repr=False)
    handed_over: bool = False
    heard: float = 0.0

    def kill(self) -> None:
        """Now, or as soon as it has started."""
        self.dropped = True
        if self.line is not None:
            self.line.kill()

    def say_leave(self) -> None:
        """Ask it to go, and see to it that it does. Waits; on a worker."""
        line = self.line
        if line is None:
            return
        with suppress(OSError, NotUnderstoodError):
            line.send(packed(Leave()))
        if not line.over(GOING_S):
            line.kill()


def live(life: PortalLife, program: PortalProgram, heard: Callable[[FromPortal], None]) -> None:
    """On a worker: start it, bring home what it says until its outcome, and see it go."""
    life.line = line = program.open()
    try:
        while not life.dropped and (message := read_from_portal(line.read)) is not None:
            heard(message)
            if isinstance(message, Filed | Draft | Left | Failed):
                break
    except NotUnderstoodError:
        line.kill()  # nothing it says from now on can be relied on
        raise
    finally:
        if life.dropped and not life.handed_over:
            line.kill()
        if not line.over(GOING_S):
            line.kill()
            line.over(GOING_S)
        line.close()


def reason_of(fault: Exception) -> str:
    """The code of how a process ended that said no outcome."""
    match fault:
        case NotUnderstoodError():
            return GARBLED
        case FileNotFoundError() | PermissionError():
            return MISSING
        case BrokenPipeError() | ConnectionError():
            return CRASHED
        case OSError():
            return NOT_STARTED
        case _:
            return CRASHED
