"""A person's folder (a stick), held open while names in it are read and written; links are never followed.

POSIX holds the folder itself: what is mounted in its place meanwhile gets nothing. Windows opens no folders; there
each name is looked up again by its path, and a stick that was pulled is told by the first call that fails.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from devices.system.files import BINARY, regular


class OpenFolder(Protocol):
    """Names in one folder. Every call raises `OSError`."""

    def create(self, name: str) -> int:
        """A new file for reading and writing, never one that is there."""
        ...

    def read(self, name: str) -> int:
        """A regular file for reading. Raises `OSError` for a link, a pipe, a folder."""
        ...

    def rename(self, old: str, new: str) -> None:
        """Give a file another name, in place of what has it."""
        ...

    def remove(self, name: str) -> None:
        """Delete a file. Raises `OSError` when none has that name."""
        ...

    def has(self, name: str) -> bool:
        """Whether anything has that name, also a link that leads nowhere."""
        ...

    def settle(self) -> None:
        """Make the names survive; some file systems (exFAT by FUSE) know no such call, which is passed over."""
        ...


@contextmanager
def open_folder(path: Path) -> Iterator[OpenFolder]:
    """Hold a folder, never what a link of that name leads to. Raises `OSError`."""
    if sys.platform == "win32":
        if not stat.S_ISDIR(path.lstat().st_mode):  # raises what Windows says of a drive that is gone
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path))
        yield _ByPath(path)
    else:
        held = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        try:
            yield _Held(held)
        finally:
            os.close(held)


if sys.platform != "win32":

    class _Held:
        """By a descriptor of the folder (openat and its like)."""

        def __init__(self, folder: int) -> None:
            self._folder = folder

        def create(self, name: str) -> int:
            return os.open(name, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o644, dir_fd=self._folder)

        def read(self, name: str) -> int:
            return regular(os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=self._folder))

        def rename(self, old: str, new: str) -> None:
            os.rename(old, new, src_dir_fd=self._folder, dst_dir_fd=self._folder)

        def remove(self, name: str) -> None:
            os.unlink(name, dir_fd=self._folder)

        def has(self, name: str) -> bool:
            try:
                os.stat(name, dir_fd=self._folder, follow_symlinks=False)
            except FileNotFoundError:
                return False
            return True

        def settle(self) -> None:
            with suppress(OSError):
                os.fsync(self._folder)


class _ByPath:
    """By the folder's path, where the system holds no folders open."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def create(self, name: str) -> int:
        if self.has(name):
            raise FileExistsError(name)
        return os.open(self._folder / name, os.O_RDWR | os.O_CREAT | os.O_EXCL | BINARY)

    def read(self, name: str) -> int:
        path = self._folder / name
        if not stat.S_ISREG(path.lstat().st_mode):
            raise FileNotFoundError(name)
        return regular(os.open(path, os.O_RDONLY | BINARY))

    def rename(self, old: str, new: str) -> None:
        (self._folder / old).replace(self._folder / new)

    def remove(self, name: str) -> None:
        (self._folder / name).unlink()

    def has(self, name: str) -> bool:
        return os.path.lexists(self._folder / name)

    def settle(self) -> None:
        """Windows settles names by itself."""
