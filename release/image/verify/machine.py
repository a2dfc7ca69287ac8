"""One PC in QEMU, computed and not virtualised (TCG).

It has the image's disk, screen, pointer, keyboard, card reader and serial line, and no network.
What the machine writes goes to an overlay, so the image stays as it was built.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

import click

from release.folder import source_date
from release.image.loader import kernel_words
from release.image.partitions import GUID, MIB, partitions
from release.image.slot import Slot
from release.image.verify.probe import probed_initrd
from release.image.verify.qmp import MachineControl

TRUSTED_CLOCK = "tsc=reliable"
"""A computed processor does not say that its counter runs evenly, as each real one of the last fifteen years does, so
the kernel would ask a computed timer (HPET) each time somebody wants to know the time."""
OVMF = Path("/usr/share/OVMF")
MEMORY_MB = 2048
MEMORY_THERE = (
    *("-object", f"memory-backend-ram,id=memory,size={MEMORY_MB}M,prealloc=on,prealloc-threads=2"),
    *("-machine", "memory-backend=memory"),
)
"""All of the machine's memory before its kernel starts, as a PC has it. Else the first touch of each piece is a
fault of this PC, 7 s a gigabyte where it is a guest itself, on the clock of the kernel: a start took 12 s longer."""
SCREEN = "xres=1280,yres=800"
PROCESSOR = "max,avx=off,avx2=off,erms=off,la57=off"
"""QEMU 7.2 reads all of a masked load (VPMASKMOV) where a real processor reads what the mask names, and faults at the
end of a page: Qt paints with it, and the kiosk died of it, seen as a segmentation fault in libQt6Gui. A processor
that says it copies bytes quickly (ERMS) is let do so by kernel and libc, and QEMU computes byte by byte; without that
and a fifth level of pages a start took 135 s of this PC's processors where it took 166."""
READER = {"driver": "usb-ccid", "id": "reader", "bus": "xhci.0", "port": "3"}
CARD_PLACE = {"driver": "ccid-card-passthru", "id": "slot", "bus": "reader.0", "chardev": "card"}
"""The card reader and the place in it for a card, as QEMU is told of them. A device has its own port of the
controller: plugged in again it hangs where it hung, and a saved moment of the machine can be loaded."""


def device(told: Mapping[str, str]) -> tuple[str, str]:
    """The same on the command line."""
    more = [f"{name}={value}" for name, value in told.items() if name != "driver"]
    return "-device", ",".join((told["driver"], *more))


PC = (
    *("-accel", "tcg,thread=multi", "-cpu", PROCESSOR, "-smp", "2", "-display", "none", "-monitor", "none"),
    *("-no-user-config", "-nodefaults", "-nic", "none"),
    *("-device", "qemu-xhci,id=xhci,p2=8,p3=8"),  # with fewer ports QEMU hangs a hub on the last one, unasked
    *("-device", "usb-tablet,bus=xhci.0,port=1", "-device", "usb-kbd,bus=xhci.0,port=2"),
    *(*device(READER), *device(CARD_PLACE)),
)

GRAPHICS = ("-device", f"virtio-vga,{SCREEN}")
STANDARD_VGA = ("-device", f"VGA,{SCREEN}")
"""What every PC has had since 1987, here with the kernel's bochs-drm."""
ON_BOARD = ("-device", "virtio-blk-pci,drive=disk,bootindex=1")
AS_STICK = ("-device", "usb-storage,drive=disk,bus=xhci.0,removable=on,bootindex=1")
"""How the machine's disk hangs on it."""


WITH_MOMENTS = "overlay.qcow2"
"""What the machine of the short form writes, and the moments that were saved of it."""
OF_ITS_OWN = "started.qcow2"
"""The same of a machine that is started for one step."""


def is_there() -> bool:
    """Whether this PC can boot another one."""
    return shutil.which("qemu-system-x86_64") is not None


