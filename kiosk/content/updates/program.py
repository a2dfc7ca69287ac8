"""A newer program package, or a newer system of the bootable image, fetched and verified; nothing is installed here.

The technician installs the one, the image's own service the other; both fall back from what does not start.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.content.updates.errors import UpdateError, disk_faults_told
from kiosk.content.updates.fetchers import LONGEST, fetcher_for
from kiosk.content.updates.pack_folder import PackFolder
from kiosk.content.updates.trusted_source import FileOffer, TrustedSource
from kiosk.content.updates.updating import NotUpdated


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """The file lies here, byte for byte as it was signed."""

    path: Path
    root_hash: str = ""
    """Of a system: what its verified root is known by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoProgram:
    """The source offers content only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SameSystem:
    """The source offers what this PC has, or has tried already."""


LONGEST_OF_SYSTEM: Final = 8 * 3_600.0
"""Seconds for half a gigabyte: a night, at 18 kB a second."""


def fetch_program(source: str, folder: PackFolder, root: bytes, into: Path) -> Fetched | NoProgram | NotUpdated:
    """Fetch the package the province signed last into a folder. Raises nothing."""
    try:
        with _authority(source, folder, root) as authority:
            offer = authority.look_for_program()
            return NoProgram() if offer is None else _fetched(authority, offer, into)
    except UpdateError as fault:
        return NotUpdated(code=fault.code, reason=str(fault))


def fetch_system(
    source: str, folder: PackFolder, root: bytes, into: Path, *, known: Sequence[str]
) -> Fetched | NoProgram | SameSystem | NotUpdated:
    """The same for the system of the bootable image, but none whose root hash is `known`. Raises nothing."""
    try:
        with _authority(source, folder, root, longest_s=LONGEST_OF_SYSTEM) as authority:
            offer = authority.look_for_system()
            if offer is None:
                return NoProgram()
            return SameSystem() if offer.root_hash in known else _fetched(authority, offer, into)
    except UpdateError as fault:
        return NotUpdated(code=fault.code, reason=str(fault))


def _fetched(authority: TrustedSource, offer: FileOffer, into: Path) -> Fetched:
    path = into / offer.file_name
    authority.fetch(offer, path)
    return Fetched(path=path, root_hash=offer.root_hash)


@contextmanager
def _authority(
    source: str, folder: PackFolder, root: bytes, *, longest_s: float = LONGEST
) -> Iterator[TrustedSource]:
    """What the source says, verified, while nobody else uses the folder. Raises `UpdateError`."""
    fetcher, address = fetcher_for(source, longest_s=longest_s)
    try:
        with disk_faults_told(), folder.alone():
            folder.make_ready()
            yield TrustedSource(root, folder, fetcher, address)
    finally:
        fetcher.close()
