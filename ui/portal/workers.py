"""Several pieces of work that ask the same page; each gets the answers to its own questions."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.portal.link import PageLink
from ui.portal.work import PageWorker


class Workers(QObject):
    """All that works on the page of one filing, each waiting for its own answers."""

    def __init__(self, link: PageLink, parent: QObject) -> None:
        super().__init__(parent)
        self._link = link
        self._all: list[PageWorker] = []
        link.answer_to(self._answered)

    def another(self) -> PageWorker:
        """For what asks the page beside those before; its work is dropped by `stop`."""
        self._all.append(PageWorker(self._link.ask, self))
        return self._all[-1]

    def stop(self) -> None:
        """Drop everything that is under way."""
        for worker in self._all:
            worker.stop()

    def _answered(self, number: int, answer: str) -> None:
        for worker in self._all:
            worker.answered(number, answer)
