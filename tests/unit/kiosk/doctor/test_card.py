"""The reader ladder: each rung broken on purpose, and the one sentence that says so."""

from __future__ import annotations

import pytest

from devices.card_reader.interface import CardReaderState
from devices.card_reader.simulator import SimulatedReader
from kiosk.doctor.card import LadderResult, RungResult, RungState, climb
from kiosk.errors import failure_book
from kiosk.identification import AccessKey, Rung, key_from_number, read_trust_folder
from kiosk.paths import shipped_config
from tests.helpers.days import CLOCK
from tests.helpers.personas import persona, reader_with, shipped_personas

NOW = CLOCK.utc()
CAN = key_from_number("012345")
BOOK = failure_book()


def climbed(reader: SimulatedReader, key: AccessKey | None = CAN, plugged_in: tuple[str, ...] = ()) -> LadderResult:
    trust = read_trust_folder(shipped_config() / "trust")
    return climb(reader, key=key, trust=trust, now=NOW, plugged_in=lambda: plugged_in)


def broken(ladder: LadderResult) -> tuple[Rung, str]:
    """The broken rung and its code; everything below must hold and everything above be untried."""
    assert ladder.broken is not None
    at = [result.rung for result in ladder.rungs].index(ladder.broken.rung)
    assert all(result.state is RungState.HOLDS for result in ladder.rungs[:at])
    assert all(result.state is RungState.NOT_TRIED for result in ladder.rungs[at + 1 :])
    assert tuple(result.rung for result in ladder.rungs) == tuple(Rung)
    assert ladder.broken.code in BOOK
    return ladder.broken.rung, ladder.broken.code


def test_a_good_card_holds_on_every_rung() -> None:
    assert [result.state for result in climbed(reader_with("nguyen-van-an")).rungs] == [RungState.HOLDS] * 7


def test_without_a_key_the_last_two_rungs_are_not_tried() -> None:
    ladder = climbed(reader_with("nguyen-van-an"), key=None)
    assert ladder.broken is None
    assert [result.state for result in ladder.rungs] == [RungState.HOLDS] * 5 + [RungState.NOT_TRIED] * 2


@pytest.mark.parametrize(
    ("trouble", "expected"),
    [
        (CardReaderState.SERVICE_ABSENT, (Rung.SERVICE, "reader.service-absent")),
        (CardReaderState.READER_ABSENT, (Rung.READER, "reader.absent")),
        (CardReaderState.READER_BUSY, (Rung.READER, "reader.busy")),
        (CardReaderState.NO_CARD, (Rung.CARD, "card.absent")),
        (CardReaderState.CARD_MUTE, (Rung.CARD, "card.silent")),
    ],
)
def test_each_rung_below_the_card_is_named(trouble: CardReaderState, expected: tuple[Rung, str]) -> None:
    reader = reader_with("nguyen-van-an")
    reader.set_trouble(trouble)
    assert broken(climbed(reader)) == expected


def test_a_reader_on_usb_that_the_service_does_not_know_lacks_its_driver() -> None:
    reader = reader_with("nguyen-van-an")
    reader.set_trouble(CardReaderState.READER_ABSENT)
    assert broken(climbed(reader, plugged_in=("ACR1252U",))) == (Rung.DRIVER, "reader.driver-absent")


def test_a_card_without_the_application_is_no_identity_card() -> None:
    reader = reader_with(persona(quirks={"select_application": "6A82"}))
    assert broken(climbed(reader)) == (Rung.APPLICATION, "card.not-identity-card")


def test_a_wrong_key_breaks_at_access() -> None:
    assert broken(climbed(reader_with("nguyen-van-an"), key_from_number("999999"))) == (Rung.ACCESS, "card.wrong-key")


def test_a_card_that_needs_the_printed_zone_breaks_at_access() -> None:
    ladder = climbed(reader_with("hoang-van-chung"), key_from_number("034567"))
    assert broken(ladder) == (Rung.ACCESS, "card.needs-mrz")


@pytest.mark.parametrize(("name", "can"), [("thai-van-quan", "290123"), ("kieu-thi-phuong", "289012")])
def test_garbage_and_lies_break_at_the_data(name: str, can: str) -> None:
    assert broken(climbed(reader_with(name), key_from_number(can))) == (Rung.DATA, "card.no-data")


def test_a_card_that_falls_silent_breaks_at_the_card() -> None:
    ladder = climbed(reader_with("lai-van-oanh"), key_from_number("278901"))
    assert broken(ladder) == (Rung.CARD, "card.silent")


def test_a_card_lifted_on_the_way_breaks_at_the_card() -> None:
    reader = reader_with("nguyen-van-an")
    reader.lift_after(500)
    assert broken(climbed(reader)) == (Rung.CARD, "card.lifted")


def test_rungs_are_told_as_they_are_known() -> None:
    told: list[RungResult] = []
    trust = read_trust_folder(shipped_config() / "trust")
    reader = SimulatedReader(shipped_personas())
    climb(reader, key=None, trust=trust, now=NOW, on_rung=told.append, plugged_in=lambda: ())
    assert [(result.rung, result.state) for result in told] == [
        (Rung.SERVICE, RungState.HOLDS),
        (Rung.DRIVER, RungState.HOLDS),
        (Rung.READER, RungState.HOLDS),
        (Rung.CARD, RungState.BROKEN),
    ]
