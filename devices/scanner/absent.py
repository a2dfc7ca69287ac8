"""The scanner of a station that has none: always offline."""

from __future__ import annotations

from collections.abc import Generator

from devices.errors import ScannerUnreachableError
from devices.scanner.interface import ScannedPage, ScannerStatus, ScannerTrouble, ScanSettings
from devices.status import Readiness


class AbsentScanner:
    """A `Scanner` for `driver = "none"`."""

    def status(self) -> ScannerStatus:
        return ScannerStatus(readiness=Readiness.BROKEN, trouble=ScannerTrouble.OFFLINE)

    def scan(self, settings: ScanSettings) -> Generator[ScannedPage, None, None]:
        raise ScannerUnreachableError

    def close(self) -> None:
        """Nothing is open."""
