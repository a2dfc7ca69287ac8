"""DG13 of the Vietnamese card: sixteen numbered fields with diacritics.

6D { 30 { …, 31 { 30 { INTEGER n, value… } … } } }. The layout is not published by its issuer; it is what several
independent readers agree on, and they differ in how the parents are nested. Everything is found by what it is, never
by its position; every field may be missing, empty or broken, which costs that field alone; texts are what
`printed_text` makes of them. Hashes are over the raw file, not over what is read here.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

from devices.emrtd.lds.files import ElementaryFile
from devices.emrtd.printed_text import printable
from devices.iso7816 import tlv
from devices.iso7816.errors import MalformedError
from devices.iso7816.tlv import Tlv

INTEGER, SEQUENCE, SET = 0x02, 0x30, 0x31
CONSTRUCTED: Final = 0x20
TEXTS: Final[Mapping[int, str]] = {
    **dict.fromkeys((0x0C, 0x12, 0x13, 0x14, 0x16, 0x1A, 0x1B), "utf-8"),
    0x1C: "utf-32-be",
    0x1E: "utf-16-be",
}
"""The string types of ASN.1 and how their bytes are read: the older ones are ASCII, which is UTF-8 as well."""
_NUMBERED: Final = {0xA0: 0, 0xA1: 1, 0x80: 0, 0x81: 1}
"""Tags of the context that tell father from mother."""
_DEEPEST: Final = 6
PARENTS: Final = 13
SPOUSES: Final = 14
MAX_FIELDS: Final = 64
FIELD_NAMES: Final[Mapping[int, str]] = {
    1: "personal_number",
    2: "full_name",
    3: "date_of_birth",
    4: "sex",
    5: "nationality",
    6: "ethnicity",
    7: "religion",
    8: "place_of_origin",
    9: "place_of_residence",
    10: "identifying_features",
    11: "date_of_issue",
    12: "date_of_expiry",
    15: "old_id_number",
}
"""Single texts by their number; parents, spouses and the opaque identifier 16 are kept apart."""
FATHER, MOTHER, SPOUSE = "father", "mother", "spouse"
EVERY_FIELD: Final = frozenset({*FIELD_NAMES.values(), FATHER, MOTHER, SPOUSE})


@dataclass(frozen=True, slots=True, kw_only=True)
class DataGroup13:
    """The fields that hold text, by name; absent and empty ones are left out."""

    texts: Mapping[str, str] = field(default_factory=dict, repr=False)
    father: str | None = field(default=None, repr=False)
    mother: str | None = field(default=None, repr=False)
    spouses: tuple[str, ...] = field(default=(), repr=False)


def parse_dg13(raw: bytes, wanted: Collection[str] = EVERY_FIELD) -> DataGroup13:
    """The wanted fields, by the names of `EVERY_FIELD`; of the others no text is made, for nobody agreed to their
    reading.

    Raises `MalformedError` when no fields are to be found; one that is broken is left out alone.
    """
    members = _members(_whole_objects(tlv.read_only(raw, ElementaryFile.DG13.tag).value), _DEEPEST)
    if not members or len(members) > MAX_FIELDS:
        raise MalformedError("DG13 fields")
    fields: dict[int, list[Tlv]] = {}
    for number, values in members:
        fields.setdefault(number, []).extend(values)
    asked = {number: name for number, name in FIELD_NAMES.items() if name in wanted}
    texts = {name: text for number, name in asked.items() if (text := _first_text(fields.get(number, [])))}
    father, mother = _parents(fields.get(PARENTS, [])) if {FATHER, MOTHER} & set(wanted) else ("", "")
    spouses = _texts(fields.get(SPOUSES, []), _DEEPEST) if SPOUSE in wanted else []
    return DataGroup13(
        texts=texts,
        father=(father if FATHER in wanted else "") or None,
        mother=(mother if MOTHER in wanted else "") or None,
        spouses=tuple(filter(None, spouses)),
    )


def _members(objects: list[Tlv], deeper: int) -> list[tuple[int, list[Tlv]]]:
    """Number and values of each field, out of the innermost object most of whose members are numbered.

    The layouts seen put them in a SET under one or two SEQUENCEs, beside a version or an identifier.
    """
    found = [member for each in objects if (member := _member(each))]
    if deeper == _DEEPEST and len(found) == 1:
        found = []  # the SEQUENCE around it all, which begins with a version
    inside = [_whole_objects(each.value) for each in objects if deeper and each.raw[0] & CONSTRUCTED]
    inner = [_members(each, deeper - 1) for each in inside]
    return max([found, *inner], key=lambda each: (len({number for number, _ in each}), each is not found))


def _member(each: Tlv) -> tuple[int, list[Tlv]] | None:
    """A field: a SEQUENCE that begins with its number. What is broken behind the number is an empty field."""
    if each.tag != SEQUENCE or not each.value:
        return None
    try:
        number = tlv.read(each.value)
    except MalformedError:
        return None
    if number.tag != INTEGER or not 0 < len(number.value) <= 2:
        return None
    return int.from_bytes(number.value, "big"), _whole_objects(each.value[len(number.raw) :])


def _whole_objects(data: bytes) -> list[Tlv]:
    """The objects of `data` up to the first that is broken."""
    whole: list[Tlv] = []
    with suppress(MalformedError):
        whole.extend(tlv.read_all(data))
    return whole


def _parents(values: list[Tlv]) -> tuple[str, str]:
    """Father and mother, in whichever way they are nested; numbered by their tags where those say which is which."""
    names = _texts(values, _DEEPEST)
    while len(values) == 1 and values[0].raw[0] & CONSTRUCTED and values[0].tag not in _NUMBERED:
        values = _whole_objects(values[0].value)
    if values and all(each.tag in _NUMBERED for each in values):
        numbered = {_NUMBERED[each.tag]: next(iter(_texts([each], _DEEPEST)), "") for each in values}
        return numbered.get(0, ""), numbered.get(1, "")
    father, mother = (*names, "", "")[:2]
    return father, mother


def _texts(values: list[Tlv], deeper: int) -> list[str]:
    """The texts in the values from first to last, however deep; an object without one holds the place of its text."""
    found: list[str] = []
    for value in values:
        if value.tag in TEXTS:
            found.append(_text(value))
        elif value.tag in _NUMBERED and not value.raw[0] & CONSTRUCTED:
            found.append(_decoded(value.value, "utf-8"))
        elif deeper and value.raw[0] & CONSTRUCTED:
            found += _texts(_whole_objects(value.value), deeper - 1) or [""]
    return found


def _first_text(values: list[Tlv]) -> str:
    """The first text in the values; empty where there is none."""
    return next(filter(None, _texts(values, _DEEPEST)), "")


def _text(value: Tlv) -> str:
    return _decoded(value.value, TEXTS[value.tag])


def _decoded(content: bytes, encoding: str) -> str:
    """The text, or nothing where the bytes are none: cut in mid letter, it might be another word."""
    try:
        return printable(content.decode(encoding))
    except UnicodeDecodeError:
        return ""
