"""The province's signed settings for its stations, fetched and verified; `kiosk.stations` takes what is its own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.content.updates.errors import UpdateError, disk_faults_told
from kiosk.content.updates.fetchers import fetcher_for
from kiosk.content.updates.pack_folder import PackFolder
from kiosk.content.updates.trusted_source import STATIONS, TrustedSource
from kiosk.content.updates.updating import NotUpdated


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedStations:
    """The file as it was signed, and its SHA-256."""

    content: bytes
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoNewStations:
    """The source offers none, or the ones this station has seen."""


def fetch_stations(
    source: str, folder: PackFolder, root: bytes, seen: str
) -> SignedStations | NoNewStations | NotUpdated:
    """Fetch the settings unless `seen` is their digest. Raises nothing."""
    fetcher, address = fetcher_for(source)
    try:
        with disk_faults_told(), folder.alone(), TemporaryDirectory(prefix="kiosk-stations-") as scratch:
            folder.make_ready()
            authority = TrustedSource(root, folder, fetcher, address)
            offer = authority.look_for_stations()
            if offer is None or offer.digest == seen:
                return NoNewStations()
            path = Path(scratch) / STATIONS
            authority.fetch(offer, path)
            return SignedStations(content=path.read_bytes(), digest=offer.digest)
    except UpdateError as fault:
        return NotUpdated(code=fault.code, reason=str(fault))
    finally:
        fetcher.close()
