"""The words of printing as a visit knows them: a ticket for a print, and how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class PrintState(Enum):
    """Where a print stands. The terminal ones are never left again; only DONE means that paper came out."""

    PENDING = "pending"
    PRINTING = "printing"
    OUT_OF_PAPER = "out-of-paper"
    JAM = "jam"
    COVER_OPEN = "cover-open"
    TONER = "toner"
    OFFLINE = "offline"
    BUSY = "busy"
    """Another job is before this one, for example the other station's."""
    STOPPED = "stopped"
    ABORTED = "aborted"
    """Given up by the printer, refused, past the deadline, or no longer known: the trouble code says which."""
    CANCELLED = "cancelled"
    DONE = "done"

    @property
    def is_terminal(self) -> bool:
        """Nothing more will happen to this print."""
        return self in _TERMINAL

    @property
    def needs_help(self) -> bool:
        """Somebody must do something at the printer; the print goes on by itself afterwards."""
        return self in _NEEDS_HELP


_TERMINAL = frozenset({PrintState.ABORTED, PrintState.CANCELLED, PrintState.DONE})
_NEEDS_HELP = frozenset(
    {
        PrintState.OUT_OF_PAPER,
        PrintState.JAM,
        PrintState.COVER_OPEN,
        PrintState.TONER,
        PrintState.OFFLINE,
        PrintState.STOPPED,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """What the session keeps of one print: a number within this visit and a neutral name."""

    number: int
    job_name: str
    copies: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintProgress:
    """One look at a print."""

    state: PrintState
    trouble: str | None = None
    """A key of `config/failures.toml`; a low toner is a trouble while the state stays PRINTING."""
