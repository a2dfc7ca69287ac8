"""The long form: started as a PC starts, from a stick, installed on the disk inside, and from there again.

Here nobody has a shell in the machine: what happens is read from its screen.
"""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from release.image.loader import mtools
from release.image.partitions import MIB, partitions
from release.image.slot import read_slot
from release.image.verify.adversity import ADVERSITIES
from release.image.verify.machine import (
    AS_STICK,
    BootedPc,
    asked_steps,
    loaded_directly,
    started_by_uefi,
    take_partition,
)
from release.image.verify.person import PersonAtTheMachine
from release.image.verify.short import OUT
from release.image.verify.visit import IDLE
from release.verify.machine import wait_for
from release.verify.report import demand, report

INSTALLED_GB = 16
PATIENCE_S = 1800.0
"""Of a machine without a KVM beside other work, from its switch to what is looked for."""
SPOILT_AT = 8
"""MiB from the start of a slot."""
LITTLE_MEMORY_MB = 1024
ESC_PRESSED_S = 40.0
"""Longer than firmware needs to reach the loader, which listens for a second."""
LOADER_MENU = "Install on this PC (technician)"
BIOS: tuple[str, ...] = ()
"""QEMU's own: SeaBIOS."""


def stick_with(disk: Path, folder: Path, settings: Mapping[str, str]) -> Path:
    """A copy of the image with these files on its partition KIOSK, as any PC would write them."""
    stick = folder / "stick.img"
    shutil.copyfile(disk, stick)
    place = Path(f"{stick}@@{partitions()['KIOSK'].start * MIB}")
    for name, text in settings.items():
        (folder / name).write_text(text, "utf-8")
        mtools(0, "mcopy", place, "-o", folder / name, f"::{name}")
    return stick


def inner_disk(folder: Path) -> Path:
    """An empty disk for the inside of the PC."""
    made = folder / "inner.qcow2"
    subprocess.run(["qemu-img", "create", "-q", "-f", "qcow2", made, f"{INSTALLED_GB}G"], check=True)
    return made


def shows_the_kiosk(machine: BootedPc, name: str) -> None:
    """Until the first words of the kiosk can be read; the picture is kept."""
    PersonAtTheMachine(machine, OUT).waits_for(IDLE, PATIENCE_S)
    machine.control.picture(OUT / f"{name}.png")
    report(f"{name}: the kiosk's first screen after {machine.seconds():.0f} s without KVM")


def secure_boot(disk: Path, folder: Path) -> None:
    """From the stick, by UEFI with Secure Boot on."""
    with BootedPc(disk, folder, started_by_uefi(folder), hung=AS_STICK) as machine:
        shows_the_kiosk(machine, "stick-secure-boot")


def bios(disk: Path, folder: Path) -> None:
    """From the stick, by a BIOS, in a gigabyte of memory."""
    with BootedPc(disk, folder, BIOS, hung=AS_STICK, memory_mb=LITTLE_MEMORY_MB) as machine:
        shows_the_kiosk(machine, "stick-bios")


def loader_locked(disk: Path, folder: Path) -> None:
    """Whoever presses Esc while the PC starts sees the menu; no line to edit, no shell, no installer."""
    with BootedPc(disk, folder, BIOS, hung=AS_STICK) as machine:
        person = PersonAtTheMachine(machine, OUT)
        until = machine.seconds() + ESC_PRESSED_S
        while machine.seconds() < until:
            machine.control.keys("esc")
            time.sleep(0.2)
        person.waits_for(LOADER_MENU)
        for name, chord in {"edit": "e", "shell": "c", "install": "ret"}.items():
            if name == "install":
                machine.control.keys("down")
            machine.control.keys(chord)
            person.waits_for("Enter username")
            machine.control.picture(OUT / f"loader-{name}.png")
            machine.control.keys("esc")
            person.waits_for(LOADER_MENU)
        report("the loader asks for a name before it shows a line, a shell or the installer")


