"""Disks of a PC as the image's scripts see them: the kernel's folders, partitions as files, programs that answer."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from release.image.loader import DEPLOYMENT

TREE = DEPLOYMENT / "tree"
SCRIPTS = TREE / "usr/lib/kiosk-image"
PARTITIONS = ("KIOSK", "bios", "ESP", "kiosk-root-a", "kiosk-root-b", "kiosk-state")
OURS = "opt/kiosk-dvc/current/kiosk-dvc"
LARGE = 32 << 21
"""Sectors of 512 bytes: 32 GiB."""


class TriedPc:
    """A root folder with what the scripts ask; `says` lets a program print, `told` is what they were asked."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for place in ("etc", "proc", "dev", "block", "state", "kiosk-settings", "bin", "run/kiosk-esp/EFI/debian"):
            (root / place).mkdir(parents=True)
        self.started_from("sda", "a")
        for program in ("mount", "umount", "sync", "udevadm", "blockdev", "wipefs", "setfont", "sleep", "chown"):
            self.says(program, "")

    def started_from(self, disk: str, slot: str, root_hash: str = "ab" * 32) -> None:
        """What the initrd and the loader wrote."""
        (self.root / "etc/kiosk-boot").write_text(f"disk={disk}\nslot={slot}\n")
        (self.root / "proc/cmdline").write_text(f"kiosk.slot={slot} kiosk.hash={root_hash} kiosk.size=8192\n")
        (self.root / "proc/uptime").write_text("400.00 500.00\n")

    def disk(self, name: str, *, usb: bool = False, sectors: int = LARGE, sector: int = 512) -> None:
        """A disk with the image's partitions."""
        place = self.root / "devices" / ("usb1" if usb else "pci0") / name
        (place / "queue").mkdir(parents=True)
        (place / "device").mkdir()
        for file, value in {"size": sectors, "removable": int(usb), "queue/logical_block_size": sector}.items():
            (place / file).write_text(f"{value}\n")
        for number, part in enumerate(PARTITIONS, 1):
            (place / f"{name}{number}").mkdir()
            (place / f"{name}{number}" / "uevent").write_text(f"PARTNAME={part}\n")
            self.part(name, part).write_bytes(b"")
        (self.root / "dev" / name).write_bytes(b"")
        (self.root / "block" / name).symlink_to(place)

    def part(self, disk: str, name: str) -> Path:
        """The file that stands for a partition."""
        return self.root / "dev" / f"{disk}{PARTITIONS.index(name) + 1}"

    def says(self, program: str, script: str) -> None:
        """From now on this shell script answers in the program's place; each call is noted."""
        file = self.root / (OURS if program == "kiosk-dvc" else f"bin/{program}")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f'#!/bin/sh\necho "{program} $*" >>"{self.root}/told"\n{script}\n')
        file.chmod(0o755)

    @property
    def told(self) -> str:
        """Every call of the answering programs."""
        file = self.root / "told"
        return file.read_text() if file.exists() else ""

    def run(self, script: str, *words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        """One of the image's scripts."""
        place = {
            "KIOSK_TRIED": str(self.root),
            "KIOSK_START": str(TREE / "etc/initramfs-tools/scripts/kiosk"),
            "PATH": f"{self.root}/bin:{os.environ['PATH']}",
        }
        return subprocess.run(
            ["sh", SCRIPTS / script, *words], env=place, input=typed, capture_output=True, text=True, check=False
        )
