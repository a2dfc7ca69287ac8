"""Every ten minutes one look at the reader and the printer, for the uptime in the reports. Shows nothing.

Runs on the devices' own workers, so it never meets a reading or a print; what a visit needs goes first.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from devices.card_reader.interface import CardReader
from devices.printer.interface import PrinterStatus
from devices.status import DeviceFamily, Readiness
from kiosk.counts.device_watch import EVERY_S, DeviceWatch
from kiosk.doctor.devices import examine_reader
from kiosk.doctor.examination import Found
from ui.visit.current_visit import CurrentVisit
from ui.visit.jobs import Worker


class DeviceRounds(QObject):
    """Asks reader and printer every `EVERY_S` seconds and tells `DeviceWatch`, which counts what changed."""

    def __init__(self, visit: CurrentVisit, reader: CardReader) -> None:
        super().__init__()
        self._visit = visit
        self._reader = reader
        self._watch = DeviceWatch(visit.services.counter, visit.services.clock)
        self._queue = visit.services.new_queue()
        self._timer = QTimer(self)
        self._timer.setInterval(int(EVERY_S * 1000) + 1)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def stop(self) -> None:
        """Ask no more; a round under way ends by itself."""
        self._timer.stop()

    def look(self) -> None:
        """Ask reader and printer once, each on its own thread."""
        jobs = self._visit.jobs
        jobs.run(Worker.CARD, lambda: examine_reader(self._reader), self._reader_found, self._reader_failed)
        jobs.run(Worker.PRINTER, self._queue.preflight, self._printer_stands)

    def _reader_found(self, found: Found) -> None:
        self._watch.saw(DeviceFamily.CARD_READER, found.readiness, found.code or "")

    def _reader_failed(self, _fault: Exception) -> None:
        self._watch.saw(DeviceFamily.CARD_READER, Readiness.BROKEN, "device.failed")

    def _printer_stands(self, status: PrinterStatus) -> None:
        self._watch.saw(DeviceFamily.PRINTER, status.readiness, status.trouble.code if status.trouble else "")
