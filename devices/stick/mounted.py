"""USB sticks that the system mounts under one folder (the package's unit, or udisks): found in mountinfo, unmounted
by the system's own programs. It mounts nothing itself and formats nothing. Linux only.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

from devices.errors import StickBusyError

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
        """By the first program that can. Raises `StickBusyError`."""
        for program in self._programs:
            try:
                done = subprocess.run(program, capture_output=True, timeout=PATIENCE_S, check=False)
            except (OSError, subprocess.TimeoutExpired):
                continue
            if done.returncode == 0:
                return
        raise StickBusyError


class MountedPort:
    """Sticks mounted anywhere under `root`."""

    def __init__(self, root: Path, mounts: Path = MOUNTS) -> None:
        self._root = root
        self._mounts = mounts

    def plugged(self) -> MountedStick | None:
        try:
            lines = self._mounts.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return None
        found = [stick for line in lines if (stick := _stick(line, self._root))]
        return found[-1] if found else None


def _stick(line: str, root: Path) -> MountedStick | None:
    """proc(5): field 5 is the mount point, the second behind the hyphen the device; odd characters are octal."""
    before, _, after = line.partition(" - ")
    fields, kinds = before.split(), after.split()
    if len(fields) < 5 or len(kinds) < 2:
        return None
    folder = Path(_OCTAL.sub(lambda match: chr(int(match[1], 8)), fields[4]))
    return MountedStick(folder, kinds[1]) if root in folder.parents else None
