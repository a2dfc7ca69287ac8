"""The papers of a visit on their way to the tray."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from PySide6.QtQml import QmlElement

from kiosk.printing import PrintState
from kiosk.session.paper_step import Paper, PaperStep
from ui.shown.records import RecordList

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One paper; `progress` is none until the printer was asked."""

    paper: Paper
    progress: PrintState | None
    picture: str
    """Address of its first page among the pictures shown; empty without one."""
    pages: tuple[str, ...]
    """Addresses of its pages in full size."""


@QmlElement
class SheetList(RecordList):
    """The papers being printed, each with its state and its picture."""

    record = SheetRow


def sheet_rows(step: PaperStep, pictures: Sequence[str], pages: Sequence[str]) -> list[SheetRow]:
    """The papers in the order of printing; `pages` are those of all papers, one behind the other."""
    rows, left = [], iter(pages)
    for place, sheet in enumerate(step.sheets):
        look = step.progress.get(sheet)
        progress = look.state if look else None
        own = tuple(islice(left, len(sheet.pages)))
        rows.append(SheetRow(paper=sheet.paper, progress=progress, picture=pictures[place], pages=own))
    return rows