def asked_steps(only: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    """Those of the steps that are to be played: all, or `only` these. Raises `ClickException` where nothing can be
    booted, and for a step that there is not."""
    if not is_there():
        raise click.ClickException("there is no QEMU here: nothing was booted and nothing was seen")
    if unknown := set(only) - set(names):
        raise click.ClickException(f"no step is called {', '.join(sorted(unknown))}: {', '.join(names)}")
    return tuple(name for name in names if not only or name in only)


def morning() -> str:
    """When the machine is switched on: nine o'clock in Viet Nam on the day of the last commit, whatever day it is."""
    return datetime.fromtimestamp(source_date(), UTC).strftime("%Y-%m-%dT02:00:00")


def loaded_directly(slot: Slot, folder: Path) -> list[str]:
    """The kernel handed over by QEMU as GRUB would, with the test's shell behind the initrd."""
    esp = f"{GUID}{partitions()['ESP'].number}"
    told = f"boot=kiosk kiosk.esp={esp} kiosk.slot=a kiosk.hash={slot.root_hash} kiosk.size={slot.size}"
    line = f"{told} {kernel_words()} {TRUSTED_CLOCK}"
    return ["-kernel", str(slot.kernel), "-initrd", str(probed_initrd(slot, folder)), "-append", line]


def started_by_uefi(folder: Path) -> list[str]:
    """Secure Boot with the keys that office PCs have, from the image's own loaders."""
    variables = folder / "uefi.vars"
    shutil.copyfile(OVMF / "OVMF_VARS_4M.ms.fd", variables)
    flash = "if=pflash,format=raw"
    return [
        *("-machine", "q35,smm=on", "-global", "driver=cfi.pflash01,property=secure,value=on"),
        *("-drive", f"{flash},readonly=on,file={OVMF / 'OVMF_CODE_4M.ms.fd'}", "-drive", f"{flash},file={variables}"),
    ]


def take_partition(overlay: Path, name: str, out: Path, *, running: bool = False) -> None:
    """The bytes of one partition as a machine has left them in its overlay, or has them now while it is `running`.

    Not by `qemu-img dd`: QEMU 7.2 counts what it skips among what it was asked to copy.
    """
    laid = partitions()[name]
    out.unlink(missing_ok=True)
    part = (
        f"driver=raw,offset={laid.start * MIB},size={laid.size * MIB},file.driver=qcow2,file.file.filename={overlay}"
    )
    words: list[str | Path] = [*(["-U"] if running else []), "--image-opts", part, "-O", "raw", out]
    subprocess.run(["qemu-img", "convert", *words], check=True)


def has_moment(folder: Path, name: str) -> bool:
    """Whether a moment of that name was saved of the machine whose files lie in `folder`."""
    overlay = folder / WITH_MOMENTS
    if not overlay.exists():
        return False
    told = subprocess.run(["qemu-img", "snapshot", "-l", overlay], check=True, capture_output=True, text=True).stdout
    return any(name in line.split() for line in told.splitlines())


class BootedPc:
    """A machine with `disk` in it, sockets and overlay in `folder`; switched on at once. A context manager."""

    def __init__(
        self,
        disk: Path,
        folder: Path,
        start: Sequence[str],
        *,
        kept: bool = False,
        hung: Sequence[str] = ON_BOARD,
        graphics: Sequence[str] = GRAPHICS,
        memory_mb: int = MEMORY_MB,
        written: str = WITH_MOMENTS,
    ) -> None:
        self.folder = folder
        self.overlay = folder / written
        if not kept:
            shaped = "qcow2" if disk.suffix == ".qcow2" else "raw"
            words: list[str | Path] = ["-b", disk.resolve(), "-F", shaped, self.overlay]
            subprocess.run(["qemu-img", "create", "-q", "-f", "qcow2", *words], check=True)
        lines = [
            f"unix:{folder / 'serial'},server=on,wait=off",
            f"unix:{folder / 'control'},server=on,wait=off",
        ]
        drive = f"file={self.overlay},if=none,id=disk,format=qcow2,cache=none"
        command = [
            *("qemu-system-x86_64", *PC, *graphics, "-rtc", f"base={morning()}", *start),
            *("-m", str(memory_mb), "-serial", lines[0], "-qmp", lines[1]),
            *("-chardev", f"socket,id=card,path={folder / 'card'},server=on,wait=off"),
            *("-drive", drive, *hung),
        ]
        self.started = time.monotonic()
        with (folder / "qemu.log").open("wb") as log:
            self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self.control = self._reached()

    def _reached(self) -> MachineControl:
        while True:
            try:
                return MachineControl(self.folder / "control")
            except (FileNotFoundError, ConnectionRefusedError):
                if self._process.poll() is not None:
                    raise RuntimeError((self.folder / "qemu.log").read_text()[-2000:]) from None
                time.sleep(0.2)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, fault: type[BaseException] | None, *_: object) -> None:
        if fault is not None and self._process.poll() is None:
            self.control.picture(self.folder / "failed.png")
        self.cut()

    def cut(self) -> None:
        """The power fails: nothing is told to the machine, and nothing is flushed."""
        self._process.kill()
        self._process.wait()
        self.control.close()

    def wait_for_end(self, seconds: float) -> None:
        """Until the machine has switched itself off. Raises `TimeoutExpired`."""
        self._process.wait(seconds)

    def seconds(self) -> float:
        """Since it was switched on."""
        return time.monotonic() - self.started

    def processor_seconds(self) -> float:
        """What QEMU has computed since then, by /proc; other work beside it changes this less than the clock."""
        told = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(") ")[2].split()
        return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")

    def run(self, command: str, *, seconds: float = 60, check: bool = True) -> str:
        """What a shell command prints in the machine, by the test's shell. Raises `RuntimeError`, `TimeoutError`."""
        mark = secrets.token_hex(4)
        split = f"{mark[:4]}''{mark[4:]}"  # so that the command itself, echoed, is not taken for its end
        asked = f"stty -echo; echo {split}:; ( {command.strip()} ) 2>&1; echo {split}=$?\n"
        wanted = re.compile(rf"{mark}:\n(.*?){mark}=(\d+)", re.DOTALL)
        for text in self._printed(asked, seconds):
            if found := wanted.search(text):
                break
        else:
            told = self.control.ask("query-status")["status"]
            raise TimeoutError(f"no answer in {seconds:.0f} s to {command!r}; the machine is {told}")
        told, status = found[1], int(found[2])
        if status and check:
            raise RuntimeError(f"{command!r} ended with {status}: {told[-2000:]}")
        return told

    def watched(self, command: str, seconds: float, *, after: str, patience_s: float) -> str:
        """What a shell command that does not end prints until `after` (an expression) was printed, and for so many
        seconds more. Raises `TimeoutError` where it is not printed in `patience_s`."""
        began = time.monotonic()
        first: float | None = None
        for text in self._printed(f"stty -echo; {command}\n", patience_s + seconds):
            if first is None and re.search(after, text):
                first = time.monotonic()
            if first is not None and time.monotonic() - first > seconds:
                return text
            if first is None and time.monotonic() - began > patience_s:
                break
        raise TimeoutError(f"{after!r} was not printed in {patience_s:.0f} s by {command!r}")

    def _printed(self, typed: str, seconds: float) -> Iterator[str]:
        """All that the test's shell has printed after this, again and again, for so many seconds."""
        got = b""
        ends = time.monotonic() + seconds
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(0.5)
            line.connect(str(self.folder / "serial"))
            line.sendall(typed.encode())
            while time.monotonic() < ends:
                with contextlib.suppress(TimeoutError):
                    got += line.recv(65536)
                yield got.decode(errors="replace").replace("\r", "")
