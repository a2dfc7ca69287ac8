"""An executor that a test drains by hand: nothing runs until it is told to."""

from __future__ import annotations

from collections.abc import Callable


class ManualExecutor:
    """Satisfies `ui.visit.jobs.Executor` without a thread."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def submit(self, work: Callable[[], None], /) -> object:
        """Keep the work."""
        self.waiting.append(work)
        return None

    @property
    def running(self) -> int | None:
        """Nothing runs but while the test runs it."""
        return None

    def leave_behind(self, piece: int) -> bool:
        """There is no thread that could stay behind."""
        del piece
        return False

    def shutdown(self, seconds: float = 0.0) -> None:
        """Drop what waits."""
        del seconds
        self.waiting.clear()

    def run_next(self) -> None:
        """Run the oldest piece."""
        self.waiting.pop(0)()

    def run_all(self) -> None:
        """Run what waits, and what that adds."""
        while self.waiting:
            self.run_next()
