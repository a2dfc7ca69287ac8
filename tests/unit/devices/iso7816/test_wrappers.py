"""The innermost wrappers of a connection: answers in pieces, and the meter."""

from __future__ import annotations

import pytest

from devices.iso7816.errors import MalformedError, StatusError
from devices.iso7816.get_response import GetResponse
from devices.iso7816.meter import Meter
from tests.helpers.scripted_card import AnsweringCard, ScriptedCard


def test_a_whole_answer_passes_as_it_is() -> None:
    assert (
        GetResponse(ScriptedCard([("00b0000002", "01029000")])).transmit(b"\x00\xb0\x00\x00\x02")
        == b"\x01\x02\x90\x00"
    )


def test_an_answer_in_pieces_is_put_together() -> None:
    card = ScriptedCard([("00b0000000", "016102"), ("00c0000002", "02036100"), ("00c0000000", "046982")])
    assert GetResponse(card).transmit(bytes.fromhex("00b0000000")).hex() == "010203046982"
    assert card.is_done


@pytest.mark.parametrize("piece", [b"\x61\x01", bytes(60_000) + b"\x61\x01"])
def test_an_answer_that_never_ends_is_malformed(piece: bytes) -> None:
    with pytest.raises(MalformedError):
        GetResponse(AnsweringCard(lambda _: piece)).transmit(bytes.fromhex("00b0000000"))


def test_the_meter_counts_and_changes_nothing() -> None:
    card = AnsweringCard(lambda _: b"\x01\x90\x00")
    meter = Meter(card)
    assert meter.transmit(b"\x00\xb0\x00\x00\x01") == b"\x01\x90\x00"
    meter.reset()
    assert (meter.apdus, meter.bytes_out, meter.bytes_in) == (1, 5, 3)
    assert (meter.reader_name, card.resets) == (card.reader_name, 1)


def test_errors_name_place_and_status_and_nothing_else() -> None:
    assert str(StatusError("READ BINARY", 0x6F00)) == "READ BINARY: 6F00"
    assert MalformedError("SOD").place == "SOD"
