"""The commands an identity card is asked, byte by byte."""

from __future__ import annotations

import pytest

from devices.iso7816 import commands
from devices.iso7816.apdu import Command


@pytest.mark.parametrize(
    ("command", "raw"),
    [
        (commands.select_application(bytes.fromhex("A0000002471001")), "00a4040c07a0000002471001"),
        (commands.select_file(0x011D), "00a4020c02011d"),
        (commands.MASTER_FILE_FORMS[0], "00a4000c023f00"),
        (commands.read_short_file(0x0D, 223), "00b08d00df"),
        (commands.read_binary(0x7FFF, 16), "00b07fff10"),
        (commands.read_binary(0x8000, 16), "00b1000004540280 0010".replace(" ", "")),
        (commands.read_binary(0x10000, 16), "00b10000055403010000 10".replace(" ", "")),
        (commands.get_challenge(), "0084000008"),
        (commands.external_authenticate(b"\xaa", 40), "0082000001aa28"),
        (commands.internal_authenticate(bytes(8)), "0088000008000000000000000000"),
        (commands.set_authentication_template(0xC1, b"\xaa"), "0022c1a401aa"),
        (commands.general_authenticate(b"", last=False), "10860000027c0000"),
        (commands.general_authenticate(b"", last=True), "00860000027c0000"),
    ],
)
def test_a_command_is_these_bytes(command: Command, raw: str) -> None:
    assert command.encode().hex() == raw
