"""What is wrong in a content pack: which file, which key, what was expected. Written for a commune officer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.errors import KioskError


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class ContentFault:
    """One fault. `path` is a key path (`fees[0].text.vi`), a line, or "" for the file as a whole."""

    file: str
    path: str
    expected: str

    def __str__(self) -> str:
        """One line: file, place, expectation."""
        return ": ".join(part for part in (self.file, self.path, self.expected) if part)


class ContentError(KioskError):
    """The pack cannot be used as it is; carries every fault found."""

    def __init__(self, faults: Sequence[ContentFault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = tuple(faults)
