"""DG13 of the Vietnamese card: sixteen numbered fields with diacritics.

6D { 30 { …, 31 { 30 { INTEGER n, value… } … } } }. The layout is not published by its issuer; it is what several
independent readers agree on. The set is found by its tag and fields by their number, never by position; every field
may be missing or empty; texts are NFC and trimmed. Hashes are over the raw file, not over what is read here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from devices.emrtd.lds.files import ElementaryFile
from devices.iso7816 import tlv
from devices.iso7816.errors import MalformedError
from devices.iso7816.tlv import Tlv

INTEGER, SEQUENCE, SET = 0x02, 0x30, 0x31
TEXTS: Final = frozenset({0x0C, 0x13, 0x14, 0x16})
PARENTS: Final = 13
SPOUSES: Final = 14
CARD_IDENTIFIER: Final = 16
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


@dataclass(frozen=True, slots=True, kw_only=True)
class DataGroup13:
    """The fields that hold text, by name; absent and empty ones are left out."""

    texts: Mapping[str, str] = field(default_factory=dict, repr=False)
    father: str | None = field(default=None, repr=False)
    mother: str | None = field(default=None, repr=False)
    spouses: tuple[str, ...] = field(default=(), repr=False)


def parse_dg13(raw: bytes) -> DataGroup13:
    """The fields. Raises `MalformedError` when the structure or the UTF-8 of a text is broken."""
    fields = _fields(_field_set(tlv.read_only(raw, ElementaryFile.DG13.tag).value))
    texts = {name: text for number, name in FIELD_NAMES.items() if (text := _first_text(fields.get(number, [])))}
    parents = [_first_text([parent]) for parent in fields.get(PARENTS, [])]
    spouses = (_first_text([spouse]) for spouse in fields.get(SPOUSES, []))
    father, mother = (*parents, "", "")[:2]
    return DataGroup13(
        texts=texts,
        father=father or None,
        mother=mother or None,
        spouses=tuple(spouse for spouse in spouses if spouse),
    )


def _field_set(body: bytes) -> list[Tlv]:
    """The members of the SET, under the first SEQUENCE, whatever stands before it."""
    members = tlv.need(tlv.need(body, SEQUENCE).value, SET).children()
    if len(members) > MAX_FIELDS:
        raise MalformedError("DG13 fields")
    return members


def _fields(members: list[Tlv]) -> dict[int, list[Tlv]]:
    """The values of each field by its number; the first of two with one number counts."""
    fields: dict[int, list[Tlv]] = {}
    for member in members:
        parts = member.children() if member.tag == SEQUENCE else []
        if parts and parts[0].tag == INTEGER:
            fields.setdefault(int.from_bytes(parts[0].value, "big"), parts[1:])
    return fields


def _first_text(values: list[Tlv]) -> str:
    """The first text in the values, looking one level into a SEQUENCE; empty where there is none."""
    for value in values:
        inner = value.children() if value.tag == SEQUENCE else [value]
        for each in inner:
            if each.tag in TEXTS:
                return _text(each.value)
    return ""


def _text(content: bytes) -> str:
    try:
        text = unicodedata.normalize("NFC", content.decode("utf-8"))
    except UnicodeDecodeError as fault:
        raise MalformedError("DG13 text") from fault
    printable = "".join(" " if unicodedata.category(character) == "Cc" else character for character in text)
    return " ".join(printable.split())
