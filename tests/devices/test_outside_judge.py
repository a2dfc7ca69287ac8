"""OpenPACE, written by others, opens our virtual card and reads it: the judge outside our own two sides."""

from __future__ import annotations

import hashlib

import pytest

from devices.card_reader.virtual_card.mrz import mrz_lines
from tests.helpers.openpace import OutsideTerminal, library
from tests.helpers.personas import AID, card, persona

pytestmark = [
    pytest.mark.real("libeac3"),
    pytest.mark.skipif(library() is None, reason="libeac3 is not installed"),
]
ARC = bytes.fromhex("04007F0007020204")
PROFILES = [
    ("ECDH-GM", "AES-128", 13),
    ("ECDH-GM", "AES-192", 16),
    ("ECDH-GM", "AES-256", 17),
    ("ECDH-GM", "3DES", 13),
    ("ECDH-GM", "AES-128", 12),
    ("ECDH-GM", "AES-128", 10),
    ("ECDH-GM", "AES-128", 15),
    ("ECDH-GM", "AES-256", 18),
    ("ECDH-GM", "AES-128", 14),
    ("DH-GM", "AES-128", 0),
    ("DH-GM", "AES-128", 1),
    ("DH-GM", "AES-128", 2),
]


@pytest.mark.parametrize(("mapping", "cipher", "parameter_id"), PROFILES)
def test_openpace_opens_the_virtual_card_and_reads_its_zone(mapping: str, cipher: str, parameter_id: int) -> None:
    try:
        opened_and_read(mapping, cipher, parameter_id)
    except AssertionError:
        # OpenPACE drops the leading zero bytes of a Diffie-Hellman secret, which ICAO 9303-11 keeps: one run in a
        # hundred its token differs. The next run has other secrets. Curves have no such case.
        if mapping != "DH-GM":
            raise
        opened_and_read(mapping, cipher, parameter_id)


def opened_and_read(mapping: str, cipher: str, parameter_id: int) -> None:
    """The judge opens a fresh card of this profile and reads its machine readable zone."""
    made = persona(chip={"pace": {"mapping": mapping, "cipher": cipher, "parameter_id": parameter_id}})
    chip = card(made)
    chip.transmit(bytes.fromhex("00A4020C02011C"))
    card_access = chip.transmit(bytes.fromhex("00B0000000"))[:-2]
    terminal = OutsideTerminal(chip.transmit, card_access, made.holder.personal_number[-6:])
    branch = {"DH-GM": 1, "ECDH-GM": 2}[mapping]
    number = {"3DES": 1, "AES-128": 2, "AES-192": 3, "AES-256": 4}[cipher]
    terminal.open(ARC + bytes([branch, number]))
    assert terminal.ask(b"\x00\xa4\x04\x0c", AID) == (b"", 0x9000)
    zone, status = terminal.ask(b"\x00\xb0\x81\x00", le=95)
    assert (status, zone[5:]) == (0x9000, "".join(mrz_lines(made.holder)).encode())


def test_openpace_reads_the_signed_hash_of_what_it_read() -> None:
    made = persona()
    chip = card(made)
    chip.transmit(bytes.fromhex("00A4020C02011C"))
    terminal = OutsideTerminal(chip.transmit, chip.transmit(bytes.fromhex("00B0000000"))[:-2], "012345")
    terminal.open(ARC + bytes([2, 2]))
    terminal.ask(b"\x00\xa4\x04\x0c", AID)
    zone, _ = terminal.ask(b"\x00\xb0\x81\x00", le=95)
    sod = b""
    while len(sod) < 1000:
        block, _ = (
            terminal.ask(b"\x00\xb0" + len(sod).to_bytes(2, "big"), le=200)
            if sod
            else terminal.ask(b"\x00\xb0\x9d\x00", le=200)
        )
        sod += block
    assert hashlib.sha256(zone).digest() in sod


def test_openpace_with_a_wrong_can_is_refused_at_the_last_step() -> None:
    chip = card(persona())
    chip.transmit(bytes.fromhex("00A4020C02011C"))
    terminal = OutsideTerminal(chip.transmit, chip.transmit(bytes.fromhex("00B0000000"))[:-2], "999999")
    with pytest.raises(AssertionError, match="6300"):
        terminal.open(ARC + bytes([2, 2]))
