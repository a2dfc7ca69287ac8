"""The browser's package in the installed system: the socket starts one unit for one connection, Chromium's sandbox
stands inside that unit's limits, and the unit goes with its connection.

No network, so no page; pages, and that the kernel holds the memory, are seen in `filing`.
"""

from __future__ import annotations

import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.filing.messages import Ready
from kiosk.filing.wire import read_from_portal
from release.verify.machine import Machine, wait_for
from release.verify.report import demand, report

PACKAGE = "kiosk-dvc-portal"
SOCKET = "run/kiosk-dvc-portal/socket"
HOSTS = "run/kiosk-dvc/portal-hosts"
"""What the kiosk writes before each filing: hosts of the content, and its screen."""
UNITS = f"systemctl list-units --plain --no-legend '{PACKAGE}@*.service' | cut -d' ' -f1"
TOLD_SYSTEMD = {
    "MemoryMax": "1153433600",
    "MemorySwapMax": "0",
    "OOMPolicy": "kill",
    "NoNewPrivileges": "yes",
    "User": "kiosk",
}
SPACES = ("pid", "net", "user")
PATIENCE_S = 90.0


def browser_in_force(machine: Machine, package: Path) -> None:
    """`package` is the browser's, of the version that is installed."""
    shutil.copyfile(package, machine.root / "root" / "portal.deb")
    machine.run("apt-get -qq -y --no-install-recommends install /root/portal.deb; rm /root/portal.deb")
    demand(machine.run("systemctl is-active kiosk-dvc-portal.socket").strip() == "active", "a socket that listens")
    with connected(machine, "dichvucong.gov.vn") as line:
        said = read_from_portal(line.recv)
        journal = machine.run(f"journalctl -b --no-pager -o cat -n 20 -u '{PACKAGE}@*'")
        demand(isinstance(said, Ready), f"the browser's first word: {said}\n{journal}")
        unit = machine.run(UNITS).strip()
        shown = dict(each.split("=", 1) for each in machine.run(_show(unit)).splitlines())
        demand(shown == TOLD_SYSTEMD, f"{unit} with {TOLD_SYSTEMD}: {shown}")
        children = _shut_in(machine, unit)
    wait_for(lambda: not machine.run(UNITS).strip(), "the end of the unit with its connection", 30)
    left = machine.run("pgrep -c QtWebEngine || true").strip()
    demand(left == "0", f"no process of the browser after its connection: {left}")
    kiosk = machine.run("systemctl show -P RestrictNamespaces kiosk-dvc.service").strip()
    demand(kiosk == "yes", f"the kiosk's own unit as closed as before: {kiosk}")
    report(
        f"one connection, one unit: Chromium up as the kiosk's user, its {children} processes in spaces of their own "
        "and under a filter of calls; gone with the connection; the kiosk's unit stays closed"
    )


@contextmanager
def connected(machine: Machine, *hosts: str) -> Iterator[socket.socket]:
    """A line to the browser, as the kiosk asks for one: these are the hosts of its content."""
    (machine.opened / HOSTS).write_text(f"{','.join(hosts)} wayland-1\n", encoding="ascii")
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(PATIENCE_S)
        line.connect(str(machine.opened / SOCKET))
        yield line


def ended_for_memory(machine: Machine, unit: str) -> bool:
    """Whether the kernel ended one of its processes at its limit; by `OOMPolicy=kill` the others go too."""
    return "oom-kill" in machine.run(f"journalctl -b --no-pager -o cat -u '{unit}'")


def _show(unit: str) -> str:
    return f"systemctl show {' '.join(f'-p {name}' for name in TOLD_SYSTEMD)} '{unit}'"


def _shut_in(machine: Machine, unit: str) -> int:
    """How many processes the browser has besides its own, each shut in."""
    own = machine.run(f"systemctl show -P MainPID '{unit}'").strip()
    children = machine.run("pgrep QtWebEngine").split()
    shared = _spaces(machine, own)
    for child in children:
        demand(not set(_spaces(machine, child)) & set(shared), f"process {child} in spaces of its own")
        demand("Seccomp:\t2" in machine.run(f"cat /proc/{child}/status"), f"a filter of calls for process {child}")
    demand(children, "processes of the browser")
    return len(children)


def _spaces(machine: Machine, process: str) -> list[str]:
    return machine.run(f"readlink {' '.join(f'/proc/{process}/ns/{name}' for name in SPACES)}").split()
