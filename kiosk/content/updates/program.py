"""A newer program package, fetched and verified for the technician, who installs it; nothing is installed here.

Falling back from a program that does not start is the package's business.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kiosk.content.updates.errors import UpdateError, disk_faults_told
from kiosk.content.updates.fetchers import fetcher_for
from kiosk.content.updates.pack_folder import PackFolder
from kiosk.content.updates.trusted_source import TrustedSource
from kiosk.content.updates.updating import NotUpdated


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """The package lies here, byte for byte as it was signed."""

    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class NoProgram:
    """The source offers content only."""


def fetch_program(source: str, folder: PackFolder, root: bytes, into: Path) -> Fetched | NoProgram | NotUpdated:
    """Fetch the package the province signed last into a folder. Raises nothing."""
    fetcher, address = fetcher_for(source)
    try:
        with disk_faults_told(), folder.alone():
            folder.make_ready()
            authority = TrustedSource(root, folder, fetcher, address)
            offer = authority.look_for_program()
            if offer is None:
                return NoProgram()
            path = into / offer.file_name
            authority.fetch(offer, path)
            return Fetched(path=path)
    except UpdateError as fault:
        return NotUpdated(code=fault.code, reason=str(fault))
    finally:
        fetcher.close()
