"""The pseudo-random number of the integrated mapping, as the chip draws it (ICAO Doc 9303-11 clause 4.4.3.3.2)."""

from __future__ import annotations

import math

from devices.card_reader.virtual_card.ciphers import ChipCipher, CipherName

SHORT = ("a668892a7c41e3ca739f40b057d85904", "a4e136ac725f738b01c1f60217c188ad")
LONG = (
    "d463d65234124ef7897054986dca0a174e28df758cbaa03f240616414d5a1676",
    "54bd7255f0aaf831bec3423fcf39d69b6cbf066677d0faae5aadd99df8e53517",
)


def drawn(cipher: CipherName, nonce: bytes, terminal_nonce: bytes, prime: int) -> int:
    """A number below `prime` from the nonces of both ends."""
    next_key, next_part = (bytes.fromhex(text) for text in (SHORT if len(nonce) == 16 else LONG))
    parts = math.ceil((prime.bit_length() + 64) / (8 * len(nonce)))
    chain = _block(cipher, terminal_nonce, nonce)
    drawn_so_far = b""
    for _ in range(parts):
        drawn_so_far += _block(cipher, chain, next_part)
        chain = _block(cipher, chain, next_key)
    return int.from_bytes(drawn_so_far, "big") % prime


def _block(cipher: CipherName, key: bytes, plain: bytes) -> bytes:
    return ChipCipher(cipher, key[: cipher.key_length], b"").encrypt(plain)
