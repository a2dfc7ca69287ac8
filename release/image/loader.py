"""What starts the machine: Debian's signed shim and GRUB for UEFI, a GRUB of the same Debian for a PC with BIOS.

GRUB's own formats are written here where its installer would ask for a disk: the place of its core in the first
sector (GRUB 2, `include/grub/i386/pc/boot.h` and `kernel.h`).
"""

from __future__ import annotations

import re
import struct
import subprocess
from pathlib import Path

from release.folder import ROOT
from release.image.partitions import MIB, Partition, blank
from release.image.slot import Slot, loader_words

DEPLOYMENT = ROOT / "config" / "deployment" / "image"
SECTOR = 512
PC_MODULES = Path("/usr/lib/grub/i386-pc")
MODULES = (
    "biosdisk part_gpt fat normal linux configfile search loadenv probe test echo minicmd password_pbkdf2 halt reboot"
)
KERNEL_AT = 0x5C
"""boot.h: GRUB_BOOT_MACHINE_KERNEL_SECTOR, where the first sector names the core's."""
DRIVE_CHECK_AT = 0x66
"""boot.h: GRUB_BOOT_MACHINE_DRIVE_CHECK; two NOPs there, as grub-install writes for what is no floppy."""
BOOT_CODE = 440
"""Bytes of the first sector before the disk's own name and table."""
BLOCK_LIST = SECTOR - 12
"""kernel.h: where the core's first sector says where its rest lies: start (8 bytes), sectors (2), segment (2)."""


def write_esp(file: Path, size: int, signed: Path, slots: dict[str, Slot], *, password: str, stamp: int) -> None:
    """A FAT32 of `size` MiB with loaders, menu and each slot's kernel; `signed` holds the unpacked packages.

    `password` is the technician's for the installer's entry, as `grub-mkpasswd-pbkdf2` hashed it, or empty: nobody's.
    """
    laid = [(_password(file.parent, password), "EFI/debian/password.cfg")] if password else []
    blank(file, size)
    subprocess.run(["mkfs.vfat", "--invariant", "-F", "32", "-n", "ESP", "-i", "4B494F54", file], check=True,
                   stdout=subprocess.DEVNULL)  # fmt: skip
    mtools(stamp, "mmd", file, *(f"::{name}" for name in ("EFI", "EFI/BOOT", "EFI/debian", "a", "b")))
    shim = signed / "usr/lib/shim/shimx64.efi.signed"
    grub = signed / "usr/lib/grub/x86_64-efi-signed/grubx64.efi.signed"
    laid += [(shim, "EFI/BOOT/BOOTX64.EFI"), (grub, "EFI/BOOT/grubx64.efi")]
    laid += [(path, f"EFI/debian/{path.name}") for path in _settings(file.parent, slots)]
    for name, slot in slots.items():
        laid += [(slot.kernel, f"{name}/vmlinuz"), (slot.initrd, f"{name}/initrd")]
    for source, place in laid:
        mtools(stamp, "mcopy", file, source, f"::{place}")


def _settings(folder: Path, slots: dict[str, Slot]) -> list[Path]:
    """GRUB's menu, its memory of good slots, and what each slot's kernel is told of its root."""
    menu = folder / "grub.cfg"
    menu.write_text((DEPLOYMENT / "grub.cfg").read_text("utf-8").replace("@WORDS@", kernel_words()), "utf-8")
    memory = folder / "grubenv"
    subprocess.run(["grub-editenv", memory, "create"], check=True)
    subprocess.run(["grub-editenv", memory, "set", f"good={next(iter(slots))}"], check=True)
    told = []
    for name, slot in slots.items():
        told.append(folder / f"slot-{name}.cfg")
        told[-1].write_text(loader_words(slot), "utf-8")
    return [menu, memory, *told]


def _password(folder: Path, hashed: str) -> Path:
    if not re.fullmatch(r"grub\.pbkdf2\.sha512\.[1-9][0-9]{3,6}\.[0-9A-F]+\.[0-9A-F]+", hashed):
        raise ValueError("expected a password's hash as grub-mkpasswd-pbkdf2 prints it: grub.pbkdf2.sha512.…")
    file = folder / "password.cfg"
    file.write_text(f"password_pbkdf2 technician {hashed}\n", "utf-8")
    return file


def kernel_words() -> str:
    """What every kernel of the image is told, whoever loads it."""
    return (DEPLOYMENT / "words").read_text("utf-8").strip()


def mtools(stamp: int, program: str, disk: Path, *words: Path | str) -> None:
    """One of mtools over the FAT in the file `disk`; what it makes is dated `stamp`. Raises `CalledProcessError`."""
    told = {"PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": str(stamp), "MTOOLS_SKIP_CHECK": "1", "TZ": "UTC"}
    subprocess.run([program, "-i", disk, *words], check=True, env=told)


def write_bios_loader(disk: Path, place: Partition, folder: Path) -> None:
    """The first sector and the core behind it in the partition `place`. Raises `CalledProcessError`."""
    core_file = folder / "core.img"
    command: list[str | Path] = [
        "grub-mkimage",
        "-O",
        "i386-pc",
        "-o",
        core_file,
        "-p",
        "(,gpt3)/EFI/debian",
        *MODULES.split(),
    ]
    subprocess.run(command, check=True)
    first = place.start * MIB // SECTOR
    with disk.open("r+b") as file:
        file.write(first_sector((PC_MODULES / "boot.img").read_bytes(), first))
        file.seek(first * SECTOR)
        file.write(placed_core(core_file.read_bytes(), first))


def first_sector(boot: bytes, core_at: int) -> bytes:
    """The code before the disk's table, told in which sector the core begins."""
    code = bytearray(boot)
    struct.pack_into("<Q", code, KERNEL_AT, core_at)
    code[DRIVE_CHECK_AT : DRIVE_CHECK_AT + 2] = b"\x90\x90"
    return bytes(code[:BOOT_CODE])


def placed_core(core: bytes, at: int) -> bytes:
    """The core in whole sectors, its first told where and how many the others are."""
    whole = bytearray(core + bytes(-len(core) % SECTOR))
    struct.pack_into("<QH", whole, BLOCK_LIST, at + 1, len(whole) // SECTOR - 1)
    return bytes(whole)
