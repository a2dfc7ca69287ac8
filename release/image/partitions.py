"""What lies where on the image's disk: seven partitions, their sizes in MiB, and how a GPT names them."""

from __future__ import annotations

import errno
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MIB = 1 << 20
GUID = "4b494f53-4b00-4000-8000-00000000000"
"""The disk's own is 0, each partition's its number. The same in every image; an installed disk gets new ones."""
END = 2
"""MiB at the end of the disk for the second copy of its table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Partition:
    """One partition: `number` from 1, `kind` as sgdisk codes it, `start` and `size` in MiB."""

    number: int
    name: str
    kind: str
    start: int
    size: int


SIZES = (
    ("KIOSK", "0700", 64),
    ("bios", "ef02", 1),
    ("ESP", "ef00", 320),
    ("kiosk-root-a", "8304", 1024),
    ("kiosk-root-b", "8304", 1024),
    ("kiosk-state", "8310", 1152),
)
"""Name, kind and MiB, in their order. KIOSK comes first: an old Windows shows a stick's first partition only. A slot
has room to grow; the state is to grow to the end of an internal disk. On a stick it leaves a gigabyte free, below
which the doctor would call the disk nearly full, and all of it fits on a stick of 4 GB."""


def partitions() -> dict[str, Partition]:
    """Each partition by its name."""
    laid: dict[str, Partition] = {}
    at = 1
    for number, (name, kind, size) in enumerate(SIZES, 1):
        laid[name] = Partition(number=number, name=name, kind=kind, start=at, size=size)
        at += size
    return laid


def write_table(disk: Path) -> None:
    """A file of zeros with the table of all partitions. Raises `CalledProcessError`."""
    laid = partitions().values()
    disk.unlink(missing_ok=True)
    with disk.open("wb") as file:
        file.truncate((sum(size for _, _, size in SIZES) + 1 + END) * MIB)
    words = ["-a", "2048", "-U", f"{GUID}0"]
    for one in laid:
        number = one.number
        words += ["-n", f"{number}:{one.start * 2048}:+{one.size}M", "-t", f"{number}:{one.kind}"]
        words += ["-c", f"{number}:{one.name}", "-u", f"{number}:{GUID}{number}"]
    subprocess.run(["sgdisk", *words, disk], check=True, stdout=subprocess.DEVNULL)


def blank(file: Path, size: int) -> None:
    """An empty file of `size` MiB in the place of whatever was there."""
    file.unlink(missing_ok=True)
    with file.open("wb") as made:
        made.truncate(size * MIB)


def put(disk: Path, partition: Partition, content: Path) -> None:
    """Lay a file's bytes at the partition's start; its holes stay holes. Raises `ValueError` when it is too large."""
    size = content.stat().st_size
    if size > partition.size * MIB:
        raise ValueError(f"{content.name} has {size / MIB:.0f} MiB, {partition.name} {partition.size}")
    with content.open("rb") as source, disk.open("r+b") as target:
        for start, end in _filled(source.fileno(), size):
            source.seek(start)
            target.seek(partition.start * MIB + start)
            while source.tell() < end:
                target.write(source.read(min(MIB, end - source.tell())))


def _filled(file: int, size: int) -> Iterator[tuple[int, int]]:
    """Where a file has bytes and no holes (lseek(2), SEEK_DATA): from, to."""
    end = 0
    while end < size:
        try:
            start = os.lseek(file, end, os.SEEK_DATA)
        except OSError as fault:
            if fault.errno == errno.ENXIO:  # only a hole is left
                return
            raise
        end = os.lseek(file, start, os.SEEK_HOLE)
        yield start, end
