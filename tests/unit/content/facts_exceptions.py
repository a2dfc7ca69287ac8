"""Where a procedure file says something other than the record it was written from, with the reason."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """The amounts shown instead (online, desk), and amounts of the record that are left out."""

    amounts: tuple[int | None, int | None]
    reason: str
    left_out: set[str] = field(default_factory=set)


AMOUNTS: dict[str, Departure] = {}

OPEN_TIME_LIMITS: dict[str, set[str]] = {}
"""Numbers in a time limit that the record's own time limit does not hold, each from its notes or documents."""
