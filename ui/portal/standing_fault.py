"""The fault in front of the page, and the note beside it: what the person reads, and what its button does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from kiosk.filing.outcome import PageSays
from ui.portal.fault import SAID, Fault, Remedy
from ui.portal.guide_state import FaultWords
from ui.portal.link import PageLink
from ui.portal.portal_model import FilingViewModel, Front

PASSING = frozenset({Fault.HUNG, Fault.MAINTENANCE, Fault.SIGNED_OUT})
"""Over as soon as the page answers, or says something else."""


class StandingFault(QObject):
    """At most one fault covers the page, and at most one note stands beside it."""

    raised = Signal()
    """A fault has come in front of the page."""

    def __init__(
        self, link: PageLink, model: FilingViewModel, say: Callable[[Fault], FaultWords], start: str, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._link, self._model, self._say, self._start = link, model, say, start
        self.now: Fault | None = None
        self.address = ""
        """Of the page that loaded last."""
        model.faultActed.connect(self.act)
        model.noteTaken.connect(self.clear_note)

    def raise_(self, fault: Fault) -> None:
        """Something stands in the way of the page; what is in front already is not said twice."""
        if self.now is fault:
            return
        self.now = fault
        words = self._say(fault)
        self._show(
            front=Front.FAULT,
            fault_title=words.title,
            fault_remedy=words.remedy,
            fault_staff=words.staff,
            fault_action=fault.remedy,
        )
        self.raised.emit()

    def note(self, fault: Fault) -> None:
        """A sentence beside the page, which goes on."""
        words = self._say(fault)
        self._show(note=words.title, note_remedy=words.remedy)

    def hears(self, says: PageSays) -> None:
        """What the words of the page mean."""
        fault = SAID.get(says)
        if fault is not None and fault.covers:
            self.raise_(fault)
        elif fault is not None:
            self.note(fault)
        elif self._model.props.note:
            self.clear_note()

    def passes(self) -> None:
        """The page has answered: a fault that only waited for that goes."""
        if self.now in PASSING:
            self.clear()

    def act(self) -> None:
        """What the button of the fault in front does."""
        fault = self.now
        if fault is None:
            return
        self.clear()
        match fault.remedy:
            case Remedy.RELOAD if self.address:
                self._link.reloaded.emit()
            case Remedy.RELOAD:  # nothing has loaded yet: the view would load its empty page again
                self._link.opened.emit(self._start)
            case Remedy.REMAKE:
                self._link.remade.emit()
                self._link.opened.emit(self.address or self._start)
            case Remedy.START:
                self._link.opened.emit(self._start)
            case Remedy.GO_ON | Remedy.NONE:
                pass

    def clear(self) -> None:
        """Nothing stands in front of the page any more."""
        if self.now is not None:
            self.now = None
            self._show(front=Front.FILED if self._model.props.code else Front.PAGE)

    def clear_note(self) -> None:
        self._show(note="", note_remedy="")

    def _show(self, **changes: object) -> None:
        self._model.change(lambda props: replace(props, **changes))  # type: ignore[arg-type]
