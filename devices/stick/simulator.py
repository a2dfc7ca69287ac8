"""A folder that plays a USB stick, for the demo, for training and for tests."""

from __future__ import annotations

from pathlib import Path

from devices.errors import StickBusyError, StickLeftBehindError


class SimulatedStick:
    """A stick that is the folder itself; `busy` makes unmounting fail."""

    def __init__(self, folder: Path, *, busy: bool = False) -> None:
        self._folder = folder
        self._busy = busy
        self.unmounted = False

    @property
    def folder(self) -> Path:
        return self._folder

    def unmount(self) -> None:
        """Unmount it. Raises `StickBusyError` while `busy`."""
        if self._busy:
            raise StickBusyError
        self.unmounted = True


class SimulatedPort:
    """A port with a stick in it, or without. `put_in_anew`: as if a person plugged it in whenever a visit begins."""

    def __init__(self, stick: SimulatedStick | None = None, *, put_in_anew: bool = False) -> None:
        self.stick = stick
        self._put_in_anew = put_in_anew
        self._before: SimulatedStick | None = None

    def begin_visit(self) -> None:
        self._before = None if self._put_in_anew else self.stick

    def plugged(self) -> SimulatedStick | None:
        if self.stick is not None and self.stick is self._before:
            raise StickLeftBehindError
        return self.stick
