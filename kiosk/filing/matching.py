"""Which control of the page takes which entry, and which row of a list means its value: one exact match, or none.

A control is known by the folded words beside it; where several have the same words, by the heading above, then by its
name. A name alone counts where there are no words at all, and for a list whose words no entry knows: there a row must
mean the value. Elsewhere it does not, for portals give names that say nothing and change them. Whatever two could be
is left to the person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.filing.control import Control, Field, fields_of, steady_name
from kiosk.filing.entry import ControlKind, Entry
from kiosk.filing.words import folded, label, row

_PLACEHOLDER = frozenset(map(folded, ("", "item1", "chọn", "select", "tất cả")))
_ASKS_TO_CHOOSE = (folded("chọn") + " ", folded("vui lòng chọn"), "select ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """What was found for the entries of a page."""

    fields: dict[str, Field]
    """By the entry's id."""
    ambiguous: frozenset[str]
    """Entries for which more than one field could be meant: left empty."""
    missing: frozenset[str]
    """Entries of which the page shows nothing (yet)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _KnownWords:
    """What the entries of a page know, folded."""

    headings: frozenset[str]
    labels: frozenset[str]


def match(entries: Sequence[Entry], controls: Iterable[Control]) -> Matched:
    """The field of each entry. What is never filled must have been taken out of `controls` before
    (`kiosk.filing.never.guarded`)."""
    fields = fields_of(controls)
    known = _KnownWords(
        headings=frozenset(label(section) for entry in entries for section in entry.sections),
        labels=frozenset(label(said) for entry in entries for said in entry.labels),
    )
    wanted = {entry.id: _candidates(entry, fields, known) for entry in entries}
    claims = Counter(id(found[0]) for found in wanted.values() if len(found) == 1)
    by_id = {entry.id: entry for entry in entries}
    sure: dict[str, Field] = {}
    unsure = {entry for entry, found in wanted.items() if len(found) > 1}
    for entry, found in wanted.items():
        if len(found) == 1 and (claims[id(found[0])] == 1 or _alone_by_name(by_id[entry], found[0], wanted, by_id)):
            sure[entry] = found[0]
        elif len(found) == 1:
            unsure.add(entry)
    _take_places(entries, sure)
    missing = frozenset(by_id) - sure.keys() - unsure
    return Matched(fields=sure, ambiguous=frozenset(unsure), missing=missing)


def _take_places(entries: Sequence[Entry], sure: dict[str, Field]) -> None:
    """Give a whole the field of its part where the page shows no other part of it."""
    for entry in entries:
        part = entry.takes_place_of
        alone = not any(each in sure for each in (entry.id, *entry.instead_of) if each != part)
        if part in sure and alone and sure[part].first.is_text:
            sure[entry.id] = sure.pop(part)


def _alone_by_name(entry: Entry, field: Field, wanted: dict[str, list[Field]], by_id: dict[str, Entry]) -> bool:
    """Of several entries that claim one field, whether this one alone knows its name."""
    rivals = [by_id[other] for other, found in wanted.items() if len(found) == 1 and found[0] is field]
    return _same_name(entry, field) and sum(_same_name(rival, field) for rival in rivals) == 1


def _candidates(entry: Entry, fields: Sequence[Field], known: _KnownWords) -> list[Field]:
    """Fields that could be meant, as few as the words, the heading and the names leave."""
    fitting = [field for field in fields if _takes(entry, field)]
    labels = frozenset(map(label, entry.labels))
    named = [field for field in fitting if _labels(entry, field) & labels and _under(entry, field, known)]
    if not named:
        named = [field for field in fitting if _same_name(entry, field) and _by_name(entry, field, known)]
    if not named and entry.turn:
        named = [field for field in fitting if _behind(entry, field) and _under(entry, field, known)]
    return _fewer(entry, named)


def _fewer(entry: Entry, found: list[Field]) -> list[Field]:
    if len(found) < 2:
        return found
    by_name = [field for field in found if _same_name(entry, field)]
    return by_name or found


def _labels(entry: Entry, field: Field) -> frozenset[str]:
    """Words that count: of a box to tick its own, of everything else those beside the field."""
    return frozenset({label(field.first.label)} - {""}) if entry.kind is ControlKind.TICK else field.labels


def _takes(entry: Entry, field: Field) -> bool:
    """Whether this sort of control can take this sort of value."""
    first = field.first
    if entry.row and entry.row != first.row:
        return False
    if entry.instead_of:
        return first.is_text and not first.part and first.type != "date"
    match entry.kind:
        case ControlKind.FILE:
            return first.is_file
        case ControlKind.TICK:
            return first.type == "checkbox" and len(field.controls) == 1
        case ControlKind.DATE:
            return bool(first.part) or first.is_text or first.is_list
        case ControlKind.CHOICE:
            return field.is_choice or first.is_list
        case ControlKind.TEXT:
            return not first.is_file and not first.part and (field.is_choice or first.is_text or first.is_list)


def _behind(entry: Entry, field: Field) -> bool:
    """Whether the field is that list without words which stands behind the choice of the same answer."""
    return field.turn == entry.turn and field.after in frozenset(map(label, entry.behind))


def _same_name(entry: Entry, field: Field) -> bool:
    return bool(field.known_as & frozenset(map(steady_name, entry.names)))


def _heading(field: Field, known: _KnownWords) -> str:
    """The nearest heading that the entries know, folded; a field's own words above it are none."""
    said = (folded for folded in map(label, (field.first.section, *field.first.outer)) if folded not in field.labels)
    return next((heading for heading in said if heading in known.headings), "")


def _under(entry: Entry, field: Field, known: _KnownWords) -> bool:
    headings = frozenset(map(label, entry.sections))
    return not headings or _heading(field, known) in headings or field.after in headings


def _by_name(entry: Entry, field: Field, known: _KnownWords) -> bool:
    """Whether the name alone may decide, or may make good a heading that was reworded."""
    said = _labels(entry, field)
    if _elsewhere(entry, field, known):
        return False
    return (
        not said or bool(said & frozenset(map(label, entry.labels))) or (_is_list(field) and not said & known.labels)
    )


def _is_list(field: Field) -> bool:
    return field.first.is_list or field.is_choice


def _elsewhere(entry: Entry, field: Field, known: _KnownWords) -> bool:
    """Whether the field stands under a heading that belongs to other entries."""
    return bool(_heading(field, known) and entry.sections) and not _under(entry, field, known)


def choose(rows: Sequence[str], entry: Entry) -> int | None:
    """The row that means the entry's value, None where none or more than one does.

    The value and its other words are asked in their order; whole rows are compared, marks and all, so a commune with
    a similar name is never taken, and a name that stands twice neither.
    """
    said = [row(text) for text in rows]
    for word in (entry.value, *entry.options):
        wanted = folded(word)
        if not wanted or wanted in _PLACEHOLDER:
            continue
        hits = [place for place, text in enumerate(said) if wanted in (text, folded(rows[place]))]
        if hits:
            return hits[0] if len(hits) == 1 else None
    return None


def choose_control(field: Field, entry: Entry) -> Control | None:
    """The button or box of a choice that means the entry's value."""
    place = choose([control.label for control in field.controls], entry)
    return None if place is None else field.controls[place]


def is_placeholder(text: str) -> bool:
    """Whether a row stands for "nothing chosen yet"."""
    return folded(text) in _PLACEHOLDER or folded(text).startswith(_ASKS_TO_CHOOSE)
