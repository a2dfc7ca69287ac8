"""A form of the pack with every question answered, and the portals that ship: what filing starts from."""

from __future__ import annotations

from datetime import date
from functools import cache

from kiosk.filing.catalogue import FiledAt, Portals, read_portals
from kiosk.forms import Answers, Context, Journey, QuestionKind
from kiosk.forms.definition import FormDefinition, Question
from kiosk.forms.places import Places, read_places
from kiosk.paths import assets
from kiosk.procedures.procedure import Procedure
from tests.helpers import shipped

DAY = date(2026, 11, 29)
ADDRESS = "Xóm 3, Xã Vân Tụ, Tỉnh Nghệ An"
_BY_KIND = {
    QuestionKind.DATE: "15/03/2025",
    QuestionKind.TIME: "14:30",
    QuestionKind.PERSONAL_NUMBER: "040185000123",
    QuestionKind.PHONE: "0912345678",
    QuestionKind.EMAIL: "mau@example.vn",
    QuestionKind.ADDRESS: ADDRESS,
    QuestionKind.YES_NO: "yes",
    QuestionKind.NUMBER: "2",
    QuestionKind.PERSON_NAME: "Nguyễn Thị Mẫu",
}
_BY_ENDING = {"dan_toc": "Kinh", "quoc_tich": "Việt Nam"}


@cache
def portals() -> Portals:
    return read_portals(shipped.PACK)


@cache
def procedures() -> dict[str, Procedure]:
    return shipped.PACK.folder("procedures", Procedure)


@cache
def forms() -> dict[str, FormDefinition]:
    return shipped.PACK.folder("forms", FormDefinition)


@cache
def places() -> Places:
    return read_places(assets() / "content" / "places")


def filed_at(procedure: str) -> FiledAt:
    at = portals().of(procedures()[procedure], DAY)
    assert at is not None, f"{procedure} is filed nowhere"
    return at


def answered(form: str, code: str | None = None, **given: str) -> Journey:
    """Every question on the way answered; `given` by key."""
    journey = Journey(forms()[form], Answers(), Context(today=DAY, procedure=code))
    done: set[str] = set()
    while (page := next((each for each in journey.pages if each.key not in done), None)) is not None:
        done.add(page.key)
        if page.kind is not QuestionKind.ROWS:
            journey = journey.answered(page.key, given.get(page.key) or _value(page))
    return journey


def _value(question: Question) -> str:
    for ending, value in _BY_ENDING.items():
        if question.key.endswith(ending):
            return value
    if question.options:
        return question.options[0].value
    return _BY_KIND.get(question.kind, f"Trả lời {question.key}")
