"""Who may update this station, and what they offer: the TUF client workflow over a fetcher.

Root metadata is the anchor: `update/root.json` in the trust folder, the station's own before the shipped one.
Every refusal of `tuf.ngclient` comes out as one of our own errors; nothing unverified is handed on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tuf.api import exceptions
from tuf.api.metadata import TargetFile
from tuf.ngclient import FetcherInterface, Updater, UpdaterConfig

from devices.system import places
from kiosk.content.updates.errors import (
    DamagedError,
    ExpiredError,
    NoAuthorityError,
    RollbackError,
    UnreachableError,
    UnsignedError,
    UpdateError,
    disk_faults_told,
)
from kiosk.content.updates.pack_folder import PackFolder
from kiosk.content.updates.version import PackVersion

TARGET: Final = "content.tar.xz"
PROGRAMS: Final = {
    "program.deb": r"kiosk-dvc_[0-9A-Za-z.+~-]{1,40}_[a-z0-9]{1,12}\.deb",
    "program.exe": r"kiosk-dvc-setup_[0-9A-Za-z.+~-]{1,40}\.exe",
}
"""The packages for Debian and for Windows, each a signed target, and how their files are named: signed too."""
PROGRAM: Final = f"program{places.PACKAGE}"
"""The one for this system."""
STATIONS: Final = "stations.json"
"""Settings for all stations of the province (`kiosk.stations`)."""
SYSTEM: Final = "system.tar"
"""A whole slot of the bootable image: what stands below our programs, with Debian's security updates."""
SYSTEM_NAME: Final = r"kiosk-system_[0-9A-Za-z.+~-]{1,40}_[a-z0-9]{1,12}\.tar"
"""How `./station image` names a slot."""
ROOT: Final = Path("update") / "root.json"
LIMITS: Final = UpdaterConfig(
    max_root_rotations=64,
    root_max_length=65_536,
    timestamp_max_length=4_096,
    snapshot_max_length=16_384,
    targets_max_length=65_536,
)
"""Bytes at most, some ten times what they measure: nobody may spend a commune's data on padding."""
_REFUSALS: Final[tuple[tuple[type[Exception], type[UpdateError]], ...]] = (
    (exceptions.UnsignedMetadataError, UnsignedError),
    (exceptions.BadVersionNumberError, RollbackError),
    (exceptions.ExpiredMetadataError, ExpiredError),
    (exceptions.LengthOrHashMismatchError, DamagedError),
    (exceptions.DownloadLengthMismatchError, DamagedError),
    (exceptions.RepositoryError, DamagedError),
    (exceptions.DownloadError, UnreachableError),
)
"""The first that fits counts: the special ones stand before what they inherit from."""


def read_authority(*trust_folders: Path) -> bytes:
    """The root metadata of the last folder that has one. Raises `NoAuthorityError`."""
    for folder in reversed(trust_folders):
        try:
            return (folder / ROOT).read_bytes()
        except FileNotFoundError:
            continue
        except OSError as fault:
            raise NoAuthorityError(f"{folder / ROOT}: {fault.strerror}") from fault
    raise NoAuthorityError(f"{ROOT.as_posix()}: in none of the trust folders")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """The pack the province signed last."""

    version: PackVersion
    format: int
    unpacked: int
    """Bytes it takes on the disk."""
    target: TargetFile

    @property
    def digest(self) -> str:
        """SHA-256 of the archive, as signed."""
        return self.target.hashes["sha256"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOffer:
    """The program package, or the system, that the province signed last."""

    file_name: str
    target: TargetFile
    root_hash: str = ""
    """Of a system: what its verified root is known by, in hexadecimal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StationsOffer:
    """The settings of all stations, as the province signed them last."""

    target: TargetFile

    @property
    def digest(self) -> str:
        """SHA-256 of the file, as signed."""
        return self.target.hashes["sha256"]


class TrustedSource:
    """The trusted metadata of one source. One of these at a time (`PackFolder.alone`)."""

    def __init__(self, root: bytes, folder: PackFolder, fetcher: FetcherInterface, address: str) -> None:
        """Raises `NoAuthorityError` when the root metadata is spoiled."""
        try:
            with disk_faults_told():
                self._updater = Updater(
                    str(folder.trust),
                    f"{address}metadata/",
                    None,
                    f"{address}targets/",
                    fetcher,
                    LIMITS,
                    bootstrap=root,
                )
        except exceptions.RepositoryError as fault:
            raise NoAuthorityError(f"{ROOT.as_posix()}: {fault}") from fault

    def look(self) -> Offer:
        """Fetch and verify the metadata. Raises `UpdateError`; costs one small file when nothing is new."""
        if (target := self._target(TARGET)) is None:
            raise UnreachableError(f"{TARGET}: the source offers no pack")
        return _offer(target)

    def look_for_program(self) -> FileOffer | None:
        """The same for the program; None when the source has none. Raises `UpdateError`."""
        return self._look_for_file(PROGRAM, PROGRAMS[PROGRAM])

    def look_for_system(self) -> FileOffer | None:
        """The same for the system of the bootable image; None when the source has none. Raises `UpdateError`."""
        return self._look_for_file(SYSTEM, SYSTEM_NAME)

    def _look_for_file(self, target_name: str, file_names: str) -> FileOffer | None:
        if (target := self._target(target_name)) is None:
            return None
        custom: dict[str, Any] = target.custom or {}
        name = str(custom.get("file"))
        if not re.fullmatch(file_names, name):
            raise DamagedError(f"{target_name}: signed without the name of a package")
        return FileOffer(file_name=name, target=target, root_hash=str(custom.get("root_hash", "")))

    def look_for_stations(self) -> StationsOffer | None:
        """The same for the settings of stations; None when the source has none. Raises `UpdateError`."""
        target = self._target(STATIONS)
        return StationsOffer(target=target) if target else None

    def _target(self, name: str) -> TargetFile | None:
        with _refusals_told(), disk_faults_told():
            self._updater.refresh()
            return self._updater.get_targetinfo(name)

    def fetch(self, offer: Offer | FileOffer | StationsOffer, into: Path) -> None:
        """Fetch and verify what is offered. Raises `UpdateError`; then `into` holds nothing to be used."""
        with _refusals_told(), disk_faults_told():
            self._updater.download_target(offer.target, str(into))


def _offer(target: TargetFile) -> Offer:
    custom: dict[str, Any] = target.custom or {}
    try:
        version, asked, unpacked = str(custom["version"]), int(custom["format"]), int(custom["unpacked"])
        return Offer(version=PackVersion.parse(version), format=asked, unpacked=unpacked, target=target)
    except (KeyError, TypeError, ValueError, OverflowError) as fault:
        raise DamagedError(f"{TARGET}: signed without version, format and size") from fault


@contextmanager
def _refusals_told() -> Iterator[None]:
    try:
        yield
    except (exceptions.RepositoryError, exceptions.DownloadError) as fault:
        kind = next(ours for theirs, ours in _REFUSALS if isinstance(fault, theirs))
        raise kind(str(fault)) from fault
