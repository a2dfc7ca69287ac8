"""How an item of the sheet is worded from answers: `Đăng ký tạm trú tại {dia_chi}[ đến ngày {den_ngay}]`.

`{key}` is an answer as it prints, `{key|filter}` the same filtered (filters can follow each other), `{@name}` a
value of the station. What stands in square brackets is left out when anything inside it is empty; a text whose every
placeholder is empty is left out whole. The wording is taken apart before an answer is put in, so braces typed by a
person stay braces.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from kiosk.forms import calendar_dates, identity_papers
from kiosk.forms.paper_lines import taken_apart

_SEGMENT = re.compile(r"\[([^\[\]]*)\]|([^\[\]]+)")
_SLOT = re.compile(r"\{([@#]?[a-z0-9_]*)((?:\|[a-z]+)*)\}")
_PLACE_WORD = re.compile(r"(?:Xã|Phường|Đặc khu|Số|Xóm|Thôn|Bản|Khối|Tổ|Đường|Ngõ|Hẻm|Khu|Ấp|Làng|Phòng|Nhà)\b")
_COMMUNE = re.compile(r"(?:xã|phường|đặc khu)\s", re.IGNORECASE)

Lookup = Callable[[str], str]
"""The printed value of one name, "" when there is none."""


def _in_words(value: str) -> str:
    when = calendar_dates.parse(value)
    return calendar_dates.in_words(when) if when else ""


def _part_of_date(index: int) -> Callable[[str], str]:
    """Day, month or year of a date, counted from the end so that partial dates work."""

    def pick(value: str) -> str:
        parts = value.split("/")
        return parts[index] if len(parts) >= -index else ""

    return pick


def _family_name(name: str) -> str:
    return name.split(" ", 1)[0]


def _given_names(name: str) -> str:
    return name.partition(" ")[2]


def _middle_names(name: str) -> str:
    return " ".join(name.split()[1:-1])


def _last_name(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1] if " " in name else ""


def _part_of_time(index: int) -> Callable[[str], str]:
    """Hour or minute of `hh:mm`."""
    return lambda value: value.split(":")[index] if ":" in value else ""


def _province(address: str) -> str:
    return address.rpartition(",")[2].strip()


def _commune(address: str) -> str:
    """Only a commune of today; a district in its place (old addresses) gives nothing."""
    pieces = [piece.strip() for piece in address.split(",")]
    return pieces[-2] if len(pieces) > 1 and _COMMUNE.match(pieces[-2]) else ""


def _detail(address: str) -> str:
    """House, street and hamlet: what stands before commune and province."""
    pieces = [piece.strip() for piece in address.split(",")]
    return ", ".join(pieces[: -2 if _commune(address) else -1]) if len(pieces) > 1 else address


def _inside_a_sentence(address: str) -> str:
    """ "Số 5" becomes "số 5"; a proper name in front keeps its capital."""
    return address[:1].lower() + address[1:] if _PLACE_WORD.match(address) else address


FILTERS: dict[str, Callable[[str], str]] = {
    "words": _in_words,
    "paper": identity_papers.named,
    "number": identity_papers.number_or_named,
    "upper": str.upper,
    "low": lambda value: value[:1].lower() + value[1:],
    "day": _part_of_date(-3),
    "month": _part_of_date(-2),
    "year": _part_of_date(-1),
    "hour": _part_of_time(0),
    "minute": _part_of_time(1),
    "card": identity_papers.card_issued_on,
    "paperkind": lambda value: taken_apart(value).kind,
    "papernumber": lambda value: taken_apart(value).number,
    "paperbook": lambda value: taken_apart(value).book,
    "paperday": lambda value: taken_apart(value).day,
    "paperoffice": lambda value: taken_apart(value).office,
    "family": _family_name,
    "given": _given_names,
    "middle": _middle_names,
    "last": _last_name,
    "place": _inside_a_sentence,
    "clause": lambda value: value.rstrip(" .;,"),
    "list": lambda value: value.replace("\n", ", "),
    "province": _province,
    "commune": _commune,
    "detail": _detail,
}


_LEADS_ON = ",;"


def names_in(text: str) -> frozenset[str]:
    """Every name a wording uses, with its `@` or `#`."""
    return frozenset(match[1] for match in _SLOT.finditer(text))


def filters_in(text: str) -> frozenset[str]:
    """Every filter a wording uses."""
    return frozenset(name for match in _SLOT.finditer(text) for name in match[2].split("|") if name)


def render(text: str, lookup: Lookup) -> str:
    """The wording with values put in; "" when it has placeholders and all are empty. A comma that led on from a value
    that is missing goes with it."""
    written: list[str] = []
    has_slot = has_value = False
    for optional, pieces in _taken_apart(text):
        values = [piece if isinstance(piece, str) else _value(*piece, lookup) for piece in pieces]
        slots = [value for value, piece in zip(values, pieces, strict=True) if not isinstance(piece, str)]
        has_slot, has_value = has_slot or bool(slots), has_value or any(slots)
        if not optional or all(slots):
            written += values
    said = "" if has_slot and not has_value else "".join(written).strip()
    return said if text[:1] in _LEADS_ON else said.lstrip(f"{_LEADS_ON} ")


_Slot = tuple[str, tuple[str, ...]]
"""The name of an answer and the filters it goes through."""


@lru_cache(maxsize=4096)  # every answer words a form anew, from the same few hundred texts
def _taken_apart(text: str) -> tuple[tuple[bool, tuple[str | _Slot, ...]], ...]:
    """The segments of a wording, each with whether it stands in square brackets: plain texts and placeholders."""
    return tuple((bool(optional), tuple(_pieces(optional or plain))) for optional, plain in _SEGMENT.findall(text))


def _pieces(segment: str) -> Iterator[str | _Slot]:
    end = 0
    for match in _SLOT.finditer(segment):
        yield segment[end : match.start()]
        yield match[1], tuple(match[2].split("|")[1:])
        end = match.end()
    yield segment[end:]


def _value(name: str, filters: tuple[str, ...], lookup: Lookup) -> str:
    value = lookup(name)
    for each in filters:
        value = FILTERS[each](value)
    return value
