"""Files and names that survive a power cut: written, then settled (fsync), before anything relies on them."""

from __future__ import annotations

import os
from pathlib import Path


def write_settled(path: Path, content: bytes) -> None:
    """Write a new file, its folder too if need be. Raises `OSError`, also when the file is there already."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def settle(folder: Path) -> None:
    """Make the names in a folder survive; Windows has no such call and does it by itself. Raises `OSError`."""
    if os.name != "posix":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
