"""A portal's program without a browser: speaks the messages over standard input and output, and does as it is told.

Run: `fake_portal.py DOES`, where DOES is a member of `Does`. How many entries and files reached it stands in `filled`
and `typed` of its outcome, so that nothing of a person need be written anywhere.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from enum import Enum
from pathlib import Path

from kiosk.filing.messages import (
    Alive,
    Draft,
    Failed,
    Filed,
    FromPortal,
    Leave,
    Left,
    Outcome,
    Painted,
    PortalVisit,
    Ready,
)
from kiosk.filing.wire import packed, read_from_kiosk

BEAT_S = 0.05


class Does(Enum):
    """What it does with a visit, or before one."""

    FILE = "file"
    DRAFT = "draft"
    LEAVE = "leave"
    FAIL = "fail"
    STAY = "stay"
    """Until it is asked to leave."""
    PAY = "pay"
    """As `STAY`, with a payment under way."""
    HANG = "hang"
    """Says nothing any more and cannot be asked to end."""
    CRASH = "crash"
    NONSENSE = "nonsense"
    NOT_START = "not-start"
    SLEEP = "sleep"
    """Never gets ready."""


def program(does: Does) -> tuple[str, ...]:
    """How it is started."""
    return (sys.executable, "-P", str(Path(__file__)), does.value)


def _say(message: FromPortal) -> None:
    os.write(1, packed(message))


def _read(most: int) -> bytes:
    return os.read(0, most)


def _outcome(does: Does, visit: PortalVisit) -> Outcome:
    filled, typed = len(visit.entries), len(visit.attachments)
    hosts = (visit.rules.hosts[0], "nobody-knows.gov.vn")
    match does:
        case Does.FILE:
            return Filed(code="G22.99.08-261129-004711", stale_hosts=hosts, filled=filled, typed=typed)
        case Does.DRAFT:
            return Draft(filled=filled, typed=typed)
        case Does.FAIL:
            return Failed(reason="portal.crashed", filled=filled, typed=typed)
        case _:
            return Left(filled=filled, typed=typed)


def main(does: Does) -> None:
    """One filing."""
    if does is Does.NOT_START:
        sys.exit(3)
    if does is Does.SLEEP:
        time.sleep(600)
    _say(Ready(chromium="140.0.0.0", security_patch="155.0.0.0"))
    visit = read_from_kiosk(_read)
    if not isinstance(visit, PortalVisit):
        return
    _say(Painted())
    match does:
        case Does.HANG:
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            time.sleep(600)
        case Does.CRASH:
            os.kill(os.getpid(), signal.SIGKILL)
        case Does.NONSENSE:
            os.write(1, b"\x00\x00\x00\x02{}")
            time.sleep(600)
        case Does.STAY | Does.PAY:
            _stay(paying=does is Does.PAY)
    _say(_outcome(does, visit))


def _stay(*, paying: bool) -> None:
    os.set_blocking(0, False)
    while True:
        _say(Alive(paying=paying, touched=not paying))
        try:
            first = os.read(0, 4)
        except BlockingIOError:
            time.sleep(BEAT_S)
            continue
        os.set_blocking(0, True)
        if not first or isinstance(read_from_kiosk(_after(first)), Leave):
            return


def _after(first: bytes) -> Callable[[int], bytes]:
    """Reads on behind bytes that were read already."""
    waiting = [first]
    return lambda most: waiting.pop() if waiting else _read(most)


if __name__ == "__main__":
    main(Does(sys.argv[1]))
