"""Sticks that are plugged into the running machine: each file system an office meets, and one that is broken."""

from __future__ import annotations

import subprocess
from pathlib import Path

from release.image.verify.machine import BootedPc
from release.verify.machine import wait_for
from release.verify.report import demand, report

SIZE_MB = 64
MAKERS = {
    "fat": ("mkfs.vfat", "-n", "STICK"),
    "exfat": ("mkfs.exfat", "-L", "STICK"),
    "ntfs": ("mkfs.ntfs", "-F", "-q", "-L", "STICK"),
    "broken": (),
}
"""What formats each; the broken one has noise where its file system should be."""
MOUNTED = "findmnt -rno TARGET,OPTIONS | grep '^/run/media/' || true"


HELD = ("nosuid", "nodev", "noexec", "nosymfollow")


def held(mounted: str) -> bool:
    """Whether what is mounted can neither run nor lead elsewhere."""
    options = mounted.rpartition(" ")[2].strip().split(",")
    return set(HELD) <= set(options)


def sticks(machine: BootedPc) -> None:
    """One after the other: mounted for the kiosk alone, nothing on it can run, gone when it is pulled."""
    for kind, maker in MAKERS.items():
        image = formatted(machine.folder / f"stick-{kind}.img", kind)
        machine.control.plug(f"stick-{kind}", image)
        if maker:
            # ntfs-3g passes over nosymfollow, so it is asked for once more a moment after the mount
            wait_for(lambda: held(machine.run(MOUNTED)), f"a {kind} stick mounted with {', '.join(HELD)}", 60)
        else:
            wait_for(lambda: "sd" in machine.run("ls /sys/block"), "the broken stick found by the kernel", 60)
            machine.run("udevadm settle")
            demand("/run/media/" not in machine.run(MOUNTED), "a broken stick is not mounted")
        machine.control.unplug(f"stick-{kind}")
        wait_for(lambda: "/run/media/" not in machine.run(MOUNTED), f"the {kind} stick gone", 30)
    report(f"sticks {', '.join(MAKERS)}: mounted, held, gone; the broken one left out")


def formatted(image: Path, kind: str) -> Path:
    """An empty stick of this kind of `MAKERS`, as a file."""
    maker = MAKERS[kind]
    with image.open("wb") as file:
        if not maker:
            file.write(b"\xa5" * 4096)
        file.truncate(SIZE_MB << 20)
    if maker:
        subprocess.run([*maker, image], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return image
