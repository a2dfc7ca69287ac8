"""Where the portal's program is on this computer: the package's socket, a program beside this one, or the checkout.

It is a program of its own (`ui.portal`), which this one never imports: here it is only looked for and started. The
arguments are hosts out of the content and nothing else; the environment is this program's own without what would
take Chromium's sandbox away.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from ui.visit.portal_line import ChildLine, PortalLine, PortalProgram, SocketLine

SOCKET = Path("/run/kiosk-dvc-portal/socket")
"""Of the unit `kiosk-dvc-portal.socket`, where the package is installed."""
HOSTS = Path("/run/kiosk-dvc/portal-hosts")
"""What that unit's service reads its hosts from: names out of the content."""
BESIDE = "kiosk-dvc-portal"
MODULE = "ui.portal"
_ROOT = Path(__file__).resolve().parents[2]
_NOT_ITS_OWN = frozenset({"QTWEBENGINE_DISABLE_SANDBOX", "GLIBC_TUNABLES"})
"""Any value of the first, also 0, takes the sandbox away. The second overwrites freed memory, which costs a browser
much and gains nothing: its memory goes with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildProgram:
    """Started as a child, spoken to by pipes."""

    command: tuple[str, ...]
    root: Path | None = None
    """Where its modules lie, when Python runs it from the sources."""

    def open(self) -> PortalLine:
        return ChildLine(self.command, _environment(os.environ, self.root))


@dataclass(frozen=True, slots=True, kw_only=True)
class SocketProgram:
    """Started by systemd when its socket is connected to."""

    socket: Path
    hosts: tuple[str, ...]
    told: Path

    def open(self) -> PortalLine:
        self.told.write_text(f"PORTAL_HOSTS={','.join(self.hosts)}\n", encoding="ascii")
        return SocketLine(self.socket)


def portal_program(hosts: Sequence[str], *, socket: Path = SOCKET, told: Path = HOSTS) -> PortalProgram | None:
    """The program, or None where this computer has none. `hosts` are those of all the content's portals."""
    if not hosts:
        return None
    if sys.platform != "win32" and socket.is_socket():
        return SocketProgram(socket=socket, hosts=tuple(hosts), told=told)
    command = _own_command()
    return ChildProgram(command=(*command, "--hosts", ",".join(hosts)), root=_ROOT) if command else None


def _own_command() -> tuple[str, ...]:
    """How it is started as a child; empty where it is not there, or where Chromium would refuse (as root)."""
    if sys.platform != "win32" and os.geteuid() == 0:
        return ()
    if getattr(sys, "frozen", False):
        beside = Path(sys.executable).with_name(BESIDE + Path(sys.executable).suffix)
        return (str(beside),) if beside.is_file() else ()
    try:
        there = find_spec("PySide6.QtWebEngineQuick") and find_spec(f"{MODULE}.__main__")
    except ModuleNotFoundError:
        there = None
    return (sys.executable, "-P", "-m", MODULE) if there else ()


def _environment(own: Mapping[str, str], root: Path | None) -> dict[str, str]:
    environment = {name: value for name, value in own.items() if name not in _NOT_ITS_OWN}
    if root is not None and not getattr(sys, "frozen", False):
        environment["PYTHONPATH"] = str(root)
    return environment
