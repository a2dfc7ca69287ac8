"""The papers of one case as a tick list "I have it"."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtQml import QmlElement

from kiosk.i18n import Language, Text
from kiosk.procedures.procedure import RequiredDocument
from ui.shown.records import RecordList

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1

ORIGINAL = Text(vi="Bản chính", en="Original")
COPIES = Text(vi="{count} bản sao", en="{count} copies")
ONE_COPY = Text(vi="1 bản sao", en="1 copy")
PRINTED_HERE = Text(vi="Máy này in được", en="Printed here")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """One paper; `optional` is only needed in some cases, as `detail` says."""

    id: str
    name: str
    detail: str
    optional: bool
    ticked: bool


@QmlElement
class DocumentList(RecordList):
    """The papers a procedure asks for."""

    record = DocumentRow


def document_row(document: RequiredDocument, language: Language, *, printed_here: bool, ticked: bool) -> DocumentRow:
    """The tick row of one paper."""
    parts = []
    if printed_here:
        parts.append(PRINTED_HERE.say(language))
    elif document.original:
        parts.append(ORIGINAL.say(language))
    if document.copies:
        parts.append((ONE_COPY if document.copies == 1 else COPIES).say(language).format(count=document.copies))
    if document.hint:
        parts.append(document.hint.say(language))
    detail = ". ".join(part.rstrip(".") for part in parts)
    return DocumentRow(
        id=document.id,
        name=document.name.say(language),
        detail=f"{detail}." if detail else "",
        optional=document.optional,
        ticked=ticked,
    )
