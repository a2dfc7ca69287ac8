"""Where the portal's program lies on this computer. It is a program of its own, with a browser; a station may be
without it.
"""

from __future__ import annotations

import os
import sys
from enum import Enum
from pathlib import Path

from kiosk import paths

SOCKET = Path("/run/kiosk-dvc-portal/socket")
"""Of the unit `kiosk-dvc-portal.socket`, where the package is installed."""
BESIDE = "kiosk-dvc-portal"
"""The frozen program beside the kiosk's own."""
LIBRARY = "PySide6-Addons"
"""What brings the browser, in a checkout."""
UNIT_OF_SYSTEMD = "INVOCATION_ID"
"""Set where the kiosk itself is a unit (systemd.exec(5)): its child could make no sandbox there."""
ROOT = Path(__file__).resolve().parents[2]


class PortalPlace(Enum):
    """Where the portal's program is, and with that how it is started."""

    UNIT = "unit"
    """By systemd, when its socket is connected to."""
    BESIDE = "beside"
    """A frozen program in the kiosk's own folder, started as its child."""
    SOURCES = "sources"
    """`python -m ui.portal` of a clone, as a child."""
    NOWHERE = "nowhere"
    """It is not installed, or nothing here may start it: filing online is not offered."""


def portal_place(socket: Path = SOCKET) -> PortalPlace:
    """Where it is here. As root there is none but the unit's: its sandbox would protect nothing and it refuses."""
    if sys.platform != "win32" and socket.is_socket():
        return PortalPlace.UNIT
    if sys.platform != "win32" and os.geteuid() == 0:
        return PortalPlace.NOWHERE
    if paths.is_installed():
        return PortalPlace.BESIDE if beside().is_file() and UNIT_OF_SYSTEMD not in os.environ else PortalPlace.NOWHERE
    return PortalPlace.SOURCES if _has_library() else PortalPlace.NOWHERE


def beside() -> Path:
    """The frozen program, whether it is there or not."""
    return Path(sys.executable).with_name(BESIDE + Path(sys.executable).suffix)


def _has_library() -> bool:
    from importlib.metadata import PackageNotFoundError, version  # of a checkout only: it takes 1.5 MB of mail along

    try:
        return bool(version(LIBRARY))
    except PackageNotFoundError:
        return False
