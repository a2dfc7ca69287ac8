"""What the page opens over itself: its alerts and questions, and the chooser of a file. Each is the kiosk's own."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from kiosk.filing.entry import Attachment
from ui.portal.dialogs import DialogCount, DialogFate, DialogKind
from ui.portal.fault import Fault
from ui.portal.papers import PapersInMemory, offered
from ui.portal.portal_model import DIALOGS, Ask, PaperRow
from ui.portal.running import RunningVisit


class Boxes(QObject):
    """Listens to the page for one visit. While a box waits for its answer the page stands still, and is not looked
    at."""

    def __init__(self, running: RunningVisit, papers: PapersInMemory, clock: Callable[[], float] = time.monotonic):
        super().__init__(running)
        self._running, self._papers, self._clock = running, papers, clock
        self._count = DialogCount()
        self._choosing = False
        link, model = running.link, running.model
        link.dialogOpened.connect(self._dialog)
        link.chooserOpened.connect(self._chooser)
        link.opened.connect(lambda _address: self._count.forget())
        model.answered.connect(self._answered)
        model.endAsked.connect(self._ask_to_end)
        model.fileChosen.connect(self._chosen)
        model.popupLeft.connect(link.popupClosed)
        self._tell_of_papers(", ".join(running.visit.too_large))
        model.tooLargeTaken.connect(lambda: self._tell_of_papers(""))

    def _tell_of_papers(self, names: str) -> None:
        most = self._running.visit.rules.largest_file // 1_000_000
        self._running.model.change(lambda props: replace(props, too_large=names, largest_mb=most))

    def _dialog(self, kind: int, words: str) -> None:
        match self._count.judge(DialogKind(kind), self._clock()):
            case DialogFate.SHOW:
                self._running.held = True
                self._ask(DIALOGS[DialogKind(kind)], words)
            case DialogFate.AGREE:
                self._running.link.dialogAnswered.emit(True)
            case DialogFate.REFUSE:
                self._running.link.dialogAnswered.emit(False)
            case DialogFate.NAG:
                self._running.link.dialogAnswered.emit(False)
                self._running.fail(Fault.NAGGING)

    def _ask_to_end(self) -> None:
        if self._running.model.props.ask is None:
            self._ask(Ask.END, "")

    def _ask(self, ask: Ask | None, words: str) -> None:
        self._running.model.change(lambda props: replace(props, ask=ask, ask_words=words))

    def _answered(self, agreed: bool) -> None:  # noqa: FBT001 Qt's signature
        asked = self._running.model.props.ask
        self._ask(None, "")
        if asked is Ask.END and agreed:
            self._running.end()
        elif asked in {Ask.ALERT, Ask.CONFIRM}:
            self._running.held = False
            self._running.link.dialogAnswered.emit(agreed or asked is Ask.ALERT)
            self._running.look()

    def _chooser(self, several: bool, accepts: list[str]) -> None:  # noqa: FBT001, ARG002 Qt's signature
        visit = self._running.visit
        fits = offered(visit.attachments, visit.rules, accepts)
        rows = [
            PaperRow(key=place, says=paper.says, fits=fit, received=paper.id in self._running.sight.received)
            for place, (paper, fit) in enumerate(zip(visit.attachments, fits, strict=True))
        ]
        rows += [PaperRow(key=-2, says=says, fits=False, too_large=True) for says in visit.too_large]
        self._choosing = True
        self._running.model.paper_list.show(rows)
        self._running.model.change(lambda props: replace(props, choosing_file=True))

    def _chosen(self, place: int) -> None:
        if not self._choosing:
            return
        self._choosing = False
        self._running.model.change(lambda props: replace(props, choosing_file=False))
        rows = self._running.model.paper_list.rows
        good = 0 <= place < len(rows) and rows[place].fits
        self._running.link.filesGiven.emit(self._paths(self._running.visit.attachments[place]) if good else [])

    def _paths(self, paper: Attachment) -> list[str]:
        path = self._papers.path_of(paper)
        return [path] if path else []
