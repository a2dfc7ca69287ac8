"""Hand the papers over on the person's own stick: written through, read back, compared, let go.

A file appears under its name only when it is whole; one that fails leaves nothing behind. Files that lie on the stick
already are never touched. Nothing is read from the stick but what was just written.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from devices.errors import (
    StickAbsentError,
    StickBusyError,
    StickError,
    StickFullError,
    StickReadOnlyError,
    StickSpoiledError,
)
from devices.stick.interface import Port, Stick
from kiosk import disk

PART = ".part"
CHUNK = 1 << 20
_KINDS: Mapping[int, type[StickError]] = {
    **dict.fromkeys(disk.FULL, StickFullError),
    errno.EROFS: StickReadOnlyError,
    errno.EACCES: StickReadOnlyError,
    errno.EPERM: StickReadOnlyError,
    errno.ENOENT: StickAbsentError,
    errno.ENODEV: StickAbsentError,
    errno.ENXIO: StickAbsentError,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """On the stick under these names; `released` is False when it could not be let go (`stick.busy`)."""

    names: tuple[str, ...]
    released: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class NotHandedOver:
    """Not on the stick, or not all; `code` is a key of `config/failures.toml`."""

    code: str
    names: tuple[str, ...] = ()


def hand_over(port: Port, files: Mapping[str, bytes]) -> HandedOver | NotHandedOver:
    """Write every file (name without ending -> PDF) and let the stick go."""
    stick = port.plugged()
    if stick is None:
        return NotHandedOver(code=StickAbsentError.code)
    written: list[str] = []
    try:
        for name, content in files.items():
            written.append(_write(stick, name, content))
    except StickError as fault:
        return NotHandedOver(code=fault.code, names=tuple(written))
    try:
        stick.unmount()
    except StickBusyError:
        return HandedOver(names=tuple(written), released=False)
    return HandedOver(names=tuple(written))


def _write(stick: Stick, name: str, content: bytes) -> str:
    with _wrapped():
        final = _free_name(stick.folder, name)
        part = final.with_name(final.name + PART)
        try:
            _write_through(part, content)
            _compare(_read_back(part), content)
            part.rename(final)
            _sync(stick.folder)
        except BaseException:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise
    return final.name


def _free_name(folder: Path, name: str) -> Path:
    """`name.pdf`, or `name-2.pdf` … when the person has one already. A folder that is gone has no stick."""
    folder.stat()
    number = 1
    while True:
        path = folder / (f"{name}.pdf" if number == 1 else f"{name}-{number}.pdf")
        if not path.exists():
            return path
        number += 1


def _write_through(path: Path, content: bytes) -> None:
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(file, left[:CHUNK]) :]
        os.fsync(file)
    finally:
        os.close(file)


def _read_back(path: Path) -> bytes:
    """From the stick and not from memory: the kernel is told to forget what it has of the file."""
    file = os.open(path, os.O_RDONLY)
    try:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
        parts = []
        while chunk := os.read(file, CHUNK):
            parts.append(chunk)
        return b"".join(parts)
    finally:
        os.close(file)


def _compare(read: bytes, written: bytes) -> None:
    if read != written:
        raise StickSpoiledError


def _sync(folder: Path) -> None:
    """The directory entry too; some file systems (exFAT by FUSE) know no fsync of a folder."""
    file = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            os.fsync(file)
    finally:
        os.close(file)


@contextmanager
def _wrapped() -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise _KINDS.get(fault.errno or 0, StickError)(errno.errorcode.get(fault.errno or 0, "?")) from None
