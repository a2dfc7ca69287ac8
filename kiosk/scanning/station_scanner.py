"""The scanner as a visit uses it: lease, scan, straighten, judge, one page after the other.

One page is in memory as dots at a time. Called on the scanner's worker; nothing is written to a file.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field

from devices.errors import ScannerError
from devices.scanner.interface import Scanner, ScannerStatus, ScanSettings
from kiosk.scanning.lease import OTHER_STATION, Lease, Leases, LeaseUnreachableError
from kiosk.scanning.page import JudgedPage, page_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanned:
    """All pages that lay there."""

    pages: tuple[JudgedPage, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotScanned:
    """It stopped; the pages before are good. `code` is a key of `config/failures.toml`."""

    code: str
    pages: tuple[JudgedPage, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldByOther:
    """The other PC scans; ask again."""

    lease: Lease
    code: str = OTHER_STATION


ScanOutcome = Scanned | NotScanned | HeldByOther


class StationScanner:
    """This station's way to the scanner; `holder` is the station's neutral name."""

    def __init__(self, scanner: Scanner, leases: Leases, holder: str) -> None:
        self._scanner = scanner
        self._leases = leases
        self._holder = holder

    def status(self) -> ScannerStatus:
        """Ask the device itself, whoever holds the lease."""
        return self._scanner.status()

    def scan(
        self,
        settings: ScanSettings,
        document: str = "",
        on_page: Callable[[JudgedPage], None] = lambda _page: None,
    ) -> ScanOutcome:
        """One page from the platen, or all in the feeder; `on_page` is told each as soon as it is judged."""
        pages: list[JudgedPage] = []
        try:
            lease = self._leases.take(self._holder)
            if lease.holder != self._holder:
                return HeldByOther(lease=lease)
            with closing(self._scanner.scan(settings)) as run:
                for scanned in run:
                    page = page_of(scanned, document)
                    pages.append(page)
                    on_page(page)
                    self._leases.take(self._holder)
        except (ScannerError, LeaseUnreachableError) as fault:
            return NotScanned(code=fault.code, pages=tuple(pages))
        return Scanned(pages=tuple(pages))

    def release(self) -> None:
        """The visit needs the scanner no more."""
        self._leases.release(self._holder)
