"""What a purged package leaves: the files of the machine before and after, compared by content.

Not compared, because apt, dpkg and systemd themselves write there at every call: their caches, logs and backups.
"""

from __future__ import annotations

import re
from pathlib import Path

from release.compare import differences, fingerprints

FOLDERS = ("etc", "opt", "usr", "var", "home", "root", "srv")
WRITTEN_BY_APT = re.compile(
    r"^(var/cache/(apt|debconf|ldconfig|man)/|var/lib/(apt|dpkg)/|var/log/|var/lib/systemd/|var/tmp/|etc/ld\.so\.cache$"
    r"|etc/(passwd|group|shadow|gshadow|subuid|subgid)-$|etc/\.pwd\.lock$|var/cache/cups/|var/cache/fontconfig/"
    r"|etc/mtab$|etc/machine-id$|etc/cups/(subscriptions\.conf|printers\.conf))"
)


def seen(root: Path) -> dict[str, str]:
    """Place -> fingerprint of every file of a machine that is off or at rest, and its list of dpkg's packages."""
    found: dict[str, str] = {}
    for name in FOLDERS:
        found |= {f"{name}/{place}": print_ for place, print_ in fingerprints(root / name).items()}
        found |= {f"{name}/{path.relative_to(root / name)}/": "folder" for path in _folders(root / name)}
    return {place: print_ for place, print_ in found.items() if not WRITTEN_BY_APT.match(place)}


def _folders(top: Path) -> list[Path]:
    return [path for path in top.rglob("*") if path.is_dir() and not path.is_symlink()] if top.exists() else []


def named(root: Path) -> list[str]:
    """Every place of a machine that is off whose name says kiosk, wherever it is and whoever writes there."""
    tops = (path for path in root.iterdir() if path.name not in ("proc", "sys"))
    found = (path for top in tops for path in (top, *top.rglob("*")) if "kiosk" in path.name)
    return sorted(str(path.relative_to(root)) for path in found)


def left(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """Every place that a purge left, changed or took away."""
    return differences(before, after)
