"""Basic Access Control against ICAO Doc 9303-11 appendix D.3, and its refusals."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from devices.emrtd.bac import BacKeys, open_with_bac, session_channel
from devices.emrtd.cipher_suites import TRIPLE_DES
from devices.emrtd.errors import AccessUnsupportedError, SessionLostError, WrongKeyError
from devices.emrtd.secure_messaging import SecureChannel
from devices.iso7816.apdu import Command
from devices.iso7816.errors import MalformedError
from tests.helpers.scripted_card import AnsweringCard
from tests.helpers.vectors import vector

EXAMPLE = vector("icao/bac")
CHALLENGE = bytes.fromhex(EXAMPLE["rnd_ic"])


def fixed_random() -> Callable[[int], bytes]:
    """The terminal's random numbers of the example."""
    return lambda length: bytes.fromhex(EXAMPLE["rnd_ifd"] if length == 8 else EXAMPLE["k_ifd"])


def card(second: bytes, first: bytes = CHALLENGE + b"\x90\x00") -> AnsweringCard:
    """Answers the challenge, then `second`."""
    return AnsweringCard(lambda command: first if command[1] == 0x84 else second)


def test_the_terminal_sends_and_understands_the_worked_example() -> None:
    chip = card(bytes.fromhex(EXAMPLE["resp_data"]) + b"\x90\x00")
    channel = open_with_bac(chip, EXAMPLE["mrz_information"], fixed_random())
    assert chip.commands[1].hex().upper() == "0082000028" + EXAMPLE["cmd_data"] + "28"
    ks_enc, ks_mac, counter = (bytes.fromhex(EXAMPLE[name]) for name in ("ks_enc", "ks_mac", "ssc"))
    command = Command(ins=0xA4, data=b"enciphered and sealed")
    expected = SecureChannel(TRIPLE_DES, ks_enc, ks_mac, counter).protect(command)
    assert channel.protect(command) == expected


def test_the_chip_understands_the_worked_example() -> None:
    keys = BacKeys.from_mrz_information(EXAMPLE["mrz_information"])
    rnd_ifd, rnd_ic, k_ifd = keys.unwrap(bytes.fromhex(EXAMPLE["cmd_data"]))
    assert [part.hex().upper() for part in (rnd_ifd, rnd_ic, k_ifd)] == [
        EXAMPLE["rnd_ifd"],
        EXAMPLE["rnd_ic"],
        EXAMPLE["k_ifd"],
    ]
    assert keys.wrap(rnd_ic, rnd_ifd, bytes.fromhex(EXAMPLE["k_ic"])).hex().upper() == EXAMPLE["resp_data"]
    assert session_channel(k_ifd, bytes.fromhex(EXAMPLE["k_ic"]), rnd_ifd, rnd_ic)._counter


@pytest.mark.parametrize("sw", ["6300", "6982", "6985", "63c2"])
def test_a_refusal_is_a_wrong_key(sw: str) -> None:
    with pytest.raises(WrongKeyError) as refused:
        open_with_bac(card(bytes.fromhex(sw)), EXAMPLE["mrz_information"])
    assert refused.value.tries_left == (2 if sw == "63c2" else None)


@pytest.mark.parametrize("sw", ["6d00", "6e00", "6a88"])
def test_a_chip_without_bac_is_told_apart(sw: str) -> None:
    with pytest.raises(AccessUnsupportedError):
        open_with_bac(card(bytes.fromhex(sw)), EXAMPLE["mrz_information"])


@pytest.mark.parametrize("first", ["6d00", "01029000"])
def test_a_chip_without_challenge_has_no_bac(first: str) -> None:
    with pytest.raises(AccessUnsupportedError):
        open_with_bac(card(b"\x90\x00", bytes.fromhex(first)), EXAMPLE["mrz_information"])


def test_a_chip_whose_proof_does_not_fit_is_not_believed() -> None:
    garbled = bytearray(bytes.fromhex(EXAMPLE["resp_data"]))
    garbled[0] ^= 1
    with pytest.raises(SessionLostError):
        open_with_bac(card(bytes(garbled) + b"\x90\x00"), EXAMPLE["mrz_information"])


def test_a_chip_that_answers_an_old_challenge_is_not_believed() -> None:
    with pytest.raises(SessionLostError):
        open_with_bac(card(bytes.fromhex(EXAMPLE["resp_data"]) + b"\x90\x00"), EXAMPLE["mrz_information"])


def test_an_answer_of_another_length_is_malformed() -> None:
    with pytest.raises(MalformedError):
        BacKeys.from_mrz_information(EXAMPLE["mrz_information"]).unwrap(bytes(39))
