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
    OF_ITS_OWN,
    BootedPc,
    asked_steps,
    started_by_uefi,
    take_partition,
)
from release.image.verify.network import network
from release.image.verify.papers import papers
from release.image.verify.person import PersonAtTheMachine
from release.image.verify.short import OUT, at_first_screen
from release.image.verify.visit import IDLE
from release.verify.machine import wait_for
from release.verify.report import demand, report

INSTALLED_GB = 16
SERIAL = "S3Z9NB0"
"""Of the disk inside, told before it is erased."""
PATIENCE_S = 1800.0
"""Of a machine without a KVM beside other work, from its switch to what is looked for."""
SPOILT_MIB = 4
"""At the end of a slot's squashfs, where its tables lie: each start reads them. Sixteen near its begin were of files
that a start had not read after a minute."""
LITTLE_MEMORY_MB = 1024
ESC_PRESSED_S = 40.0
"""Longer than firmware needs to reach the loader, which listens for a second."""
LOADER_MENU = "Install on this PC (technician)"
BIOS: tuple[str, ...] = ()
"""QEMU's own: SeaBIOS."""


def stick_with(disk: Path, folder: Path, settings: Mapping[str, str]) -> Path:
    """A copy of the image with these files on its partition KIOSK, as any PC would write them."""
    stick = folder / "stick.img"
    subprocess.run(["cp", "--sparse=always", disk, stick], check=True)
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
    with BootedPc(disk, folder, started_by_uefi(folder), hung=AS_STICK, written=OF_ITS_OWN) as machine:
        shows_the_kiosk(machine, "stick-secure-boot")


def bios(disk: Path, folder: Path) -> None:
    """From the stick, by a BIOS, in a gigabyte of memory."""
    with BootedPc(disk, folder, BIOS, hung=AS_STICK, memory_mb=LITTLE_MEMORY_MB, written=OF_ITS_OWN) as machine:
        shows_the_kiosk(machine, "stick-bios")


def loader_locked(disk: Path, folder: Path) -> None:
    """Whoever presses Esc while the PC starts sees the menu; no line to edit, no shell, no installer."""
    with BootedPc(disk, folder, BIOS, hung=AS_STICK, written=OF_ITS_OWN) as machine:
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
    nvme = (*inside, f"nvme,drive=inner,serial={SERIAL}")
    with BootedPc(stick, folder, [*started_by_uefi(folder), *nvme], hung=AS_STICK, written=OF_ITS_OWN) as machine:
        person = PersonAtTheMachine(machine, OUT)
        person.waits_for("SẼ XOÁ SẠCH Ổ ĐĨA NÀY", PATIENCE_S)
        person.waits_for(SERIAL)
        machine.control.picture(OUT / "install-warning.png")
        machine.wait_for_end(PATIENCE_S)
        report(f"installed without a question and switched off after {machine.seconds():.0f} s")
    with BootedPc(inner, folder, started_by_uefi(folder), written=OF_ITS_OWN) as machine:
        shows_the_kiosk(machine, "installed")


def renews(disk: Path, folder: Path) -> None:
    """A new system in slot b is tried at the next start by GRUB, and kept once the kiosk has run in it."""
    _system_in_slot_b(disk, folder)
    with BootedPc(disk, folder, BIOS, kept=True, written=OF_ITS_OWN) as machine:
        shows_the_kiosk(machine, "slot-b-on-trial")
        wait_for(lambda: "good=b" in _remembered(machine), "slot b kept", PATIENCE_S)
        report(f"slot b kept after {machine.seconds():.0f} s")


def damaged(disk: Path, folder: Path) -> None:
    """A new system in slot b of which bytes were lost is left again, by itself."""
    overlay = _system_in_slot_b(disk, folder)
    ends = partitions()["kiosk-root-b"].start * MIB + read_slot(folder).size
    spoilt = f"write -P 0x5a {ends - SPOILT_MIB * MIB} {SPOILT_MIB}M"
    subprocess.run(["qemu-io", "-c", spoilt, overlay], check=True, stdout=subprocess.DEVNULL)
    with BootedPc(disk, folder, BIOS, kept=True, written=OF_ITS_OWN) as machine:
        shows_the_kiosk(machine, "back-in-slot-a")
        told = _remembered(machine)
        demand("tries=0" in told and "good=a" in told, f"slot b tried twice, a the good one: {told}")
        report(f"a damaged slot tried twice and left by itself after {machine.seconds():.0f} s")


def _system_in_slot_b(disk: Path, folder: Path) -> Path:
    """The overlay of a machine that wrote the system for updating into its other slot, as it does at night."""
    system = disk.with_name(disk.name.replace("image", "system")).with_suffix(".tar")
    with at_first_screen(disk, folder) as machine:
        machine.control.plug("system", system)
        wait_for(lambda: "sd" in machine.run("ls /sys/block"), "the new system on a stick", 60)
        report(machine.run("/usr/lib/kiosk-image/slot write /dev/sda; sync", seconds=PATIENCE_S).strip())
    return shutil.copyfile(machine.overlay, folder / OF_ITS_OWN)


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
    "damaged": damaged,
    "papers": papers,
    "network": network,
    **ADVERSITIES,
}
"""In their order; each makes its own machine."""


def verify_long(disk: Path, folder: Path, only: Sequence[str] = ()) -> None:
    """Each step, or `only` these; pictures in `out/image`. Raises `ClickException` where nothing can be booted, or a
    step is unknown."""
    asked = asked_steps(only, tuple(STEPS))
    for name in asked:
        STEPS[name](disk, folder)
