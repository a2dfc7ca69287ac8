"""Basic Access Control (ICAO Doc 9303-11 clause 4.3): the MRZ opens the chip with 3DES.

Both ends' arithmetic is here; `open_with_bac` is the terminal. It says nothing of where the MRZ came from.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from devices.emrtd.cipher_suites import MAC_LENGTH, TRIPLE_DES, same
from devices.emrtd.errors import AccessUnsupportedError, SessionLostError, WrongKeyError
from devices.emrtd.key_derivation import CHECKSUM, ENCRYPTION, bac_seed, derive
from devices.emrtd.secure_messaging import SecureChannel
from devices.iso7816 import commands
from devices.iso7816.apdu import Response
from devices.iso7816.connection import Connection
from devices.iso7816.errors import MalformedError
from devices.iso7816.status_words import (
    CLA_NOT_SUPPORTED,
    INS_NOT_SUPPORTED,
    REFERENCED_DATA_NOT_FOUND,
    SUCCESS,
    tries_left,
)

NONCE_LENGTH = 8
KEY_LENGTH = 16
CRYPTOGRAM_LENGTH = 32
_NO_BAC = frozenset({INS_NOT_SUPPORTED, CLA_NOT_SUPPORTED, REFERENCED_DATA_NOT_FOUND})
"""Answers of chips that know PACE only (6A88 on German documents)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BacKeys:
    """The document basic access keys K_enc and K_mac (ICAO 9303-11 clause 4.3), two-key 3DES."""

    k_enc: bytes = field(repr=False)
    k_mac: bytes = field(repr=False)

    @classmethod
    def from_mrz_information(cls, mrz_information: str) -> BacKeys:
        """From document number, birth and expiry with their check digits."""
        seed = bac_seed(mrz_information)
        return cls(k_enc=derive(TRIPLE_DES, seed, ENCRYPTION), k_mac=derive(TRIPLE_DES, seed, CHECKSUM))

    def wrap(self, own_nonce: bytes, other_nonce: bytes, keying: bytes) -> bytes:
        """Cryptogram and checksum of one end: E(own nonce || other nonce || keying material)."""
        cryptogram = TRIPLE_DES.encrypt(self.k_enc, own_nonce + other_nonce + keying)
        return cryptogram + TRIPLE_DES.mac(self.k_mac, cryptogram)

    def unwrap(self, data: bytes) -> tuple[bytes, bytes, bytes]:
        """Sender's nonce, receiver's nonce and keying material. Raises `MalformedError` when it does not fit."""
        cryptogram, checksum = data[:CRYPTOGRAM_LENGTH], data[CRYPTOGRAM_LENGTH:]
        if len(data) != CRYPTOGRAM_LENGTH + MAC_LENGTH or not same(TRIPLE_DES.mac(self.k_mac, cryptogram), checksum):
            raise MalformedError("mutual authentication")
        plain = TRIPLE_DES.decrypt(self.k_enc, cryptogram)
        return plain[:8], plain[8:16], plain[16:]


def session_channel(k_ifd: bytes, k_ic: bytes, rnd_ifd: bytes, rnd_ic: bytes) -> SecureChannel:
    """The secure messaging both ends start with (clause 4.3.3 and 9.8.6.3)."""
    seed = bytes(one ^ other for one, other in zip(k_ifd, k_ic, strict=True))
    ks_enc, ks_mac = derive(TRIPLE_DES, seed, ENCRYPTION), derive(TRIPLE_DES, seed, CHECKSUM)
    return SecureChannel(TRIPLE_DES, ks_enc, ks_mac, rnd_ic[4:] + rnd_ifd[4:])


def open_with_bac(
    connection: Connection, mrz_information: str, random: Callable[[int], bytes] = secrets.token_bytes
) -> SecureChannel:
    """Authenticate to the selected application; two exchanges.

    Raises `WrongKeyError` when the card refuses the key, `AccessUnsupportedError` when it knows no BAC,
    `SessionLostError` when its own proof fails.
    """
    keys = BacKeys.from_mrz_information(mrz_information)
    challenge = Response.decode(connection.transmit(commands.get_challenge().encode()))
    if challenge.sw != SUCCESS or len(challenge.data) != NONCE_LENGTH:
        raise AccessUnsupportedError
    rnd_ifd, k_ifd = random(NONCE_LENGTH), random(KEY_LENGTH)
    proof = commands.external_authenticate(keys.wrap(rnd_ifd, challenge.data, k_ifd), ne=40)
    answer = Response.decode(connection.transmit(proof.encode()))
    if answer.sw in _NO_BAC:
        raise AccessUnsupportedError
    if answer.sw != SUCCESS:
        raise WrongKeyError("BAC", tries_left(answer.sw))
    try:
        rnd_ic, returned, k_ic = keys.unwrap(answer.data)
    except MalformedError as fault:
        raise SessionLostError("mutual authentication") from fault
    if (rnd_ic, returned) != (challenge.data, rnd_ifd):
        raise SessionLostError("mutual authentication")
    return session_channel(k_ifd, k_ic, rnd_ifd, rnd_ic)
