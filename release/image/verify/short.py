"""The short form: the image starts to its screen, follows the program, keeps what only a whole machine can break."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from release.folder import ROOT
from release.image.slot import read_slot
from release.image.verify.cuts import MOMENT, cut
from release.image.verify.looks import ANOTHER, changed
from release.image.verify.machine import BootedPc, asked_steps, has_moment, loaded_directly
from release.image.verify.person import PersonAtTheMachine
from release.image.verify.sticks import sticks
from release.image.verify.visit import CANARY, visit
from release.verify.machine import wait_for
from release.verify.report import demand, report

OUT = ROOT / "out" / "image"
PAINTED = 30_000
"""Bytes of a picture that shows more than letters on a black screen."""
FIRST_SCREEN_S = 1200
"""How long a machine without a KVM beside other work may take; the figure is told."""
BETWEEN_LOOKS_S = 1
"""A picture stops the machine for a moment."""
CUTS = 3
FIRST, LAST = "starts", "cuts"
STARTED = "started"
HEARD_S = 10
"""A key that switches off is heard at once, and what runs ends some seconds later."""
CHORDS = (
    *("ctrl-alt-f1", "ctrl-alt-f2", "ctrl-alt-f7", "alt-f2", "alt-f4", "alt-tab", "alt-esc", "ctrl-alt-delete"),
    *("ctrl-alt-backspace", "alt-sysrq-b", "alt-sysrq-k", "alt-sysrq-e", "meta_l", "meta_l-l", "ctrl-q", "ctrl-w"),
    *("ctrl-c", "ctrl-z", "ctrl-alt-t", "f1", "f11", "print", "ctrl-shift-esc", "sleep", "power"),
)
SETTINGS = (
    "cd /etc/kiosk-dvc; before=$(cat kiosk.toml); echo '# by an editor' >>kiosk.toml; "
    'echo "$before" | tee kiosk.toml >/dev/null; sed -i "" devices.toml; stat -c %U:%a kiosk.toml; '
    "sysctl -n fs.protected_regular"
)

HELD = {
    "root": "veritysetup status kiosk-root | sed -n 's/ *status: *//p'",
    "state": "findmnt -no FSTYPE,OPTIONS /state",
    "kept": "findmnt -no SOURCE /var/lib/kiosk-dvc",
    "kiosk": "id -u kiosk",
    "shells": "systemctl is-enabled emergency.service rescue.service getty@tty1.service ctrl-alt-del.target",
    "passwords": "cut -d: -f2 /etc/shadow | sort -u",
    "confined": "grep -c '^/usr/sbin/cupsd (enforce)' /sys/kernel/security/apparmor/profiles",
    "compiled": "ls -d /var/cache/apparmor/*",
    "failed": "systemctl --failed --plain --no-legend",
}


def verify_image(disk: Path, folder: Path, only: Sequence[str] = ()) -> None:
    """Every step in one machine, or `only` these, from the moment at which the last whole run saw its first screen.

    Pictures in `out/image`. Raises `ClickException` where nothing can be booted, a step is unknown, or something was
    not seen.
    """
    asked = asked_steps(only, (FIRST, *STEPS, LAST))
    words = loaded_directly(read_slot(folder), folder)

    def booted(more: Sequence[str]) -> BootedPc:
        return BootedPc(disk, folder, [*words, *more], kept=bool(more))

    fresh = FIRST in asked
    steps = [step for name, step in STEPS.items() if name in asked]
    if fresh or steps:
        with booted([] if fresh else ["-loadvm", STARTED]) as machine:
            if fresh:
                starts(machine)
                machine.control.save_moment(STARTED)
            for step in steps:
                step(machine)
            machine.control.save_moment(MOMENT)
    if LAST in asked:
        cut(booted, CUTS, CANARY)


def at_first_screen(disk: Path, folder: Path) -> BootedPc:
    """A machine at its first screen: in the moment in which the last whole run saw it, else started now."""
    words = loaded_directly(read_slot(folder), folder)
    if has_moment(folder, STARTED):
        return BootedPc(disk, folder, [*words, "-loadvm", STARTED], kept=True)
    machine = BootedPc(disk, folder, words)
    try:
        starts(machine)
        machine.control.save_moment(STARTED)
    except BaseException:
        machine.cut()
        raise
    return machine


def starts(machine: BootedPc) -> float:
    """Seconds from the kernel's start to a painted screen: seen by pictures alone, and by the kernel's own clock."""
    while len(_shown(machine)) <= PAINTED:
        demand(machine.seconds() < FIRST_SCREEN_S, f"a painted screen in {FIRST_SCREEN_S} s: {OUT / 'now.png'}")
        time.sleep(BETWEEN_LOOKS_S)
    seconds, worked = machine.seconds(), machine.processor_seconds()
    up = float(machine.run("cat /proc/uptime").split()[0])
    machine.control.picture(OUT / "first-screen.png")
    report(
        f"first screen {up:.0f} s after the kernel's start, {seconds:.0f} s after the switch, without KVM; "
        f"{worked:.0f} s of this PC's processors"
    )
    return up


def follows(machine: BootedPc) -> None:
    """Idle slides, without any input."""
    for _ in range(2):
        before = _shown(machine)
        wait_for(
            lambda before=before: changed(before, _shown(machine)) >= ANOTHER,  # type: ignore[misc]
            "another slide without input",
            60,
        )
    report("the screen followed the program twice without input")


def weighs(machine: BootedPc) -> tuple[float, float]:
    """MB (10^6 bytes) of the kiosk's unit, and of all that runs."""
    unit = int(machine.run("systemctl show -P MemoryCurrent kiosk-dvc")) / 1e6
    told = machine.run("cat /proc/meminfo")
    kib = {row.split(":")[0]: int(row.split()[1]) for row in told.splitlines() if ":" in row}
    used = (kib["MemTotal"] - kib["MemAvailable"]) * 1024 / 1e6
    report(f"memory: kiosk's unit {unit:.0f} MB, system {used:.0f} MB in use")
    return unit, used


