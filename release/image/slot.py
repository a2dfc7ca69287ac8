"""A slot: the whole system as one squashfs with its dm-verity hashes behind it, and the kernel that starts it.

The same tree gives the same bytes: times are cut to SOURCE_DATE_EPOCH, the salt is fixed (it only has to differ where
somebody chooses the content).
"""

from __future__ import annotations

import os
import re
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path

BLOCK = 4096
SALT = "00" * 32
UUID = "00000000-0000-4000-8000-000000000001"
TOLD = "root-hash"
"""The file with the root's hash and the squashfs' size."""
LEVEL, LOOSE = "15", "1"
"""Of zstd: 15 has 60 MB less than 6, for three more minutes of one processor; 1 takes 16 s and has 130 MB more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """`root` is squashfs and hashes in one file, `size` the squashfs' bytes, `root_hash` in hexadecimal."""

    root: Path
    size: int
    root_hash: str
    kernel: Path
    initrd: Path


def write_slot(tree: Path, folder: Path, *, stamp: int, level: str = LEVEL) -> Slot:
    """Pack `tree`, whose kernel and initrd lie in `folder` already. Raises `CalledProcessError`."""
    root = folder / "root.squashfs"
    root.unlink(missing_ok=True)
    packed = ["-comp", "zstd", "-Xcompression-level", level, "-b", "128K", "-noappend", "-no-progress", "-quiet"]
    fixed = {**os.environ, "SOURCE_DATE_EPOCH": str(stamp)}
    subprocess.run(["mksquashfs", tree, root, *packed], check=True, env=fixed)
    size = -(-root.stat().st_size // BLOCK) * BLOCK
    os.truncate(root, size)
    hashed = [f"--hash-offset={size}", f"--salt={SALT}", f"--uuid={UUID}"]
    told = subprocess.run(["veritysetup", "format", root, root, *hashed], check=True, capture_output=True, text=True)
    found = re.search(r"^Root hash:\s*([0-9a-f]{64})$", told.stdout, re.MULTILINE)
    if found is None:
        raise RuntimeError(f"veritysetup told no root hash: {told.stdout[-500:]}")
    (folder / TOLD).write_text(f"{found[1]} {size}\n")
    return read_slot(folder)


def loader_words(slot: Slot) -> str:
    """What GRUB reads of a slot before it loads its kernel."""
    return f"set kiosk_hash={slot.root_hash}\nset kiosk_size={slot.size}\n"


def packed_slot(slot: Slot, archive: Path, *, stamp: int) -> Path:
    """The slot as one tar, which the signed channel carries to older PCs; the same bytes each time."""
    told = slot.root.parent / "slot.cfg"
    told.write_text(loader_words(slot), "utf-8")
    with tarfile.open(archive, "w", format=tarfile.USTAR_FORMAT) as packed:
        for file in (told, slot.kernel, slot.initrd, slot.root):
            member = tarfile.TarInfo(file.name)
            member.size, member.mtime, member.mode = file.stat().st_size, stamp, 0o644
            with file.open("rb") as content:
                packed.addfile(member, content)
    return archive


def read_slot(folder: Path) -> Slot:
    """The slot that was written into `folder`. Raises `FileNotFoundError`."""
    root_hash, size = (folder / TOLD).read_text().split()
    return Slot(
        root=folder / "root.squashfs",
        size=int(size),
        root_hash=root_hash,
        kernel=folder / "vmlinuz",
        initrd=folder / "initrd",
    )
