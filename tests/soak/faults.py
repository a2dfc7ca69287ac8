"""What happens to a station in the middle of a visit: each fault breaks something now, and `mend` puts it right.

All of them go through the shipped simulators, the clock that the station was given, and the file of its counts.
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from PIL import Image

from devices.card_reader.interface import CardReaderState
from devices.card_reader.simulator import FieldChip, PersonaFolder, SimulatedReader
from devices.printer.interface import PrinterTrouble
from devices.printer.simulator import SimulatedPrinter
from devices.scanner.interface import ScannerTrouble
from devices.scanner.simulator import Carelessness, SimulatedScanner
from devices.stick.simulator import SimulatedPort, SimulatedStick
from kiosk.clock import Clock

JUMPS = (timedelta(days=-1), timedelta(days=-20_700), timedelta(days=4_100), timedelta(hours=1))
"""Of the clock: a day back, to 1970, to 2038, and an hour on."""


@dataclass(slots=True, kw_only=True)
class FaultyClock:
    """A time of day that somebody sets."""

    ahead: timedelta = timedelta()

    def read(self) -> datetime:
        """As `kiosk.clock.Clock` asks for it."""
        return Clock().utc() + self.ahead


@dataclass(slots=True, kw_only=True)
class Surroundings:
    """Everything around the window that can go wrong."""

    reader: SimulatedReader
    printer: SimulatedPrinter
    scanner: SimulatedScanner
    port: SimulatedPort
    clock: FaultyClock
    counts: Path
    stick: Path
    personas: PersonaFolder
    _cards: dict[str, FieldChip] = field(default_factory=dict)
    _lock: sqlite3.Connection | None = None

    def lay_card(self, name: str) -> None:
        """That person's card; each is made once."""
        if name not in self._cards:
            self._cards[name] = self.personas.card(name, sleep=lambda _: None)
        self.reader.insert(self._cards[name])

    def holds_the_counts(self) -> None:
        """Another program holds the file of the counts."""
        if self._lock is None:
            self._lock = sqlite3.connect(self.counts, timeout=0.01)
            try:
                self._lock.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError:
                self._let_go()

    def _let_go(self) -> None:
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def mend(self) -> None:
        """Everything as it should be, no card and no stick there, and the clock right."""
        self.reader.set_trouble(None)
        self.reader.lift()
        self.printer.mend()
        self.scanner.mend()
        self.scanner.careless = Carelessness()
        self.scanner.lay()
        self.port.stick = None
        self.clock.ahead = timedelta()
        self._let_go()


def faults(around: Surroundings, chance: random.Random) -> Mapping[str, Callable[[], object]]:
    """Every fault by its name."""
    return {
        "reader in trouble": lambda: around.reader.set_trouble(chance.choice(list(CardReaderState)[:3])),
        "reader well again": lambda: around.reader.set_trouble(None),
        "card lifted": around.reader.lift,
        "card lifted in a reading": lambda: around.reader.lift_after(chance.randrange(4_000)),
        "card laid down": lambda: around.lay_card(chance.choice(around.personas.names()[:6])),
        "printer in trouble": lambda: around.printer.make(chance.choice(list(PrinterTrouble))),
        "printer well again": around.printer.mend,
        "printer full": around.printer.fill_queue,
        "print given up": around.printer.abort_next,
        "scanner in trouble": lambda: around.scanner.make(chance.choice(list(ScannerTrouble))),
        "scanner well again": around.scanner.mend,
        "feeder jams": lambda: around.scanner.jam_after(chance.randrange(3)),
        "sheets laid badly": lambda: _lay_badly(around.scanner, chance),
        "stick plugged in": lambda: _plug(around, busy=False),
        "stick that stays busy": lambda: _plug(around, busy=True),
        "stick pulled": lambda: setattr(around.port, "stick", None),
        "counts held by another": around.holds_the_counts,
        "clock set": lambda: setattr(around.clock, "ahead", chance.choice(JUMPS)),
    }


def _lay_badly(scanner: SimulatedScanner, chance: random.Random) -> None:
    scanner.lay(*(Image.new("RGB", (chance.randrange(8, 1_700), chance.randrange(8, 2_300)), "white") for _ in "ab"))
    scanner.careless = Carelessness(
        skew_degrees=chance.uniform(-30, 30), face_up=chance.random() < 0.3, double_feed=chance.random() < 0.3
    )


def _plug(around: Surroundings, *, busy: bool) -> None:
    around.stick.mkdir(exist_ok=True)
    around.port.stick = SimulatedStick(around.stick, busy=busy)
