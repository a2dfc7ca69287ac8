"""Files and names that survive a power cut: written, then settled (fsync), before anything relies on them."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def write_settled(path: Path, content: bytes) -> None:
    """Write a new file, its folder too if need be. Raises `OSError`, also when the file is there already."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def replace_settled(path: Path, content: bytes, *, like: Path | None = None) -> None:
    """Put a file's new content in its place, whole or not at all.

    Mode and owner are those of the old file, or of `like`; the owner only where the system allows it. A link keeps
    leading where it leads. Raises `OSError`; then the old content is untouched and nothing lies beside it.
    """
    place = path.resolve()
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{place.name}.", dir=place.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            _make_like(like or place, beside)
            os.fsync(file.fileno())
        beside.replace(place)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    settle(place.parent)


def _make_like(old: Path, new: Path) -> None:
    """Give a new file the mode and owner of the one it replaces; a file for everybody to read where there is none."""
    if not old.exists():
        new.chmod(0o644)
        return
    found = old.stat()
    if os.name == "posix":
        with suppress(PermissionError):  # only root gives files away; the writer then owns what it wrote
            os.chown(new, found.st_uid, found.st_gid)
    new.chmod(found.st_mode & 0o7777)


def settle(folder: Path) -> None:
    """Make the names in a folder survive; Windows has no such call and does it by itself. Raises `OSError`."""
    if os.name != "posix":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