def installs(disk: Path, folder: Path) -> None:
    """The stick onto an empty disk inside, without a question; then without the stick, by UEFI with Secure Boot."""
    stick, inner = stick_with(disk, folder, {"install.toml": 'erase = "empty"\n'}), inner_disk(folder)
    inside = ("-drive", f"file={inner},if=none,id=inner,format=qcow2,cache=none", "-device")
    nvme = (*inside, "nvme,drive=inner,serial=S3Z9NB0")
    with BootedPc(stick, folder, [*started_by_uefi(folder), *nvme], hung=AS_STICK) as machine:
        person = PersonAtTheMachine(machine, OUT)
        person.waits_for("SẼ XOÁ SẠCH Ổ ĐĨA NÀY", PATIENCE_S)
        machine.control.picture(OUT / "install-warning.png")
        machine.wait_for_end(PATIENCE_S)
        report(f"installed without a question and switched off after {machine.seconds():.0f} s")
    with BootedPc(inner, folder, started_by_uefi(folder)) as machine:
        shows_the_kiosk(machine, "installed")


def renews(disk: Path, folder: Path) -> None:
    """A new system in slot b is tried and kept; a damaged one in slot a is left again, by itself. Started by GRUB."""
    words = loaded_directly(read_slot(folder), folder)
    system = disk.with_name(disk.name.replace("image", "system")).with_suffix(".tar")
    beside = ("-drive", f"file={system},if=none,id=system,format=raw,readonly=on", "-device")
    with BootedPc(disk, folder, [*words, *beside, "virtio-blk-pci,drive=system"]) as machine:
        shows_the_kiosk(machine, "slot-a")
        report(machine.run("/usr/lib/kiosk-image/slot write /dev/vdb; sync", seconds=PATIENCE_S).strip())
    with BootedPc(disk, folder, BIOS, kept=True) as machine:
        shows_the_kiosk(machine, "slot-b-on-trial")
        wait_for(lambda: "good=b" in _remembered(machine), "slot b kept", PATIENCE_S)
        report(f"slot b kept after {machine.seconds():.0f} s")
    with BootedPc(
        disk, folder, [*_from_slot(words, "b"), *beside, "virtio-blk-pci,drive=system"], kept=True
    ) as machine:
        shows_the_kiosk(machine, "slot-b")
        report(machine.run("/usr/lib/kiosk-image/slot write /dev/vdb; sync", seconds=PATIENCE_S).strip())
    spoilt = (partitions()["kiosk-root-a"].start + SPOILT_AT) * MIB
    subprocess.run(["qemu-io", "-c", f"write -P 0x5a {spoilt} 16M", machine.overlay], check=True)
    with BootedPc(disk, folder, BIOS, kept=True) as machine:
        shows_the_kiosk(machine, "back-in-slot-b")
        demand("tries=0" in _remembered(machine), f"slot a tried twice: {_remembered(machine)}")
        report(f"a damaged slot left by itself after {machine.seconds():.0f} s")


def _from_slot(words: Sequence[str], slot: str) -> list[str]:
    return [word.replace("kiosk.slot=a", f"kiosk.slot={slot}") for word in words]


def _remembered(machine: BootedPc) -> str:
    """GRUB's memory on the disk of a machine that may be running."""
    esp = machine.folder / "esp.raw"
    take_partition(machine.overlay, "ESP", esp, running=True)
    told = subprocess.run(["mtype", "-i", esp, "::EFI/debian/grubenv"], check=True, capture_output=True).stdout
    return told.decode("utf-8", "replace")


STEPS: Mapping[str, Callable[[Path, Path], None]] = {
    "secure-boot": secure_boot,
    "bios": bios,
    "loader": loader_locked,
    "installs": installs,
    "renews": renews,
    **ADVERSITIES,
}
"""In their order; each makes its own machine."""


def verify_long(disk: Path, folder: Path, only: Sequence[str] = ()) -> None:
    """Each step, or `only` these; pictures in `out/image`. Raises `ClickException` where nothing can be booted, or a
    step is unknown."""
    asked = asked_steps(only, tuple(STEPS))
    OUT.mkdir(parents=True, exist_ok=True)
    for name in asked:
        STEPS[name](disk, folder)
