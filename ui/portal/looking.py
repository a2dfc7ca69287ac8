"""Looks at the page from time to time and says what it means; tells when it is silent for too long.

A page that is quiet is scanned anew only now and then: what a person types changes no element of it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.filing.messages import PortalVisit
from ui.portal.page import PageScan, PortalPage
from ui.portal.sight import Sight, sight
from ui.portal.work import PageWorker

LOOK_MS = 700
REUSED = 2
"""Looks at which a page that has not changed is not scanned anew."""
SILENT_LOOKS = 2
"""A page that is busy for some seconds is no hung one."""


class Looking(QObject):
    """`may_look` says whether the page may be asked now: nothing loads, nothing of it waits for an answer. While
    `waits` holds, a later look will do."""

    seen = Signal(object)
    """A `Sight`."""
    silent = Signal()
    """It has not answered several times."""

    def __init__(
        self,
        visit: Callable[[], PortalVisit],
        page: PortalPage,
        worker: PageWorker,
        *,
        may_look: Callable[[], bool],
        waits: Callable[[], bool],
        typed: Callable[[], Collection[str]],
    ) -> None:
        super().__init__(worker)
        self._visit, self._page, self._worker = visit, page, worker
        self._may_look, self._waits, self._typed = may_look, waits, typed
        self._scan: PageScan | None = None
        self._reused = self._unanswered = 0
        self._timer = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    def look(self) -> None:
        """Look at the page now, if it may be."""
        if not self._may_look():
            return
        if self._waits() or self._worker.busy:
            self.soon()
            return
        self._worker.start(self._looking(), self._told)

    def soon(self, after_ms: int = LOOK_MS) -> None:
        """Look after so many milliseconds."""
        self._timer.start(after_ms)

    def drop(self) -> None:
        """Drop the look that is under way: somebody else asks the page now."""
        self._worker.stop()

    def stop(self) -> None:
        """Look no more until somebody says `soon`."""
        self._worker.stop()
        self._timer.stop()

    def forget(self) -> None:
        """The page has changed: the next look scans it."""
        self._scan = None

    async def _looking(self) -> Sight:
        words = await self._page.words()
        quiet = min((each.quiet_ms for each in words), default=0) > 2 * LOOK_MS
        if self._scan is None or not quiet or self._reused >= REUSED or self._scan.frames != self._page.frames():
            self._scan, self._reused = await self._page.scan(), -1
        self._reused += 1
        return sight(self._visit(), self._scan, words, self._typed())

    def _told(self, seen: Sight | None) -> None:
        if seen is not None:
            self._unanswered = 0
            self.seen.emit(seen)
        else:
            self._unanswered += 1
            if self._unanswered >= SILENT_LOOKS and self._may_look():
                self.silent.emit()
        self.soon()
