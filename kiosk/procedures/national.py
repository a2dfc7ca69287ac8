"""The national catalogue, imported by choice: JSON lines with code and official name, kept as a ready search index.

It is not part of the program: names and codes of thousands of procedures this station has no page for. The search
shows them so that nobody is told "there is no such thing".
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import msgspec

from devices import json_message
from devices.json_message import JsonMessageError
from kiosk.content.fault import ContentError
from kiosk.i18n import Text, nfc
from kiosk.procedures.search_index import EntryKind, IndexEntry, SearchIndex
from kiosk.procedures.words import Lexicon
from kiosk.toml.fault import FileFault, fault
from kiosk.toml.reading import convert

FILE_NAME = "national-catalogue.sqlite"
MOST_ROWS = 20_000
_CODE_WORDS = {
    "vi": "gồm 3 đến 30 chữ cái không dấu, chữ số và . _ / -",
    "en": "of 3 to 30 letters, digits and . _ / -",
}
_FAULTS_SHOWN = 20


class NationalRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the file; other keys (domain, portal id) are allowed and not used."""

    code: Annotated[str, msgspec.Meta(pattern=r"^\s*[0-9A-Za-z][0-9A-Za-z._/-]{2,29}\s*$", extra=_CODE_WORDS)]
    """Mostly `1.004222`; a few internal ones; some stand between blanks."""
    name: Annotated[str, msgspec.Meta(min_length=3, max_length=2000)]
    handled_by: tuple[str, ...] | None = None

    @property
    def agency(self) -> str:
        """Who settles it, as the catalogue writes it; several with a semicolon between."""
        return "; ".join(" ".join(nfc(agency).split()) for agency in self.handled_by or ())

    @property
    def at_commune(self) -> bool:
        """Whether a commune settles it."""
        return any("cấp xã" in nfc(agency).lower() for agency in self.handled_by or ())


_EMPTY = Text("cần mỗi dòng một thủ tục, không thấy dòng nào", "expected one procedure a line, found none")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedProcedure:
    """All that is known of a procedure the station has no page for."""

    code: str
    name: str
    agency: str = ""


def named_by_code(index: SearchIndex, code: str) -> NamedProcedure | None:
    """The procedure of exactly that code, or None."""
    found = (index.entry(number) for number in index.with_code(code, 1))
    return next(
        (NamedProcedure(code=code, name=hit.name, agency=hit.agency) for hit in found if hit.code == code), None
    )


def read_rows(path: Path) -> list[NationalRow]:
    """The rows of a file, the later of two with one code left out. Raises `ContentError` naming line and key."""
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        unread = Text("không đọc được: {why}", "cannot be read: {why}").filled(why=error.strerror)
        raise ContentError([fault(path.name, "", unread)]) from error
    if len(lines) > MOST_ROWS:
        raise ContentError(
            [fault(path.name, "", Text("hơn {most} dòng", "more than {most} lines").filled(most=MOST_ROWS))]
        )
    faults: list[FileFault] = []
    rows = {row.code: row for row in reversed(list(_decoded(lines, path.name, faults)))}
    if not rows and not faults:
        faults.append(fault(path.name, "", _EMPTY))
    if faults:
        raise ContentError(faults[:_FAULTS_SHOWN])
    return list(reversed(rows.values()))


def _decoded(lines: Sequence[bytes], file: str, faults: list[FileFault]) -> Iterator[NationalRow]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield json_message.decode(line, NationalRow)
        except JsonMessageError:
            faults += _faults_of(line, number, file)


def _faults_of(line: bytes, number: int, file: str) -> list[FileFault]:
    """Every fault in one line that is no row."""
    try:
        told = convert(json_message.decode(line, dict[str, object]), NationalRow, file)
    except JsonMessageError as error:
        return [FileFault(file=file, path=f"line {number}", expected=str(error))]
    inside = told if isinstance(told, tuple) else ()
    return [replace(each, path=f"line {number}, {each.path}".removesuffix(", ")) for each in inside]


def index_rows(rows: Sequence[NationalRow], words: Lexicon, path: Path | None = None) -> SearchIndex:
    """The index of the rows, in memory or as a file that replaces an older one in one step."""
    entries = (
        IndexEntry(
            kind=EntryKind.NATIONAL,
            id=None,
            code=row.code.strip(),
            name=nfc(row.name).strip(),
            agency=row.agency,
            near=row.at_commune,
        )
        for row in rows
    )
    if path is None:
        return SearchIndex.build(entries, words)
    path.parent.mkdir(parents=True, exist_ok=True)
    passing = path.with_name(f".{path.name}.{os.getpid()}")
    passing.unlink(missing_ok=True)
    try:
        SearchIndex.build(entries, words, passing).close()
        passing.replace(path)
    finally:
        passing.unlink(missing_ok=True)
    return SearchIndex.open(path)


def open_national(state: Path) -> SearchIndex | None:
    """The imported catalogue of this station; None when none was imported or its file is damaged."""
    path = state / FILE_NAME
    if not path.is_file():
        return None
    try:
        return SearchIndex.open(path)
    except sqlite3.DatabaseError:
        return None
