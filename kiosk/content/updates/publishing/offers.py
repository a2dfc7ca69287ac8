"""What a release offers: the content pack, the program package and the image's system, each one signed target.

Drafting one keeps the other as it is. Writes it into `public/targets`, where nothing names it until a release.
"""

from __future__ import annotations

import hashlib
import re
import tarfile
from datetime import datetime
from pathlib import Path
from typing import Final

from tuf.api.metadata import Metadata, TargetFile, Targets

from kiosk.content.updates.archive import manifest_of, packed
from kiosk.content.updates.publishing.drafts import TARGETS_LAST, PublishingError, Repository
from kiosk.content.updates.trusted_source import PROGRAMS, STATIONS, SYSTEM, SYSTEM_NAME, TARGET
from kiosk.content.updates.version import PackVersion
from kiosk.i18n import Text

_NOT_NEWER: Final = Text(
    "pack.toml: version: {version}, cần mới hơn {last} đã phát hành.",
    "pack.toml: version: {version}, expected newer than {last}, which is published.",
)
_NO_PACKAGE: Final = Text(
    "{name}: cần tên như kiosk-dvc_0.2.0_amd64.deb hoặc kiosk-dvc-setup_0.2.0.exe.",
    "{name}: expected a name such as kiosk-dvc_0.2.0_amd64.deb or kiosk-dvc-setup_0.2.0.exe.",
)
_NO_SYSTEM: Final = Text(
    "{name}: cần tên như kiosk-system_0.2.0_amd64.tar.",
    "{name}: expected a name such as kiosk-system_0.2.0_amd64.tar.",
)
_NOTHING_OUT: Final = Text("Chưa phát hành gì.", "Nothing is published yet.")


def draft_pack(place: Repository, folder: Path, now: datetime) -> PackVersion:
    """Pack a content folder and draft the targets that name it.

    Raises `PublishingError` (also for a version that is not newer), `ContentError`, `ValueError` for a file's name.
    """
    manifest = manifest_of(folder)
    version = PackVersion.parse(manifest.version)
    if (out := place.published(Targets)) and (last := offered(out.signed)) and version <= last:
        raise PublishingError(_NOT_NEWER.filled(version=version, last=last))
    custom: dict[str, str | int] = {"version": str(version), "format": manifest.format, "unpacked": manifest.unpacked}
    _offer(place, TARGET, packed(folder), custom, now)
    return version


def draft_program(place: Repository, package: Path, now: datetime) -> str:
    """Draft the targets that name a program package, for Debian or for Windows, and keep the other one; returns its
    file name. Raises `PublishingError`, `OSError`."""
    target = next((each for each, name in PROGRAMS.items() if re.fullmatch(name, package.name)), None)
    if target is None:
        raise PublishingError(_NO_PACKAGE.filled(name=package.name))
    _offer(place, target, package.read_bytes(), {"file": package.name}, now)
    return package.name


def draft_system(place: Repository, slot: Path, now: datetime) -> str:
    """Draft the targets that name a slot of the bootable image; returns its file name.

    The whole file is held in memory once, half a gigabyte. Raises `PublishingError`, `OSError`.
    """
    if not re.fullmatch(SYSTEM_NAME, slot.name) or (root_hash := _root_hash(slot)) is None:
        raise PublishingError(_NO_SYSTEM.filled(name=slot.name))
    _offer(place, SYSTEM, slot.read_bytes(), {"file": slot.name, "root_hash": root_hash}, now)
    return slot.name


def _root_hash(slot: Path) -> str | None:
    """What the loader will be told of the root; None for a file that is no slot."""
    try:
        with tarfile.open(slot, "r:") as archive:
            told = archive.extractfile("slot.cfg")
            found = re.search(rb"^set kiosk_hash=([0-9a-f]{64})$", told.read(1024) if told else b"", re.MULTILINE)
    except (tarfile.TarError, KeyError):
        return None
    return found[1].decode() if found else None


def draft_stations(place: Repository, content: bytes, now: datetime) -> None:
    """Draft the targets that name the settings of all stations. Raises `PublishingError`."""
    _offer(place, STATIONS, content, {}, now)


def draft_renewal(place: Repository, now: datetime) -> None:
    """Draft the same targets for another year. Raises `PublishingError`."""
    last = place.published(Targets)
    if last is None:
        raise PublishingError(_NOTHING_OUT)
    _draft(place, last.signed.targets, now)


def _offer(place: Repository, name: str, content: bytes, custom: dict[str, str | int], now: datetime) -> None:
    target = TargetFile.from_data(name, content, ["sha256"])
    target.unrecognized_fields["custom"] = custom
    place.targets.mkdir(parents=True, exist_ok=True)
    (place.targets / f"{hashlib.sha256(content).hexdigest()}.{name}").write_bytes(content)
    place.give_up_drafts(now)
    standing = place.draft(Targets) or place.published(Targets)
    _draft(place, {**(standing.signed.targets if standing else {}), name: target}, now)


def _draft(place: Repository, targets: dict[str, TargetFile], now: datetime) -> None:
    last = place.published(Targets)
    version = last.signed.version + 1 if last else 1
    place.keep_draft(Metadata(Targets(version=version, expires=now + TARGETS_LAST, targets=targets)))


def offered(targets: Targets) -> PackVersion | None:
    """The pack version a targets document names."""
    target = targets.targets.get(TARGET)
    return PackVersion.parse(str((target.custom or {})["version"])) if target else None
