"""Whatever is sent to the chip, it answers with a status word and never breaks."""

from __future__ import annotations

import random

import pytest

from tests.helpers.personas import card, opened_with_pace, persona, shipped_personas

INSTRUCTIONS = bytes.fromhex("A4B0B12286848288")
CASES = 1500


def spoiled(chance: random.Random) -> bytes:
    """A command of the chip's own instructions with anything in it, or plain noise."""
    if chance.random() < 0.1:
        return chance.randbytes(chance.randrange(12))
    cla = chance.choice([0x00, 0x0C, 0x10, 0x1C, 0x80])
    p1p2 = chance.choice([b"\xc1\xa4", b"\x41\xa4", b"\x41\xa6", b"\x00\x00", b"\x81\x00", chance.randbytes(2)])
    head = bytes([cla, chance.choice(INSTRUCTIONS)]) + p1p2
    tags = [b"\x7c", b"\x80", b"\x83", b"\x54", b"\x87", b"\x8e", b"\x97", b"\x91", b"\x06"]
    body = b"".join(
        chance.choice(tags) + bytes([size]) + chance.randbytes(size)
        for size in (chance.randrange(20) for _ in range(chance.randrange(4)))
    )
    size = bytes([len(body)]) if chance.random() < 0.7 else b"\x00" + len(body).to_bytes(2, "big")
    return head + (size + body if body else b"") + chance.choice([b"", b"\x00", b"\x08", b"\x00\x00"])


@pytest.mark.parametrize("name", ["nguyen-van-an", "hoang-van-chung", "duong-van-sang", "ha-van-ung"])
def test_any_command_gets_a_status_word(name: str) -> None:
    chance = random.Random(name)
    chip = card(shipped_personas().persona(name))
    for _ in range(CASES):
        answer = chip.transmit(spoiled(chance))
        assert len(answer) >= 2
        assert answer[-2] & 0xF0 in (0x60, 0x90)


def test_any_protected_command_gets_a_status_word_or_ends_the_session() -> None:
    chance = random.Random(3)
    made = persona()
    chip = card(made)
    for _ in range(40):
        opened_with_pace(chip, made)
        for _ in range(10):
            raw = spoiled(chance)
            assert len(chip.transmit(raw[:1] and bytes([raw[0] | 0x0C]) + raw[1:])) >= 2
        chip.reset()
