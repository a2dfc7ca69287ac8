"""What the audit found at each stop, kept in a file as it goes: a run that is cut loses only the stop it stood at.

One line of JSON a stop. A line that a cut left half written is passed over, and its stop judged again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from devices import json_message
from ui.audit.complaint import Seen, Variant

FILE: Final = "judged.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedStop:
    """A stop of the tour, the variants it was looked at in, and what was found."""

    stop: str
    variants: tuple[Variant, ...]
    seen: tuple[Seen, ...]
    shots: dict[str, str]
    """Variant in words -> file of its picture."""

    def kinds(self) -> Iterator[str]:
        """A line for each kind of fault, without the variants it was seen in."""
        for found in dict.fromkeys(seen.finding for seen in self.seen):
            yield f"{found.rule.value}: {found.where}: {found.detail}"


class JudgedStops:
    """The stops that were judged, in this run or in those it goes on from."""

    def __init__(self, path: Path, *, going_on: bool) -> None:
        self._path = path
        self._before = {each.stop: each for each in _read(path)} if going_on and path.exists() else {}
        path.write_bytes(b"".join(map(_line, self._before.values())))

    def of(self, stop: str, variants: tuple[Variant, ...]) -> JudgedStop | None:
        """What an earlier run found at this stop; None unless it looked at the same variants."""
        judged = self._before.get(stop)
        return judged if judged is not None and set(judged.variants) == set(variants) else None

    def add(self, judged: JudgedStop) -> None:
        """Keep it at once."""
        with self._path.open("ab") as file:
            file.write(_line(judged))


def _line(judged: JudgedStop) -> bytes:
    return msgspec.json.encode(judged) + b"\n"


def _read(path: Path) -> Iterator[JudgedStop]:
    for line in path.read_bytes().splitlines():
        try:
            yield json_message.decode(line, JudgedStop)
        except json_message.JsonMessageError:
            continue
