"""What the person answered: immutable, each answer with its origin, never shown by `repr`.

Shape of `Answer.value` by kind: date `dd/mm/yyyy` (or `mm/yyyy`, `yyyy` where allowed), time `hh:mm`, personal number
and phone digits only, choice the option's value, choices those values joined by commas, yes-no `yes` or `no`, number
decimal digits, address one line ending in commune and province; the rest is the text itself. Rows use `Answer.rows`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from kiosk.person import Origin, Sourced

YES = "yes"
NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer; a blank `value` with no rows is an answer left empty on purpose."""

    value: str = field(default="", repr=False)
    rows: tuple[tuple[str, ...], ...] = field(default=(), repr=False)
    origin: Origin = Origin.TYPED
    read: Sourced | None = field(default=None, repr=False)
    """What the card said, kept when the person changes it."""
    basis: str | None = field(default=None, repr=False)
    """The suggestion the person saw when editing a composed text."""

    told: bool = False
    """The person was told why this answer is doubted."""
    kept: bool = False
    """The person gave it again after that: it stays."""

    @property
    def is_blank(self) -> bool:
        """True where neither a value nor any cell of a row was given."""
        return not self.value and not any(any(row) for row in self.rows)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The option values of a choice or choices answer."""
        return tuple(self.value.split(",")) if self.value else ()

    def changed(self, value: str, rows: tuple[tuple[str, ...], ...], basis: str | None) -> Answer:
        """The answer after the person gave `value` or `rows`; what the card said stays known."""
        if self.read is not None and value == self.read.value:
            return replace(self, value=value, origin=self.read.origin)
        origin = Origin.TYPED if self.read is None else Origin.CORRECTED
        return Answer(value=value, rows=rows, origin=origin, read=self.read, basis=basis)


@dataclass(frozen=True, slots=True)
class Answers:
    """All answers by slot; also those that do not apply at the moment, so that nothing is lost."""

    _by_slot: Mapping[str, Answer] = field(default_factory=dict, repr=False)

    def get(self, slot: str) -> Answer | None:
        """The answer in `slot`, applicable or not."""
        return self._by_slot.get(slot)

    def put(self, slot: str, answer: Answer) -> Answers:
        """These answers with one more, or one replaced."""
        return Answers({**self._by_slot, slot: answer})

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_slot)

    def __len__(self) -> int:
        return len(self._by_slot)
