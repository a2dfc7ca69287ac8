"""Two builds of the same sources, compared file by file."""

from __future__ import annotations

import hashlib
from pathlib import Path


def fingerprints(folder: Path) -> dict[str, str]:
    """Place -> SHA-256 of every file, or the target of every link."""
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        place = str(path.relative_to(folder))
        if path.is_symlink():
            found[place] = f"-> {path.readlink()}"
        elif path.is_file():
            found[place] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def differences(first: dict[str, str], second: dict[str, str]) -> list[str]:
    """Every place that is only in one or not the same in both, sorted."""
    return sorted(place for place in first.keys() | second.keys() if first.get(place) != second.get(place))
