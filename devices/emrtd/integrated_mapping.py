"""The integrated mapping of PACE (ICAO Doc 9303-11 clause 4.4.3.3.2 and appendix B): both nonces become a generator.

A pseudo-random number is made of the chip's nonce and the terminal's, and the group turns it into an element whose
logarithm nobody knows. The other mappings are in `groups` and `pace`.
"""

from __future__ import annotations

from typing import Final

from devices.emrtd.cipher_suites import CipherSuite
from devices.emrtd.groups import Element, KeyAgreementGroup
from devices.iso7816.errors import MalformedError

_SPARE_BITS: Final = 64
"""So much longer than the prime the number is before it is reduced, that its bias does not matter."""
_CONSTANTS: Final = {
    16: (
        bytes.fromhex("a668892a7c41e3ca739f40b057d85904"),
        bytes.fromhex("a4e136ac725f738b01c1f60217c188ad"),
    ),
    32: (
        bytes.fromhex("d463d65234124ef7897054986dca0a174e28df758cbaa03f240616414d5a1676"),
        bytes.fromhex("54bd7255f0aaf831bec3423fcf39d69b6cbf066677d0faae5aadd99df8e53517"),
    ),
}
"""c0 and c1 by the bytes of one output: 16 for 3DES and AES-128, 32 for AES-192 and AES-256."""


def map_integrated(group: KeyAgreementGroup, suite: CipherSuite, nonce: bytes, terminal_nonce: bytes) -> Element:
    """The generator; `terminal_nonce` is as long as a key. Raises `MalformedError` for a nonce of another length."""
    return group.element(pseudo_random(suite, nonce, terminal_nonce, group.prime))


def pseudo_random(suite: CipherSuite, nonce: bytes, terminal_nonce: bytes, prime: int) -> int:
    """R_p(s, t): a number below the prime. Raises `MalformedError` for a nonce of another length."""
    size = 16 if suite.key_length == 16 else 32
    if len(nonce) != size:
        raise MalformedError("nonce length")
    for_key, for_number = _CONSTANTS[size]
    key = suite.encrypt(terminal_nonce, nonce)
    number = b""
    while len(number) * 8 < prime.bit_length() + _SPARE_BITS:
        key = key[: suite.key_length]
        number += suite.encrypt(key, for_number)
        key = suite.encrypt(key, for_key)
    return int.from_bytes(number, "big") % prime
