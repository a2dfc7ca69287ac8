"""Key derivation of ICAO Doc 9303-11 clause 9.7.1: KDF(K, c) = the first bytes of H(K || c).

SHA-1 for 3DES and AES-128, SHA-256 for AES-192 and AES-256. 3DES keys get odd parity as the worked examples do.
"""

from __future__ import annotations

import hashlib
from typing import Final

from devices.emrtd.cipher_suites import CipherSuite

ENCRYPTION: Final = 1
CHECKSUM: Final = 2
PASSWORD: Final = 3


def derive(suite: CipherSuite, secret: bytes, counter: int) -> bytes:
    """The key for `counter` (ENCRYPTION, CHECKSUM or PASSWORD), `suite.key_length` bytes."""
    digest = hashlib.sha1 if suite.key_length == 16 else hashlib.sha256
    key = digest(secret + counter.to_bytes(4, "big")).digest()[: suite.key_length]
    return odd_parity(key) if suite.block_length == 8 else key


def odd_parity(key: bytes) -> bytes:
    """The key with the lowest bit of each byte set so that the byte has an odd number of ones (FIPS 46-3)."""
    return bytes(byte & 0xFE | (byte >> 1).bit_count() + 1 & 1 for byte in key)


def password_from_can(can: str) -> bytes:
    """K for the CAN: its ASCII digits, leading zeros kept (clause 9.7.3)."""
    return can.encode("ascii")


def password_from_mrz(mrz_information: str) -> bytes:
    """K for the MRZ: SHA-1 of document number, birth and expiry with their check digits (clause 9.7.3)."""
    return hashlib.sha1(mrz_information.encode("ascii")).digest()  # noqa: S324 - the standard names it


def bac_seed(mrz_information: str) -> bytes:
    """K_seed of Basic Access Control: the first 16 bytes of that SHA-1 (clause 9.7.2)."""
    return password_from_mrz(mrz_information)[:16]
