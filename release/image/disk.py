"""The disk of the image, put together from its partitions without root's rights and without a loop device."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from release.image.loader import DEPLOYMENT, mtools, write_bios_loader, write_esp
from release.image.partitions import GUID, blank, partitions, put, write_table
from release.image.slot import Slot


def write_disk(disk: Path, slot: Slot, *, state: Path, signed: Path, password: str = "", stamp: int) -> None:
    """Slot a with the system, slot b empty, `state` the state's first content, `password` the loader's.

    Raises `ValueError` for what does not fit, `CalledProcessError`.
    """
    folder = slot.root.parent
    laid = partitions()
    disk.parent.mkdir(parents=True, exist_ok=True)
    write_table(disk)
    file = folder / "partition"
    write_settings(file, laid["KIOSK"].size, stamp=stamp)
    put(disk, laid["KIOSK"], file)
    write_esp(file, laid["ESP"].size, signed, {"a": slot}, password=password, stamp=stamp)
    put(disk, laid["ESP"], file)
    write_state(file, laid["kiosk-state"].size, state, stamp=stamp)
    put(disk, laid["kiosk-state"], file)
    file.unlink()
    put(disk, laid["kiosk-root-a"], slot.root)
    write_bios_loader(disk, laid["bios"], folder)


def write_settings(file: Path, size: int, *, stamp: int) -> None:
    """The partition that any PC can write, with a page that says what may be laid there."""
    blank(file, size)
    command: list[str | Path] = ["mkfs.vfat", "--invariant", "-n", "KIOSK", "-i", "4B494F53", file]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    mtools(stamp, "mcopy", file, DEPLOYMENT / "README.txt", "::README.txt")


def write_state(file: Path, size: int, state: Path, *, stamp: int) -> None:
    """An ext4 of `size` MiB with the files of `state`, root's and the kiosk's as they lie there."""
    blank(file, size)
    fixed = {**os.environ, "E2FSPROGS_FAKE_TIME": str(stamp), "SOURCE_DATE_EPOCH": str(stamp)}
    shape = ["-E", f"hash_seed={GUID}8,lazy_itable_init=0,root_owner=0:0", "-U", f"{GUID}9"]
    command: list[str | Path] = ["mke2fs", "-q", "-t", "ext4", "-L", "kiosk-state", *shape, "-d", state, file]
    subprocess.run(command, check=True, env=fixed)
