"""What the installed session is held by: limits, hardening, places in memory, keys and terminals, programs it needs.

A container shows what systemd was told and what the kernel holds against the running process. It has no kernel, no
screen and no keyboard of its own: of SysRq, core pattern, Ctrl+Alt+Del and terminals it shows what a PC will load.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from release.programs import ESSENTIAL, PROGRAMS
from release.verify.machine import Machine
from release.verify.report import demand, report

UNIT = "kiosk-dvc.service"
TOLD_SYSTEMD = {
    "MemoryHigh": "1258291200",
    "MemoryMax": "1572864000",
    "MemorySwapMax": "0",
    "CPUQuotaPerSecUSec": "3s",
    "TasksMax": "256",
    "LimitCORE": "0",
    "OOMPolicy": "kill",
    "WatchdogUSec": "15s",
    "WatchdogSignal": "9",
    "Restart": "always",
    "DevicePolicy": "closed",
}
HELD = {
    "CapEff": "0000000000000000",
    "CapBnd": "0000000000000000",
    "CapAmb": "0000000000000000",
    "NoNewPrivs": "1",
    "Seccomp": "2",
}
"""proc(5), status: what the kernel holds against the process."""
KERNEL = ("kernel.sysrq = 0", "kernel.core_pattern = |/bin/false", "fs.suid_dumpable = 0")
LOGIND = ("NAutoVTs=0", "ReserveVT=0", "IdleAction=ignore", "HandlePowerKey=poweroff")
IN_MEMORY = ("/tmp", "/var/tmp", "/run")  # noqa: S108
CLOSED = (
    "/usr/probe",
    "/etc/probe",
    "/etc/kiosk-dvc/trust/probe",
    "/opt/kiosk-dvc/probe",
    "/var/probe",
    "/root/probe",
)
OPEN = ("/etc/kiosk-dvc/.probe", "/run/kiosk-dvc/tmp/probe", "/var/lib/kiosk-dvc/probe")


def session_in_force(machine: Machine, kiosk: int) -> None:
    """`kiosk` is the running program's number on this PC."""
    _limits(machine, kiosk)
    _places(machine, kiosk)
    _trust_stays(machine)
    _keys_and_terminals(machine)
    _programs(machine)


def _limits(machine: Machine, kiosk: int) -> None:
    shown = _properties(machine, UNIT, TOLD_SYSTEMD)
    demand(shown == TOLD_SYSTEMD, f"{UNIT} with {TOLD_SYSTEMD}: {shown}")
    status = dict(line.split(":\t", 1) for line in _of_process(kiosk, "status").splitlines() if ":\t" in line)
    held = {name: status[name].strip() for name in HELD}
    demand(held == HELD, f"a process with {HELD}: {held}")
    limits = _of_process(kiosk, "limits")
    demand(re.search(r"Max core file size +0 +0 ", limits), "no core file for the running kiosk")
    report("limits told to systemd: 1500 MB, 3 processors, 256 tasks; held by the kernel: no core, no right, seccomp")


def _places(machine: Machine, kiosk: int) -> None:
    mounts = [line.split(" - ") for line in _of_process(kiosk, "mountinfo").splitlines()]
    memory = {one[0].split()[4] for one in mounts if one[1].startswith("tmpfs")}
    demand(set(IN_MEMORY) <= memory, f"{IN_MEMORY} in memory: {sorted(memory)}")
    environment = _of_process(kiosk, "environ").split("\0")
    demand("TMPDIR=/run/kiosk-dvc/tmp" in environment, "TMPDIR in memory")
    for place in (*CLOSED, *OPEN):
        wrote = may_write(machine, place)
        demand(wrote is (place in OPEN), f"{place} {'writable' if place in OPEN else 'closed'} to the kiosk")
    report(f"temporary files in memory; the kiosk writes its state, settings and sticks, not {', '.join(CLOSED)}")


