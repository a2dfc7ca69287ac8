"""Block ciphers, MACs and key derivation inside the chip (ICAO 9303-11 clauses 9.7 and 9.8)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import Enum

from cryptography.hazmat.decrepit.ciphers.algorithms import TripleDES
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.cmac import CMAC


class CipherName(Enum):
    """The ciphers of secure messaging, by the name a persona file uses."""

    DES3 = "3DES"
    AES_128 = "AES-128"
    AES_192 = "AES-192"
    AES_256 = "AES-256"

    @property
    def key_length(self) -> int:
        """Bytes of one key: 16 of 3DES and AES-128, 24 of AES-192, 32 of AES-256."""
        return {"AES-192": 24, "AES-256": 32}.get(self.value, 16)

    @property
    def block(self) -> int:
        """Bytes of one block, and of the send sequence counter."""
        return 8 if self is CipherName.DES3 else 16

    @property
    def oid_arc(self) -> int:
        """Last arc of the PACE and Chip Authentication identifiers (BSI TR-03110-3 A.1)."""
        return {"3DES": 1, "AES-128": 2, "AES-192": 3, "AES-256": 4}[self.value]


def derive(name: CipherName, secret: bytes, counter: int) -> bytes:
    """KDF of clause 9.7.1: counter 1 encryption, 2 MAC, 3 password. DES parity bits are left as they fall."""
    function = hashlib.sha256 if name in (CipherName.AES_192, CipherName.AES_256) else hashlib.sha1
    return function(secret + counter.to_bytes(4, "big")).digest()[: name.key_length]


@dataclass(frozen=True, slots=True)
class ChipCipher:
    """One key pair: encryption in CBC without padding, and the eight-byte MAC of the same family."""

    name: CipherName
    encryption: bytes = field(repr=False)
    authentication: bytes = field(repr=False)

    @classmethod
    def from_secret(cls, name: CipherName, secret: bytes) -> ChipCipher:
        """The keys for encryption and for checksums, derived from one shared secret (Doc 9303-11 clause 9.7)."""
        return cls(name, derive(name, secret, 1), derive(name, secret, 2))

    def encrypt(self, plain: bytes, iv: bytes | None = None) -> bytes:
        """CBC; a zero IV when none is given."""
        context = self._cbc(iv).encryptor()
        return context.update(plain) + context.finalize()

    def decrypt(self, cipher: bytes, iv: bytes | None = None) -> bytes:
        """CBC; a zero IV when none is given."""
        context = self._cbc(iv).decryptor()
        return context.update(cipher) + context.finalize()

    def mac(self, message: bytes) -> bytes:
        """Eight bytes: CMAC cut short for AES; ISO 9797-1 algorithm 3 over whole blocks for 3DES."""
        if self.name is CipherName.DES3:
            return _retail_mac(self.authentication, message)
        cmac = CMAC(algorithms.AES(self.authentication))
        cmac.update(message)
        return cmac.finalize()[:8]

    def token(self, message: bytes) -> bytes:
        """MAC of a message that is not padded yet (clause 4.4.3.4): only the retail MAC needs whole blocks."""
        return self.mac(pad(message, 8) if self.name is CipherName.DES3 else message)

    def _cbc(self, iv: bytes | None) -> Cipher[modes.CBC]:
        chaining = modes.CBC(iv or bytes(self.name.block))
        if self.name is CipherName.DES3:
            return Cipher(TripleDES(self.encryption + self.encryption[:8]), chaining)
        return Cipher(algorithms.AES(self.encryption), chaining)


def pad(data: bytes, block: int) -> bytes:
    """ISO/IEC 9797-1 padding method 2: 80, then zeros to the block border."""
    return data + b"\x80" + bytes(-(len(data) + 1) % block)


def unpad(data: bytes) -> bytes:
    """Undo `pad`; raises ValueError when there is no padding."""
    bare = data.rstrip(b"\x00")
    if not bare.endswith(b"\x80"):
        raise ValueError("padding missing")
    return bare[:-1]


def _retail_mac(key: bytes, padded: bytes) -> bytes:
    first, second = key[:8], key[8:16]
    chained = Cipher(TripleDES(first * 3), modes.CBC(bytes(8))).encryptor().update(padded)[-8:]
    back = Cipher(TripleDES(second * 3), modes.CBC(bytes(8))).decryptor().update(chained)
    return Cipher(TripleDES(first * 3), modes.CBC(bytes(8))).encryptor().update(back)
