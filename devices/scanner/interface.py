"""A scanner as the kiosk sees it, in eSCL's own words (Mopria eSCL 2.97), whichever driver stands behind.

No driver keeps a page: it is handed on as an image in memory, one at a time.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol, Self

from PIL import Image

from devices.errors import (
    NotAScannerError,
    ScannerAsleepError,
    ScannerBusyError,
    ScannerCoverOpenError,
    ScannerError,
    ScannerHttpsWantedError,
    ScannerJamError,
    ScannerMovedError,
    ScannerNoDocumentsError,
    ScannerPasswordError,
    ScannerUnreachableError,
)
from devices.status import Readiness


class InputSource(Enum):
    """Where the paper lies: under the lid, or in the feeder."""

    PLATEN = "Platen"
    FEEDER = "Feeder"


class ColorMode(Enum):
    """`ColorMode` of eSCL; lineart loses stamps and is not offered."""

    GRAYSCALE8 = "Grayscale8"
    RGB24 = "RGB24"


class ScannerTrouble(Enum):
    """What stands in the way of a page; the value is the key under `scanner.` in `config/failures.toml`."""

    BUSY = "busy"
    JAM = "jam"
    COVER_OPEN = "cover-open"
    NO_DOCUMENTS = "no-documents"
    OFFLINE = "offline"
    ASLEEP = "asleep"
    PASSWORD = "password"  # noqa: S105 - what is in the way, not one
    HTTPS_WANTED = "https-wanted"
    MOVED = "moved"
    NOT_ESCL = "not-escl"

    @property
    def code(self) -> str:
        """The key of its entry in `config/failures.toml`."""
        return f"scanner.{self.value}"

    @property
    def readiness(self) -> Readiness:
        """An empty feeder leaves the platen usable; a scanner at work is soon free."""
        match self:
            case ScannerTrouble.BUSY | ScannerTrouble.NO_DOCUMENTS:
                return Readiness.READY
            case ScannerTrouble.JAM | ScannerTrouble.COVER_OPEN:
                return Readiness.ATTENTION
            case _:
                return Readiness.BROKEN

    @property
    def error(self) -> ScannerError:
        """What a scan raises that meets it."""
        return _ERRORS[self]()

    @classmethod
    def behind(cls, fault: ScannerError) -> ScannerTrouble:
        """What a device is in that raised this when asked how it stands."""
        return next((trouble for trouble in cls if trouble.code == fault.code), cls.OFFLINE)


_ERRORS: Mapping[ScannerTrouble, type[ScannerError]] = {
    ScannerTrouble.BUSY: ScannerBusyError,
    ScannerTrouble.JAM: ScannerJamError,
    ScannerTrouble.COVER_OPEN: ScannerCoverOpenError,
    ScannerTrouble.NO_DOCUMENTS: ScannerNoDocumentsError,
    ScannerTrouble.OFFLINE: ScannerUnreachableError,
    ScannerTrouble.ASLEEP: ScannerAsleepError,
    ScannerTrouble.PASSWORD: ScannerPasswordError,
    ScannerTrouble.HTTPS_WANTED: ScannerHttpsWantedError,
    ScannerTrouble.MOVED: ScannerMovedError,
    ScannerTrouble.NOT_ESCL: NotAScannerError,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ScannerStatus:
    """What the device itself says; `sources` is empty when it could not be asked."""

    readiness: Readiness
    trouble: ScannerTrouble | None = None
    sources: frozenset[InputSource] = frozenset()
    model: str = ""

    @classmethod
    def troubled(cls, trouble: ScannerTrouble) -> Self:
        """Of a device that gave no other answer than this trouble."""
        return cls(readiness=trouble.readiness, trouble=trouble)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanSettings:
    """What is asked of the device; `resolution` in dots an inch, both ways."""

    source: InputSource = InputSource.PLATEN
    resolution: int = 200
    color_mode: ColorMode = ColorMode.RGB24


@dataclass(frozen=True, slots=True, kw_only=True)
class ScannedPage:
    """One side of one sheet as it came: mode L or RGB, and the resolution it really has."""

    image: Image.Image = field(repr=False)
    resolution: int


class Scanner(Protocol):
    """A platen, a feeder or both: its status says which. One `scan` is under way at a time."""

    def status(self) -> ScannerStatus:
        """Ask the device itself; an unreachable one is a status, not an exception."""
        ...

    def scan(self, settings: ScanSettings) -> Generator[ScannedPage, None, None]:
        """One page from the platen, or every page in the feeder, each as soon as it is there.

        Raises a `devices.errors.ScannerError` when the next page does not come; the pages before it are good.
        Closing the generator ends the job at the device.
        """
        ...

    def close(self) -> None:
        """Let go of connections; the scanner is not used afterwards."""
        ...
