"""The reader is watched while a card is wanted, and what a reading needs is loaded meanwhile, not before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Signal

from devices.card_reader.simulator import PersonaFolder, SimulatedReader
from kiosk.session import Screen
from tests.helpers.personas import FOLDER
from ui.visit.card import CardReading


class Visit(QObject):
    """As much of a visit as the reader needs; its worker answers at once."""

    entered = Signal(object)
    wiped = Signal()
    screen = Screen.CARD

    @property
    def jobs(self) -> Visit:
        """Itself."""
        return self

    def run(
        self, _worker: object, call: Callable[[], Any], done: Callable[[Any], None], _failed: Callable[..., None]
    ) -> None:
        """At once, in this thread."""
        done(call())


def test_the_cryptography_is_loaded_at_the_second_look_and_not_at_the_first(
    qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[None] = []
    monkeypatch.setattr("ui.visit.card.prepare_reading", lambda: loaded.append(None))
    visit = Visit()
    reading = CardReading(visit, SimulatedReader(PersonaFolder(FOLDER)), poll_ms=10_000)  # type: ignore[arg-type]
    visit.entered.emit(Screen.CARD)
    assert loaded == []
    visit.entered.emit(Screen.CARD)
    assert loaded == [None]
    reading.deleteLater()
