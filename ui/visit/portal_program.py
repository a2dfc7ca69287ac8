"""Starts the portal's program where this computer has it: by the package's socket, or as a child.

It is a program of its own (`ui.portal`), which this one never imports. The arguments are hosts out of the content and
nothing else; the environment is this program's own without what would take Chromium's sandbox away.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from kiosk.station.portal_place import ROOT, SOCKET, PortalPlace, beside, portal_place
from ui.visit.portal_line import ChildLine, PortalLine, PortalProgram, SocketLine

HOSTS = Path("/run/kiosk-dvc/portal-hosts")
"""What the unit's service reads: the hosts out of the content, and where the kiosk's screen is."""
MODULE = "ui.portal"
_NOT_ITS_OWN = frozenset({"QTWEBENGINE_DISABLE_SANDBOX", "GLIBC_TUNABLES"})
"""Any value of the first, also 0, takes the sandbox away. The second overwrites freed memory, which costs a browser
much and gains nothing: its memory goes with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildProgram:
    """Started as a child, spoken to by pipes."""

    command: tuple[str, ...]
    modules: Path | None = None
    """Where its modules lie, when Python runs it from the sources."""

    def open(self) -> PortalLine:
        environment = {name: value for name, value in os.environ.items() if name not in _NOT_ITS_OWN}
        return ChildLine(self.command, _with_modules(environment, self.modules))


@dataclass(frozen=True, slots=True, kw_only=True)
class SocketProgram:
    """Started by systemd when its socket is connected to."""

    socket: Path
    hosts: tuple[str, ...]
    told: Path

    def open(self) -> PortalLine:
        screen = os.environ.get("WAYLAND_DISPLAY", "")
        self.told.write_text(f"{','.join(self.hosts)} {screen}\n", encoding="ascii")
        return SocketLine(self.socket)


def portal_program(
    hosts: Sequence[str], *, windowed: bool = False, socket: Path = SOCKET, told: Path = HOSTS
) -> PortalProgram | None:
    """The program, or None where this computer has none. `hosts` are those of all the content's portals."""
    if not hosts:
        return None
    options = ("--hosts", ",".join(hosts), *(("--windowed",) if windowed else ()))
    match portal_place(socket):
        case PortalPlace.UNIT:
            return SocketProgram(socket=socket, hosts=tuple(hosts), told=told)
        case PortalPlace.BESIDE:
            return ChildProgram(command=(str(beside()), *options))
        case PortalPlace.SOURCES:
            return ChildProgram(command=(sys.executable, "-P", "-m", MODULE, *options), modules=ROOT)
        case PortalPlace.NOWHERE:
            return None
        case other:
            assert_never(other)


def _with_modules(environment: Mapping[str, str], modules: Path | None) -> Mapping[str, str]:
    return environment if modules is None else {**environment, "PYTHONPATH": str(modules)}
