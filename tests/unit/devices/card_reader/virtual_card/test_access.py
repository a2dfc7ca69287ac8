"""PACE and BAC against the chip's side, with the terminal's own code."""

from __future__ import annotations

import pytest

from devices.emrtd.errors import AccessUnsupportedError, WrongKeyError
from devices.emrtd.secure_messaging import SecureMessaging
from devices.iso7816.commands import read_short_file, select_application
from devices.iso7816.errors import StatusError
from tests.helpers.personas import AID, card, opened_with_bac, opened_with_pace, persona, run_pace

CURVES = (8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18)
SUITES = ("3DES", "AES-128", "AES-192", "AES-256")


@pytest.mark.parametrize("parameter_id", CURVES)
def test_pace_with_generic_mapping_opens_on_every_standard_curve(parameter_id: int) -> None:
    made = persona(chip={"pace": {"mapping": "ECDH-GM", "cipher": "AES-128", "parameter_id": parameter_id}})
    assert opened_with_pace(card(made), made).transmit(read_short_file(1, 4).encode())[:2] == b"\x61\x5d"


@pytest.mark.parametrize("cipher", SUITES)
def test_pace_opens_with_every_cipher(cipher: str) -> None:
    made = persona(chip={"pace": {"mapping": "ECDH-GM", "cipher": cipher, "parameter_id": 13}})
    assert opened_with_pace(card(made), made).transmit(read_short_file(1, 4).encode())[-2:] == b"\x90\x00"


@pytest.mark.parametrize("parameter_id", [0, 1, 2])
def test_pace_opens_over_the_modp_groups(parameter_id: int) -> None:
    made = persona(chip={"pace": {"mapping": "DH-GM", "cipher": "AES-128", "parameter_id": parameter_id}})
    assert opened_with_pace(card(made), made).transmit(read_short_file(1, 4).encode())[-2:] == b"\x90\x00"


def test_pace_opens_with_the_mrz_as_password() -> None:
    made = persona()
    chip = card(made)
    channel = run_pace(chip, made, can="").channel
    assert SecureMessaging(chip, channel).transmit(select_application(AID).encode()) == b"\x90\x00"


def test_pace_with_chip_authentication_mapping_gives_a_proof() -> None:
    made = persona(chip={"pace": {"mapping": "ECDH-CAM", "cipher": "AES-128", "parameter_id": 13}})
    assert len(run_pace(card(made), made).chip_authentication_data) == 32


def test_a_wrong_can_is_refused() -> None:
    made = persona()
    with pytest.raises(WrongKeyError):
        run_pace(card(made), made, can="000000")


def test_bac_opens_with_the_printed_zone() -> None:
    made = persona("hoang-van-chung")
    assert opened_with_bac(card(made), made).transmit(read_short_file(13, 100).encode())[-2:] == b"\x90\x00"


def test_a_card_without_bac_answers_6a88() -> None:
    made = persona(chip={"bac": False})
    with pytest.raises((StatusError, AccessUnsupportedError)):
        opened_with_bac(card(made), made)


def test_a_stubborn_chip_refuses_the_right_can_after_a_wrong_one_until_it_is_reset() -> None:
    made = persona(quirks={"stubborn": True})
    chip = card(made)
    with pytest.raises(WrongKeyError):
        run_pace(chip, made, can="000000")
    with pytest.raises((StatusError, AccessUnsupportedError)):
        run_pace(chip, made)
    chip.reset()
    assert run_pace(chip, made).channel
