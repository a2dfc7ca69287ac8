"""`./station package --verify`: one package from installation to purge, each step told when it was seen.

In a fresh Debian 12 with its real systemd (see `machine`): apt installs it, the PC restarts, the kiosk comes up under
cage as its own user, a visit is played and photographed by grim, its GUI thread is hung and the watchdog brings it
back, a broken release is installed and the one before takes over, and after `apt purge` every file is compared.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import click

from release.debian import build_package, version
from release.folder import ROOT
from release.verify.hang import hung
from release.verify.machine import Machine, wait_for
from release.verify.traces import left, seen

OUT = ROOT / "out" / "verify"
SCREENLESS = Path("etc/systemd/system/kiosk-dvc.service.d/verify.conf")
CAGE = "/usr/bin/cage -r -d -- /opt/kiosk-dvc/current/kiosk-dvc"
DIFFERENT = f"""# No screen, no input devices. Turned by -r as an upright screen is: without, cage 0.1.4 hands the
# program's own buffer to the screen and grim photographs an old one.
[Service]
Environment=WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1
ExecStart=
ExecStart={CAGE} run
"""
PAINTED = 20_000
"""Bytes of a photograph that shows more than an empty window."""
KIOSK = ("/opt/kiosk-dvc/current/kiosk-dvc", "run")
GRIM = "runuser -u kiosk -- env XDG_RUNTIME_DIR={} WAYLAND_DISPLAY=wayland-0 grim {}"
VISIT = (
    "systemd-run --quiet --unit=visit --uid=kiosk --gid=kiosk -p RuntimeDirectory=visit -p RuntimeDirectoryMode=0700 "
    "-E XDG_RUNTIME_DIR=/run/visit -E HOME=/run/visit -E KIOSK_STATE=/run/visit/state -E LC_ALL=C.UTF-8 "
    "-E QT_QPA_PLATFORM=wayland -E WLR_RENDERER=pixman -E WLR_XWAYLAND=/bin/false "
    "-E WLR_BACKENDS=headless -E WLR_LIBINPUT_NO_DEVICES=1 "
    "-p RuntimeDirectoryPreserve=yes "
    f"{CAGE} demo --headless --out /run/visit/out --size 720x1280"
)


def verify_package(folder: Path, package: Path) -> None:
    """All steps in order. Raises at the first that is not seen."""
    if os.geteuid() != 0 or not shutil.which("systemd-nspawn"):
        raise click.ClickException("--verify needs root, debootstrap and systemd-nspawn (package systemd-container)")
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    scratch = tempfile.TemporaryDirectory(prefix="kiosk-verify-", dir="/var/tmp")
    with scratch as name, Machine.made(Path(name) / "root", ROOT / "build" / "debootstrap") as machine:
        _told("a fresh Debian 12")
        before = _ready(machine, package)
        _install(machine, package)
        _visit(machine)
        _hang(machine)
        _fall_back(machine, folder, Path(name))
        _purge(machine, before)


def _told(what: str) -> None:
    click.echo(f"seen: {what}")


def _ready(machine: Machine, package: Path) -> dict[str, str]:
    """Install what the package depends on, and remember every file there is before the package itself."""
    told = subprocess.run(["dpkg-deb", "-f", package, "Depends"], capture_output=True, text=True, check=True)
    quiet = "apt-get -qq -y -o APT::Install-Recommends=false"
    machine.change_root(
        f"apt-get -qq update; {quiet} satisfy '{told.stdout.strip()}'; {quiet} install grim; apt-get clean"
    )
    machine.boot()
    machine.halt()
    _told("apt satisfied its dependencies")
    return seen(machine.root)


def _install(machine: Machine, package: Path) -> None:
    """apt installs the package in the running system; the PC restarts, and the kiosk comes by itself."""
    shutil.copyfile(package, machine.root / "root" / "kiosk.deb")
    screenless = machine.root / SCREENLESS
    screenless.parent.mkdir(parents=True)
    screenless.write_text(DIFFERENT)
    machine.boot()
    machine.run("apt-get -qq -y --no-install-recommends install /root/kiosk.deb; rm /root/kiosk.deb")
    machine.halt()
    machine.boot()
    wait_for(lambda: _up(machine), "the kiosk after a restart of the PC", 90)
    owner = machine.run("ps -o user= -C cage").split()[0]
    _photograph(machine, "/run/kiosk-dvc", "kiosk.png")
    _told(f"apt installed it; after a restart the kiosk is up under cage as {owner} (out/verify/kiosk.png)")
    spool = machine.run("stat -c '%U:%G %a' /run/cups/spool; systemctl is-active cups.service pcscd.socket").split()
    _told(f"spool of CUPS in memory, cups and pcscd: {' '.join(spool)}")


def _photograph(machine: Machine, runtime: str, name: str) -> None:
    """grim's picture of the screen, once something is painted on it."""
    shot = _inside(machine, f"{runtime}/shot.png")

    def painted() -> bool:
        machine.run(GRIM.format(runtime, f"{runtime}/shot.png"))
        return shot.stat().st_size > PAINTED

    wait_for(painted, "a painted screen", 20)
    shutil.copyfile(shot, OUT / name)


