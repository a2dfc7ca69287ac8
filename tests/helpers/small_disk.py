"""A real file system of a few kilobytes, in memory, to be filled: tmpfs, where this PC lets the tests mount one."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.helpers.mounts import NO_MOUNT


@contextmanager
def small_disk(place: Path, size: str) -> Iterator[Path]:
    """Mounted at `place` for the block, `size` as mount(8) takes it. Skips the test where nothing may be mounted."""
    place.mkdir(parents=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip(NO_MOUNT)
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], capture_output=True, check=False)


def fill(place: Path) -> Path:
    """Leave no byte free; returns the file to take away again."""
    filler = place / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))
    assert shutil.disk_usage(place).free == 0
    return filler
