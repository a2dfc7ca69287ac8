"""What the officer's threads carry out for one list or sitting: one thing at a time, dropped once it has ended."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from ui.staff.staff_side import StaffSide
from ui.visit.jobs import Worker

T = TypeVar("T")


class OpenWork:
    """The work on what is open now; `end` it when another list or sitting begins."""

    def __init__(self, side: StaffSide) -> None:
        self._side = side
        self.number = 0
        """Of what is open: another one where a result comes too late."""
        self.busy = False

    def end(self) -> None:
        """What was open is gone; whatever still comes back for it is dropped."""
        self.number += 1
        self.busy = False

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        worker: Worker = Worker.STAFF,
    ) -> None:
        """Busy until the result is home, or the fault."""
        number, self.busy = self.number, True

        def home(deliver: Callable[[], None]) -> None:
            if number == self.number:
                self.busy = False
                deliver()

        self._side.run(
            work, lambda result: home(lambda: done(result)), lambda fault: home(lambda: failed(fault)), worker
        )
