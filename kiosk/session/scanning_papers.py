"""The person's papers on the scanner: scanned, scanned anew, handed over."""

from __future__ import annotations

from kiosk.counts.events import EventKind
from kiosk.scanning.hand_over import HandedOver, NotHandedOver
from kiosk.scanning.station_scanner import NotScanned, ScanOutcome
from kiosk.screens import Screen
from kiosk.session.choosing import Choosing


class ScanningPapers(Choosing):
    """The way over the scan screen. Pages stay in the visit until they go to the stick or the visit ends."""

    def scan_papers(self) -> None:
        """From the procedure's page or "check your answers" to the papers to scan; pages of before are kept."""
        if self.procedure is not None:
            self.scan.want(self.procedure, self.case)
            self.go(Screen.SCAN)

    def pages_scanned(self, outcome: ScanOutcome, *, redo: int | None = None) -> None:
        """A scan ended: of more pages, or of the page at `redo` once more."""
        if redo is None:
            self.scan.scanned(outcome)
        else:
            self.scan.redone(redo, outcome)
        if isinstance(outcome, NotScanned):
            self._count(EventKind.SCAN_FAILED, outcome.code)

    def scans_handed_over(self, outcome: HandedOver | NotHandedOver) -> None:
        """The scans went to the person's stick, or did not."""
        self.scan.handed_over(outcome)
        if isinstance(outcome, HandedOver):
            self._count(EventKind.SCAN_FINISHED)
        else:
            self._count(EventKind.SCAN_FAILED, outcome.code)