def _trust_stays(machine: Machine) -> None:
    """The folder of the settings is open to the kiosk; what is root's in it can still not be changed for another."""
    inside = f"nsenter -t $(systemctl show -P MainPID {UNIT}) -m setpriv --reuid=kiosk --regid=kiosk --init-groups"
    for name in ("trust", "content"):
        said = machine.run(
            f"{inside} mv /etc/kiosk-dvc/{name} /etc/kiosk-dvc/moved 2>/dev/null && echo moved || true"
        )
        demand("moved" not in said, f"{name} stays where root put it")
    report("the kiosk can neither write nor replace the folders trust and content")


def may_write(machine: Machine, place: str) -> bool:
    """Tried by a process in the kiosk's own mount namespace, with its user and groups."""
    inside = f"nsenter -t $(systemctl show -P MainPID {UNIT}) -m setpriv --reuid=kiosk --regid=kiosk --init-groups"
    said = machine.run(f"{inside} sh -c 'touch {place} && rm {place} && echo written' 2>/dev/null || true")
    return "written" in said


def _keys_and_terminals(machine: Machine) -> None:
    sysctl = machine.run("systemd-analyze cat-config sysctl.d")
    demand(all(line in sysctl for line in KERNEL), f"kernel settings {KERNEL}")
    logind = machine.run("systemd-analyze cat-config systemd/logind.conf")
    demand(all(line in logind for line in LOGIND), f"logind settings {LOGIND}")
    shown = machine.run("systemctl show -P CtrlAltDelBurstAction; systemctl is-enabled ctrl-alt-del.target || true")
    demand(shown.split() == ["none", "masked"], f"Ctrl+Alt+Del without effect: {shown!r}")
    demand("inactive" in machine.run("systemctl is-active getty@tty1.service || true"), "no login on tty1")
    compositor = machine.run("ps -o args= -C sway")
    demand(
        compositor.endswith("--config /usr/lib/kiosk-dvc/screen.conf\n"),
        f"sway with the kiosk's settings: {compositor}",
    )
    sockets = machine.run("find /run/kiosk-dvc -type s").split()
    demand(sockets == ["/run/kiosk-dvc/wayland-1"], f"no socket but the window's, none to command it: {sockets}")
    report(
        "SysRq, core pattern, logind, tty1, Ctrl+Alt+Del are set for a PC's start; a container cannot show that a "
        "kernel takes them, that no key changes the terminal, and that the screen never blanks"
    )


def _programs(machine: Machine) -> None:
    missing = machine.run(f"for name in {' '.join(PROGRAMS)}; do command -v $name >/dev/null || echo $name; done")
    demand(not missing, f"the programs {missing.split()}")
    named = {package for package in PROGRAMS.values() if package != ESSENTIAL}
    found = machine.run(f"dpkg-query -W -f='${{Status}} ${{Package}}\\n' {' '.join(sorted(named))}")
    demand(found.count("install ok installed") == len(named), f"the packages {sorted(named)}")
    report(f"all {len(PROGRAMS)} programs that code, units and scripts start are there")


def doctor(machine: Machine) -> None:
    """The doctor as the technician calls it: it reaches pcscd through polkit; the container has no device."""
    said = machine.run("kiosk-dvc doctor --json", check=False)
    found = {line["service"]: line for line in json.loads(said)}
    demand(found["card-reader"]["code"] == "reader.absent", f"pcscd answering: {found['card-reader']}")
    for service in ("fonts", "content", "disk", "counts"):
        demand(found[service]["state"] == "ready", f"{service} ready: {found[service]}")
    states = ", ".join(f"{name} {line['code'] or 'ready'}" for name, line in found.items())
    report(f"the doctor as the kiosk's user: {states}")


def _properties(machine: Machine, unit: str, names: dict[str, str]) -> dict[str, str]:
    said = machine.run(f"systemctl show {' '.join(f'-p {name}' for name in names)} {unit}")
    shown = dict(line.partition("=")[::2] for line in said.splitlines())
    return {name: shown.get(name, "") for name in names}


def _of_process(process: int, name: str) -> str:
    return Path(f"/proc/{process}/{name}").read_text(encoding="utf-8", errors="replace")
