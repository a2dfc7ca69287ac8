"""What is wrong in one file: where, and what was expected there, in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.i18n import Language, Text, counted

Found = tuple[str, Text]
"""What a rule finds in a file: key path and expectation."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class FileFault:
    """One fault. `path` is a key path (`fees[0].text.vi`), a line, or "" for the file as a whole."""

    file: str
    path: str
    expected: str
    """In English."""
    expected_vi: str = ""
    """In Vietnamese; empty where a library's own words are all there is."""

    def __str__(self) -> str:
        """One line: file, place, expectation."""
        return self.say(Language.EN)

    def say(self, language: Language) -> str:
        """One line in a language; in English where the Vietnamese is not there."""
        vietnamese = language != Language.EN and self.expected_vi
        return self._line(self.expected_vi if vietnamese else self.expected)

    def in_both(self) -> str:
        """One line with the expectation in both languages, Vietnamese first."""
        return self._line(f"{self.expected_vi} / {self.expected}" if self.expected_vi else self.expected)

    def _line(self, expected: str) -> str:
        return ": ".join(part for part in (self.file, self.path, expected) if part)


Faults = tuple[FileFault, ...]


def fault(file: str, path: str, expected: Text) -> FileFault:
    """A fault with its expectation in both languages."""
    return FileFault(file=file, path=path, expected=expected.en, expected_vi=expected.vi)


def fault_count(number: int) -> Text:
    """How many faults there are: "1 lỗi" and "1 fault", "2 lỗi" and "2 faults"."""
    return Text(f"{number} lỗi", counted(number, "fault"))


def lines(faults: Iterable[FileFault]) -> str:
    """The faults in both languages, one a line: what an exception says to whoever started a command."""
    return "\n".join(fault.in_both() for fault in faults)
