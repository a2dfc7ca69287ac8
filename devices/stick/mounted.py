"""USB sticks that the system mounts under one folder (the package's unit, or udisks): found in mountinfo, unmounted
by the system's own programs. It mounts nothing itself and formats nothing. Linux only.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from devices.errors import StickBusyError, StickLeftBehindError
from devices.system import programs

MOUNTS = Path("/proc/self/mountinfo")
UNIT = "kiosk-dvc-stick@{}.service"
"""What mounts a stick where the package is installed; the kiosk's user may stop it, and nothing else."""
PATIENCE_S = 30
_OCTAL = re.compile(r"\\([0-7]{3})")


class MountedStick:
    """One mount point and the device behind it."""

    def __init__(self, folder: Path, device: str, programs: Sequence[Sequence[str]] | None = None) -> None:
        self._folder = folder
        self._programs = programs or (
            ("systemctl", "--no-ask-password", "stop", UNIT.format(device.removeprefix("/dev/"))),
            ("udisksctl", "unmount", "--block-device", device),
            ("umount", str(folder)),
        )

    @property
    def folder(self) -> Path:
        return self._folder

    def unmount(self) -> None:
        """Unmount with the first of the system's programs that can do it. Raises `StickBusyError`."""
        for program in self._programs:
            try:
                done = programs.run(program, PATIENCE_S)
            except (OSError, subprocess.TimeoutExpired):
                continue
            if done.returncode == 0:
                return
        raise StickBusyError


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mount:
    """One mount and what tells it from the next at the same place: numbers of mounts and names of devices are used
    again, the node of a device is made anew whenever it is plugged in."""

    number: str
    device: str
    folder: Path
    node: int


class MountedPort:
    """Sticks mounted anywhere under `root`; those that are there at the start belong to no visit."""

    def __init__(self, root: Path, mounts: Path = MOUNTS, nodes: Path = Path("/")) -> None:
        self._root = root
        self._mounts = mounts
        self._nodes = nodes
        self._before: frozenset[_Mount] = frozenset(self._there())

    def begin_visit(self) -> None:
        self._before = frozenset(self._there())

    def plugged(self) -> MountedStick | None:
        there = self._there()
        new = [mount for mount in there if mount not in self._before]
        if there and not new:
            raise StickLeftBehindError
        return MountedStick(new[-1].folder, new[-1].device) if new else None

    def _there(self) -> list[_Mount]:
        try:
            lines = self._mounts.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return []
        found = [mount for line in lines if (mount := self._mount(line))]
        return [mount for mount in found if self._root in mount.folder.parents]

    def _mount(self, line: str) -> _Mount | None:
        """proc(5): field 1 numbers the mount, 5 is its place, the second behind the hyphen the device; odd characters
        are octal."""
        before, _, after = line.partition(" - ")
        fields, kinds = before.split(), after.split()
        if len(fields) < 5 or len(kinds) < 2:
            return None
        folder = Path(_OCTAL.sub(lambda match: chr(int(match[1], 8)), fields[4]))
        try:
            node = (self._nodes / kinds[1].lstrip("/")).stat().st_ino
        except (OSError, ValueError):
            node = 0
        return _Mount(number=fields[0], device=kinds[1], folder=folder, node=node)
