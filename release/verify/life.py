"""`./station package --verify`: one package from installation to purge, each step told when it was seen.

In a fresh Debian 12 with its real systemd (see `machine`): apt installs it, the PC restarts, the kiosk comes up under
sway as its own user; what holds the session, the technician's setup, papers, sticks and updates are tried in the
shipped units; with `--filing` a filing is played from the card to the leaflet; a visit is played, the
window's thread hung, the program broken, a broken release installed; purged, nothing may be left.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import click

from release.debian import version
from release.verify.browser import browser_in_force
from release.verify.filing import filed_online
from release.verify.fresh import fresh_debian
from release.verify.machine import Machine, wait_for
from release.verify.paper import jobs_are_forgotten, stick_is_seen_and_let_go
from release.verify.picture import OUT, SCREEN, follows, photograph
from release.verify.report import demand, report
from release.verify.session import doctor, session_in_force
from release.verify.setup import settings_by_hand_and_by_screen
from release.verify.sharing import devices_shared_and_taken_back
from release.verify.traces import left, named, seen
from release.verify.updates import PLACE, signed_content
from release.verify.use import crash, fall_back, hang, restart, the_kiosk, up, visit

SCREENLESS = Path("etc/systemd/system/kiosk-dvc.service.d/verify.conf")
DIFFERENT = """# No screen, no input devices.
[Service]
Environment=WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1
"""


def verify_package(
    folder: Path,
    package: Path,
    browser: Path | None = None,
    *,
    filing: bool = False,
    only_filing: bool = False,
    kept: bool = False,
) -> None:
    """All steps in order, those of the browser's package where there is one, with a whole filing where it is wanted.

    `only_filing`: of the steps only those without which nobody files; `kept`: in the Debian of the last time. Raises
    at the first that is not seen.
    """
    if os.geteuid() != 0 or not shutil.which("systemd-nspawn"):
        raise click.ClickException("--verify needs root, debootstrap and systemd-nspawn (package systemd-container)")
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    scratch = tempfile.TemporaryDirectory(prefix="kiosk-verify-", dir="/var/tmp")
    packages = [each for each in (package, browser) if each is not None]
    with scratch as name, fresh_debian(Path(name) / "root", packages, person=filing, kept=kept) as machine:
        before = seen(machine.root)
        _install(machine, package)
        if not only_filing:
            _try_everything(machine)
        if browser is not None:
            browser_in_force(machine, browser)
        if filing:
            filed_online(machine)
        if only_filing:
            return
        visit(machine)
        restart(machine)
        hang(machine)
        crash(machine)
        fall_back(machine, folder, Path(name))
        _purge(machine, before)


def _try_everything(machine: Machine) -> None:
    kiosk = the_kiosk(machine)
    session_in_force(machine, kiosk)
    doctor(machine)
    stick_is_seen_and_let_go(machine, kiosk)
    jobs_are_forgotten(machine)
    settings_by_hand_and_by_screen(machine, SCREEN, OUT / "setup")
    signed_content(machine)
    devices_shared_and_taken_back(machine)


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
    wait_for(lambda: up(machine), "the kiosk after a restart of the PC", 90)
    owner = machine.run("ps -o user= -C sway").split()[0]
    photograph(machine, "/run/kiosk-dvc", "kiosk.png")
    follows(machine, "/run/kiosk-dvc")
    report(f"apt installed it; after a restart the kiosk is up under sway as {owner} (out/verify/kiosk.png)")
    spool = machine.run("stat -c '%U:%G %a' /run/cups/spool; systemctl is-active cups.service pcscd.socket").split()
    called = machine.run("kiosk-dvc --version").strip()
    demand(called == f"kiosk-dvc {version()}", f"the release's own number: {called}")
    report(f"spool of CUPS in memory, cups and pcscd: {' '.join(spool)}; it calls itself {called}")


def _purge(machine: Machine, before: dict[str, str]) -> None:
    """Files by content, then every place that bears the name, then what lives only while the system runs."""
    machine.run(f"rm -rf {PLACE}; apt-get -qq -y purge 'kiosk-dvc*'")
    alive = machine.run(
        "getent passwd kiosk || true; getent group kiosk || true; find /run /dev/shm /tmp -name '*kiosk*';"
        "ls /run/media 2>/dev/null || true; lpstat -e 2>/dev/null || true;"
        "systemctl list-units --all --plain --no-legend '*kiosk*'; systemctl list-timers --all --no-legend '*kiosk*';"
        "ps -eo args | grep [k]iosk-dvc || true"
    )
    machine.halt()
    shutil.rmtree((machine.root / SCREENLESS).parent)
    found = [*left(before, seen(machine.root)), *named(machine.root), *alive.splitlines()]
    if found:
        raise click.ClickException("apt purge left or changed: " + ", ".join(found[:40]))
    report("apt purge left nothing: no file, user, group, queue, unit, timer, process; every other file as before")
