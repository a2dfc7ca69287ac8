"""Tables to a typed value, or every fault of the file at once; and the same for a file on the disk."""

from __future__ import annotations

import stat
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec

from kiosk.i18n import Text
from kiosk.toml.bounds import LARGEST_FILE
from kiosk.toml.fault import Faults, FileFault, fault
from kiosk.toml.parsing import Tree, parse

T = TypeVar("T")
MOST_FAULTS: Final = 100
"""Faults told of one file; a last one says that there are more."""


def convert(tree: Tree, kind: type[T], file: str) -> T | Faults:
    """The typed value of tables, or every fault in them, in the order of the file."""
    try:
        return msgspec.convert(tree, type=kind, strict=True)
    except msgspec.ValidationError as error:
        return _told(tree, kind, file, str(error))


def read(source: bytes, kind: type[T], file: str) -> T | Faults:
    """The typed value of a file's bytes, or its faults."""
    tree = parse(source, file)
    return (tree,) if isinstance(tree, FileFault) else convert(tree, kind, file)


def read_file(path: Path, kind: type[T], file: str = "") -> T | Faults:
    """The typed value of a file on the disk, or its faults; they name it as `file`, or by its whole path."""
    name = file or str(path)
    source = bytes_of(path, name)
    return (source,) if isinstance(source, FileFault) else read(source, kind, name)


def bytes_of(path: Path, file: str) -> bytes | FileFault:
    """What a file holds, at most one byte more than may be: enough for `parse` to refuse it."""
    source = bytes_if_there(path, file)
    return fault(file, "", _ABSENT) if source is None else source


def bytes_if_there(path: Path, file: str) -> bytes | FileFault | None:
    """The same for a file that need not be there: None where it is not."""
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):  # a pipe or a device would never end
            return fault(file, "", _NO_FILE)
        with path.open("rb") as opened:
            return opened.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        said = error.strerror or "?"
        return fault(file, "", Text(f"không đọc được: {said}", f"cannot be read: {said}"))


def _told(tree: Tree, kind: Any, file: str, msgspecs_own: str) -> Faults:
    from kiosk.toml.shape import faults_in  # a start without a fault does without it

    found = list(islice(faults_in(tree, kind), MOST_FAULTS + 1))
    faults = tuple(fault(file, path, expected) for path, expected in found[:MOST_FAULTS])
    if len(found) > MOST_FAULTS:
        more = Text("còn lỗi nữa; xin sửa các lỗi trên trước", "there are more faults; mend those above first")
        return (*faults, fault(file, "", more))
    return faults or (FileFault(file=file, path="", expected=msgspecs_own),)


_ABSENT = Text("không có tệp này", "the file is not there")
_NO_FILE = Text("không phải tệp thường", "is not an ordinary file")