def _inside(machine: Machine, place: str) -> Path:
    """A file of the running machine as this PC sees it, its places in memory too."""
    return machine.opened / place.removeprefix("/")


def _visit(machine: Machine) -> None:
    """A whole visit under cage with virtual devices; grim's picture is taken while it runs."""
    machine.run("systemctl stop kiosk-dvc.service")
    machine.run(VISIT)
    pictures = _inside(machine, "/run/visit/out")
    wait_for(lambda: len(list(pictures.glob("*.png"))) >= 6, "the visit's sixth screen", 90)
    _photograph(machine, "/run/visit", "visit.png")
    wait_for((pictures / "visit.json").exists, "the end of the visit", 180)
    shutil.copytree(pictures, OUT / "visit")
    _told(f"a whole visit under cage: {len(list(pictures.glob('*.png')))} screens (out/verify/visit.png by grim)")
    machine.run("systemctl stop visit.service || true; systemctl start kiosk-dvc.service")


def _hang(machine: Machine) -> None:
    """The GUI thread stands still; systemd kills the kiosk and starts it again."""
    wait_for(lambda: bool(machine.processes(*KIOSK)), "the kiosk's process", 60)
    old = machine.processes(*KIOSK)[-1]
    with hung(old):
        seconds = wait_for(lambda: old not in machine.processes(*KIOSK), "the end of the hung kiosk", 60)
    again = wait_for(lambda: _up(machine) and bool(machine.processes(*KIOSK)), "the kiosk again", 90)
    journal = machine.run("journalctl -b -u kiosk-dvc.service --no-pager | grep -i 'watchdog timeout'")
    _told(
        f"watchdog: hung GUI thread killed after {seconds:.0f} s, kiosk again {again:.0f} s later; {journal.strip()}"
    )


def _up(machine: Machine) -> bool:
    return machine.run("systemctl is-active kiosk-dvc.service", check=False).strip() == "active"


def _fall_back(machine: Machine, folder: Path, scratch: Path) -> None:
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
    wait_for(lambda: _up(machine), "the good release", 90)
    refused = (machine.root / "opt" / "kiosk-dvc" / "refused").read_text().strip()
    _told(f"release {tried} failed three times; {current.readlink().name} runs again, {refused} is marked as refused")


def _purge(machine: Machine, before: dict[str, str]) -> None:
    machine.run("apt-get -qq -y purge kiosk-dvc")
    user = machine.run("getent passwd kiosk || true").strip()
    run = machine.run("ls -d /run/kiosk-dvc* 2>/dev/null || true").strip()
    machine.halt()
    shutil.rmtree((machine.root / SCREENLESS).parent)
    found = [*left(before, seen(machine.root)), *user.split(), *run.split()]
    if found:
        raise click.ClickException("apt purge left or changed: " + ", ".join(found[:40]))
    _told("apt purge left nothing: every file as before")
