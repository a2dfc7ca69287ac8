"""The four sets of block cipher, checksum and key length of ICAO Doc 9303-11 (clauses 4.3.3, 4.4.3.3, 9.7, 9.8).

A suite holds no key and no counter: the same four serve terminal and chip, and every access protocol. Secure
messaging keeps its keys ready in `session_ciphers`.
"""

from __future__ import annotations

import hmac
from typing import Final, Protocol

from cryptography.hazmat.decrepit.ciphers.algorithms import TripleDES
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.cmac import CMAC

from devices.iso7816.errors import MalformedError

MAC_LENGTH: Final = 8


class CipherSuite(Protocol):
    """What access protocols and secure messaging ask of a suite; lengths in bytes."""

    @property
    def name(self) -> str:
        """`3DES`, `AES-128`, `AES-192` or `AES-256`."""
        ...

    @property
    def key_length(self) -> int:
        """Bytes of KS_enc and of KS_mac, which are equally long."""
        ...

    @property
    def block_length(self) -> int:
        """Bytes of one block and of the send sequence counter."""
        ...

    def encrypt(self, key: bytes, data: bytes, iv: bytes = b"") -> bytes:
        """CBC over whole blocks; `iv` zero unless given."""
        ...

    def decrypt(self, key: bytes, data: bytes, iv: bytes = b"") -> bytes:
        """CBC over whole blocks; `iv` zero unless given. Raises `MalformedError` for a broken block."""
        ...

    def mac(self, key: bytes, data: bytes) -> bytes:
        """8-byte checksum, with whatever padding the algorithm itself makes (authentication tokens)."""
        ...


class TripleDesSuite:
    """Two-key 3DES in CBC mode, Retail MAC (ISO/IEC 9797-1 algorithm 3, padding method 2)."""

    name = "3DES"
    key_length = 16
    block_length = 8

    def encrypt(self, key: bytes, data: bytes, iv: bytes = b"") -> bytes:
        encryptor = Cipher(TripleDES(key + key[:8]), modes.CBC(iv or bytes(8))).encryptor()
        return encryptor.update(data) + encryptor.finalize()

    def decrypt(self, key: bytes, data: bytes, iv: bytes = b"") -> bytes:
        whole_blocks(data, 8)
        decryptor = Cipher(TripleDES(key + key[:8]), modes.CBC(iv or bytes(8))).decryptor()
        return decryptor.update(data) + decryptor.finalize()

    def mac(self, key: bytes, data: bytes) -> bytes:
        """Retail MAC: single DES chained over all blocks, the last one put through 3DES."""
        padded = pad(data, 8)
        first = TripleDES(key[:8] * 3)
        chain = bytes(8)
        if len(padded) > 8:
            chain = Cipher(first, modes.CBC(bytes(8))).encryptor().update(padded[:-8])[-8:]
        return self.encrypt(key, padded[-8:], chain)


class AesSuite:
    """AES in CBC mode, CMAC cut to 8 bytes (NIST SP 800-38B); `key_length` 16, 24 or 32."""

    block_length = 16

    def __init__(self, key_length: int) -> None:
        self.key_length = key_length
        self.name = f"AES-{key_length * 8}"

    def encrypt(self, key: bytes, data: bytes, iv: bytes = b"") -> bytes:
        encryptor = Cipher(algorithms.AES(key), modes.CBC(iv or bytes(16))).encryptor()
        return encryptor.update(data) + encryptor.finalize()

    def decrypt(self, key: bytes, data: bytes, iv: bytes = b"") -> bytes:
        whole_blocks(data, 16)
        decryptor = Cipher(algorithms.AES(key), modes.CBC(iv or bytes(16))).decryptor()
        return decryptor.update(data) + decryptor.finalize()

    def mac(self, key: bytes, data: bytes) -> bytes:
        cmac = CMAC(algorithms.AES(key))
        cmac.update(data)
        return cmac.finalize()[:MAC_LENGTH]


TRIPLE_DES: Final[CipherSuite] = TripleDesSuite()
AES_128: Final[CipherSuite] = AesSuite(16)
AES_192: Final[CipherSuite] = AesSuite(24)
AES_256: Final[CipherSuite] = AesSuite(32)


def pad(data: bytes, block: int) -> bytes:
    """ISO/IEC 9797-1 padding method 2: one 80, then zeros to a whole block."""
    return data + b"\x80" + bytes(-(len(data) + 1) % block)


def unpad(data: bytes) -> bytes:
    """Take the padding off. Raises `MalformedError` when there is none."""
    stripped = data.rstrip(b"\x00")
    if stripped[-1:] != b"\x80":
        raise MalformedError("padding")
    return stripped[:-1]


def same(one: bytes, other: bytes) -> bool:
    """Compare two checksums in constant time."""
    return hmac.compare_digest(one, other)


def whole_blocks(data: bytes, block: int) -> None:
    """Demand at least one block and no part of one. Raises `MalformedError`."""
    if not data or len(data) % block:
        raise MalformedError("cipher blocks")
