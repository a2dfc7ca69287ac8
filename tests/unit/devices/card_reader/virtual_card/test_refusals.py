"""What the chip refuses, and with which status word."""

from __future__ import annotations

import pytest

from devices.card_reader.virtual_card.card import VirtualCard
from devices.emrtd.errors import WrongKeyError
from devices.emrtd.secure_messaging import SecureMessaging
from devices.iso7816.apdu import Command, Response
from devices.iso7816.commands import read_short_file
from tests.helpers.personas import card, opened_with_bac, opened_with_pace, persona

SELECT = "00A4040C07A0000002471001"


def said(chip: VirtualCard, *commands: str) -> str:
    """The last status word."""
    answers = [chip.transmit(bytes.fromhex(command)) for command in commands]
    return answers[-1][-2:].hex().upper()


@pytest.mark.parametrize(
    ("command", "status"),
    [
        ("00A4", "6700"),
        ("00A404000500", "6700"),
        ("00A4040000000500", "6700"),
        ("00B0810000", "6A82"),
        ("00B0000000", "6986"),
        ("00B100000354010000", "6986"),
        ("00B1000002990000", "6A86"),
        ("00B1000002540500", "6A86"),
        ("0020000000", "6D00"),
        ("8020000000", "6E00"),
        ("00A4080C023F00", "6A86"),
        ("00A4040C0401020304", "6A82"),
        ("00A4020C020200", "6A82"),
        ("0022C1A4028005", "6A80"),
        ("0022C1A403800104", "6A80"),
        ("0022000003800104", "6A86"),
        ("002241A403800104", "6A80"),
        ("00860000027C0000", "6985"),
        ("0084000008", "6985"),
        ("0088000008" + "00" * 8 + "00", "6D00"),
        ("0CB0810000", "6982"),
    ],
)
def test_a_wrong_command_has_its_status_word(command: str, status: str) -> None:
    assert said(card(persona()), command) == status


def test_pace_with_an_unknown_password_or_protocol_is_refused() -> None:
    chip = card(persona())
    assert said(chip, "0022C1A40F800A04007F00070202040202830105") == "6A88"
    assert said(chip, "0022C1A40F800A04007F00070202040204830102") == "6A80"
    assert said(card(persona("hoang-van-chung")), "0022C1A40F800A04007F00070202040202830102") == "6A88"


@pytest.mark.parametrize(
    "data", ["7C02FF00", "30", "7C0381014", "7C04810204FF", "7C43814104" + "00" * 63 + "01"], ids=range(5)
)
def test_pace_with_a_spoiled_step_is_refused_and_starts_anew(data: str) -> None:
    raw = bytes.fromhex(data if len(data) % 2 == 0 else data + "0")
    chip = card(persona())
    said(chip, "0022C1A40F800A04007F00070202040202830102", "10860000027C0000")
    answer = chip.transmit(bytes.fromhex("10860000") + bytes([len(raw)]) + raw + b"\x00")
    assert answer == bytes.fromhex("6A80")
    assert said(chip, "10860000027C0000") == "6985"


def test_bac_without_a_challenge_or_with_another_length_is_refused() -> None:
    chip = card(persona())
    assert said(chip, SELECT, "0082000028" + "00" * 40 + "28") == "6985"
    assert said(chip, "0084000008", "0082000008" + "00" * 8 + "28") == "6700"
    assert said(chip, "0084000008", "0082000028" + "00" * 40 + "28") == "6300"


def test_bac_answers_to_another_challenge_are_refused() -> None:
    made = persona()
    with pytest.raises(WrongKeyError):
        opened_with_bac(card(made), persona("tran-thi-mai"))


@pytest.mark.parametrize(
    ("data", "status"),
    [("", "6987"), ("30", "6987"), ("8E08" + "00" * 8, "6988"), ("990290008E08" + "00" * 8, "6988")],
)
def test_a_spoiled_protected_command_ends_the_session(data: str, status: str) -> None:
    made = persona()
    chip = card(made)
    opened_with_pace(chip, made)
    raw = bytes.fromhex(data)
    command = bytes.fromhex("0CB08100") + (bytes([len(raw)]) + raw if raw else b"") + b"\x00"
    assert chip.transmit(command).hex().upper() == status
    assert chip.transmit(command).hex().upper() == "6982"


def opened() -> SecureMessaging:
    made = persona()
    return opened_with_pace(card(made), made)


def ask(connection: SecureMessaging, command: Command) -> int:
    return Response.decode(connection.transmit(command.encode())).sw


def test_under_secure_messaging_wrong_commands_are_refused_and_the_session_lives() -> None:
    session = opened()
    assert ask(session, Command(ins=0x88, data=bytes(7), ne=256)) == 0x6700
    assert ask(session, Command(ins=0xB1, p2=1, data=bytes.fromhex("540100"))) == 0x6700
    assert ask(session, Command(ins=0x22, p1=0x41, p2=0xA6, data=bytes.fromhex("9102FFFF"))) == 0x6A80
    assert ask(session, read_short_file(1, 4)) == 0x9000
    assert ask(session, Command(ins=0xB0, p1=0x7F, p2=0xFF, ne=8)) == 0x6B00


def test_chip_authentication_with_a_spoiled_key_is_refused() -> None:
    session = opened()
    template = Command(ins=0x22, p1=0x41, p2=0xA4, data=bytes.fromhex("800A04007F00070202030202"))
    for spoiled in ("7C00", "7C028000", "30"):
        assert ask(session, template) == 0x9000
        assert ask(session, Command(ins=0x86, data=bytes.fromhex(spoiled), ne=256)) == 0x6A80


def test_a_chip_without_active_or_chip_authentication_refuses_both() -> None:
    made = persona("on-van-yen")
    session = opened_with_bac(card(made), made)
    assert ask(session, Command(ins=0x88, data=bytes(8), ne=256)) == 0x6D00
    assert ask(session, Command(ins=0x22, p1=0x41, p2=0xA6, data=bytes.fromhex("9102FFFF"))) == 0x6A88
