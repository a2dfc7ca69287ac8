"""What the installed kiosk shows, photographed by grim: something painted, and another picture without any input."""

from __future__ import annotations

import shutil
from pathlib import Path

from release.folder import ROOT
from release.verify.machine import Machine, wait_for
from release.verify.report import report

OUT = ROOT / "out" / "verify"
SCREEN = "/usr/lib/kiosk-dvc/screen /opt/kiosk-dvc/current/kiosk-dvc"
"""The start of every command whose window is to open."""
PAINTED = 20_000
"""Bytes of a photograph that shows more than an empty window."""
GRIM = "runuser -u kiosk -- env XDG_RUNTIME_DIR={} WAYLAND_DISPLAY=wayland-1 grim {}"
CHANGES = 2


def photograph(machine: Machine, runtime: str, name: str) -> None:
    """grim's picture of the screen, once something is painted on it."""
    wait_for(lambda: len(_taken(machine, runtime)) > PAINTED, "a painted screen", 20)
    shutil.copyfile(inside(machine, f"{runtime}/shot.png"), OUT / name)


def follows(machine: Machine, runtime: str) -> None:
    """The screen changes by itself: slides of the idle screen, or a visit that plays without touching anything."""
    for _ in range(CHANGES):
        before = _taken(machine, runtime)
        wait_for(lambda before=before: _taken(machine, runtime) != before, "another picture without input", 60)  # type: ignore[misc]
    report(f"the screen followed the program {CHANGES} times without input")


def _taken(machine: Machine, runtime: str) -> bytes:
    machine.run(GRIM.format(runtime, f"{runtime}/shot.png"))
    return inside(machine, f"{runtime}/shot.png").read_bytes()


def inside(machine: Machine, place: str) -> Path:
    """A file of the running machine as this PC sees it, its places in memory too."""
    return machine.opened / place.removeprefix("/")
