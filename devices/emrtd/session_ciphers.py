"""The ciphers of one session of secure messaging, with their keys set up once (ICAO Doc 9303-11 clause 9.8.6).

A read of a card over short APDUs seals and opens some hundred messages: setting the keys up anew for each was a
quarter of all its own computing. Which bytes are sealed is `secure_messaging`'s to say.
"""

from __future__ import annotations

from typing import Protocol

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.cmac import CMAC

from devices.emrtd.cipher_suites import MAC_LENGTH, TRIPLE_DES, CipherSuite, pad, whole_blocks


class SessionCiphers(Protocol):
    """Both keys of a session, ready; `counter` is the send sequence counter as long as a block."""

    def encrypt(self, counter: bytes, data: bytes) -> bytes:
        """Whole blocks, under the IV that belongs to this counter."""
        ...

    def decrypt(self, counter: bytes, data: bytes) -> bytes:
        """Whole blocks, under the IV that belongs to this counter. Raises `MalformedError` for a broken block."""
        ...

    def seal(self, data: bytes) -> bytes:
        """8-byte checksum over `data`, padded to whole blocks first."""
        ...


def session_ciphers(suite: CipherSuite, ks_enc: bytes, ks_mac: bytes) -> SessionCiphers:
    """The cipher and checksum of a session with these keys: 3DES or AES, as the protocol negotiated."""
    return TripleDesSession(ks_enc, ks_mac) if suite is TRIPLE_DES else AesSession(ks_enc, ks_mac)


class AesSession:
    """AES: the IV is the counter, enciphered; CMAC cut to 8 bytes (clause 9.8.6.2)."""

    def __init__(self, ks_enc: bytes, ks_mac: bytes) -> None:
        self._key = algorithms.AES(ks_enc)
        # One block at a time and never finished: what ECB keeps is the key alone.
        self._block = Cipher(self._key, modes.ECB()).encryptor()  # noqa: S305
        self._checksum = CMAC(algorithms.AES(ks_mac))

    def encrypt(self, counter: bytes, data: bytes) -> bytes:
        return Cipher(self._key, modes.CBC(self._block.update(counter))).encryptor().update(data)

    def decrypt(self, counter: bytes, data: bytes) -> bytes:
        whole_blocks(data, 16)
        return Cipher(self._key, modes.CBC(self._block.update(counter))).decryptor().update(data)

    def seal(self, data: bytes) -> bytes:
        checksum = self._checksum.copy()
        checksum.update(pad(data, 16))
        return checksum.finalize()[:MAC_LENGTH]


class TripleDesSession:
    """3DES: the IV is zero, for the counter is only in the checksum; Retail MAC (clause 9.8.6.1)."""

    def __init__(self, ks_enc: bytes, ks_mac: bytes) -> None:
        self._ks_enc = ks_enc
        self._ks_mac = ks_mac

    def encrypt(self, counter: bytes, data: bytes) -> bytes:  # noqa: ARG002
        return TRIPLE_DES.encrypt(self._ks_enc, data)

    def decrypt(self, counter: bytes, data: bytes) -> bytes:  # noqa: ARG002
        return TRIPLE_DES.decrypt(self._ks_enc, data)

    def seal(self, data: bytes) -> bytes:
        """See `SessionCiphers`; the Retail MAC pads by itself."""
        return TRIPLE_DES.mac(self._ks_mac, data)
