"""PACE against the worked examples of ICAO Doc 9303-11 appendix G, and its refusals."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from devices.emrtd.chip_authentication import check_mapping
from devices.emrtd.cipher_suites import AES_128
from devices.emrtd.domain_parameters import DH_PARAMETERS, ECDH_PARAMETERS, standardized_group
from devices.emrtd.errors import AccessUnsupportedError, SessionLostError, WrongKeyError
from devices.emrtd.groups import KeyAgreementGroup, map_generically
from devices.emrtd.integrated_mapping import map_integrated, pseudo_random
from devices.emrtd.key_derivation import password_from_can, password_from_mrz
from devices.emrtd.lds.security_infos import ChipAuthenticationKey, SecurityInfos
from devices.emrtd.mrz import mrz_information
from devices.emrtd.oids import PACE
from devices.emrtd.pace import Pace, PaceTerminal, Password, PasswordReference, mapping_iv
from devices.emrtd.secure_messaging import SecureChannel
from devices.iso7816.apdu import Command
from devices.iso7816.errors import MalformedError, StatusError
from tests.helpers.authorities import integer, key_info
from tests.helpers.personas import card, opened_with_pace, persona, run_pace
from tests.helpers.scripted_card import AnsweringCard, ScriptedCard
from tests.helpers.vectors import exchanges, vector


def fixed_keys(*keys: str) -> Callable[[KeyAgreementGroup], int]:
    """The private keys of a worked example, one after the other."""
    waiting = [int(key, 16) for key in keys]
    return lambda _group: waiting.pop(0)


def play(name: str, script: list[tuple[str, str]]) -> tuple[Pace, ScriptedCard]:
    """Run the terminal of a worked example against `script`."""
    example = vector(name)
    card = ScriptedCard(script)
    group = standardized_group(example["parameter_id"])
    if "can" in example:
        nonce = bytes.fromhex(example["terminal_nonce"])
        keys = fixed_keys(example["terminal_private"])
        terminal = PaceTerminal(card, PACE[example["oid"]], group, keys, lambda _length: nonce)
        return terminal.open(
            Password(reference=PasswordReference.CAN, secret=password_from_can(example["can"]))
        ), card
    keys = fixed_keys(example["terminal_mapping_private"], example["terminal_private"])
    terminal = PaceTerminal(card, PACE[example["oid"]], group, keys)
    dates = (example.get("date_of_birth", ""), example.get("date_of_expiry", ""))
    information = example.get("mrz_information") or mrz_information(example["document_number"], *dates)
    password = Password(reference=PasswordReference.MRZ, secret=password_from_mrz(information))
    return terminal.open(password), card


@pytest.mark.parametrize("name", ["ecdh_gm", "dh_gm", "ecdh_cam", "ecdh_im", "dh_im"])
def test_the_terminal_sends_every_byte_of_the_worked_example(name: str) -> None:
    _, card = play(f"icao/pace_{name}", exchanges(f"icao/pace_{name}"))
    assert card.is_done


@pytest.mark.parametrize("name", ["icao/pace_ecdh_gm", "icao/pace_dh_gm"])
def test_the_mapped_generator_and_the_secret_are_those_of_the_worked_example(name: str) -> None:
    example = vector(name)
    group = standardized_group(example["parameter_id"])
    terminal, chip = (int(example[f"{side}_mapping_private"], 16) for side in ("terminal", "chip"))
    shared = group.multiply(group.multiply(group.generator, chip), terminal)
    generator = map_generically(group, bytes.fromhex(example["nonce"]), shared)
    assert group.encode(generator).hex().upper() == example["mapped_generator"]
    terminal, chip = (int(example[f"{side}_private"], 16) for side in ("terminal", "chip"))
    secret = group.secret(group.multiply(group.multiply(generator, chip), terminal))
    assert secret.hex().upper() == example["shared_secret"]


@pytest.mark.parametrize("name", ["icao/pace_ecdh_gm", "icao/pace_ecdh_im", "icao/pace_dh_im"])
def test_the_channel_has_the_keys_of_the_worked_example(name: str) -> None:
    example = vector(name)
    channel = play(name, exchanges(name))[0].channel
    keys = bytes.fromhex(example["ks_enc"]), bytes.fromhex(example["ks_mac"])
    command = Command(ins=0xA4, data=b"enciphered and sealed")
    assert channel.protect(command) == SecureChannel(AES_128, *keys).protect(command)


def changed(step: int, answer: str) -> list[tuple[str, str]]:
    """The script of appendix G.1 with another answer at one step."""
    script = exchanges("icao/pace_ecdh_gm")
    script[step] = (script[step][0], answer)
    return script


@pytest.mark.parametrize("sw", ["6300", "63c1", "6982", "6985", "6a80"])
def test_a_refused_token_is_a_wrong_key(sw: str) -> None:
    with pytest.raises(WrongKeyError) as refused:
        play("icao/pace_ecdh_gm", changed(4, sw))
    assert refused.value.tries_left == (1 if sw == "63c1" else None)
    assert str(refused.value) == "PACE-MRZ"


@pytest.mark.parametrize("sw", ["6a80", "6a88", "6d00"])
def test_a_protocol_or_password_the_chip_does_not_know_is_told_apart(sw: str) -> None:
    with pytest.raises(AccessUnsupportedError):
        play("icao/pace_ecdh_gm", changed(0, sw))


def test_a_warning_of_few_tries_left_is_no_refusal() -> None:
    _, card = play("icao/pace_ecdh_gm", changed(0, "63c1"))
    assert card.is_done


@pytest.mark.parametrize("step", [1, 2, 3, 4])
def test_a_step_the_chip_ends_with_an_error_names_it(step: int) -> None:
    with pytest.raises(StatusError, match="PACE"):
        play("icao/pace_ecdh_gm", changed(step, "6f00"))


@pytest.mark.parametrize("answer", ["9000", "7c009000", "7c0280019000", "300080009000", "7c038101009000"])
def test_a_nonce_that_breaks_the_grammar_is_malformed(answer: str) -> None:
    with pytest.raises(MalformedError):
        play("icao/pace_ecdh_gm", changed(1, answer))


def test_a_point_that_is_not_on_the_curve_is_malformed() -> None:
    with pytest.raises(MalformedError, match="public key"):
        play("icao/pace_ecdh_gm", changed(2, "7c438241" + "04" + "01" * 64 + "9000"))


def test_our_own_key_sent_back_is_malformed() -> None:
    script = exchanges("icao/pace_ecdh_gm")
    mirrored = script[3][0][10:-2].replace("7c438341", "7c438441").replace("7C438341", "7C438441")
    with pytest.raises(MalformedError, match="public key"):
        play("icao/pace_ecdh_gm", changed(3, mirrored + "9000"))


def test_a_chip_whose_token_does_not_fit_is_not_believed() -> None:
    with pytest.raises(SessionLostError, match="token"):
        play("icao/pace_ecdh_gm", changed(4, "7c0a86080000000000000000" + "9000"))


@pytest.mark.parametrize("cipher", ["3DES", "AES-128", "AES-192", "AES-256"])
@pytest.mark.parametrize("parameter_id", sorted(ECDH_PARAMETERS))
def test_every_standardised_curve_opens_with_every_cipher(parameter_id: int, cipher: str) -> None:
    made = persona(chip={"pace": {"mapping": "ECDH-GM", "cipher": cipher, "parameter_id": parameter_id}})
    assert opened_with_pace(card(made), made)


@pytest.mark.parametrize("cipher", ["3DES", "AES-128", "AES-192", "AES-256"])
@pytest.mark.parametrize("parameter_id", sorted(DH_PARAMETERS))
def test_every_standardised_modp_group_opens_with_every_cipher(parameter_id: int, cipher: str) -> None:
    made = persona(chip={"pace": {"mapping": "DH-GM", "cipher": cipher, "parameter_id": parameter_id}})
    assert opened_with_pace(card(made), made)


def test_the_mapping_proof_of_appendix_i_holds_against_the_chips_static_key() -> None:
    example = vector("icao/pace_ecdh_cam")
    pace, _ = play("icao/pace_ecdh_cam", exchanges("icao/pace_ecdh_cam"))
    assert pace.chip_authentication_data.hex().upper() == example["chip_authentication_data"]
    iv = mapping_iv(PACE[example["oid"]].suite, bytes.fromhex(example["ks_enc"]))
    assert iv.hex().upper() == example["chip_authentication_data_iv"]
    info = key_info(integer(13), bytes.fromhex(example["chip_static_key"]), "0.4.0.127.0.7.1.2")
    check_mapping(
        pace, SecurityInfos(chip_authentication_keys=(ChipAuthenticationKey(key_id=None, public_key=info),))
    )


@pytest.mark.parametrize("cipher", ["AES-128", "AES-192", "AES-256"])
def test_chip_authentication_mapping_brings_its_proof(cipher: str) -> None:
    made = persona(chip={"pace": {"mapping": "ECDH-CAM", "cipher": cipher, "parameter_id": 13}})
    assert len(run_pace(card(made), made).chip_authentication_data) == 32


def test_the_mrz_is_a_password_too() -> None:
    made = persona()
    assert run_pace(card(made), made, can="")


def set_templates(answers: list[str], *, named: bool) -> list[str]:
    """The templates a chip is sent that gives these answers to them, until PACE goes on or is given up."""
    waiting = list(answers)
    chip = AnsweringCard(lambda command: bytes.fromhex(waiting.pop(0) if command[1] == 0x22 else "6f00"))
    terminal = PaceTerminal(chip, PACE["0.4.0.127.0.7.2.2.4.2.2"], standardized_group(13))
    with pytest.raises(StatusError if answers[-1] == "9000" else AccessUnsupportedError):
        terminal.open(Password(reference=PasswordReference.CAN, secret=b"123456"), 13, named=named)
    return ["84010d" * command.hex().endswith("84010d") for command in chip.commands if command[1] == 0x22]


@pytest.mark.parametrize("sw", ["6a80", "6a86", "6a87", "6a88"])
def test_a_template_refused_for_its_parameters_is_sent_once_more_the_other_way(sw: str) -> None:
    for named, both in ((True, ["84010d", ""]), (False, ["", "84010d"])):
        assert set_templates([sw, "9000"], named=named) == both
        assert set_templates([sw, sw], named=named) == both


def test_a_template_refused_for_another_reason_is_not_sent_again() -> None:
    assert set_templates(["6d00"], named=True) == ["84010d"]


@pytest.mark.parametrize("cipher", ["3DES", "AES-128", "AES-192", "AES-256"])
@pytest.mark.parametrize("parameter_id", sorted(ECDH_PARAMETERS - {10}))
def test_the_integrated_mapping_opens_on_every_curve_with_every_cipher(parameter_id: int, cipher: str) -> None:
    made = persona(chip={"pace": {"mapping": "ECDH-IM", "cipher": cipher, "parameter_id": parameter_id}})
    assert opened_with_pace(card(made), made)


@pytest.mark.parametrize("cipher", ["3DES", "AES-128", "AES-192", "AES-256"])
@pytest.mark.parametrize("parameter_id", sorted(DH_PARAMETERS))
def test_the_integrated_mapping_opens_in_every_modp_group_with_every_cipher(parameter_id: int, cipher: str) -> None:
    made = persona(chip={"pace": {"mapping": "DH-IM", "cipher": cipher, "parameter_id": parameter_id}})
    assert opened_with_pace(card(made), made)


@pytest.mark.parametrize("name", ["icao/pace_ecdh_im", "icao/pace_dh_im"])
def test_the_generator_of_the_integrated_mapping_is_that_of_appendix_h(name: str) -> None:
    example = vector(name)
    group, suite = standardized_group(example["parameter_id"]), PACE[example["oid"]].suite
    nonces = bytes.fromhex(example["nonce"]), bytes.fromhex(example["terminal_nonce"])
    assert pseudo_random(suite, *nonces, group.prime) == int(example["pseudo_random"], 16)
    assert group.encode(map_integrated(group, suite, *nonces)).hex().upper() == example["mapped_generator"]


def test_what_the_integrated_mapping_cannot_map_is_malformed() -> None:
    suite = PACE["0.4.0.127.0.7.2.2.4.4.4"].suite
    with pytest.raises(MalformedError, match="nonce"):
        pseudo_random(suite, bytes(16), bytes(32), 23)
    for group, number in ((standardized_group(10), 5), (standardized_group(13), 0), (standardized_group(0), 0)):
        with pytest.raises(MalformedError):
            group.element(number)


@pytest.mark.parametrize("proof", ["absent", "cut"])
def test_a_mapping_proof_that_cannot_be_read_leaves_the_chip_open(proof: str) -> None:
    made = persona(
        chip={"pace": {"mapping": "ECDH-CAM", "cipher": "AES-128", "parameter_id": 13}},
        quirks={"mapping_proof": proof},
    )
    assert run_pace(card(made), made).chip_authentication_data == b""
