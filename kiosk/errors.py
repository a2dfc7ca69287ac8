"""Every failure a person can meet: its code, its words in both languages, and what to do next.

The texts live in `config/failures.toml`; the codes live where the failure is known (`devices.errors`,
`devices.printer.PrinterTrouble`, the outcomes of the use cases). A test compares the two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from functools import cache
from pathlib import Path

import msgspec

from kiosk import paths
from kiosk.i18n import Text, joined
from kiosk.toml.fault import FileFault, lines
from kiosk.toml.reading import read_file


class KioskError(Exception):
    """A fault in what the station was given (settings, content, a file); its message names place and expectation.

    `said` is the message in both languages; None where it is only a name or what another program said.
    """

    def __init__(self, message: str | Text = "") -> None:
        super().__init__(message.en if isinstance(message, Text) else message)
        self.said = message if isinstance(message, Text) else None


class FaultyFileError(KioskError):
    """A file that cannot be used as it is; carries every fault found, its message names each in both languages."""

    def __init__(self, faults: Sequence[FileFault]) -> None:
        super().__init__(lines(faults))
        self.faults = tuple(faults)


class Mend(Enum):
    """What the staff's page offers for a failure: the button that stands with it."""

    AGAIN = "again"
    """A hand at the device mends it; then everything is looked at again."""
    DEVICES = "devices"
    """The technician's page on which devices are chosen."""
    RULER = "ruler"
    """The technician's page on which the screen is measured."""
    CARD_TEST = "card-test"
    """The technician's page on which a card is read."""
    PAPERS = "papers"
    """The page with the trial page of the printer."""
    UPDATE = "update"
    """The station takes the province's newest content."""
    SEND = "send"
    """The station sends its counts."""
    TECHNICIAN = "technician"
    """Nothing at the screen helps: the technician's telephone number."""


class Failure(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a person reads about a failure: what happened, what to do, what the staff should know."""

    title: Text
    """One sentence for the citizen: what happened."""
    remedy: Text
    """One sentence for the citizen: the next step."""
    staff: Text
    """Cause and remedy for whoever stands at the station: no command, no file, no folder."""
    technician: Text | None = None
    """What a command line adds: the command, the file, the key."""
    mend: Mend | None = None
    """The button on the staff's page; there for everything that its page can tell."""

    @property
    def at_console(self) -> Text:
        """What a command says: the staff's sentence, and what only whoever types can do."""
        return joined(" ", (self.staff, self.technician)) if self.technician else self.staff


class _FailureBook(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of `config/failures.toml`, by code."""

    failures: dict[str, Failure]


def failure_book() -> Mapping[str, Failure]:
    """The failure book of this program, read once. Raises `FaultyFileError`."""
    return _read_once(paths.shipped_config() / "failures.toml")


def read_failures(path: Path) -> Mapping[str, Failure]:
    """The failure book, by code. Raises `FaultyFileError` naming file, keys and what was expected."""
    book = read_file(path, _FailureBook)
    if isinstance(book, tuple):
        raise FaultyFileError(book)
    return book.failures


_read_once = cache(read_failures)
