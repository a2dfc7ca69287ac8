"""What a help point's PC meets and a test without a machine cannot show: plain graphics, a dead clock, a full disk,
twenty power cuts, an hour in which nobody comes. Each has a machine of its own, with the test's shell; what is not
about the start begins at the first screen that the last whole run has seen.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from release.image.slot import read_slot
from release.image.verify.cuts import MOMENT, cut
from release.image.verify.looks import ANOTHER, changed
from release.image.verify.machine import OF_ITS_OWN, STANDARD_VGA, BootedPc, has_moment, loaded_directly
from release.image.verify.person import PersonAtTheMachine
from release.image.verify.short import OUT, PAINTED, at_first_screen, standing, starts
from release.image.verify.visit import CANARY, DOCTOR, visit
from release.verify.eyes import NotSeenError
from release.verify.report import demand, report

NO_PICTURE = "card màn hình của máy này chưa dùng được"
PATIENCE_S = 1200.0
BOTTOMLESS = ("-rtc", "base=1970-01-01T00:00:00")
"""A battery that died: the PC begins in 1970."""
MANY_CUTS = 20
LATE_S = 120.0
"""After the first acknowledged count; by then a computed machine has taken content too."""
AN_HOUR_S = 3600
LOOKED_EACH_S = 60
FILL = "fallocate -l 8G /state/fill || dd if=/dev/zero of=/state/fill bs=1M; df --output=avail /state | tail -1"


def _examined(machine: BootedPc, service: str) -> Mapping[str, Any]:
    told = json.loads(machine.run(DOCTOR, seconds=300, check=False))
    return next(line for line in told if line["service"] == service)


def plain_graphics(disk: Path, folder: Path) -> None:
    """The VGA of any PC: the kiosk, or a plain line that tells why there is none."""
    words = loaded_directly(read_slot(folder), folder)
    with BootedPc(disk, folder, words, graphics=STANDARD_VGA, written=OF_ITS_OWN) as machine:
        person = PersonAtTheMachine(machine, OUT)
        ends = time.monotonic() + PATIENCE_S
        while not (told := person.sees(NO_PICTURE)) and len(machine.control.picture(OUT / "vga.png")) < PAINTED:
            if time.monotonic() > ends:
                raise NotSeenError(f"neither the kiosk nor a line about it; the picture is {OUT / 'now.png'}")
        report("standard VGA: " + ("a plain line tells that there is no picture" if told else "the kiosk is shown"))


def dead_clock(disk: Path, folder: Path) -> None:
    """From 1970 without a network: the kiosk serves and the doctor tells; then the clock jumps, there and back."""
    words = loaded_directly(read_slot(folder), folder)
    with BootedPc(disk, folder, [*words, *BOTTOMLESS], written=OF_ITS_OWN) as machine:
        starts(machine)
        found = _examined(machine, "clock")
        demand(found["state"] == "broken", f"a wrong clock told: {found}")
        before = standing(machine)
        for day in ("2026-12-24 08:00", "2031-01-01 00:00", "2026-12-01 12:00"):
            machine.run(f"date -s '{day}'")
            time.sleep(30)
            demand(standing(machine) == before, f"the same kiosk on {day}")
        found = _examined(machine, "clock")
        demand(found["state"] == "ready", f"a right clock again: {found}")
        report("a clock from 1970 told by the doctor, three jumps of years without a new start of the kiosk")


def full_disk(disk: Path, folder: Path) -> None:
    """Not a byte left on the state: told as what it is, and the kiosk goes on."""
    with at_first_screen(disk, folder) as machine:
        before = standing(machine)
        left = machine.run(FILL, seconds=600, check=False).split()[-1]
        demand(left == "0", f"no byte left on the state: {left}")
        found = _examined(machine, "disk")
        demand((found["state"], found.get("code")) == ("broken", "disk.full"), f"a full disk told: {found}")
        said = machine.run("kiosk-dvc counts hours --volunteers 3 --hours 1", seconds=300, check=False)
        demand("đầy" in said and "Traceback" not in said, f"the command tells that the disk is full: {said}")
        demand(standing(machine) == before, "the same kiosk beside a full disk")
        machine.run("rm /state/fill")
        found = _examined(machine, "disk")
        demand(found["state"] != "broken", f"room again: {found}")
        report("a full disk told by doctor and command, the kiosk ran on; room again afterwards")


def many_cuts(disk: Path, folder: Path) -> None:
    """The short form's power cuts after a visit, twenty of them, some after the new content was taken."""
    words = loaded_directly(read_slot(folder), folder)

    def booted(more: Sequence[str]) -> BootedPc:
        return BootedPc(disk, folder, [*words, *more], kept=True)

    if not has_moment(folder, MOMENT):
        with at_first_screen(disk, folder) as machine:
            visit(machine, PersonAtTheMachine(machine, OUT))
            machine.control.save_moment(MOMENT)
    cut(booted, MANY_CUTS, CANARY, within_s=LATE_S)


def idle_hour(disk: Path, folder: Path) -> None:
    """Nobody comes: the screen is never blank, never stands still for a minute, and the kiosk is the same."""
    with at_first_screen(disk, folder) as machine:
        before, seen = standing(machine), machine.control.picture(OUT / "idle.png")
        ends = time.monotonic() + AN_HOUR_S
        looks = 0
        while time.monotonic() < ends:
            time.sleep(LOOKED_EACH_S)
            now = machine.control.picture(OUT / "idle.png")
            demand(len(now) > PAINTED, f"a screen that is not blank: {OUT / 'idle.png'}")
            demand(changed(seen, now) >= ANOTHER, f"another slide than a minute ago: {OUT / 'idle.png'}")
            seen, looks = now, looks + 1
        demand(standing(machine) == before, "the same kiosk after an hour")
        report(f"an hour without anybody: {looks} looks, never blank, another slide each time")


ADVERSITIES: Mapping[str, Callable[[Path, Path], None]] = {
    "vga": plain_graphics,
    "clock": dead_clock,
    "full": full_disk,
    "twenty-cuts": many_cuts,
    "idles": idle_hour,
}
"""Steps of the long form, by name."""
