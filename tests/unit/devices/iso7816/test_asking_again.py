"""A command whose length the card finds wrong is asked again, and what it holds back is fetched."""

from __future__ import annotations

import pytest

from devices.iso7816.apdu import Command
from devices.iso7816.asking_again import ask
from devices.iso7816.errors import MalformedError
from devices.iso7816.get_response import GetResponse
from tests.helpers.scripted_card import AnsweringCard, ScriptedCard

SIGN = Command(ins=0x88, data=b"\x01", ne=256)
LONG = Command(ins=0x88, data=b"\x01", ne=256, extended=True)
SHORT_FORM, LONG_FORM = "0088000001" + "01" + "00", "00880000000001" + "01" + "0100"


@pytest.mark.parametrize(
    ("command", "extended", "script", "data", "sw"),
    [
        (SIGN, False, [(SHORT_FORM, "aa9000")], "aa", 0x9000),
        (SIGN, False, [(SHORT_FORM, "6c02"), ("00880000010102", "aabb9000")], "aabb", 0x9000),
        (SIGN, False, [(SHORT_FORM, "6c00"), (SHORT_FORM, "aa9000")], "aa", 0x9000),
        (SIGN, False, [(SHORT_FORM, "6700")], "", 0x6700),
        (SIGN, True, [(SHORT_FORM, "6700"), (LONG_FORM, "aa9000")], "aa", 0x9000),
        (LONG, True, [(LONG_FORM, "6700"), (SHORT_FORM, "aa9000")], "aa", 0x9000),
        (LONG, True, [(LONG_FORM, "6700"), (SHORT_FORM, "6c01"), ("00880000010101", "aa9000")], "aa", 0x9000),
        (LONG, True, [(LONG_FORM, "6700"), (SHORT_FORM, "6700")], "", 0x6700),
        (SIGN, False, [(SHORT_FORM, "aa6101"), ("00c0000001", "bb9000")], "aabb", 0x9000),
        (SIGN, False, [(SHORT_FORM, "aa6100"), ("00c0000000", "bb6101"), ("00c0000001", "cc6a82")], "aabbcc", 0x6A82),
        (SIGN, False, [(SHORT_FORM, "6d00")], "", 0x6D00),
    ],
)
def test_it_is_asked_as_the_card_wants_it(
    command: Command, extended: bool, script: list[tuple[str, str]], data: str, sw: int
) -> None:
    card = ScriptedCard(script)
    answer = ask(card, command, extended=extended)
    assert (answer.data.hex(), answer.sw) == (data, sw)
    assert card.is_done


def test_an_answer_that_never_ends_is_malformed() -> None:
    with pytest.raises(MalformedError, match="pieces"):
        ask(AnsweringCard(lambda _: b"\xaa\x61\x01"), SIGN, extended=False)


def test_more_to_come_inside_the_seal_is_not_fetched_below_it() -> None:
    sealed = "99026101" + "8e08" + "00" * 8 + "6101"
    card = ScriptedCard([("0c88000000", sealed)])
    assert GetResponse(card).transmit(bytes.fromhex("0c88000000")).hex() == sealed
    pieces = ScriptedCard([("0c88000000", "aa6101"), ("00c0000001", "bb9000")])
    assert GetResponse(pieces).transmit(bytes.fromhex("0c88000000")).hex() == "aabb9000"
