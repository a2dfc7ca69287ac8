"""Files that survive a power cut and are read by whom they are for: written, settled (fsync), then put in place.

Who may read a file is its mode on POSIX. Windows has no modes; there a file takes the rights of its folder, which the
installer gave to the station's user alone.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

BINARY = getattr(os, "O_BINARY", 0)
"""Windows writes each byte 10 as two unless it is told not to."""
_PULLED = frozenset({21, 433, 1167})
"""ERROR_NOT_READY, ERROR_NO_SUCH_DEVICE, ERROR_DEVICE_NOT_CONNECTED (winerror.h)."""
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
"""A pipe of that name would wait for its other end; Windows has neither in a folder."""


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
    place = Path(os.path.realpath(path))  # a link that leads to itself is refused where it is opened
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{place.name}.", dir=place.parent)
    _put(handle, Path(name), place, content, like or place)


def replace_private(path: Path, content: bytes, *, owner: tuple[int, int] | None = None) -> None:
    """Put a file for its owner alone in its place, whole or not at all; its folder too, if need be, for the owner.

    `owner` is a user's and a group's number, which only root may give. Raises `OSError`; then the old content is
    untouched and nothing lies beside it.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside = path.with_name(f".{path.name}.new")  # always the same name: power cuts leave one behind and not many
    beside.unlink(missing_ok=True)
    _put(_create(beside), beside, path, content, owner)


def write_private(path: Path, content: bytes) -> None:
    """Write a new file for its owner alone. Raises `OSError`, also when the file is there already."""
    with os.fdopen(_create(path), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def overwrite_and_remove(path: Path) -> None:
    """Take a secret off a stick, overwritten once for who looks at the file. Raises `OSError`."""
    with path.open("r+b") as file:
        file.write(bytes(path.stat().st_size))
        file.flush()
        os.fsync(file.fileno())
    path.unlink()


def open_own(path: Path) -> int:
    """A file of this program, made if need be, for reading and writing; never what a link or a pipe of that name
    leads to. Raises `OSError`."""
    file = os.open(path, os.O_RDWR | os.O_CREAT | BINARY | _NO_LINK | _NO_WAIT, 0o600)
    return regular(file)


def regular(file: int) -> int:
    """The same open file. Raises `FileNotFoundError`, and closes it, when it is a pipe, a device or a folder."""
    if stat.S_ISREG(os.fstat(file).st_mode):
        return file
    os.close(file)
    raise FileNotFoundError("no regular file")


def settle_file(path: Path) -> None:
    """Make what another library wrote survive. Raises `OSError`."""
    with path.open("r+b") as file:  # Windows settles only what is open for writing
        os.fsync(file.fileno())


def settle(folder: Path) -> None:
    """Make the names in a folder survive; Windows has no such call and does it by itself. Raises `OSError`."""
    if sys.platform != "win32":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def reason(fault: OSError) -> int:
    """errno(3) of a fault of the file system, 0 where there is none. Python tells the three words of Windows for a
    stick that was pulled as EACCES and EINVAL, like a stick that may only be read."""
    return errno.ENODEV if getattr(fault, "winerror", 0) in _PULLED else fault.errno or 0


def _create(path: Path) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, 0o600)


def _put(handle: int, beside: Path, place: Path, content: bytes, owner: Path | tuple[int, int] | None) -> None:
    """Write through the handle of the file beside, then name it as the one in its place."""
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            _give(beside, owner)
            os.fsync(file.fileno())
        beside.replace(place)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    settle(place.parent)


def _give(new: Path, owner: Path | tuple[int, int] | None) -> None:
    """Give a new file the mode and owner of another one, or an owner alone; a file that follows none is for
    everybody to read."""
    if isinstance(owner, Path):
        if not owner.exists():
            new.chmod(0o644)
            return
        found = owner.stat()
        with suppress(PermissionError):  # only root gives files away; the writer then owns what it wrote
            _chown(new, found.st_uid, found.st_gid)
        new.chmod(found.st_mode & 0o7777)
    elif owner is not None:
        _chown(new, *owner)


def _chown(path: Path, user: int, group: int) -> None:
    if sys.platform != "win32":
        os.chown(path, user, group)
