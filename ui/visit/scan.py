"""The scanner as the window knows it: how it stands, scanning, packing, and handing over on a stick.

Scanning and the stick go on the scanner's worker, packing on the documents'. What comes home after the visit ended is
dropped. Nothing is kept here but how things stand; printing is `paper_desk`'s.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from devices.scanner.interface import InputSource, ScannerStatus, ScanSettings
from devices.status import Readiness
from kiosk.scanning.hand_over import HandedOver, NotHandedOver
from kiosk.scanning.station_scanner import ScanOutcome
from kiosk.session import Screen
from kiosk.session.scan_step import Files
from ui.visit.current_visit import CurrentVisit
from ui.visit.jobs import Worker

_ASKED = frozenset({Screen.PROCEDURE, Screen.CHECK, Screen.SCAN})
FAILED = "scanner.failed"


class PageScanning(QObject):
    """Asks the scanner how it stands before it is offered."""

    changed = Signal()

    def __init__(self, visit: CurrentVisit) -> None:
        super().__init__()
        self._visit = visit
        self.status: ScannerStatus | None = None
        self._reset()
        visit.entered.connect(self._entered)
        visit.wiped.connect(self._wiped)

    def _reset(self) -> None:
        self.scanning = False
        self.packing = False
        self.copying = False

    @property
    def is_offered(self) -> bool:
        """A scanner is there and answers."""
        return self.status is not None and self.status.readiness is not Readiness.BROKEN

    @property
    def has_feeder(self) -> bool:
        """Many sheets can be scanned at once."""
        return self.status is not None and InputSource.FEEDER in self.status.sources

    def scan(self, document: str, *, feeder: bool = False, redo: int | None = None) -> None:
        """Scan for one paper of the list, or the page at `redo` anew."""
        if self.scanning:
            return
        self.scanning = True
        session = self._visit.session
        source = InputSource.FEEDER if feeder else InputSource.PLATEN
        job = session.scan.scan_job(ScanSettings(source=source), document)

        def scanned(outcome: ScanOutcome) -> None:
            self.scanning = False
            self._visit.act(lambda: session.pages_scanned(outcome, redo=redo))
            self.changed.emit()

        # A feeder full of a person's papers stops with their visit, not with its last sheet.
        going_on = self._visit.jobs.while_it_lasts()
        self._visit.jobs.run(Worker.SCANNER, lambda: job(going_on), scanned, lambda _: self._broke())
        self.changed.emit()

    def pack(self) -> None:
        """Make the files of the pages on a worker; `changed` tells when they are there."""
        step = self._visit.session.scan
        self.packing = True

        def packed(files: Files) -> None:
            self.packing = False
            step.packed_up(files)
            self.changed.emit()

        self._visit.jobs.run(Worker.DOCUMENTS, step.pack_job(), packed, lambda _: self._broke())
        self.changed.emit()

    def copy(self) -> None:
        """Write the files to the person's USB stick on the scan worker."""
        if self.copying:
            return
        self.copying = True
        session = self._visit.session

        def copied(outcome: HandedOver | NotHandedOver) -> None:
            self.copying = False
            session.scans_handed_over(outcome)
            self.changed.emit()

        self._visit.jobs.run(Worker.SCANNER, session.scan.hand_over_job(), copied, lambda _: self._broke())
        self.changed.emit()

    def _entered(self, screen: Screen) -> None:
        if screen in _ASKED:
            self._visit.jobs.run(Worker.SCANNER, self._visit.session.scan.services.scanner.status, self._stands)

    def _stands(self, status: ScannerStatus) -> None:
        self.status = status
        self.changed.emit()

    def _broke(self) -> None:
        self._reset()
        self._visit.session.scan.trouble = FAILED
        self.changed.emit()

    def _wiped(self) -> None:
        self._reset()
