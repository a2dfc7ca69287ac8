"""Answers of the search as rows: a procedure or a guide that opens, the way to another place, a name only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtQml import QmlElement

from kiosk.guides.guide import Guide
from kiosk.i18n import Language, Text
from kiosk.procedures.elsewhere import Elsewhere
from kiosk.procedures.procedure import Procedure
from kiosk.procedures.search import Hit
from kiosk.procedures.search_index import EntryKind
from ui.list_models.procedure_list import procedure_row
from ui.shown.records import RecordList
from ui.shown.wording import UNCONFIRMED

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1

FORM = Text("Dùng tờ khai {number}", "Uses form {number}")
NAME = Text("In tờ giấy có tên, mã, nơi giải quyết", "Print a sheet with name, code and office")
GUIDE = Text("Hướng dẫn từng bước, khoảng {minutes} phút", "Step by step, about {minutes} minutes")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """One answer. `detail` is an official name, a summary or where to go; `aside` what to know at a glance."""

    kind: EntryKind
    id: str
    name: str
    detail: str
    aside: str


@QmlElement
class AnswerList(RecordList):
    """What the search found, best first."""

    record = AnswerRow


def procedure_answer(hit: Hit, procedure: Procedure, language: Language, today: date) -> AnswerRow:
    """A procedure; the number of the form asked for goes before time and fee."""
    row = procedure_row(procedure, language, today)
    form = FORM.say(language).format(number=hit.form) if hit.form else ""
    aside = " · ".join(part for part in (form, row.time, row.fee) if part)
    return AnswerRow(kind=EntryKind.PROCEDURE, id=row.id, name=row.name, detail=row.official_name, aside=aside)


def guide_answer(guide: Guide, language: Language) -> AnswerRow:
    """A guide, told apart from a procedure by its words."""
    return AnswerRow(
        kind=EntryKind.GUIDE,
        id=guide.id,
        name=guide.title.say(language),
        detail=guide.summary.say(language),
        aside=GUIDE.say(language).format(minutes=guide.minutes),
    )


def elsewhere_answer(key: str, entry: Elsewhere, language: Language) -> AnswerRow:
    """What the station does not offer, with where to go."""
    aside = "" if entry.is_confirmed else f"{UNCONFIRMED.say(language)}."
    return AnswerRow(
        kind=EntryKind.ELSEWHERE,
        id=key,
        name=entry.name.say(language),
        detail=entry.where.say(language),
        aside=aside,
    )


def name_only(hit: Hit, language: Language) -> AnswerRow:
    """A row of the national catalogue: no page of its own, but a leaflet with its name; its id is its code."""
    detail = " · ".join(part for part in (hit.code, hit.agency) if part)
    aside = NAME.say(language)
    return AnswerRow(kind=EntryKind.NATIONAL, id=hit.code or "", name=hit.name, detail=detail, aside=aside)
