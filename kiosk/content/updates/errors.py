"""Why an update is not taken. Each class has a `code` that is a key of `config/failures.toml`.

Whatever the reason, the station goes on with the pack it has.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

from kiosk import disk
from kiosk.errors import KioskError


class UpdateError(KioskError):
    """An update that is refused or cannot be had."""

    code: ClassVar[str]


class NoAuthorityError(UpdateError):
    """No root metadata on this station, or a spoiled one: nobody may update it."""

    code = "update.no-authority"


class UnreachableError(UpdateError):
    """The source does not answer, or lacks a file."""

    code = "update.unreachable"


class UnsignedError(UpdateError):
    """Fewer valid signatures than the role asks for, or by other keys."""

    code = "update.unsigned"


class RollbackError(UpdateError):
    """Older than what the station knows, or parts of different releases."""

    code = "update.rollback"


class ExpiredError(UpdateError):
    """The source's signed time has run out: it stopped being renewed, or somebody holds the news back."""

    code = "update.expired"


class DamagedError(UpdateError):
    """Not the bytes that were signed: tampered with, cut off, or not readable."""

    code = "update.damaged"


class NeedsProgramError(UpdateError):
    """The pack is written for a newer program."""

    code = "update.needs-program"


class UnfitError(UpdateError):
    """Rightly signed, but it fails the content check or the journeys; the message names what."""

    code = "update.unfit"


class DiskFullError(UpdateError):
    """No room to unpack the pack beside the old one."""

    code = "update.disk-full"


class NotWritableError(UpdateError):
    """The station's state folder cannot be written."""

    code = "update.not-writable"


class BusyError(UpdateError):
    """Another update is running at this station."""

    code = "update.busy"


@contextmanager
def disk_faults_told() -> Iterator[None]:
    """Raise `DiskFullError` or `NotWritableError` for what the disk refuses."""
    try:
        yield
    except OSError as fault:
        kind = DiskFullError if fault.errno in disk.FULL else NotWritableError
        raise kind(f"{fault.filename or 'state'}: {fault.strerror}") from fault
