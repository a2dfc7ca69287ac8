"""Active Authentication (ICAO Doc 9303-11 clause 6.1): the chip signs our challenge with the key of DG15.

RSA with message recovery (ISO/IEC 9796-2 digital signature scheme 1) and ECDSA, plain r||s or DER. It proves that
the chip holds the key; that the key is the issuer's is Passive Authentication's to say.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from typing import Final

from devices.emrtd.cipher_suites import same
from devices.emrtd.errors import VerificationError
from devices.emrtd.public_keys import EcKey, PublicKey, RsaKey
from devices.emrtd.signatures import ecdsa_numbers, verify_ecdsa
from devices.emrtd.verdict import Reason
from devices.iso7816.apdu import Command, Response
from devices.iso7816.commands import internal_authenticate
from devices.iso7816.connection import Connection
from devices.iso7816.errors import StatusError
from devices.iso7816.status_words import SUCCESS

CHALLENGE_LENGTH: Final = 8
PARTIAL_RECOVERY: Final = 0x6A
_TRAILERS: Final = {
    b"\x33\xcc": "sha1",
    b"\x34\xcc": "sha256",
    b"\x35\xcc": "sha512",
    b"\x36\xcc": "sha384",
    b"\x38\xcc": "sha224",
}
"""Hash identifiers of ISO/IEC 10118-3 before the CC trailer; BC alone stands for SHA-1."""
_ECDSA_HASHES: Final = ("sha256", "sha224", "sha384", "sha512", "sha1")


def authenticate_actively(
    connection: Connection,
    key: PublicKey,
    hash_name: str | None,
    *,
    extended: bool,
    random: Callable[[int], bytes] = secrets.token_bytes,
) -> None:
    """One exchange. `hash_name` is the ECDSA hash DG14 names, `extended` whether long answers pass the link.

    Raises `VerificationError` (CHIP_COPIED) when the signature is not the key's, `StatusError` when the chip would
    not sign.
    """
    challenge = random(CHALLENGE_LENGTH)
    plain = internal_authenticate(challenge)
    command = Command(cla=plain.cla, ins=plain.ins, data=plain.data, ne=plain.ne, extended=extended)
    answer = Response.decode(connection.transmit(command.encode()))
    if answer.sw != SUCCESS:
        raise StatusError("INTERNAL AUTHENTICATE", answer.sw)
    check_signature(key, challenge, answer.data, hash_name)


def check_signature(key: PublicKey, challenge: bytes, signature: bytes, hash_name: str | None) -> None:
    """Whether `signature` over `challenge` is the key's. Raises `VerificationError` (CHIP_COPIED) when it is not."""
    if isinstance(key, RsaKey):
        valid = _recovers(key, challenge, signature)
    else:
        valid = isinstance(key, EcKey) and _signed(key, challenge, signature, hash_name)
    if not valid:
        raise VerificationError(Reason.CHIP_COPIED)


def _recovers(key: RsaKey, challenge: bytes, signature: bytes) -> bool:
    """Open the signature and compare the hash of the recovered part and the challenge with the one inside."""
    length = (key.modulus.bit_length() + 7) // 8
    number = int.from_bytes(signature, "big")
    if len(signature) != length or number >= key.modulus:
        return False
    opened = pow(number, key.exponent, key.modulus)
    # The signer may have sent the smaller of s and n - s; the trailer's last nibble tells which (clause 6.1.1).
    representative = (opened if opened & 0xF == 0xC else key.modulus - opened).to_bytes(length, "big")
    if representative[-1] == 0xBC:
        hash_name, trailer = "sha1", 1
    else:
        hash_name, trailer = _TRAILERS.get(representative[-2:], ""), 2
    if not hash_name or representative[0] != PARTIAL_RECOVERY:
        return False
    digest_length = hashlib.new(hash_name).digest_size
    end = length - trailer - digest_length
    recovered, digest = representative[1:end], representative[end : length - trailer]
    return end > 0 and same(hashlib.new(hash_name, recovered + challenge).digest(), digest)


def _signed(key: EcKey, challenge: bytes, signature: bytes, hash_name: str | None) -> bool:
    numbers = ecdsa_numbers(key.curve, signature)
    hashes = (hash_name,) if hash_name else _ECDSA_HASHES
    return numbers is not None and any(verify_ecdsa(key, each, challenge, numbers) for each in hashes)
