"""Sticks that are plugged into the running machine: each file system an office meets, one whose file system is
damaged, and one that never had any."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from release.image.verify.machine import BootedPc
from release.verify.machine import wait_for
from release.verify.report import demand, report

SIZE_MB = 64
PATIENCE_S = 60
MAKERS = {
    "fat": ("mkfs.vfat", "-n", "STICK"),
    "exfat": ("mkfs.exfat", "-L", "STICK"),
    "ntfs": ("mkfs.ntfs", "-F", "-q", "-L", "STICK"),
    "damaged": ("mkfs.exfat", "-L", "STICK"),
    "noise": (),
}
"""What formats each; the damaged one has lost all behind its first sectors, so it is known as exFAT and cannot be
mounted, the last one has noise where a file system should be."""
MOUNTABLE = ("fat", "exfat", "ntfs")
KEPT_KB = 64
"""Of the damaged one: the sectors that name its file system."""
MOUNTED = "findmnt -rno TARGET,OPTIONS | grep '^/run/media/' || true"
UNITS = "systemctl list-units --all --plain --no-legend 'kiosk-dvc-stick@*' | tr -s ' '"
FAILED = re.compile(r"kiosk-dvc-stick@\w+\.service loaded failed")
WRITTEN = (
    "cd $(findmnt -rno TARGET | grep '^/run/media/') && setpriv --reuid kiosk --regid kiosk --clear-groups "
    "sh -c 'head -c 300000 /dev/urandom >page.pdf && sha256sum page.pdf' | cut -c 1-64"
)
"""As the kiosk's user, who writes a person's pages there."""


HELD = ("nosuid", "nodev", "noexec", "nosymfollow")


def held(mounted: str) -> bool:
    """Whether what is mounted can neither run nor lead elsewhere."""
    options = mounted.rpartition(" ")[2].strip().split(",")
    return set(HELD) <= set(options)


def sticks(machine: BootedPc) -> None:
    """One after the other: mounted for the kiosk alone, written by it, nothing on it can run, gone when it is pulled.

    A damaged one is told as failed and does no harm: the next one is mounted again.
    """
    for kind in (*MAKERS, "fat"):
        image = formatted(machine.folder / f"stick-{kind}.img", kind)
        machine.control.plug(f"stick-{kind}", image)
        if kind in MOUNTABLE:
            # ntfs-3g passes over nosymfollow, so it is asked for once more a moment after the mount
            wait_for(lambda: held(machine.run(MOUNTED)), f"a {kind} stick mounted with {', '.join(HELD)}", PATIENCE_S)
            demand(len(machine.run(WRITTEN).strip()) == 64, f"a page written to a {kind} stick by the kiosk's user")
        elif MAKERS[kind]:
            wait_for(lambda: FAILED.search(machine.run(UNITS)) is not None, f"a {kind} stick refused", PATIENCE_S)
            demand("/run/media/" not in machine.run(MOUNTED), f"a {kind} stick is not mounted")
        else:
            wait_for(lambda: "sd" in machine.run("ls /sys/block"), f"the stick with {kind} found", PATIENCE_S)
            machine.run("udevadm settle")
            demand("/run/media/" not in machine.run(MOUNTED), f"a stick with {kind} is not mounted")
        machine.control.unplug(f"stick-{kind}")
        wait_for(lambda: "/run/media/" not in machine.run(MOUNTED), f"the {kind} stick gone", PATIENCE_S)
    report(f"sticks {', '.join(MOUNTABLE)}: mounted, written, held, gone; a damaged one refused, noise passed over")


def formatted(image: Path, kind: str) -> Path:
    """An empty stick of this kind of `MAKERS`, as a file."""
    maker = MAKERS[kind]
    with image.open("wb") as file:
        if not maker:
            file.write(b"\xa5" * 4096)
        file.truncate(SIZE_MB << 20)
    if maker:
        subprocess.run([*maker, image], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if kind == "damaged":
        with image.open("r+b") as file:
            file.truncate(KEPT_KB << 10)
            file.truncate(SIZE_MB << 20)
    return image
