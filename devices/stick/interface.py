"""A person's USB stick as the kiosk sees it: a folder to write to, and a way to let it go."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol


class Stick(Protocol):
    """A file system on a person's stick, already mounted and writable for this program."""

    @property
    def folder(self) -> Path:
        """The mount point; gone once `unmount` has returned."""
        ...

    def unmount(self) -> None:
        """Let it go so that it can be pulled out. Raises `StickBusyError`."""
        ...


class Port(Protocol):
    """The places where a person plugs a stick in, watched for one visit at a time."""

    def begin_visit(self) -> None:
        """A visit begins: what is plugged in already is nobody's of this visit, and never taken for theirs."""
        ...

    def plugged(self) -> Stick | None:
        """The stick plugged in since; of several the one mounted last. Raises `StickLeftBehindError` when only
        older ones are there."""
        ...
