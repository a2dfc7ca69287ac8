"""What day and what time it is: the one place that asks the system's clock for a date or a time of day.

Whoever needs a day or a time is given a `Clock`, or one of its readings as a function (`clock.today`). Only a program
makes one of its own: the window (`ui.program`, `ui.played`, `ui.audit`) and, when nobody handed one in, a command of
`kiosk.cli`. Tests and the trial of a content pack hand in a clock that stands still (`stopped`).

`since_boot` counts the seconds since this PC began to run: nobody sets it, and it tells when it began anew.

Not its business: how long something takes. A duration must not jump when the time is set, so it is measured with
`time.monotonic` or `time.perf_counter`; where a decision hangs on it (deadlines, silence, watchdogs) such a clock is
handed in too. Time stamps of the log are structlog's, and the expiry of signed releases is judged by tuf.
"""

from __future__ import annotations

import secrets
import time as system_time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path


def _system_time() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The clock of this PC, or whatever `read` says instead; `read` gives a time with its zone."""

    read: Callable[[], datetime] = _system_time

    def utc(self) -> datetime:
        """The time in UTC: what certificates, releases and another computer's time are compared with."""
        return self.read().astimezone(UTC)

    def now(self) -> datetime:
        """The time in the zone of this PC: what papers and counts carry."""
        return self.read().astimezone()

    def today(self) -> date:
        """The day in the zone of this PC: by it a fact holds, a form is dated and a day is counted."""
        return self.now().date()

    def seconds(self) -> float:
        """Seconds since 1970 (UTC): for what must outlive a restart, a lock or a lease; set back when the time is."""
        return self.read().timestamp()


def stopped(day: date) -> Clock:
    """A clock that stands still at noon of `day`, in the zone of this PC."""
    noon = datetime.combine(day, time(12)).astimezone()
    return Clock(read=lambda: noon)


@dataclass(frozen=True, slots=True, kw_only=True)
class Uptime:
    """Seconds since a start of this PC, sleep included, and the name of that start."""

    boot: str
    seconds: float


def since_boot() -> Uptime:
    """How long this PC has been running. Where the system has no name for its starts, each process is one."""
    kind = getattr(system_time, "CLOCK_BOOTTIME", None)
    seconds = system_time.monotonic() if kind is None else system_time.clock_gettime(kind)
    return Uptime(boot=_boot(), seconds=seconds)


@cache
def _boot() -> str:
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return secrets.token_hex(16)
