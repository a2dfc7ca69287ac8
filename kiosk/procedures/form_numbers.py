"""A form's number in what was typed: `CT01`, `ct 01`, `mẫu 1đ`, `TK1-TS`; and which procedures it leads to.

Compared without marks, blanks, dots, dashes and leading zeros. A number that is one elsewhere too ("18", "1a") counts
only after "mẫu". Which form bears which number is handed in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kiosk.i18n import fold, nfc
from kiosk.procedures.spelling import from_keys

_WORD = re.compile(r"[^\W_]+")
_RUNS = re.compile(r"\d+|[^\W\d_]+")
_YEAR = re.compile(r"^(\d+)\W+20\d\d\W+(.+)$")
_TYPED_D = re.compile(r"d[d9]")
"""Đ as Telex or VNI keys."""
_TELLING = re.compile(r"^(?=.*[a-z]{2})(?=.*\d)")
"""Two letters and a digit: such a thing is a form's number wherever it stands."""
_NAMED = ("mau", "form")
_NUMBER_WORDS = frozenset({"so", *_NAMED})
_MENTIONED = re.compile(r"\b[A-ZĐ]{2,4}\d{1,2}[a-zđ]?(?:-[A-Z]{2})?\b|\b[Mm]ẫu(?: số)? \d{1,2}[a-zđ]?\b")
_MOST_WORDS = 4
_NEAR = 8
"""Words before and behind a number that may say what the form is for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormEntry:
    """A form as the search knows it. `number` is printed on it; `procedures` use it, the closest first."""

    number: str
    procedures: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedForm:
    """A form's number found in a query, the procedures it leads to, and the other words near it."""

    number: str
    procedures: tuple[str, ...]
    rest: str


class FormNumbers:
    """Finds the number of a form in a query."""

    def __init__(self, entries: Iterable[FormEntry]) -> None:
        self._known: dict[str, FormEntry] = {}
        for entry in entries:
            for key in _keys(entry.number):
                before = self._known.get(key)
                both = (*before.procedures, *entry.procedures) if before else entry.procedures
                number = before.number if before else entry.number
                self._known[key] = FormEntry(number=number, procedures=tuple(dict.fromkeys(both)))

    def __contains__(self, number: str) -> bool:
        return any(key in self._known for key in _keys(number))

    def named(self, text: str) -> NamedForm | None:
        """The first number of a form that was typed, the longest that begins there; None when there is none."""
        words = _WORD.findall(nfc(text))
        folded = [fold(word) for word in words]
        bare = [_joined(_RUNS.findall(word)) for word in folded]
        for start in range(len(words)):
            for end in range(min(len(words), start + _MOST_WORDS), start, -1):
                entry = self._entry("".join(bare[start:end]), folded[max(0, start - 2) : start])
                if entry is not None:
                    near = [*range(max(0, start - _NEAR), start), *range(end, min(len(words), end + _NEAR))]
                    rest = " ".join(words[place] for place in near if folded[place] not in _NUMBER_WORDS)
                    return NamedForm(number=entry.number, procedures=entry.procedures, rest=rest)
        return None

    def _entry(self, key: str, before: Sequence[str]) -> FormEntry | None:
        entry = self._known.get(key) or self._known.get(_TYPED_D.sub("d", key))
        return entry if entry is not None and (_TELLING.match(key) or _is_named(before)) else None


def mentioned(texts: Iterable[str]) -> Iterator[str]:
    """The numbers of forms that a text names."""
    for text in texts:
        yield from _MENTIONED.findall(text)


def _is_named(before: Sequence[str]) -> bool:
    """Whether the one or two words say that a form's number follows; as they stand, or as raw keys."""
    readings = (list(before), [from_keys(word) for word in before])
    return any(words[-1] in _NAMED or (words[-1] == "so" and words[0] in _NAMED) for words in readings if words)


def _keys(number: str) -> Iterator[str]:
    folded = fold(number)
    bare = re.sub(r"^mau( so)? ", "", folded).split(" phu luc")[0]
    if key := _joined(_RUNS.findall(bare)):
        yield key
    if short := _YEAR.match(bare):
        yield _joined(_RUNS.findall(f"{short[1]} {short[2]}"))


def _joined(runs: Iterable[str]) -> str:
    return "".join(run.lstrip("0") or "0" if run.isdigit() else run for run in runs)
