"""USB sticks that Windows shows under a letter of their own (`E:`). Nothing of it was seen on a real Windows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from devices.errors import StickBusyError, StickLeftBehindError
from devices.system.volumes import Volume, let_go, removable_volumes


class LetteredStick:
    """A `Stick` that is one removable volume; Windows has mounted it already."""

    def __init__(self, volume: Volume, let_go: Callable[[Volume], bool] = let_go) -> None:
        self._volume = volume
        self._let_go = let_go

    @property
    def folder(self) -> Path:
        return self._volume.folder

    def unmount(self) -> None:
        """Have Windows let it go. Raises `StickBusyError`."""
        if not self._let_go(self._volume):
            raise StickBusyError


class LetteredPort:
    """Every removable volume; those that are there at the start belong to no visit."""

    def __init__(
        self,
        volumes: Callable[[], Sequence[Volume]] = removable_volumes,
        let_go: Callable[[Volume], bool] = let_go,
    ) -> None:
        self._volumes = volumes
        self._let_go = let_go
        self._before = frozenset(volumes())

    def begin_visit(self) -> None:
        self._before = frozenset(self._volumes())

    def plugged(self) -> LetteredStick | None:
        there = self._volumes()
        new = [volume for volume in there if volume not in self._before]
        if there and not new:
            raise StickLeftBehindError
        return LetteredStick(new[-1], self._let_go) if new else None
