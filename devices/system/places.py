"""The folders of an installed station: its settings, and what it may write.

Linux: `/etc/kiosk-dvc` (FHS 3.0, section 3.7) and the user's state folder (XDG Base Directory, `XDG_STATE_HOME`), or
the one that systemd made (systemd.exec(5), `StateDirectory=`). Windows: both below `%ProgramData%`.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

NAME = "kiosk-dvc"
PACKAGE = ".exe" if sys.platform == "win32" else ".deb"
"""What the program is installed from."""


if sys.platform == "win32":

    def settings() -> Path:
        """What the installer of this station changed."""
        return _program_data() / "settings"

    def state() -> Path:
        """The one folder the station writes to."""
        return _program_data() / "state"

    def _program_data() -> Path:
        return Path(os.environ.get("ProgramData", r"C:\ProgramData"), NAME)  # noqa: SIM112 so Windows spells it

else:

    def settings() -> Path:
        """What the installer of this station changed."""
        return Path("/etc", NAME)

    def state() -> Path:
        """The one folder the station writes to."""
        if systemd := os.environ.get("STATE_DIRECTORY"):
            return Path(systemd)
        return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state", NAME)


def beside_program(name: str) -> str:
    """Where a small program of ours lies that only Windows has: beside the one that runs."""
    return str(Path(sys.executable).with_name(f"{name}.exe"))