def held(machine: BootedPc) -> None:
    """The root is verified and read-only, the state is a partition, nobody can log in, the kiosk has its number."""
    told = {what: machine.run(command, check=False).split() for what, command in HELD.items()}
    demand(told["root"] == ["verified"], f"a verified root: {told['root']}")
    demand("ext4" in told["state"], f"the state on its partition: {told['state']}")
    demand(told["kept"][-1].endswith("[/var/lib/kiosk-dvc]"), f"the kiosk's folder on it: {told['kept']}")
    demand(told["kiosk"] == ["970"], f"the kiosk's number: {told['kiosk']}")
    demand(set(told["shells"]) == {"masked"}, f"no emergency shell: {told['shells']}")
    demand(all(one.startswith(("!", "*")) for one in told["passwords"]), f"nobody can log in: {told['passwords']}")
    demand(told["confined"] == ["1"], f"CUPS held by its rules: {told['confined']}")
    demand(len(told["compiled"]) == 1, f"no rules but those of the image: {told['compiled']}")
    demand(not told["failed"], f"no unit that failed: {' '.join(told['failed'])}")
    report("root verified, state on its partition, no shell or login, CUPS confined, no failed unit, kiosk is 970")


def settings(machine: BootedPc) -> None:
    """The guide's way: an editor, a pipe, as root."""
    told = machine.run(SETTINGS).split()
    demand(told[-1] == "2", f"the kernel's protection of other people's files, as Debian sets it: {told}")
    demand(told[0].startswith("kiosk:"), f"the settings stay the kiosk's: {told}")
    report("root wrote the settings by an editor and a pipe, with fs.protected_regular=2")


def chords(machine: BootedPc) -> None:
    """Keys of a plugged-in keyboard: the same process, the same terminal, no new start."""
    before = standing(machine)
    for chord in CHORDS:
        machine.control.keys(chord)
        time.sleep(0.5)
    for _ in range(8):
        machine.control.keys("ctrl-alt-delete")
    time.sleep(HEARD_S)
    demand(standing(machine) == before, f"nothing changed by keys: {before} and {standing(machine)}")
    report(f"{len(CHORDS)} key chords and eight times Ctrl+Alt+Del did nothing")


def standing(machine: BootedPc) -> str:
    """Terminal, start and kiosk's process: the same as long as nothing began anew."""
    return machine.run(
        "cat /sys/class/tty/tty0/active /proc/sys/kernel/random/boot_id; systemctl show -P MainPID kiosk-dvc"
    )


def _shown(machine: BootedPc) -> bytes:
    return machine.control.picture(OUT / "now.png")


def _visited(machine: BootedPc) -> None:
    visit(machine, PersonAtTheMachine(machine, OUT))


STEPS: Mapping[str, Callable[[BootedPc], object]] = {
    "follows": follows,
    "weighs": weighs,
    "held": held,
    "settings": settings,
    "visit": _visited,
    "sticks": sticks,
    "chords": chords,
}
"""In their order; each leaves the machine at its first screen or where the next one finds its way."""
