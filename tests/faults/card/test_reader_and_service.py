"""Service, reader and card in trouble: each has its own code, whatever the visitor holds in hand."""

from __future__ import annotations

import pytest

from devices.card_reader.interface import CardReaderState
from devices.card_reader.simulator import SimulatedReader
from kiosk.identification import NotIdentified, identify, key_from_number, read_trust_folder
from kiosk.paths import shipped_config
from kiosk.person import PersonField
from tests.helpers.days import CLOCK
from tests.helpers.personas import reader_with


def code_of_a_read(reader: SimulatedReader) -> str:
    outcome = identify(
        reader,
        key_from_number("012345"),
        frozenset(PersonField),
        lambda _: None,
        trust=read_trust_folder(shipped_config() / "trust"),
        now=CLOCK.utc(),
    )
    assert isinstance(outcome, NotIdentified)
    return outcome.code


@pytest.mark.parametrize(
    ("trouble", "code"),
    [
        (CardReaderState.SERVICE_ABSENT, "reader.service-absent"),
        (CardReaderState.READER_ABSENT, "reader.absent"),
        (CardReaderState.READER_BUSY, "reader.busy"),
        (CardReaderState.NO_CARD, "card.absent"),
        (CardReaderState.CARD_MUTE, "card.silent"),
    ],
)
def test_every_trouble_below_the_card_has_its_own_code(trouble: CardReaderState, code: str) -> None:
    reader = reader_with("nguyen-van-an")
    reader.set_trouble(trouble)
    assert code_of_a_read(reader) == code


def test_an_empty_field_is_an_absent_card() -> None:
    reader = reader_with("nguyen-van-an")
    reader.lift()
    assert code_of_a_read(reader) == "card.absent"


def test_a_service_that_dies_under_a_read_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = reader_with("nguyen-van-an")
    exchanges = iter(range(1000))
    original = SimulatedReader.exchange

    def exchange(self: SimulatedReader, *arguments: object) -> bytes:
        if next(exchanges) == 9:
            self.set_trouble(CardReaderState.SERVICE_ABSENT)
        return original(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(SimulatedReader, "exchange", exchange)
    assert code_of_a_read(reader) == "reader.service-absent"
