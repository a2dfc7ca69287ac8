"""SELECT and READ BINARY on the chip's side."""

from __future__ import annotations

import hashlib

import pytest
from asn1crypto import cms

from devices.emrtd.secure_messaging import SecureMessaging
from devices.iso7816 import tlv
from devices.iso7816.apdu import Command, Response
from devices.iso7816.commands import read_binary, read_short_file, select_file
from devices.iso7816.connection import Connection
from tests.helpers.personas import card, opened_with_pace, persona

# The EF.CardAccess that every public reader of the Vietnamese card carries as a constant.
CARD_ACCESS_IN_THE_FIELD = (
    "3134300d060804007f0007020202020101300f060a04007f000702020302020201013012060a04007f0007020204020202010202010d"
)


def ask(connection: Connection, command: Command) -> Response:
    return Response.decode(connection.transmit(command.encode()))


def read_all(connection: Connection, short_id: int, block: int = 223) -> bytes:
    """A whole file in blocks, until the chip has no more."""
    content = ask(connection, read_short_file(short_id, block)).data
    while True:
        answer = ask(connection, read_binary(len(content), block))
        if not answer.data:
            return content
        content += tlv.read_only(answer.data, 0x53).value if len(content) > 0x7FFF else answer.data


def opened(**changes: object) -> SecureMessaging:
    made = persona(**changes)
    return opened_with_pace(card(made), made)


def test_select_of_the_master_file_answers_6d00_and_card_access_is_readable_all_the_same() -> None:
    chip = card(persona())
    assert chip.transmit(bytes.fromhex("00A4000C023F00")) == bytes.fromhex("6D00")
    assert chip.transmit(bytes.fromhex("00A4020C02011C")) == bytes.fromhex("9000")
    assert chip.transmit(bytes.fromhex("00B0000000")) == bytes.fromhex(CARD_ACCESS_IN_THE_FIELD + "9000")


def test_nothing_personal_is_readable_without_access() -> None:
    chip = card(persona())
    assert ask(chip, Command(cla=0, ins=0xA4, p1=4, p2=0xC, data=bytes.fromhex("A0000002471001"))).sw == 0x9000
    for short_id in (1, 2, 13, 14, 15, 0x1D, 0x1E):
        assert ask(chip, read_short_file(short_id, 10)).sw == 0x6982


def test_a_plain_command_ends_the_session() -> None:
    made = persona()
    chip = card(made)
    session = opened_with_pace(chip, made)
    assert ask(session, read_short_file(1, 4)).sw == 0x9000
    assert ask(chip, read_short_file(1, 4)).sw == 0x6982
    assert ask(chip, read_binary(0, 4)).sw == 0x6982


def test_a_changed_checksum_ends_the_session() -> None:
    made = persona()
    chip = card(made)
    session = opened_with_pace(chip, made)
    spoiled = bytearray(session._channel.protect(read_short_file(1, 4)).encode())
    spoiled[-2] ^= 1
    assert chip.transmit(bytes(spoiled)) == bytes.fromhex("6988")
    assert chip.transmit(bytes(spoiled)) == bytes.fromhex("6982")


def test_fingerprints_are_refused_and_absent_groups_are_not_found() -> None:
    session = opened()
    assert ask(session, select_file(0x0103)).sw == 0x6982
    assert ask(session, select_file(0x010B)).sw == 0x6A82


def test_223_plain_bytes_are_the_most_a_short_protected_answer_holds() -> None:
    session = opened()
    assert ask(session, read_short_file(2, 223)).sw == 0x9000
    assert ask(session, read_short_file(2, 224)).sw == 0x6700


def test_an_extended_answer_holds_a_whole_photo() -> None:
    answer = ask(opened(), read_short_file(2, 20_000))
    assert (answer.sw, answer.data[:1]) == (0x6282, b"\x75")
    assert len(answer.data) > 15_000


def test_a_short_only_chip_refuses_extended_commands() -> None:
    chip = card(persona(chip={"extended_length": False}))
    assert chip.transmit(bytes.fromhex("00B08100000400")) == b"\x67\x00"


@pytest.mark.parametrize(("kind", "status"), [("6700", 0x6700), ("6C", 0x6CA0)])
def test_a_chip_with_small_blocks_says_so(kind: str, status: int) -> None:
    session = opened(quirks={"largest_block": 0xA0, "too_large": kind})
    assert ask(session, read_short_file(2, 200)).sw == status
    assert len(ask(session, read_short_file(2, 0xA0)).data) == 0xA0


def test_bytes_beyond_32767_need_the_odd_instruction() -> None:
    content = read_all(opened(chip={"photo": "portrait-large.jpg"}), 2, 200)
    assert len(content) > 39_000
    assert int.from_bytes(content[2:4], "big") + 4 == len(content)


def test_the_security_object_signs_the_hash_of_every_group() -> None:
    session = opened()
    sod = read_all(session, 0x1D)
    content = cms.ContentInfo.load(sod[4:])["content"]["encap_content_info"]["content"].native
    for short_id in (1, 13, 14, 15):
        assert hashlib.sha256(read_all(session, short_id)).digest() in content
