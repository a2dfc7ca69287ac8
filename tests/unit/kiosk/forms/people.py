"""A made-up person and a journey to start from."""

from __future__ import annotations

from datetime import date

from kiosk.forms import Context, FormDefinition, Journey, prefill
from kiosk.person import Origin, PersonField, PersonRecord, Sourced
from tests.helpers import shipped

TODAY = date(2026, 11, 23)
CONTEXT = Context(today=TODAY, procedure="1.004194", commune="Xã Vân Tụ", province="Tỉnh Nghệ An")

MAU = PersonRecord(
    fields={
        name: Sourced(value=value, origin=Origin.CHIP)
        for name, value in {
            PersonField.FULL_NAME: "Nguyễn Thị Mẫu",
            PersonField.PERSONAL_NUMBER: "040185007531",
            PersonField.DATE_OF_BIRTH: "01/02/1985",
            PersonField.SEX: "Nữ",
            PersonField.NATIONALITY: "Việt Nam",
            PersonField.ETHNICITY: "Kinh",
            PersonField.PLACE_OF_RESIDENCE: "Xóm 3, Hưng Tân, Hưng Nguyên, Nghệ An",
        }.items()
    }
)


def form(form_id: str) -> FormDefinition:
    """A shipped form."""
    return shipped.forms()[form_id]


def journey(form_id: str = "ct01", person: PersonRecord = MAU, context: Context = CONTEXT) -> Journey:
    """A journey as it stands after the card was read."""
    definition = form(form_id)
    return Journey(definition, prefill(definition, person), context)


def answered(start: Journey, **given: str) -> Journey:
    """The journey after these pages, in this order."""
    for key, value in given.items():
        start = start.answered(key, value)
    return start
