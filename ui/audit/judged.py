"""What the audit found at each stop, kept in a file as it goes: a run that is cut loses only the stop it stood at.

One line of JSON a stop and run. What runs in one resolution or theme each saw of a stop is told as one. A line that a
cut left half written is passed over, and its stop judged again.
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

    def and_also(self, later: JudgedStop) -> JudgedStop:
        """Both as one; where both looked, what the `later` one saw."""
        kept = self.only(tuple(variant for variant in self.variants if variant not in later.variants))
        return JudgedStop(
            stop=self.stop,
            variants=kept.variants + later.variants,
            seen=kept.seen + later.seen,
            shots=kept.shots | later.shots,
        )

    def only(self, variants: tuple[Variant, ...]) -> JudgedStop:
        """What was seen in these variants, as far as it was looked at in them."""
        looked = tuple(variant for variant in variants if variant in self.variants)
        shots = {name: file for variant in looked if (file := self.shots.get(name := str(variant))) is not None}
        return JudgedStop(
            stop=self.stop,
            variants=looked,
            seen=tuple(seen for seen in self.seen if seen.variant in looked),
            shots=shots,
        )

    def kinds(self) -> Iterator[str]:
        """A line for each kind of fault, without the variants it was seen in."""
        for found in dict.fromkeys(seen.finding for seen in self.seen):
            yield f"{found.rule.value}: {found.where}: {found.detail}"


def not_yet(stop: str) -> JudgedStop:
    """A stop that nobody looked at."""
    return JudgedStop(stop=stop, variants=(), seen=(), shots={})


class JudgedStops:
    """The stops that were judged, in this run or in those it goes on from."""

    def __init__(self, path: Path, *, going_on: bool) -> None:
        self._path = path
        self._before: dict[str, JudgedStop] = {}
        for judged in _read(path) if going_on and path.exists() else ():
            before = self._before.get(judged.stop)
            self._before[judged.stop] = before.and_also(judged) if before is not None else judged
        path.write_bytes(b"".join(map(_line, self._before.values())))

    def of(self, stop: str, variants: tuple[Variant, ...]) -> JudgedStop:
        """What earlier runs found at this stop in these variants, as far as they looked at it."""
        return self._before.get(stop, not_yet(stop)).only(variants)

    def add(self, judged: JudgedStop) -> None:
        """Write it down at once, so that a run that is cut goes on behind it."""
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
