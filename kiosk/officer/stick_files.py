"""Lists on the officer's own stick: which there are, and one of them read whole. Nothing is written or followed.

Only regular files at the top of a stick that was plugged in since the sign-in.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from devices.errors import StickAbsentError, StickError
from devices.stick.interface import Port, Stick
from devices.system.folders import open_folder
from kiosk.officer.roster.container import LARGEST
from kiosk.officer.roster.refusals import ListTooLargeError

ENDINGS: Final = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv")
"""Also those that are refused: with a sentence, not by not being there."""
MOST: Final = 200


class NoListsError(StickError):
    """The stick has no file that could be a list."""

    code = "roster.no-files"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFile:
    """A file by its name at the top of the stick, and its size in bytes."""

    name: str
    size: int


def lists_on(port: Port) -> Sequence[ListFile]:
    """Those that could be lists, by name. Raises `StickError`."""
    try:
        with os.scandir(_stick(port).folder) as entries:
            found = [
                ListFile(name=entry.name, size=entry.stat(follow_symlinks=False).st_size)
                for entry in entries
                if entry.name.lower().endswith(ENDINGS)
                and not entry.name.startswith((".", "~$"))
                and entry.is_file(follow_symlinks=False)
            ]
    except OSError as fault:
        raise StickAbsentError from fault
    if not found:
        raise NoListsError
    return sorted(found, key=lambda file: file.name.casefold())[:MOST]


def read_list(port: Port, name: str) -> bytes:
    """The bytes of one of them. Raises `StickError`, `ListTooLargeError`."""
    try:
        with open_folder(_stick(port).folder) as folder, os.fdopen(folder.read(Path(name).name), "rb") as opened:
            if os.fstat(opened.fileno()).st_size > LARGEST:
                raise ListTooLargeError("bytes")
            return opened.read(LARGEST + 1)
    except OSError as fault:
        raise StickAbsentError from fault


def _stick(port: Port) -> Stick:
    stick = port.plugged()
    if stick is None:
        raise StickAbsentError
    return stick
