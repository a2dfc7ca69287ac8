"""The installed kiosk in use: a visit is played, its window's thread hangs, a release cannot start."""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path

from kiosk.typesetting.compiler_process import COMMAND
from release.debian import build_package, version
from release.verify.hang import hung
from release.verify.machine import Machine, wait_for
from release.verify.picture import OUT, SCREEN, follows, inside, photograph
from release.verify.report import demand, report

KIOSK = ("/opt/kiosk-dvc/current/kiosk-dvc", "run")
VISIT = (
    "systemd-run --quiet --unit=visit --uid=kiosk --gid=kiosk -p RuntimeDirectory=visit -p RuntimeDirectoryMode=0700 "
    "-E XDG_RUNTIME_DIR=/run/visit -E HOME=/run/visit -E KIOSK_STATE=/run/visit/state -E LC_ALL=C.UTF-8 "
    "-E QT_QPA_PLATFORM=wayland -E WLR_RENDERER=pixman "
    "-E WLR_BACKENDS=headless -E WLR_LIBINPUT_NO_DEVICES=1 "
    "-p RuntimeDirectoryPreserve=yes "
    f"{SCREEN} demo --headless --out /run/visit/out --size 720x1280"
)


def visit(machine: Machine) -> None:
    """A whole visit under sway with virtual devices; grim's pictures follow it, and a process sets its papers."""
    machine.run("systemctl stop kiosk-dvc.service")
    machine.run(VISIT)
    pictures = inside(machine, "/run/visit/out")
    wait_for(lambda: len(list(pictures.glob("*.png"))) >= 6, "the visit's sixth screen", 90)
    photograph(machine, "/run/visit", "visit.png")
    follows(machine, "/run/visit")
    seen: set[bool] = set()

    def over() -> bool:
        seen.add(papers_process(machine))
        return (pictures / "visit.json").exists()

    wait_for(over, "the end of the visit", 180)
    demand(True in seen, "the process that sets the visit's papers")
    wait_for(lambda: not papers_process(machine), "the end of the papers' process with the visit", 30)
    shutil.copytree(pictures, OUT / "visit")
    report(f"a whole visit under sway: {len(list(pictures.glob('*.png')))} screens (out/verify/visit.png by grim)")
    machine.run("systemctl stop visit.service || true; rm -r /run/visit; systemctl reset-failed kiosk-dvc.service")
    machine.run("systemctl start kiosk-dvc.service")


def papers_process(machine: Machine) -> bool:
    """Whether a process of the frozen program sets papers just now (decision 36)."""
    but_the_asking_one = f"[{COMMAND[0]}]{COMMAND[1:]}"
    return bool(machine.run(f"pgrep -f '/kiosk-dvc {but_the_asking_one}' || true").split())


def the_kiosk(machine: Machine) -> int:
    """The running program's number on this PC."""
    wait_for(lambda: bool(machine.processes(*KIOSK)), "the kiosk's process", 60)
    return machine.processes(*KIOSK)[-1]


RESTARTS = 3
"""As many as the unit's start limit lets through."""


def restart(machine: Machine) -> None:
    """An ordinary restart is no crash: the fall-back is not called, no core is left. More of them than systemd's
    start limit allows leave the kiosk running all the same."""
    called = "systemctl show -P ExecMainStartTimestampMonotonic kiosk-dvc-fall-back.service"
    before = machine.run(called)
    machine.run("systemctl reset-failed kiosk-dvc.service")
    for _ in range(RESTARTS):
        machine.run("systemctl restart kiosk-dvc.service")
    demand(machine.run("systemctl show -P NRestarts kiosk-dvc.service").strip() == "0", "no restart of systemd's own")
    demand(machine.run(called) == before, "the fall-back not called by a restart")
    demand(not machine.run(CORES).split(), "no core file")
    machine.run("systemctl restart kiosk-dvc.service", check=False)
    wait_for(lambda: machine.run(called) != before, "the fall-back after a refused restart", 30)
    wait_for(lambda: up(machine), "the kiosk after a refused restart", 90)
    demand(not (machine.root / "opt/kiosk-dvc/refused").exists(), "no release refused for restarts by hand")
    machine.run("systemctl reset-failed kiosk-dvc.service")
    report(
        f"{RESTARTS} ordinary restarts: no crash, no fall-back, no core file; one more, refused by systemd: up again"
    )


def hang(machine: Machine) -> None:
    """The GUI thread stands still; systemd kills the kiosk and starts it again."""
    old = the_kiosk(machine)
    with hung(old):
        seconds = wait_for(lambda: old not in machine.processes(*KIOSK), "the end of the hung kiosk", 60)
    again = wait_for(lambda: up(machine) and bool(machine.processes(*KIOSK)), "the kiosk again", 90)
    journal = machine.run("journalctl -b -u kiosk-dvc.service --no-pager | grep -i 'watchdog timeout'")
    report(
        f"watchdog: hung GUI thread killed after {seconds:.0f} s, kiosk again {again:.0f} s later; {journal.strip()}"
    )


CORES = r"find / -xdev -type f -newermt '-5 min' \( -name core -o -name 'core.*' -o -path '*/coredump/*' \)"


def crash(machine: Machine) -> None:
    """The program breaks down as by a faulty driver; it comes again and leaves no picture of its memory."""
    old = the_kiosk(machine)
    os.kill(old, signal.SIGSEGV)
    wait_for(lambda: old not in machine.processes(*KIOSK), "the end of the broken kiosk", 30)
    again = wait_for(lambda: up(machine) and bool(machine.processes(*KIOSK)), "the kiosk again", 90)
    cores = machine.run(CORES).split()
    demand(not cores, f"no core file: {cores}")
    report(f"a crash: kiosk again {again:.0f} s later, and no core file anywhere")


def up(machine: Machine) -> bool:
    """Whether systemd calls the kiosk active."""
    return machine.run("systemctl is-active kiosk-dvc.service", check=False).strip() == "active"


def fall_back(machine: Machine, folder: Path, scratch: Path) -> None:
    """A release that cannot start is installed over the good one; after three failures the good one runs."""
    broken = scratch / "broken"
    broken.mkdir()
    (broken / folder.name).write_text("#!/bin/sh\nexit 1\n")
    (broken / folder.name).chmod(0o755)
    package = build_package(broken, scratch, named=f"{version()}+broken")
    shutil.copyfile(package, machine.root / "root" / "broken.deb")
    machine.run("apt-get -qq -y install /root/broken.deb; rm /root/broken.deb")
    current = machine.root / "opt" / "kiosk-dvc" / "current"
    tried = current.readlink().name
    wait_for(lambda: current.readlink().name == version(), "the link back to the good release", 120)
    wait_for(lambda: up(machine), "the good release", 90)
    refused = (machine.root / "opt" / "kiosk-dvc" / "refused").read_text().strip()
    report(
        f"release {tried} failed three times; {current.readlink().name} runs again, {refused} is marked as refused"
    )
