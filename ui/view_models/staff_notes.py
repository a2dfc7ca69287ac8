"""What the content tells the staff of its procedures, and no visitor: notes, and why something is not confirmed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.procedures.staff_notes import NotedProcedure
from ui.list_models.staff_note_list import StaffNoteList, StaffNoteRow
from ui.view_models.staff_model import StaffModel, StaffParts

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesProps:
    """`noted` procedures have something to tell."""

    loading: bool = False
    failed: bool = False
    noted: int = 0


@QmlElement
class NotesViewModel(StaffModel[NotesProps]):
    """Reads the notes when somebody wants them; they are about the station's content and hold no person."""

    notesChanged = Signal()

    def __init__(self, parts: StaffParts) -> None:
        super().__init__(parts)
        self._list = StaffNoteList()
        self._noted: Sequence[NotedProcedure] | None = None
        self._failed = False

    def _notes(self) -> QObject:
        return self._list

    notes = Property(QObject, _notes, notify=notesChanged)

    def enter(self) -> None:
        """Read the notes that hold today, beside the window; `loading` until they are there."""
        self._failed = False
        self.side.run(self.side.services.notes, self._were_read, self._broke)

    def derive(self) -> NotesProps:
        noted = self._noted or ()
        self._list.show([self._row(procedure) for procedure in noted])
        return NotesProps(loading=self._noted is None and not self._failed, failed=self._failed, noted=len(noted))

    def wipe(self) -> None:
        self._noted, self._failed = None, False
        self._list.show(())
        super().wipe()

    def _row(self, procedure: NotedProcedure) -> StaffNoteRow:
        name = self.side.say(procedure.name)
        title = f"{name} ({procedure.code})" if procedure.code else name
        return StaffNoteRow(title=title, notes="\n".join(self.side.say(note) for note in procedure.notes))

    def _were_read(self, noted: Sequence[NotedProcedure]) -> None:
        self._noted = noted

    def _broke(self, _fault: Exception) -> None:
        self._failed = True
