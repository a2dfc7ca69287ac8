"""The rounds: reader and printer looked at on their own workers, counted as uptime and trouble."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from devices.card_reader.absent import AbsentReader
from devices.card_reader.interface import CardReaderState
from kiosk.counts.events import EventKind
from kiosk.session import Silence
from tests.helpers.counting import shipped_catalogue
from tests.helpers.manual_executor import ManualExecutor
from tests.helpers.visits import visit
from ui.visit.current_visit import CurrentVisit
from ui.visit.device_rounds import DeviceRounds
from ui.visit.inactivity import Inactivity
from ui.visit.jobs import Jobs, Worker


class FaultyReader(AbsentReader):
    """A reader whose driver fails."""

    def state(self) -> CardReaderState:
        """Fails."""
        raise OSError


def test_a_round_counts_what_it_found(qapp: QCoreApplication, tmp_path: Path) -> None:
    for reader, trouble in ((AbsentReader(), "reader.absent"), (FaultyReader(), "device.failed")):
        made, executor = visit(tmp_path), ManualExecutor()
        silence = Silence(last_touch=0.0, ask_after=60, end_after=30)
        current = CurrentVisit(made.session.services, Jobs(dict.fromkeys(Worker, executor)), Inactivity(silence))
        rounds = DeviceRounds(current, reader)
        rounds.look()
        executor.run_all()
        QCoreApplication.processEvents()
        rounds.stop()
        assert made.counted.events == [
            (EventKind.DEVICE_TROUBLE, trouble),
            (EventKind.DEVICE_CHECKED, "card-reader/broken"),
            (EventKind.DEVICE_CHECKED, "printer/ready"),
        ]
        for kind, subject in made.counted.events:
            shipped_catalogue().event(kind, subject)
