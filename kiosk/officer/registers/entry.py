"""What is typed of one record of a register, twice: tidied, looked at, compared.

What cannot be is refused where it is typed, what is unlikely is said before it is written (decision 26). Two ways of
writing one thing (01 and 1, capitals, the place of a tone mark) are no difference.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

from kiosk.forms.place_names import spelled
from kiosk.spelling.doubt import is_doubtful


class IndexField(Enum):
    """A field of the index, in the order in which it is typed."""

    BOOK = "book"
    PAGE = "page"
    NUMBER = "number"
    YEAR = "year"
    NAME = "name"


class EntryFault(Enum):
    """Why what was typed cannot be."""

    EMPTY = auto()
    NO_NUMBER = auto()
    TOO_LARGE = auto()
    NO_BOOK = auto()
    YEAR_TO_COME = auto()
    YEAR_TOO_OLD = auto()
    NO_NAME = auto()


class Oddity(Enum):
    """What may be right, and should be looked at once more."""

    OLD_YEAR = auto()
    BOOK_OF_OTHER_YEAR = auto()
    LARGE_NUMBER = auto()
    LARGE_PAGE = auto()
    NAME_IN_DOUBT = auto()
    SCANNED_ALREADY = auto()


Typed = Mapping[IndexField, str]
"""One typing; a field that was not typed yet is not there."""

LONGEST: Final[Mapping[IndexField, int]] = {
    IndexField.BOOK: 12,
    IndexField.PAGE: 4,
    IndexField.NUMBER: 7,
    IndexField.YEAR: 4,
    IndexField.NAME: 120,
}
FIRST_YEAR: Final = 1858
"""No register of a commune is older than the French administration's."""
USUAL_FROM: Final = 1945
MOST_PAGE, USUAL_PAGE = 2_000, 400
USUAL_NUMBER: Final = 3_000
"""Records of one kind in one commune and year."""
_NUMBER: Final = re.compile(r"0*[1-9]\d{0,5}[A-Z]?")
_BOOK: Final = re.compile(r"[0-9A-Z][0-9A-Z/.\-]*")
_YEAR_IN_BOOK: Final = re.compile(r"[/.\-]((?:18|19|20)\d\d)$")
_NAME: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|[ .,'’()\-])*[^\W\d_.](?:\))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterEntry:
    """The index of one record, as both typings have it; `kind` is the id of the register."""

    kind: str
    book: str
    page: str
    number: str
    year: str
    name: str = field(repr=False)

    @property
    def key(self) -> tuple[str, ...]:
        """What tells one record from any other."""
        return (self.kind, *(_comparable(each, getattr(self, each.value)) for each in _TELLING))


_TELLING: Final = (IndexField.YEAR, IndexField.BOOK, IndexField.NUMBER)


def tidied(asked: IndexField, text: str) -> str:
    """As it is kept: composed letters, single spaces; numbers without zeros in front, books in capitals."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    match asked:
        case IndexField.NAME:
            return plain
        case IndexField.BOOK:
            return plain.upper().replace(" ", "")
        case _:
            bare = plain.upper().replace(" ", "").lstrip("0")
            return bare or plain


def fault_of(asked: IndexField, text: str, year_now: int) -> EntryFault | None:
    """Why `text` cannot be this field of a record; None where it can."""
    plain = tidied(asked, text)
    if not plain:
        return EntryFault.EMPTY
    match asked:
        case IndexField.BOOK:
            return None if _BOOK.fullmatch(plain) and any(map(str.isdigit, plain)) else EntryFault.NO_BOOK
        case IndexField.NAME:
            return None if _NAME.fullmatch(plain) and len(plain.split()) > 1 else EntryFault.NO_NAME
        case IndexField.NUMBER:
            return None if _NUMBER.fullmatch(plain) else EntryFault.NO_NUMBER
        case IndexField.PAGE | IndexField.YEAR:
            return _fault_of_number(asked, plain, year_now)


def _fault_of_number(asked: IndexField, plain: str, year_now: int) -> EntryFault | None:
    if not plain.isdecimal() or not plain.isascii() or int(plain) == 0:
        return EntryFault.NO_NUMBER
    if asked is IndexField.PAGE:
        return EntryFault.TOO_LARGE if int(plain) > MOST_PAGE else None
    if int(plain) > year_now:
        return EntryFault.YEAR_TO_COME
    return EntryFault.YEAR_TOO_OLD if int(plain) < FIRST_YEAR else None


def differing(first: Typed, second: Typed) -> tuple[IndexField, ...]:
    """The fields that the two typings have differently, in their order."""
    return tuple(
        each
        for each in IndexField
        if _comparable(each, first.get(each, "")) != _comparable(each, second.get(each, ""))
    )


def entry_of(kind: str, typed: Typed) -> RegisterEntry:
    """The index of a record of which every field was typed. Raises `KeyError`."""
    return RegisterEntry(kind=kind, **{each.value: tidied(each, typed[each]) for each in IndexField})


def oddities(entry: RegisterEntry) -> tuple[Oddity, ...]:
    """What is unlikely about one record by itself."""
    in_book = _YEAR_IN_BOOK.search(entry.book)
    number = int(entry.number.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    found = {
        Oddity.OLD_YEAR: int(entry.year) < USUAL_FROM,
        Oddity.BOOK_OF_OTHER_YEAR: in_book is not None and in_book[1] != entry.year,
        Oddity.LARGE_NUMBER: number > USUAL_NUMBER,
        Oddity.LARGE_PAGE: int(entry.page) > USUAL_PAGE,
        Oddity.NAME_IN_DOUBT: is_doubtful(entry.name),
    }
    return tuple(oddity for oddity, there in found.items() if there)


def _comparable(asked: IndexField, text: str) -> str:
    plain = tidied(asked, text)
    if asked is IndexField.NAME:
        return " ".join(spelled(word) for word in plain.split())
    return re.sub(r"(?<!\d)0+(?=\d)", "", plain)
