"""The packs of this station, in its state folder; the newest whole one is the current one.

    content/packs/2026.11.23/{manifest.json, content/…}   whole and tried, by the one rename that makes it current
    content/incoming/                                     being fetched, unpacked and tried; worthless after a start
    content/trust/                                        the TUF metadata last verified
    content/looked, content/refused                       when the source was last heard; which pack failed its trial

There is no list and no link that could disagree with the folders: a power cut leaves the old pack or the new one.
Reading works without network, library or lock, and never fails: in doubt the shipped pack is the current one.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from devices.system.files import settle
from devices.system.locks import try_hold
from kiosk.content.fault import ContentError
from kiosk.content.updates import manifest as manifests
from kiosk.content.updates.errors import BusyError, DamagedError
from kiosk.content.updates.manifest import CONTENT
from kiosk.content.updates.version import FORMAT, PackVersion, version_of

KEPT: Final = 3
"""The new pack, the one before, and one more for a station that was not restarted in between."""


class PackFolder:
    """`content/` in a station's state folder."""

    def __init__(self, state: Path) -> None:
        self.root = state / "content"
        self.packs = self.root / "packs"
        self.incoming = self.root / "incoming"
        self.trust = self.root / "trust"

    def newest(self) -> tuple[PackVersion, Path] | None:
        """Version and content folder of the newest whole pack this program reads; None without one."""
        for version in self._versions():
            folder = self.packs / str(version)
            with suppress(DamagedError, OSError, ContentError):
                manifest = manifests.decode((folder / manifests.FILE_NAME).read_bytes())
                manifests.check_whole(folder / CONTENT, manifest)
                if manifest.format == FORMAT and version_of(folder / CONTENT) == version:
                    return version, folder / CONTENT
        return None

    def _versions(self) -> list[PackVersion]:
        """All there are, newest first, whole or not."""
        names = (path.name for path in self.packs.iterdir()) if self.packs.is_dir() else ()
        found: list[PackVersion] = []
        for name in names:
            with suppress(ValueError):
                found.append(PackVersion.parse(name))
        return sorted(found, reverse=True)

    def make_ready(self) -> None:
        """Throw away what an interrupted update left. Raises `OSError`."""
        shutil.rmtree(self.incoming, ignore_errors=True)
        for folder in (self.packs, self.incoming, self.trust):
            folder.mkdir(parents=True, exist_ok=True)
        for left in self.trust.glob("tmp*"):
            left.unlink(missing_ok=True)

    def make_current(self, unpacked: Path, version: PackVersion) -> None:
        """The switch: one rename of a whole, settled, tried pack. Raises `OSError`, and then nothing has changed."""
        place = self.packs / str(version)
        if place.exists():  # the same version, not whole any more
            place.rename(self.incoming / "spoiled")
        unpacked.rename(place)
        settle(self.packs)

    def tidy(self) -> None:
        """Remove what is no longer needed; what cannot be removed stays for the next time."""
        for version in self._versions()[KEPT:]:
            shutil.rmtree(self.packs / str(version), ignore_errors=True)
        shutil.rmtree(self.incoming, ignore_errors=True)

    def note_look(self, when: datetime) -> None:
        """The source was heard and is genuine. Raises `OSError`."""
        self._note("looked", when.astimezone(UTC).isoformat(timespec="seconds"))

    def looked(self) -> datetime | None:
        """When `note_look` was last told; None before the first time."""
        try:
            return datetime.fromisoformat(self._noted("looked"))
        except ValueError:
            return None

    def note_refusal(self, digest: str) -> None:
        """This pack failed its trial; it is not fetched again. Raises `OSError`."""
        self._note("refused", digest)

    def forget_refusal(self) -> None:
        """What failed its trial may be tried again. Raises `OSError`."""
        (self.root / "refused").unlink(missing_ok=True)

    def is_refused(self, digest: str) -> bool:
        """Whether this pack failed its trial before."""
        return self._noted("refused") == digest

    def _note(self, name: str, text: str) -> None:
        passing = self.root / f".{name}"
        passing.write_text(text, "utf-8")
        passing.replace(self.root / name)

    def _noted(self, name: str) -> str:
        try:
            return (self.root / name).read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError):
            return ""

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the station's update lock, which dies with its holder. Raises `BusyError`, `OSError`."""
        self.root.mkdir(parents=True, exist_ok=True)
        with (self.root / "lock").open("ab") as file:
            try:
                try_hold(file.fileno())
            except BlockingIOError as fault:
                raise BusyError("another update is running") from fault
            yield


def current_pack(state: Path, shipped: Path) -> Path:
    """The content folder this station reads: its newest whole pack, unless the shipped one is newer. Never fails."""
    found = PackFolder(state).newest()
    if found is None:
        return shipped
    try:
        return shipped if version_of(shipped) > found[0] else found[1]
    except ContentError:
        return found[1]


def update_age(state: Path, now: datetime) -> int | None:
    """Whole days since the source last confirmed what is newest; None when it was never heard."""
    looked = PackFolder(state).looked()
    return max(0, (now - looked).days) if looked else None
