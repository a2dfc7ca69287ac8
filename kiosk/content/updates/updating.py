"""Look for a newer pack, fetch it, unpack it beside the old one, try it, make it current; or leave all as it is.

The visitor at the screen notices nothing: the running station keeps the pack it started with, the next start takes
the new one. Nothing here restarts anything.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from kiosk.content.updates.archive import unpack
from kiosk.content.updates.errors import (
    DamagedError,
    DiskFullError,
    NeedsProgramError,
    RollbackError,
    UnfitError,
    UpdateError,
    disk_faults_told,
)
from kiosk.content.updates.fetchers import fetcher_for
from kiosk.content.updates.manifest import CONTENT
from kiosk.content.updates.pack_folder import PackFolder
from kiosk.content.updates.trusted_source import TARGET, Offer, TrustedSource
from kiosk.content.updates.version import FORMAT, PackVersion

SPARE: Final = 5_000_000
"""Bytes left free on the disk for counts and state."""
Trial = Callable[[Path], Sequence[str]]
"""Content folder -> what is wrong with it, one line each; nothing when it may become current."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Updated:
    """A new pack is current from the next start on."""

    version: PackVersion
    before: PackVersion | None
    """None: the shipped pack, or none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingNew:
    """The source was heard, and the station has what it offers, or newer."""

    version: PackVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class NotUpdated:
    """The old pack stays. `code` is a key of `config/failures.toml`; `reason` is for the technician."""

    code: str
    reason: str


Outcome = Updated | NothingNew | NotUpdated


def update(
    source: str,
    folder: PackFolder,
    root: bytes,
    *,
    trial: Trial,
    now: Callable[[], datetime],
    shipped: PackVersion | None = None,
    again: bool = False,
) -> Outcome:
    """One update from an address or a folder. Raises nothing.

    `now` carries a time zone; `shipped` is the version the program brought along; `again` also takes a pack that
    failed its trial before.
    """
    fetcher, address = fetcher_for(source)
    try:
        with disk_faults_told(), folder.alone():
            folder.make_ready()
            if again:
                folder.forget_refusal()
            authority = TrustedSource(root, folder, fetcher, address)
            outcome = _alone(folder, authority, trial, shipped, now)
            folder.tidy()
            return outcome
    except UpdateError as fault:
        return NotUpdated(code=fault.code, reason=str(fault))
    finally:
        fetcher.close()


def _alone(
    folder: PackFolder,
    authority: TrustedSource,
    trial: Trial,
    shipped: PackVersion | None,
    now: Callable[[], datetime],
) -> Outcome:
    offer = authority.look()
    folder.note_look(now())
    found = folder.newest()
    before = found[0] if found else None
    if not _is_newer(offer, before, shipped):
        return NothingNew(version=offer.version)
    _take(offer, authority, folder, trial)
    return Updated(version=offer.version, before=before)


def _is_newer(offer: Offer, current: PackVersion | None, shipped: PackVersion | None) -> bool:
    if current is not None and offer.version < current:
        raise RollbackError(f"{offer.version} is offered, {current} is here")
    return all(offer.version > known for known in (current, shipped) if known is not None)


def _take(offer: Offer, authority: TrustedSource, folder: PackFolder, trial: Trial) -> None:
    if offer.format != FORMAT:
        raise NeedsProgramError(f"format {offer.format}, this program reads {FORMAT}")
    if folder.is_refused(offer.digest):
        raise UnfitError(f"{offer.version} failed its trial before; --again tries it once more")
    wanted = offer.target.length + offer.unpacked + SPARE
    if (free := shutil.disk_usage(folder.root).free) < wanted:
        raise DiskFullError(f"{free} bytes free, {wanted} needed")
    archive, unpacked = folder.incoming / TARGET, folder.incoming / "pack"
    authority.fetch(offer, archive)
    if unpack(archive, unpacked).version != str(offer.version):
        raise DamagedError(f"{TARGET}: its manifest names another version than was signed")
    if faults := trial(unpacked / CONTENT):
        folder.note_refusal(offer.digest)
        raise UnfitError("\n".join(faults))
    folder.make_current(unpacked, offer.version)
