"""What the portal's page asks for, made from answers, card and scanned papers: the values and their words.

An answer that is blank or does not apply makes no entry. Where the pages of a procedure are not known, every answer
becomes an entry without words, so that it is shown large and never typed by the kiosk.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

import msgspec

from kiosk.filing.addresses import is_left_open, place_value
from kiosk.filing.catalogue import FiledAt
from kiosk.filing.messages import Attachment, ControlKind, Entry
from kiosk.filing.portal import Block, DateForm, Evidence, FiledField, PlacePart
from kiosk.forms.answers import Answer
from kiosk.forms.calendar_dates import parse
from kiosk.forms.definition import FormDefinition, Question, QuestionKind
from kiosk.forms.journey import Journey
from kiosk.forms.places import Places
from kiosk.forms.shown import printed_value, screen_value
from kiosk.forms.wording import names_in
from kiosk.i18n import Language, Text, alike, joined
from kiosk.person import FIELD_NAMES, PersonField, PersonRecord

_AFTER_DRIVERS = 1000
_COUNTED = re.compile(r"-\d+\Z")
"""What stands behind a paper's name where it became several files."""
_CHOSEN_PARTS = {PlacePart.WHERE, PlacePart.COUNTRY}
_CARD = (
    PersonField.FULL_NAME, PersonField.PERSONAL_NUMBER, PersonField.DATE_OF_BIRTH, PersonField.SEX,
    PersonField.NATIONALITY, PersonField.ETHNICITY, PersonField.PLACE_OF_RESIDENCE, PersonField.DATE_OF_ISSUE,
)  # fmt: skip
"""What of the card is shown where no answers are known."""
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
class Known:
    """What is known of the person of this visit. Never shown by `repr`."""

    journey: Journey | None = None
    person: PersonRecord = field(default_factory=PersonRecord)
    attachments: tuple[Attachment, ...] = ()
    too_large: tuple[str, ...] = ()
    """Scanned papers that no file of the portal's size can hold, as the list calls them."""

    def __repr__(self) -> str:
        return "<Known>"


def entries(at: FiledAt, known: Known, places: Callable[[], Places], language: Language) -> tuple[Entry, ...]:
    """The entries of a procedure in the order in which they are filled: drivers first."""
    made = [*(_of_blocks(at, known, places, language) if _is_mapped(at, known) else _by_hand(known, language))]
    made += _papers(at, known)
    return tuple(sorted(made, key=lambda entry: entry.order))


def _is_mapped(at: FiledAt, known: Known) -> bool:
    """Whether the fields of the page are known, and the answers they take; fields that take only what the card says
    need no answers."""
    if at.filing is None:
        return False
    if not at.filing.form:
        return bool(at.blocks)
    return known.journey is not None and known.journey.definition.id == at.filing.form


# ------------------------------------------------------------ pages that are known
def _of_blocks(at: FiledAt, known: Known, places: Callable[[], Places], language: Language) -> Iterator[Entry]:
    inferred = at.filing is not None and at.filing.evidence is Evidence.INFERRED
    number = _AFTER_DRIVERS
    for block in at.blocks:
        for asked in block.fields:
            number += 1
            maker = _Maker(at=at, block=block, journey=known.journey, places=places, language=language)
            question = question_of(asked, known.journey.definition) if known.journey is not None else None
            if known.journey is not None and question is not None and question.kind is QuestionKind.ROWS:
                yield from _of_rows(at, block, asked, question, known.journey, language, order=number)
                continue
            made = maker.entry(asked, known.person, order=asked.order if asked.order is not None else number)
            if made is not None:
                yield msgspec.structs.replace(made, inferred=True) if inferred else made


@dataclass(frozen=True, slots=True, kw_only=True)
class _Maker:
    """Makes the entries of one block."""

    at: FiledAt
    block: Block
    journey: Journey | None
    """None where the page takes nothing but what the card says."""
    places: Callable[[], Places]
    language: Language

    def entry(self, asked: FiledField, person: PersonRecord, *, order: int) -> Entry | None:
        """The entry of one field; None where there is nothing to enter."""
        if self.journey is not None and not self.journey.holds(asked.when):
            return None
        said = (person.get(asked.person) or "") if asked.person else self._composed(asked)
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
        )

    def _composed(self, asked: FiledField) -> str:
        return self.journey.compose(asked.value) if self.journey is not None else ""

    def _others(self, asked: FiledField, said: str) -> tuple[str, ...]:
        listed: Mapping[str, tuple[str, ...]] = self.at.shared.rows.get(asked.rows, {})
        return (*asked.options.get(said, ()), *listed.get(said, ()))

    def _says(self, asked: FiledField, question: Question | None) -> Text:
        if asked.says is not None:
            return asked.says
        if question is None:
            return FIELD_NAMES[asked.person] if asked.person else alike((*self.at.labels(asked), asked.id)[0])
        form = self.journey.definition if self.journey is not None else None
        said = [*(_group(question, form) if form is not None else ()), question.label]
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


