"""The card is lifted at every 500 bytes of a read and laid back: the read goes on there, and counts only whole."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from devices.card_reader.interface import CardReaderState
from devices.card_reader.simulator import SimulatedReader
from kiosk.identification import (
    BlockSizes,
    Identified,
    NotIdentified,
    PartialRead,
    Reason,
    TrustStore,
    identify,
    key_from_number,
    read_trust_folder,
)
from kiosk.paths import shipped_config
from kiosk.person import PersonField
from tests.helpers.personas import card, persona, reader_with

NOW = datetime(2026, 11, 23, tzinfo=UTC)
WHOLE_READ = 18_000
SHORT = {"extended_length": False}


def read(reader: SimulatedReader, number: str, partial: PartialRead | None = None) -> Identified | NotIdentified:
    return identify(
        reader,
        key_from_number(number),
        frozenset(PersonField),
        lambda _: None,
        trust=trust(),
        sizes=BlockSizes(),
        photo=True,
        partial=partial,
        now=NOW,
    )


def trust() -> TrustStore:
    return read_trust_folder(shipped_config() / "trust")


@pytest.mark.parametrize("extended", [True, False], ids=["extended", "short"])
def test_a_card_lifted_at_every_500_bytes_is_read_to_the_end_when_it_comes_back(extended: bool) -> None:
    made = persona(chip={"extended_length": extended})
    number = made.holder.personal_number
    for offset in range(0, WHOLE_READ, 500):
        reader = reader_with(made)
        reader.lift_after(offset)
        first = read(reader, number)
        assert isinstance(first, NotIdentified), offset
        assert first.code == "card.lifted"
        assert reader.state() is CardReaderState.NO_CARD
        reader.put_back()
        second = read(reader, number, first.partial)
        assert isinstance(second, Identified), offset
        assert second.verdict.integrity.reason is Reason.DATA_UNCHANGED
        assert second.person.get(PersonField.FULL_NAME) == made.holder.full_name
        assert second.person.photo is not None


def test_what_was_read_before_the_lift_is_not_read_again() -> None:
    made = persona(chip=SHORT)
    whole = read(reader_with(made), made.holder.personal_number)
    reader = reader_with(made)
    reader.lift_after(15_000)
    first = read(reader, made.holder.personal_number)
    assert isinstance(first, NotIdentified)
    reader.put_back()
    second = read(reader, made.holder.personal_number, first.partial)
    assert isinstance(whole, Identified)
    assert isinstance(second, Identified)
    assert second.statistics.bytes_in < whole.statistics.bytes_in / 2


def test_another_card_laid_down_after_the_lift_is_noticed() -> None:
    made = persona(chip=SHORT)
    reader = reader_with(made)
    reader.lift_after(9_000)
    first = read(reader, made.holder.personal_number)
    assert isinstance(first, NotIdentified)
    reader.insert(card(persona("tran-thi-mai")))
    second = read(reader, made.holder.personal_number, first.partial)
    assert isinstance(second, NotIdentified)
    assert second.code == "card.changed"


def test_a_card_of_another_person_with_the_same_six_digits_is_noticed_by_its_hashes() -> None:
    made = persona(chip=SHORT)
    twin = persona("bui-thi-nga", chip=SHORT, holder={"personal_number": "040174012345"})
    reader = reader_with(made)
    reader.lift_after(9_000)
    first = read(reader, made.holder.personal_number)
    assert isinstance(first, NotIdentified)
    reader.insert(card(twin))
    second = read(reader, made.holder.personal_number, first.partial)
    assert isinstance(second, NotIdentified), second.verdict if isinstance(second, Identified) else ""
    assert second.code == "card.changed"
