"""The reader that needs no hardware, and what can happen to the card on it."""

from __future__ import annotations

import pytest

from devices.card_reader.interface import CardReaderState
from devices.card_reader.simulator import Link, SimulatedReader
from devices.card_reader.virtual_card.persona import PersonaError, read_persona
from devices.errors import CardAbsentError, CardLiftedError, CardSilentError, ReaderServiceAbsentError
from devices.iso7816.commands import select_application
from tests.helpers.personas import AID, card, persona, reader_with, shipped_personas

SELECT = select_application(AID).encode()


def test_an_empty_reader_says_so() -> None:
    reader = SimulatedReader(shipped_personas())
    assert reader.state() is CardReaderState.NO_CARD
    with pytest.raises(CardAbsentError), reader.connect():
        pass


def test_a_card_in_the_field_answers() -> None:
    with reader_with("nguyen-van-an").connect() as session:
        assert session.transmit(SELECT) == b"\x90\x00"
        assert session.atr.startswith(b"\x3b")
        assert "PICC" in session.reader_name


def test_a_lifted_card_is_reported_as_lifted_even_after_it_came_back() -> None:
    reader = reader_with("nguyen-van-an")
    with reader.connect() as session:
        reader.lift()
        assert reader.state() is CardReaderState.NO_CARD
        with pytest.raises(CardLiftedError):
            session.transmit(SELECT)
        reader.put_back()
        with pytest.raises(CardLiftedError):
            session.transmit(SELECT)
    with reader.connect() as session:
        assert session.transmit(SELECT) == b"\x90\x00"


def test_a_card_can_leave_after_some_bytes_and_come_back_after_some_looks() -> None:
    reader = reader_with("nguyen-van-an")
    reader.lift_after(3, returns_after_looks=2)
    with reader.connect() as session:
        session.transmit(SELECT)
        with pytest.raises(CardLiftedError):
            session.transmit(SELECT)
    assert [reader.state() for _ in range(2)] == [CardReaderState.NO_CARD, CardReaderState.CARD_PRESENT]


def test_a_dead_service_stops_a_session_and_a_new_one() -> None:
    reader = reader_with("nguyen-van-an")
    with reader.connect() as session:
        reader.set_trouble(CardReaderState.SERVICE_ABSENT)
        with pytest.raises(ReaderServiceAbsentError):
            session.transmit(SELECT)
    assert (reader.state(), tuple(reader.readers())) == (CardReaderState.SERVICE_ABSENT, ())
    with pytest.raises(ReaderServiceAbsentError), reader.connect():
        pass
    reader.set_trouble(None)
    assert reader.state() is CardReaderState.CARD_PRESENT


def test_a_silent_chip_raises_instead_of_waiting() -> None:
    with (
        reader_with(persona(quirks={"silent_after": 1})).connect() as session,
    ):
        session.transmit(SELECT)
        with pytest.raises(CardSilentError):
            session.transmit(SELECT)


def test_a_slow_link_and_a_slow_chip_take_their_time() -> None:
    slept: list[float] = []
    reader = SimulatedReader(
        shipped_personas(), link=Link(exchange_seconds=0.002, bits_per_second=106_000), sleep=slept.append
    )
    reader.insert(card(persona()))
    with reader.connect() as session:
        session.transmit(SELECT)
    assert slept == [pytest.approx(0.002 + (len(SELECT) + 2) * 8 / 106_000)]


def test_a_persona_file_with_a_wrong_key_is_refused_by_name(tmp_path: object) -> None:
    path = shipped_personas()._folder / "missing.json"
    with pytest.raises(PersonaError, match=r"missing\.json"):
        read_persona(path)


def test_a_card_that_is_gone_at_its_reset_was_lifted() -> None:
    reader = reader_with("nguyen-van-an")
    with reader.connect() as session:
        session.reset()
        reader.lift()
        with pytest.raises(CardLiftedError):
            session.reset()