def _group(question: Question, form: FormDefinition) -> list[Text]:
    """The name of the question's group, where it says more than the question."""
    return [group.name for group in form.groups if group.id == question.group and group.name.vi != question.label.vi]


def _written(value: str, form: DateForm) -> str:
    """A whole date as the field wants it; a year, or a month and year, stays as it is."""
    if parse(value) is None or value.count("/") != 2:
        return value
    day, month, year = value.split("/")
    return f"{year}-{month}-{day}" if form is DateForm.YEAR_FIRST else f"{day}-{month}-{year}"


def _of_rows(
    at: FiledAt,
    block: Block,
    asked: FiledField,
    question: Question,
    journey: Journey,
    language: Language,
    *,
    order: int,
) -> Iterator[Entry]:
    """One entry a cell, for the portal's table; without cells one a row, which the person types."""
    if not asked.cells:
        yield from _rows(question, journey, language, order=order)
        return
    answer = journey.answer(question.key)
    columns = {column.key: (place, column) for place, column in enumerate(question.columns)}
    for number, row in enumerate(answer.rows if answer else (), start=1):
        for cell in asked.cells:
            place, column = columns[cell.column]
            printed = printed_value(column, Answer(value=row[place]))
            if printed:
                yield Entry(
                    id=f"{block.id}.{asked.id}.{number}.{cell.column}",
                    says=f"{question.label.say(language)} {number}: {column.label.say(language)}",
                    value=printed,
                    kind=ControlKind.DATE if column.kind is QuestionKind.DATE else ControlKind.TEXT,
                    labels=cell.labels,
                    sections=block.headings,
                    names=cell.names,
                    options=at.shared.rows.get(cell.rows, {}).get(printed, ()),
                    order=order,
                    row=number,
                    inferred=asked.inferred,
                )


def _rows(question: Question, journey: Journey, language: Language, *, order: int) -> Iterator[Entry]:
    """One entry a row, without words: the person adds a row to the page's table and types it."""
    answer = journey.answer(question.key)
    for number, row in enumerate(answer.rows if answer else (), start=1):
        shown = screen_value(question, replace(answer, rows=(row,)), language) if answer else ""
        says = f"{question.label.say(language)} {number}"
        yield Entry(id=f"{question.key}.{number}", says=says, value=shown, order=order)


# ------------------------------------------------------------ pages that are not known
def _by_hand(known: Known, language: Language) -> Iterator[Entry]:
    """Answers, or what the card says, to be read and typed by the person."""
    if known.journey is None:
        for name in _CARD:
            if value := known.person.get(name):
                yield Entry(id=str(name), says=FIELD_NAMES[name].say(language), value=value)
        return
    form = known.journey.definition
    for number, question in enumerate(known.journey.pages):
        if question.kind is QuestionKind.ROWS:
            yield from _rows(question, known.journey, language, order=number)
            continue
        answer = known.journey.answer(question.key)
        value = printed_value(question, answer) if answer is not None else ""
        if value:
            said = joined(": ", [*_group(question, form), question.label])
            yield Entry(id=question.key, says=said.say(language), value=value, order=number)


def _papers(at: FiledAt, known: Known) -> Iterator[Entry]:
    """One entry a scanned paper; its row on the page is known by the paper's own name too."""
    words = at.filing.papers if at.filing else {}
    listed = {paper.id: paper.name for case in at.procedure.cases for paper in case.documents}
    for number, attachment in enumerate(known.attachments):
        paper = _COUNTED.sub("", attachment.name.partition(".")[0])
        own = (listed[paper].vi,) if paper in listed else ()
        yield Entry(
            id=f"paper.{attachment.name}",
            says=attachment.says,
            value=attachment.name,
            kind=ControlKind.FILE,
            labels=tuple(dict.fromkeys((*words.get(paper, ()), *own))),
            order=2 * _AFTER_DRIVERS + number,
        )
