"""The technician's guide typed at a PC with the real package: a Debian 12 with its own systemd, without a network.

Each line is typed as it stands. What a guide cannot know is put beside it: the sticks, a printer at the address of
the guide (`ippeveprinter`, which is this PC's), and the PIN. There is no card reader and no scanner, so the doctor
rightly ends with 1; the hands, the screen and the installation of Debian are not in these times.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from release.verify.machine import Machine, wait_for
from tests.helpers.province import Province
from tests.unit.kiosk.cli.small_pack import write_pack

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "technician.md"
PARTS = ((1, 2), (3, 4), (5, 7), (8, 8), (9, 10))
"""First and last section of each row of the guide's table; section 0 is Debian's own installer."""
INSTALL = ("sudo sh /media/usb/kiosk/install", "sudo reboot")
"""Section 2 without a network, as its sentence says."""
STICK_FIRST, STICK = "/media/usb", "/run/media/sda1"
PRINTER, PRINTER_HERE = "192.0.2.10/ipp", "192.0.2.10:8631/ipp"
PIN = "204617"
MAY_FIND_FAULTS = re.compile(r"kiosk-dvc doctor( card| paper)?( |$)")
"""A station without card reader and scanner: the doctor ends with 1."""
NOT_PLAYED = ("kiosk-dvc-portal",)
"""The browser's package is one of its own and not on this stick."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """One line: seconds on the clock, seconds of the processor, and how it ended."""

    line: str
    wall_s: float
    processor_s: float
    code: int


@dataclass(slots=True, kw_only=True)
class Part:
    """One row of the guide's table."""

    sections: tuple[int, int]
    typed: list[Typed] = field(default_factory=list)

    @property
    def wall_s(self) -> float:
        return sum(each.wall_s for each in self.typed)

    @property
    def processor_s(self) -> float:
        return sum(each.processor_s for each in self.typed)


def sections() -> dict[int, str]:
    """The guide's numbered sections."""
    found = re.split(r"^## (?=\d)", GUIDE.read_text("utf-8"), flags=re.MULTILINE)[1:]
    return {int(each.partition(".")[0]): each for each in found}


def blocks(number: int, text: str) -> Iterator[tuple[str, str]]:
    """What is typed and what is written in a section, in its order: language and text."""
    if number == 2:
        yield from (("sh", line) for line in INSTALL)
        return
    yield from re.findall(r"^```(sh|toml)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def play(stick: Path, package: Path, scratch: Path) -> list[Part]:
    """The whole guide; `stick` is the signed folder. Raises `AssertionError` naming the line that ended badly."""
    machine = Machine.made(scratch / "root", ROOT / "build" / "debootstrap", also=("sudo",))
    shutil.copytree(stick, machine.root / STICK_FIRST.lstrip("/") / "kiosk")
    with machine:
        machine.boot()
        parts = [Part(sections=each) for each in PARTS]
        texts = sections()
        for part in parts:
            for number in range(part.sections[0], part.sections[1] + 1):
                with beside(machine, number, package, scratch):
                    for language, text in blocks(number, texts[number]):
                        if language == "toml":
                            write(machine, text)
                        else:
                            part.typed += [typed(machine, line) for line in text.splitlines() if is_played(line)]
        return parts


def is_played(line: str) -> bool:
    return bool(line) and not any(word in line for word in NOT_PLAYED)


def typed(machine: Machine, line: str) -> Typed:
    """One line at the PC's keyboard."""
    started, before = time.monotonic(), _processor()
    code = _restarted(machine) if line == "sudo reboot" else _entered(machine, line)
    done = Typed(line=line, wall_s=time.monotonic() - started, processor_s=_processor() - before, code=code)
    assert done.code == 0 or (done.code == 1 and MAY_FIND_FAULTS.search(line)), done
    return done


def _entered(machine: Machine, line: str) -> int:
    here = line.replace(PRINTER, PRINTER_HERE)
    if "set-pin" in line:
        here = f"printf '{PIN}\\n{PIN}\\n' | setsid -w {here}"
    elif " apt " in line:
        here = f"yes | {here}"  # what a person answers
    said = machine.run(f"exec 2>&1; cd /root; set +e; {here}\ncode=$?; echo; echo ended $code", check=False)
    told, _, code = said.rpartition("ended ")
    if code.strip() != "0":
        print(f"{line}\n{told[-1500:]}", file=sys.stderr, flush=True)
    return int(code)


def _restarted(machine: Machine) -> int:
    """The PC goes down and comes up; the kiosk is on the screen by itself."""
    machine.halt()
    unseen = machine.root / "etc/systemd/system/kiosk-dvc.service.d/played.conf"
    unseen.parent.mkdir(parents=True, exist_ok=True)
    unseen.write_text("[Service]\nEnvironment=WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1\n")
    machine.boot()
    wait_for(lambda: machine.run("systemctl is-active kiosk-dvc.service", check=False).strip() == "active",
             "the kiosk after the restart", 180)  # fmt: skip
    return 0


def _processor() -> float:
    """Of everything this process started and has seen end: what is typed is, services of the PC are not."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def write(machine: Machine, text: str) -> None:
    """A settings file of the guide, named in its first line."""
    place = text.splitlines()[0].removeprefix("# ")
    written = text.replace(PRINTER, PRINTER_HERE).replace("https://content.example.vn/kiosk", "")
    (machine.opened / place.lstrip("/")).write_text(written, "utf-8")


@contextmanager
def beside(machine: Machine, number: int, package: Path, scratch: Path) -> Iterator[None]:
    """What stands beside the PC while a section is typed, and stays there."""
    if number == 3:
        subprocess.run(machine.in_its_network(["ip", "addr", "add", "192.0.2.10/32", "dev", "lo"]), check=True)
        bus = f"unix:path={machine.opened}/run/dbus/system_bus_socket"
        spool = scratch / "tray"
        spool.mkdir()
        words = ["ippeveprinter", "-k", "-d", str(spool), "-p", "8631", "-n", "192.0.2.10", "-f",
                 "application/pdf,image/pwg-raster", "-r", "off", "Laser A"]  # fmt: skip
        machine.beside.append(
            subprocess.Popen(
                machine.in_its_network(words),
                env={**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": bus},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        )
        time.sleep(1)
    if number == 8:
        bring_the_provinces_stick(machine.opened / STICK.lstrip("/"), package, scratch)
    yield


def bring_the_provinces_stick(stick: Path, package: Path, scratch: Path) -> None:
    """`root.json` and `public`, with newer content and a newer program."""
    content = write_pack(scratch / "content")
    (content / "pack.toml").write_text('version = "2027.01.02"\n', "utf-8")
    province = Province(scratch / "repo")
    province.publish(content)
    province.publish_program(package)
    stick.mkdir(parents=True)
    shutil.copytree(province.public, stick / "public")
    (stick / "root.json").write_bytes(province.root)
    subprocess.run(["chmod", "-R", "a+rX", stick], check=True)
