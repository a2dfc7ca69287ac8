"""Basic Access Control on the chip's side (ICAO Doc 9303-11 clause 4.3): always 3DES."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from devices.card_reader.virtual_card.apdu import StatusError
from devices.card_reader.virtual_card.ciphers import ChipCipher, CipherName, pad
from devices.card_reader.virtual_card.secure_channel import SecureChannel

WRONG_KEY = 0x6300
NO_CHALLENGE = 0x6985
WRONG_LENGTH = 0x6700


class BacLock:
    """Gives challenges and opens to who holds the key printed in the MRZ."""

    def __init__(self, mrz_information: bytes) -> None:
        """`mrz_information`: document number, birth and expiry, each with its check digit."""
        seed = hashlib.sha1(mrz_information, usedforsecurity=False).digest()[:16]
        self._cipher = ChipCipher.from_secret(CipherName.DES3, seed)
        self._challenge: bytes | None = None

    def challenge(self) -> bytes:
        """GET CHALLENGE: eight fresh bytes."""
        self._challenge = secrets.token_bytes(8)
        return self._challenge

    def forget(self) -> None:
        """After a reset no challenge is open."""
        self._challenge = None

    def authenticate(self, data: bytes) -> tuple[bytes, SecureChannel]:
        """EXTERNAL AUTHENTICATE: the answer (40 bytes) and the session it starts."""
        challenge, self._challenge = self._challenge, None
        if challenge is None:
            raise StatusError(NO_CHALLENGE)
        if len(data) != 40:
            raise StatusError(WRONG_LENGTH)
        if not hmac.compare_digest(self._cipher.mac(pad(data[:32], 8)), data[32:]):
            raise StatusError(WRONG_KEY)
        plain = self._cipher.decrypt(data[:32])
        terminal_challenge, echoed, terminal_part = plain[:8], plain[8:16], plain[16:]
        if echoed != challenge:
            raise StatusError(WRONG_KEY)
        own_part = secrets.token_bytes(16)
        answer = self._cipher.encrypt(challenge + terminal_challenge + own_part)
        seed = bytes(left ^ right for left, right in zip(terminal_part, own_part, strict=True))
        counter = int.from_bytes(challenge[4:] + terminal_challenge[4:], "big")
        channel = SecureChannel(ChipCipher.from_secret(CipherName.DES3, seed), counter)
        return answer + self._cipher.mac(pad(answer, 8)), channel
