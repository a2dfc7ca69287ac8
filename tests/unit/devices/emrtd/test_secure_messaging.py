"""Secure messaging against ICAO Doc 9303-11 appendix D.4, against the chip's end, and against tampering."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from devices.emrtd.cipher_suites import AES_128, AES_192, AES_256, TRIPLE_DES, CipherSuite, pad
from devices.emrtd.errors import SessionLostError
from devices.emrtd.secure_messaging import SecureChannel, SecureMessaging
from devices.iso7816 import tlv
from devices.iso7816.apdu import Command, Response
from tests.helpers.chip_end import ChipEnd
from tests.helpers.scripted_card import AnsweringCard, ScriptedCard
from tests.helpers.vectors import exchanges, vector

SUITES = (TRIPLE_DES, AES_128, AES_192, AES_256)
READ = Command(ins=0xB0, ne=4)


def ends(suite: CipherSuite = AES_128) -> tuple[SecureChannel, ChipEnd]:
    """Terminal and chip with the same keys."""
    keys = bytes(range(suite.key_length)), bytes(range(1, suite.key_length + 1))
    return SecureChannel(suite, *keys), ChipEnd(suite, *keys)


def test_every_byte_of_appendix_d4() -> None:
    example = vector("icao/bac")
    card = ScriptedCard(exchanges("icao/bac"))
    keys = bytes.fromhex(example["ks_enc"]), bytes.fromhex(example["ks_mac"])
    secure = SecureMessaging(card, SecureChannel(TRIPLE_DES, *keys, bytes.fromhex(example["ssc"])))
    for each in example["exchange"]:
        assert secure.transmit(bytes.fromhex(each["plain_command"])).hex().upper() == each["plain_response"]
    assert card.is_done


@given(
    suite=st.sampled_from(SUITES),
    ins=st.sampled_from([0xA4, 0xB0, 0xB1]),
    data=st.binary(max_size=300),
    ne=st.sampled_from([0, 1, 223, 256, 257, 2048, 65_536]),
    answer=st.binary(max_size=300),
)
def test_both_ends_understand_each_other(suite: CipherSuite, ins: int, data: bytes, ne: int, answer: bytes) -> None:
    assume(data or ne)  # with neither, ISO and ICAO pad the header differently; nothing that reads a card sends it
    terminal, chip = ends(suite)
    command = Command(ins=ins, p1=1, p2=2, data=data, ne=ne)
    for _ in range(2):
        heard = chip.open(terminal.protect(command))
        assert (heard.header, heard.data, heard.ne) == (command.header, data, ne)
        sealed = chip.seal(Response(data=answer, sw=0x9000))
        assert terminal.unprotect(sealed) == Response(data=answer, sw=0x9000)


@pytest.mark.parametrize("suite", SUITES, ids=lambda suite: suite.name)
def test_a_short_answer_of_223_bytes_just_fits_a_short_apdu(suite: CipherSuite) -> None:
    terminal, chip = ends(suite)
    chip.open(terminal.protect(Command(ins=0xB0, ne=223)))
    assert len(chip.seal(Response(data=bytes(223), sw=0x9000)).data) <= 256


def test_an_odd_instruction_travels_without_padding_indicator() -> None:
    terminal, _ = ends()
    protected = terminal.protect(Command(ins=0xB1, data=b"\x54\x02\x80\x00", ne=16))
    assert protected.data[0] == 0x85


@pytest.mark.parametrize("raw", ["6982", "9000", "990290009000", "8e0811223344556677889000", "99019000"])
def test_an_unprotected_answer_ends_the_session(raw: str) -> None:
    terminal, _ = ends()
    terminal.protect(READ)
    with pytest.raises(SessionLostError) as lost:
        terminal.unprotect(Response.decode(bytes.fromhex(raw)))
    assert lost.value.sw == int(raw[-4:], 16)


def test_a_changed_answer_ends_the_session() -> None:
    terminal, chip = ends()
    chip.open(terminal.protect(READ))
    answer = bytearray(chip.seal(Response(data=b"data", sw=0x9000)).encode())
    answer[4] ^= 1
    with pytest.raises(SessionLostError, match="checksum"):
        terminal.unprotect(Response.decode(bytes(answer)))


def sealed_answer(*objects: bytes) -> Response:
    """An answer with those objects and a right checksum, whatever they are."""
    channel, _ = ends()
    channel.protect(READ)
    channel._step()
    covered = b"".join(objects)
    return Response(data=covered + tlv.encode(0x8E, channel._seal(covered)), sw=0x9000)


@pytest.mark.parametrize(
    "ciphered",
    [b"\x02" + bytes(16), b"\x01" + bytes(15), b"\x01", b""],
    ids=["wrong indicator", "half a block", "no block", "nothing"],
)
def test_a_sealed_answer_with_a_broken_cryptogram_ends_the_session(ciphered: bytes) -> None:
    terminal, _ = ends()
    terminal.protect(READ)
    answer = sealed_answer(tlv.encode(0x87, ciphered), tlv.encode(0x99, b"\x90\x00"))
    with pytest.raises(SessionLostError):
        terminal.unprotect(answer)


def test_a_cryptogram_without_padding_inside_ends_the_session() -> None:
    terminal, _ = ends()
    terminal.protect(READ)
    key = bytes(range(16))
    iv = AES_128.encrypt(key, (2).to_bytes(16, "big"))
    ciphered = b"\x01" + AES_128.encrypt(key, bytes(16), iv)
    with pytest.raises(SessionLostError, match="padding"):
        terminal.unprotect(sealed_answer(tlv.encode(0x87, ciphered), tlv.encode(0x99, b"\x90\x00")))


@pytest.mark.parametrize(
    "objects",
    [
        [tlv.encode(0x99, b"\x90\x00"), tlv.encode(0x99, b"\x90\x00")],
        [tlv.encode(0x99, b"\x90\x00"), tlv.encode(0x42)],
        [tlv.encode(0x8E, bytes(8)), tlv.encode(0x99, b"\x90\x00")],
    ],
    ids=["twice", "unknown", "behind the checksum"],
)
def test_objects_that_do_not_belong_there_end_the_session(objects: list[bytes]) -> None:
    terminal, _ = ends()
    terminal.protect(READ)
    with pytest.raises(SessionLostError, match="objects"):
        terminal.unprotect(sealed_answer(*objects))


def test_the_padding_of_the_header_is_part_of_the_seal() -> None:
    assert pad(b"\x0c\xb0\x00\x00", 8).hex() == "0cb0000080000000"


def test_a_session_is_a_connection() -> None:
    terminal, chip = ends()

    def answer(command: bytes) -> bytes:
        heard = chip.open(Command.decode(command))
        return chip.seal(Response(data=bytes(heard.ne), sw=0x9000)).encode()

    assert SecureMessaging(AnsweringCard(answer), terminal).transmit(READ.encode()) == bytes(4) + b"\x90\x00"
