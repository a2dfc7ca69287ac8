"""Command and response APDUs in both forms (ISO/IEC 7816-4 clause 5)."""

from __future__ import annotations

import pytest

from devices.iso7816.apdu import Command, Response
from devices.iso7816.errors import MalformedError

CASES = [
    ("00a40000", Command(ins=0xA4)),
    ("00b0000004", Command(ins=0xB0, ne=4)),
    ("00b0000000", Command(ins=0xB0, ne=256)),
    ("00a4020c02011e", Command(ins=0xA4, p1=2, p2=0x0C, data=b"\x01\x1e")),
    ("0088000001aa00", Command(ins=0x88, data=b"\xaa", ne=256)),
    ("00b00000000101", Command(ins=0xB0, ne=257)),
    ("00b00000000000", Command(ins=0xB0, ne=65_536)),
    ("00a400000000020102", Command(ins=0xA4, data=b"\x01\x02", extended=True)),
    ("00a4000000000201020010", Command(ins=0xA4, data=b"\x01\x02", ne=16, extended=True)),
]


@pytest.mark.parametrize(("raw", "command"), CASES)
def test_a_command_is_written_in_the_shortest_form_that_fits(raw: str, command: Command) -> None:
    assert command.encode().hex() == raw


@pytest.mark.parametrize(("raw", "command"), CASES)
def test_a_command_is_read_back(raw: str, command: Command) -> None:
    read = Command.decode(bytes.fromhex(raw))
    assert (read.header, read.data, read.ne) == (command.header, command.data, command.ne)
    assert read.is_extended == command.is_extended


def test_an_extended_command_with_neither_data_nor_answer_is_its_header() -> None:
    assert Command(ins=0xA4, extended=True).encode() == b"\x00\xa4\x00\x00"


@pytest.mark.parametrize(
    "raw", ["", "00a400", "00a40000020a", "00a4000001aabbcc", "00a400000000", "00a40000000000ff00"]
)
def test_lengths_that_do_not_fit_are_malformed(raw: str) -> None:
    with pytest.raises(MalformedError):
        Command.decode(bytes.fromhex(raw))


@pytest.mark.parametrize("command", [Command(ins=0xA4, data=bytes(65_536)), Command(ins=0xB0, ne=65_537)])
def test_nothing_longer_than_an_extended_command_is_written(command: Command) -> None:
    with pytest.raises(ValueError, match="extended"):
        command.encode()


def test_a_response_is_data_and_status_word() -> None:
    response = Response.decode(b"\x01\x02\x90\x00")
    assert (response.data, response.sw) == (b"\x01\x02", 0x9000)
    assert response.encode() == b"\x01\x02\x90\x00"


@pytest.mark.parametrize("raw", [b"", b"\x90", bytes(65_539)])
def test_a_response_without_room_for_a_status_word_is_malformed(raw: bytes) -> None:
    with pytest.raises(MalformedError):
        Response.decode(raw)


def test_no_data_shows_in_a_repr() -> None:
    assert "secret" not in repr(Command(ins=0xA4, data=b"secret")) + repr(Response(data=b"secret", sw=0x9000))
