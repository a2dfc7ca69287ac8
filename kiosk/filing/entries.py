"""What the portal's page asks for, made from answers, card and scanned papers: the values and their words.

An answer that is blank or does not apply makes no entry. Where the pages of a procedure are not known, every answer
becomes an entry without words, so that it is shown large and never typed by the kiosk.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import msgspec

from kiosk.filing.catalogue import FiledAt
from kiosk.filing.entry import Attachment, ControlKind, Entry, GuestEntries
from kiosk.filing.field_entries import FieldMaker, group_of, question_of
from kiosk.filing.guests import KnownGuest, KnownHouse
from kiosk.filing.other_ways import other_ways
from kiosk.filing.portal import Evidence
from kiosk.filing.row_entries import rows_by_hand, rows_in_cells
from kiosk.forms.definition import QuestionKind
from kiosk.forms.journey import Journey
from kiosk.forms.places import Places
from kiosk.forms.shown import printed_value
from kiosk.i18n import Language, joined
from kiosk.person import FIELD_NAMES, PersonField, PersonRecord

_AFTER_DRIVERS = 1000
_COUNTED = re.compile(r"-\d+\Z")
"""What stands behind a paper's name where it became several files."""
_CARD = (
    PersonField.FULL_NAME, PersonField.PERSONAL_NUMBER, PersonField.DATE_OF_BIRTH, PersonField.SEX,
    PersonField.NATIONALITY, PersonField.ETHNICITY, PersonField.PLACE_OF_RESIDENCE, PersonField.DATE_OF_ISSUE,
)  # fmt: skip
"""What of the card is shown where no answers are known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of the person of this visit. Never shown by `repr`."""

    journey: Journey | None = None
    person: PersonRecord = field(default_factory=PersonRecord)
    attachments: tuple[Attachment, ...] = ()
    too_large: tuple[str, ...] = ()
    """Scanned papers that no file of the portal's size can hold, as the list calls them."""
    guests: tuple[KnownGuest, ...] = ()
    """Of an officer's lodging list."""
    house: KnownHouse | None = None
    """Where these guests stay."""

    def __repr__(self) -> str:
        return "<Known>"


def entries(at: FiledAt, known: Known, places: Callable[[], Places], language: Language) -> tuple[Entry, ...]:
    """The entries of a procedure in the order in which they are filled: drivers first."""
    made = [*(_of_blocks(at, known, places, language) if _is_mapped(at, known) else _by_hand(known, language))]
    made += _papers(at, known)
    return tuple(sorted(made, key=lambda entry: entry.order))


def guest_entries(
    at: FiledAt, known: Known, places: Callable[[], Places], language: Language
) -> tuple[GuestEntries, ...]:
    """What each guest of a lodging list takes of the page's dialog, in the order in which it is filled."""
    return tuple(
        GuestEntries(
            name=guest.name,
            entries=tuple(sorted(_of_guest(at, guest, turn, places, language), key=lambda entry: entry.order)),
        )
        for turn, guest in enumerate(known.guests, start=1)
    )


def _of_guest(
    at: FiledAt, guest: KnownGuest, turn: int, places: Callable[[], Places], language: Language
) -> Iterator[Entry]:
    number = _AFTER_DRIVERS
    for block in at.blocks:
        for asked in block.fields:
            number += 1
            if asked.guest is None:
                continue
            maker = FieldMaker(at=at, block=block, journey=None, places=places, language=language)
            order = asked.order if asked.order is not None else number
            made = maker.entry(asked, PersonRecord(), order=order, guest=guest)
            if made is not None:
                yield msgspec.structs.replace(made, id=f"{made.id}.{turn}")


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
            maker = FieldMaker(
                at=at, block=block, journey=known.journey, house=known.house, places=places, language=language
            )
            question = question_of(asked, known.journey.definition) if known.journey is not None else None
            if known.journey is not None and question is not None and question.kind is QuestionKind.ROWS:
                yield from rows_in_cells(at, block, asked, question, known.journey, language, order=number)
                continue
            made = maker.entry(asked, known.person, order=asked.order if asked.order is not None else number)
            if made is None:
                continue
            made = msgspec.structs.replace(made, inferred=made.inferred or inferred)
            yield made
            yield from other_ways(at, asked, made, maker.said(asked, known.person), maker.called(asked))


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
            yield from rows_by_hand(question, known.journey, language, order=number)
            continue
        answer = known.journey.answer(question.key)
        value = printed_value(question, answer) if answer is not None else ""
        if value:
            said = joined(": ", [*group_of(question, form), question.label])
            yield Entry(id=question.key, says=said.say(language), value=value, order=number)


def _papers(at: FiledAt, known: Known) -> Iterator[Entry]:
    """One entry a scanned paper; its row on the page is known by the paper's own name too."""
    words = at.filing.papers if at.filing else {}
    listed = {paper.id: paper.name for case in at.procedure.cases for paper in case.documents}
    for number, attachment in enumerate(known.attachments):
        paper = _COUNTED.sub("", attachment.name.partition(".")[0])
        own = (listed[paper].vi,) if paper in listed else ()
        yield Entry(
            id=attachment.id,
            says=attachment.says,
            value=attachment.name,
            kind=ControlKind.FILE,
            labels=tuple(dict.fromkeys((*words.get(paper, ()), *own))),
            order=2 * _AFTER_DRIVERS + number,
        )
