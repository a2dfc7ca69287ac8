"""Draining the outbox: batch after batch until it is empty, with back-off between attempts and poison set aside.

Synchronous; the caller decides on which worker it runs. `sleep` and `random` are handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from kiosk import logs
from kiosk.counts.outbox import Outbox, Waiting
from kiosk.counts.totals import Total
from kiosk.counts.uplink import RowsRefusedError, UplinkError

BATCH = 500
FIRST_PAUSE_S = 2.0
LONGEST_PAUSE_S = 900.0
ATTEMPTS = 6


class Wire(Protocol):
    """Where rows are sent; `kiosk.counts.uplink.Uplink` is the real one."""

    def send(self, totals: Sequence[Total]) -> None:
        """Store the rows; see `Uplink.send`."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Drained:
    """What one draining did. `fault` is the SQLSTATE that ended it, or the code of an `Obstacle`, or empty."""

    sent: int
    set_aside: int
    fault: str = ""


def pauses(random: Callable[[], float]) -> Iterator[float]:
    """Seconds to wait before the next attempt: doubling up to a quarter of an hour, each between half and the whole
    of it, so that a thousand PCs do not come back at the same moment."""
    whole = FIRST_PAUSE_S
    while True:
        yield whole * (0.5 + random() / 2)
        whole = min(whole * 2, LONGEST_PAUSE_S)


def drain(
    outbox: Outbox,
    connect: Callable[[], AbstractContextManager[Wire]],
    *,
    sleep: Callable[[float], None],
    random: Callable[[], float],
    attempts: int = ATTEMPTS,
    batch: int = BATCH,
) -> Drained:
    """Send until nothing waits, `attempts` connections in a row brought nothing, or trying again is of no use.

    Raises `sqlite3.Error`.
    """
    start = now = outbox.state()
    failed, wait, fault = 0, pauses(random), ""
    while failed < attempts and now.waiting:
        before, fault = now, ""
        try:
            with connect() as wire:
                while rows := outbox.take(batch):
                    _send(wire, outbox, rows)
        except UplinkError as broken:
            fault = broken.sqlstate or broken.obstacle.code
            logs.logger().warning("uplink", code=fault)
            if not broken.sqlstate and broken.obstacle.lasts:
                failed = attempts
        now = outbox.state()
        if now.waiting < before.waiting and failed < attempts:
            failed, wait = 0, pauses(random)
        if fault:
            failed += 1
            if failed < attempts:
                sleep(next(wait))
    set_aside = now.set_aside - start.set_aside
    return Drained(sent=start.waiting - now.waiting - set_aside, set_aside=set_aside, fault=fault)


def _send(wire: Wire, outbox: Outbox, rows: Sequence[Waiting]) -> None:
    """Send the rows, halving a refused batch until the poison stands alone."""
    try:
        wire.send([row.total for row in rows])
    except RowsRefusedError as refused:
        if len(rows) == 1:
            outbox.set_aside(rows[0], refused.sqlstate)
            logs.logger().error("uplink-refused", code=refused.sqlstate, reason=rows[0].total.kind.value)
            return
        middle = len(rows) // 2
        _send(wire, outbox, rows[:middle])
        _send(wire, outbox, rows[middle:])
    else:
        outbox.confirm(rows)
