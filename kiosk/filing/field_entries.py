"""The entry of one field of a known page: its value made of the answers, its words, and the sort of its control."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from kiosk.filing.addresses import is_left_open, place_value
from kiosk.filing.catalogue import FiledAt
from kiosk.filing.entry import ControlKind, Entry
from kiosk.filing.guests import KnownGuest, KnownHouse
from kiosk.filing.other_ways import behind
from kiosk.filing.portal import Block, DateForm, FiledField, PlacePart
from kiosk.filing.words import other_words
from kiosk.forms.calendar_dates import parse
from kiosk.forms.definition import FormDefinition, Question, QuestionKind
from kiosk.forms.journey import Journey
from kiosk.forms.places import Places
from kiosk.forms.wording import names_in
from kiosk.i18n import Language, Text, alike, joined
from kiosk.person import FIELD_NAMES, PersonRecord

_CHOSEN_PARTS = {PlacePart.WHERE, PlacePart.COUNTRY}
_TICKED = Text("Đánh dấu", "Tick")
"""The value of a box, as the guide shows it."""
_PART_NAMES = {
    PlacePart.WHERE: Text("Trong nước hay nước ngoài", "In Viet Nam or abroad"),
    PlacePart.COUNTRY: Text("Quốc gia", "Country"),
    PlacePart.PROVINCE: Text("Tỉnh, thành phố", "Province"),
    PlacePart.COMMUNE: Text("Xã, phường", "Commune, ward"),
    PlacePart.DETAIL: Text("Số nhà, đường, xóm", "House, street, hamlet"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldMaker:
    """Makes the entries of one block."""

    at: FiledAt
    block: Block
    journey: Journey | None
    """None where the page takes nothing but what the card says."""
    places: Callable[[], Places]
    language: Language
    house: KnownHouse | None = None
    """Where the guests of an officer's list stay."""

    def entry(
        self, asked: FiledField, person: PersonRecord, *, order: int, guest: KnownGuest | None = None
    ) -> Entry | None:
        """The entry of one field; None where there is nothing to enter."""
        if self.journey is not None and not self.journey.holds(asked.when):
            return None
        said = self.said(asked, person, guest)
        if not said and not asked.asked_there:
            return None
        question = question_of(asked, self.journey.definition) if self.journey is not None else None
        value, others = said, self._others(asked, said)
        if asked.place is not None:
            place = place_value(said, asked.place, self.places())
            value, others = place.value, (*place.others, *self._others(asked, place.value))
            if not value and not is_left_open(said, asked.place, self.places()):
                return None
        kind = kind_of(asked, question)
        if kind is ControlKind.TICK:
            value = _TICKED.say(self.language)
        if kind is ControlKind.DATE and asked.writes is not DateForm.DAY_FIRST:
            value, kind = _written(value, asked.writes), ControlKind.TEXT
        words, turn = behind(self.at, asked)
        return Entry(
            id=f"{self.block.id}.{asked.id}",
            says=self._says(asked, question).say(self.language),
            value=value,
            kind=kind,
            labels=self.at.labels(asked),
            sections=self.block.headings,
            names=asked.names,
            options=others,
            order=order,
            waits_ms=asked.waits_ms,
            inferred=asked.inferred,
            behind=words,
            turn=turn,
        )

    def said(self, asked: FiledField, person: PersonRecord, guest: KnownGuest | None = None) -> str:
        """The whole answer, before a part of it is taken."""
        if asked.guest is not None:
            return guest.values.get(asked.guest, "") if guest is not None else ""
        if asked.house is not None and self.house is not None:
            return self.house.get(asked.house)
        return (person.get(asked.person) or "") if asked.person else self._composed(asked)

    def called(self, asked: FiledField) -> str:
        """What the guide calls the whole answer."""
        question = question_of(asked, self.journey.definition) if self.journey is not None else None
        return self._says(msgspec.structs.replace(asked, place=None), question).say(self.language)

    def _composed(self, asked: FiledField) -> str:
        return self.journey.compose(asked.value) if self.journey is not None else ""

    def _others(self, asked: FiledField, said: str) -> tuple[str, ...]:
        return (*other_words(asked.options, said), *other_words(self.at.shared.rows.get(asked.rows, {}), said))

    def _says(self, asked: FiledField, question: Question | None) -> Text:
        if asked.says is not None:
            return asked.says
        if question is None:
            return FIELD_NAMES[asked.person] if asked.person else alike((*self.at.labels(asked), asked.id)[0])
        form = self.journey.definition if self.journey is not None else None
        said = [*(group_of(question, form) if form is not None else ()), question.label]
        return joined(": ", [*said, _PART_NAMES[asked.place]] if asked.place else said)


def question_of(asked: FiledField, form: FormDefinition) -> Question | None:
    """The first question that the field's value names."""
    texts = (asked.value,) if isinstance(asked.value, str) else tuple(part.text for part in asked.value)
    names = [name for text in texts for name in sorted(names_in(text), key=text.index)]
    return next((question for name in names for question in form.questions if question.key == name), None)


def kind_of(asked: FiledField, question: Question | None) -> ControlKind:
    """The sort of control: as the field says, or as its value makes likely."""
    if asked.kind is not None:
        return asked.kind
    if asked.paper:
        return ControlKind.FILE
    if asked.place is not None:
        return ControlKind.CHOICE if asked.place in _CHOSEN_PARTS else ControlKind.TEXT
    if question is None or not _takes_whole(asked, question):
        return ControlKind.TEXT
    if question.kind is QuestionKind.DATE:
        return ControlKind.DATE
    return ControlKind.CHOICE if question.kind is QuestionKind.YES_NO else ControlKind.TEXT


def _takes_whole(asked: FiledField, question: Question) -> bool:
    """Whether the field takes the answer as it is and not a part of it."""
    texts = (asked.value,) if isinstance(asked.value, str) else tuple(part.text for part in asked.value)
    return texts[0] == f"{{{question.key}}}"


def group_of(question: Question, form: FormDefinition) -> list[Text]:
    """The name of the question's group, where it says more than the question."""
    return [group.name for group in form.groups if group.id == question.group and group.name.vi != question.label.vi]


def _written(value: str, form: DateForm) -> str:
    """A whole date as the field wants it; a year, or a month and year, stays as it is."""
    if parse(value) is None or value.count("/") != 2:
        return value
    day, month, year = value.split("/")
    return f"{year}-{month}-{day}" if form is DateForm.YEAR_FIRST else f"{day}-{month}-{year}"
