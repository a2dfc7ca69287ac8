"""Hand the papers over on the person's own stick: written through, read back, compared, let go.

A file appears under its name only when it is whole; one that fails leaves nothing behind. What lies on the stick
already, whatever kind of file it is, is never touched and never followed. Nothing is read from the stick but what was
just written.
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
from devices.system.files import reason
from devices.system.folders import OpenFolder, open_folder
from kiosk import disk

PART = ".part"
CHUNK = 1 << 20
MOST_NAMES = 1_000
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
    """Write every file (a name without ending is that of a PDF) and let the stick go."""
    written: list[str] = []
    try:
        stick = port.plugged()
        if stick is None:
            return NotHandedOver(code=StickAbsentError.code)
        for name, content in files.items():
            written.append(lay_down(stick, name, content))
    except StickError as fault:
        return NotHandedOver(code=fault.code, names=tuple(written))
    try:
        stick.unmount()
    except StickBusyError:
        return HandedOver(names=tuple(written), released=False)
    return HandedOver(names=tuple(written))


def lay_down(stick: Stick, name: str, content: bytes, *, instead_of: bytes = b"") -> str:
    """Write one file and keep the stick for the next; gives the name it got. Raises `StickError`.

    `instead_of`: what was laid down under that name before and may go, as long as it still is exactly that.
    """
    with _wrapped(), open_folder(stick.folder) as folder:
        return _write_into(folder, name, content, instead_of)


def lies_there(stick: Stick, name: str) -> bool:
    """Whether the stick has something of that name. Raises `StickError`."""
    with _wrapped(), open_folder(stick.folder) as folder:
        return folder.has(name)


def let_go(port: Port) -> None:
    """The last file is written: the stick may be pulled out. Raises `StickError`."""
    stick = port.plugged()
    if stick is not None:
        stick.unmount()


def _write_into(folder: OpenFolder, name: str, content: bytes, instead_of: bytes) -> str:
    final = name if _is_ours(folder, name, instead_of) else _free_name(folder, name)
    part = final + PART
    file = folder.create(part)
    try:
        try:
            _write_through(file, content)
            _compare(_read_back(file), content)
        finally:
            os.close(file)
        folder.rename(part, final)
        folder.settle()
    except BaseException:
        with suppress(OSError):
            folder.remove(part)
        raise
    return final


def _is_ours(folder: OpenFolder, name: str, written: bytes) -> bool:
    """Whether a plain file of that name still holds what was written there, with room for a new one beside it."""
    if not written or folder.has(name + PART):
        return False
    try:
        file = folder.read(name)
    except OSError:
        return False
    try:
        return os.read(file, len(written) + 1) == written
    finally:
        os.close(file)


def _free_name(folder: OpenFolder, name: str) -> str:
    """`name.pdf`, or `name-2.pdf` … when the person has something of that name, also half a file or a dead link."""
    stem, ending = Path(name).stem, Path(name).suffix
    for number in range(1, MOST_NAMES):
        final = f"{stem if number == 1 else f'{stem}-{number}'}{ending or '.pdf'}"
        if not folder.has(final) and not folder.has(final + PART):
            return final
    raise StickError("every name is taken")


def _write_through(file: int, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(file, left[:CHUNK]) :]
    os.fsync(file)


def _read_back(file: int) -> bytes:
    """From the stick and not from memory: the kernel is told to forget what it has of the file."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
    os.lseek(file, 0, os.SEEK_SET)
    parts = []
    while chunk := os.read(file, CHUNK):
        parts.append(chunk)
    return b"".join(parts)


def _compare(read: bytes, written: bytes) -> None:
    if read != written:
        raise StickSpoiledError


@contextmanager
def _wrapped() -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        number = reason(fault)
        raise _KINDS.get(number, StickError)(errno.errorcode.get(number, "?")) from None
