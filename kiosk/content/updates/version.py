"""The version of a pack: the day it was released, and a number when a day has more than one.

It stands in `pack.toml` at the top of the pack. Versions are compared, so a station never goes back by itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import msgspec

from kiosk.content.fault import ContentError
from kiosk.toml.fault import FileFault
from kiosk.toml.reading import read_file

FILE_NAME: Final = "pack.toml"
FORMAT: Final = 1
"""What this program understands; a pack that asks for more is left for a newer program."""
_SHAPE: Final = re.compile(r"(\d{4})\.(\d{2})\.(\d{2})(?:\.([1-9]\d{0,3}))?")


@dataclass(frozen=True, slots=True, order=True)
class PackVersion:
    """`2026.11.23`, or `2026.11.23.2` for another release of the same day."""

    released: date
    number: int = 1

    def __str__(self) -> str:
        """As it stands in `pack.toml`."""
        day = f"{self.released:%Y.%m.%d}"
        return day if self.number == 1 else f"{day}.{self.number}"

    @classmethod
    def parse(cls, text: str) -> PackVersion:
        """Raises `ValueError` for anything else than the shape above."""
        found = _SHAPE.fullmatch(text)
        if found is None:
            raise ValueError(f"{text!r}: expected a version such as 2026.11.23 or 2026.11.23.2")
        year, month, day, number = found.groups()
        return cls(date(int(year), int(month), int(day)), int(number or 1))


class _PackFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`pack.toml`, the version a pack states of itself."""

    version: str
    format: int = FORMAT


def version_of(pack: Path) -> PackVersion:
    """The version of a pack folder. Raises `ContentError` when `pack.toml` is absent or says something else."""
    return PackVersion.parse(_pack_file(pack).version)


def format_of(pack: Path) -> int:
    """The format the pack is written in. Raises `ContentError`."""
    return _pack_file(pack).format


def _pack_file(pack: Path) -> _PackFile:
    read = read_file(pack / FILE_NAME, _PackFile, FILE_NAME)
    if isinstance(read, tuple):
        raise ContentError(read)
    try:
        PackVersion.parse(read.version)
    except ValueError as error:
        raise ContentError([FileFault(file=FILE_NAME, path="version", expected=str(error))]) from error
    return read
