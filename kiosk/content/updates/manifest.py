"""The list of a pack's files with length and SHA-256, kept beside the unpacked pack.

With it the station knows at every start that the pack is whole: nothing cut off, nothing changed, nothing mixed in.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import msgspec

from devices import json_message
from devices.json_message import JsonMessageError
from kiosk.content.updates.errors import DamagedError

FILE_NAME: Final = "manifest.json"
CONTENT: Final = "content"
"""The folder beside it that holds the files."""


class ManifestEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a file of the pack must be: its length in bytes and its SHA-256, hexadecimal."""

    length: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Version, format, and every file by its path in the pack, with forward slashes."""

    version: str
    format: int
    files: Mapping[str, ManifestEntry]

    @property
    def unpacked(self) -> int:
        """Bytes of all files together."""
        return sum(entry.length for entry in self.files.values())

    def encoded(self) -> bytes:
        """The same bytes for the same pack, always."""
        return msgspec.json.encode(self, order="sorted")


def decode(content: bytes) -> Manifest:
    """`content` is the whole file, JSON. Raises `DamagedError`."""
    try:
        return json_message.decode(content, Manifest)
    except JsonMessageError as fault:
        raise DamagedError(f"{FILE_NAME}: {fault}") from fault


def entry_of(content: bytes) -> ManifestEntry:
    """Length and digest of one file."""
    return ManifestEntry(length=len(content), sha256=hashlib.sha256(content).hexdigest())


def files_of(folder: Path) -> dict[str, Path]:
    """Every file under a folder by its path there, sorted."""
    found = (path for path in folder.rglob("*") if not path.is_dir())
    return {path.relative_to(folder).as_posix(): path for path in sorted(found)}


def check_whole(folder: Path, manifest: Manifest) -> None:
    """Raises `DamagedError` unless the folder holds exactly these files with exactly this content."""
    found = files_of(folder)
    if set(found) != set(manifest.files):
        raise DamagedError(f"{min(set(found) ^ set(manifest.files))}: missing, or not part of the pack")
    for name, path in found.items():
        try:
            entry = entry_of(path.read_bytes())
        except OSError as fault:
            raise DamagedError(f"{name}: {fault.strerror}") from fault
        if entry != manifest.files[name]:
            raise DamagedError(f"{name}: not what was released")
