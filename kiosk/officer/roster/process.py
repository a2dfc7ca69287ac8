"""The process that reads an officer's list: a program of its own with a ceiling of memory and no way to any disk.

Hears requests on standard input and answers on standard output until its input ends; then it is gone with everything
it held. What goes wrong inside is one code. Not its business: who asks, what is counted, where the copy goes.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import BinaryIO, Final, assert_never

import msgspec

from devices import json_message
from kiosk import paths
from kiosk.forms.places import Places, read_places
from kiosk.officer.roster import messages
from kiosk.officer.roster.columns import Guess, guess
from kiosk.officer.roster.copying import Added, MadeCopy, copy_of
from kiosk.officer.roster.listed_people import listed_people
from kiosk.officer.roster.matching import RosterIndex, Sought
from kiosk.officer.roster.old_fonts import writing_of
from kiosk.officer.roster.refusals import ListEmptyError, ListRefusedError, ListTooLargeError
from kiosk.officer.roster.tables import Table, table_of

MEMORY: Final = 1_500_000_000
"""Bytes of address space; a list of 50,000 rows takes a fifth of it."""
LOOKED_AT: Final = 500
"""Rows by which the old font is told."""


@dataclass(slots=True)
class OpenList:
    """The one list of this process."""

    places: Callable[[], Places]
    data: bytes = field(default=b"", repr=False)
    table: Table | None = field(default=None, repr=False)
    guessed: Guess | None = None
    index: RosterIndex | None = field(default=None, repr=False)

    def open(self, data: bytes) -> messages.Opened:
        """Read it and say what it seems to be. Raises `ListRefusedError`."""
        self.table = table = table_of(data)
        self.data = data
        looked_at = islice(table.rows, LOOKED_AT)
        writing = writing_of(cell for row in looked_at for cell in row if isinstance(cell, str))
        self.guessed = guessed = guess(table, writing)
        if len(table.rows) <= guessed.first_row:
            raise ListEmptyError
        return messages.Opened(
            rows=len(table.rows) - guessed.first_row,
            headings=guessed.headings,
            columns=guessed.columns,
            writing=guessed.writing,
            fingerprint=guessed.fingerprint,
        )

    def use(self, asked: messages.UseColumns) -> messages.MayMatch:
        """Make the list findable by these columns. Raises `ListRefusedError` where nothing is open."""
        if self.table is None or self.guessed is None:
            raise ListRefusedError("nothing open")
        self.guessed = replace(self.guessed, columns=asked.columns)
        self.index = RosterIndex(listed_people(self.table, self.guessed), self.places)
        gc.collect()
        gc.freeze()  # a list is a hundred thousand objects that stay: no card waits while they are looked through
        return messages.MayMatch(people=self.index.size)

    def match(self, asked: messages.Match) -> messages.ListAnswer:
        """What it says of one card. Raises `ListRefusedError` before the columns were agreed."""
        if self.index is None:
            raise ListRefusedError("no columns")
        found = self.index.match(
            Sought(
                name=asked.name,
                birth=asked.birth,
                number=asked.number,
                old_number=asked.old_number,
                address=asked.address,
            )
        )
        return messages.ListAnswer(outcome=found.outcome, row=found.row, differs=found.differs, notes=found.notes)

    def copy(self, asked: messages.Copy) -> MadeCopy:
        """The copy with what stands beside the rows. Raises `ListRefusedError` where nothing is open."""
        if self.table is None or self.guessed is None:
            raise ListRefusedError("nothing open")
        beside = {
            row: Added(outcome=each.outcome, details=each.details, day=each.day) for row, each in asked.rows.items()
        }
        return copy_of(self.data, self.table, max(0, self.guessed.first_row - 1), asked.headings, beside)


def serve(requests: BinaryIO, answers: BinaryIO, held: OpenList) -> None:
    """Answer until the requests end."""
    while line := requests.readline():
        answer, content = _answer(held, json_message.decode(line, messages.Down).asked, requests)
        answers.write(msgspec.json.encode(messages.Up(answer=answer)) + b"\n" + content)
        answers.flush()


def _answer(held: OpenList, asked: messages.Request, requests: BinaryIO) -> tuple[messages.Answer, bytes]:
    try:
        match asked:
            case messages.Open(size=size):
                return held.open(requests.read(size)), b""
            case messages.UseColumns():
                return held.use(asked), b""
            case messages.Match():
                return held.match(asked), b""
            case messages.Copy():
                made = held.copy(asked)
                return messages.Copied(size=len(made.data), looks_the_same=made.looks_the_same), made.data
            case unreachable:
                assert_never(unreachable)
    except ListRefusedError as refused:
        return messages.Refused(code=refused.code), b""
    except MemoryError:
        return messages.Refused(code=ListTooLargeError.code), b""
    except Exception:  # noqa: BLE001 - a broken list ends as a sentence, whatever a reader stumbled over
        return messages.Refused(code=ListRefusedError.code), b""


def main() -> None:
    """Serve the station that started this."""
    _bound_memory()
    content = paths.assets() / "content" / "places"
    serve(sys.stdin.buffer, sys.stdout.buffer, OpenList(places=lambda: read_places(content)))


def _bound_memory() -> None:
    """On Linux; elsewhere the limits of `container` alone hold. No core file: it would hold the list."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
