"""Where things lie: the program's own files (source tree or frozen folder), and the places it may write.

Nothing here creates a folder. `KIOSK_STATE` and `KIOSK_CONFIG` move the writable state and the overrides, so a
test or a second copy never touches the installed one.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from devices.system import places

_SOURCES = Path(__file__).resolve().parent.parent
"""Asked for so often that following the links each time is felt."""


def is_installed() -> bool:
    """Whether this is a packed program in a release folder of its own, and not a source tree."""
    return getattr(sys, "frozen", False)


def root() -> Path:
    """Folder that holds `assets` and `config`: the source tree, or the packed program's data folder."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else _SOURCES


def program() -> Path:
    """The folder that an update of the program replaces: the source tree, or the packed program's own."""
    return root().parent if is_installed() else root()


def version() -> str:
    """The version of this program: the name of its release folder, or the source tree's own."""
    if is_installed():
        return root().parent.name
    found = re.search(r'^version = "(.+)"$', (root() / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    return found[1] if found else "?"


def assets() -> Path:
    """Content pack, templates, fonts, icons, demo cards."""
    return root() / "assets"


def shipped_config() -> Path:
    """The commented defaults that travel with the program."""
    return root() / "config"


def config_overrides() -> Path:
    """What the installer of this station changed; may be absent."""
    return Path(os.environ.get("KIOSK_CONFIG") or places.settings())


def central_settings() -> Path:
    """What the province signed for this station (`kiosk.stations.central`); may be absent."""
    return state() / "central"


def state() -> Path:
    """The one folder the station writes to: counts, outbox, content packs; nothing personal."""
    return Path(os.environ.get("KIOSK_STATE") or places.state())
