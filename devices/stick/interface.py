"""A person's USB stick as the kiosk sees it: a folder to write to, and a way to let it go."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol


class Stick(Protocol):
    """One stick, mounted."""

    @property
    def folder(self) -> Path:
        """Where its files lie."""
        ...

    def unmount(self) -> None:
        """Let it go so that it can be pulled out. Raises `StickBusyError`."""
        ...


class Port(Protocol):
    """The place a person plugs it in."""

    def plugged(self) -> Stick | None:
        """The stick that is there; of several the one mounted last."""
        ...
