"""With what the portal's process is started, and what must stand in its environment before Chromium begins."""

from __future__ import annotations

import os
from dataclasses import dataclass

from ui.portal.flags import StandIn, chromium_flags


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """With what the process is started; nothing of a person."""

    hosts: tuple[str, ...]
    stand_ins: tuple[StandIn, ...] = ()
    windowed: bool = False


def prepare(start: Start) -> None:
    """Set the environment of this process. The sandbox is on: any value of the variable that turns it off, 0 too,
    would."""
    os.environ.pop("QTWEBENGINE_DISABLE_SANDBOX", None)
    os.environ.pop("QTWEBENGINE_REMOTE_DEBUGGING", None)
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = chromium_flags(start.hosts, start.stand_ins)
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    os.environ["QML_DISK_CACHE"] = "aot,qmlc-read"  # what was compiled while installing; no file is written
