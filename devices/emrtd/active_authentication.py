"""Active Authentication (ICAO Doc 9303-11 clause 6.1): the chip signs our challenge with the key of DG15.

RSA with message recovery (ISO/IEC 9796-2 digital signature scheme 1) and ECDSA, plain r||s or DER. It proves that
the chip holds the key; that the key is the issuer's is Passive Authentication's to say. Only an answer that can be a
signature of this key, and is not, speaks against the chip: anything else proves nothing.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from devices.emrtd.cipher_suites import same
from devices.emrtd.errors import VerificationError
from devices.emrtd.public_keys import EcKey, PublicKey, RsaKey
from devices.emrtd.signatures import ecdsa_readings, is_cut_der, verify_ecdsa
from devices.emrtd.verdict import Reason
from devices.iso7816.asking_again import ask
from devices.iso7816.commands import internal_authenticate
from devices.iso7816.connection import Connection
from devices.iso7816.errors import MalformedError, StatusError
from devices.iso7816.status_words import END_OF_FILE, SUCCESS

CHALLENGE_LENGTH: Final = 8
SIGNATURE: Final = "chip signature"
"""Place of a `MalformedError`: what the chip sent can be no signature of its key."""
_ANSWERED: Final = frozenset({SUCCESS, END_OF_FILE})
_HASHES: Final = ("sha256", "sha224", "sha384", "sha512", "sha1")
_TRAILERS: Final = {0x33: "sha1", 0x34: "sha256", 0x35: "sha512", 0x36: "sha384", 0x38: "sha224"}
"""Hash identifiers of ISO/IEC 10118-3 before the trailer CC; BC alone means SHA-1, or what the two ends agreed on."""
_IMPLICIT, _EXPLICIT = 0xBC, 0xCC
_RECOVERY, _PADDED_RECOVERY = 0x6A, 0x6B
"""First byte of a representative with partial recovery; the second is filled up with BB to a BA."""


def authenticate_actively(
    connection: Connection,
    key: PublicKey,
    hash_name: str | None,
    *,
    extended: bool,
    random: Callable[[int], bytes] = secrets.token_bytes,
) -> None:
    """One exchange, or two where the first answer cannot be a signature: then in the other length form.

    `hash_name` is the ECDSA hash DG14 names, `extended` whether extended length passes the link. Raises
    `VerificationError` (CHIP_COPIED) when the signature is not the key's, `StatusError` when the chip would not sign,
    `MalformedError` when what it sent can be no signature.
    """
    challenge = random(CHALLENGE_LENGTH)
    plain = internal_authenticate(challenge)
    fault = MalformedError(SIGNATURE)
    for form in (True, False) if extended else (False,):
        answer = ask(connection, replace(plain, extended=form), extended=extended)
        if answer.sw not in _ANSWERED:
            raise StatusError("INTERNAL AUTHENTICATE", answer.sw)
        try:
            check_signature(key, challenge, answer.data, hash_name)
        except MalformedError as broken:
            fault = broken
        else:
            return
    raise fault


def check_signature(key: PublicKey, challenge: bytes, signature: bytes, hash_name: str | None) -> None:
    """Whether `signature` over `challenge` is the key's.

    Raises `VerificationError` (CHIP_COPIED) when it is not, `MalformedError` when it can be no signature at all or
    is made with a hash this program does not know.
    """
    if isinstance(key, RsaKey):
        valid, possible = _recovered(key, challenge, signature)
    elif isinstance(key, EcKey):
        valid, possible = _signed(key, challenge, signature, hash_name)
    else:
        raise MalformedError("key that signs")
    if not valid:
        raise VerificationError(Reason.CHIP_COPIED) if possible else MalformedError(SIGNATURE)


def _recovered(key: RsaKey, challenge: bytes, signature: bytes) -> tuple[bool, bool]:
    """Whether the signature is the key's, and whether it can be one: as long as the modulus, and below it.

    A chip that leaves leading zeros out, or puts some before it, is still believed when it is right.
    """
    length = (key.modulus.bit_length() + 7) // 8
    number = int.from_bytes(signature, "big")
    if not 0 < number < key.modulus:
        return False, False
    opened = pow(number, key.exponent, key.modulus)
    # The signer may have sent the smaller of s and n - s; the trailer's last nibble tells which (clause 6.1.1).
    representative = (opened if opened & 0xF == 0xC else key.modulus - opened).to_bytes(length, "big")
    return _fits(representative, challenge), len(signature) == length


def _fits(representative: bytes, challenge: bytes) -> bool:
    """Compare the hash of the recovered part and the challenge with the one inside.

    Raises `MalformedError` for the frame of a signature around a hash this program does not know.
    """
    start = _recovered_from(representative)
    trailer = 1 if representative[-1] == _IMPLICIT else 2
    if start is None or representative[-1] not in {_IMPLICIT, _EXPLICIT}:
        return False
    named = _HASHES if trailer == 1 else (_TRAILERS.get(representative[-2], ""),)
    if named == ("",):
        raise MalformedError("chip signature hash")
    for name in named:
        end = len(representative) - trailer - hashlib.new(name).digest_size
        digest = representative[max(end, 0) : len(representative) - trailer]
        if end >= start and same(hashlib.new(name, representative[start:end] + challenge).digest(), digest):
            return True
    return False


def _recovered_from(representative: bytes) -> int | None:
    """Where the recovered part begins, or None where no header says so."""
    if representative[0] == _RECOVERY:
        return 1
    filling = representative[1:].lstrip(b"\xbb")
    padded = representative[0] == _PADDED_RECOVERY and filling[:1] == b"\xba"
    return len(representative) - len(filling) + 1 if padded else None


def _signed(key: EcKey, challenge: bytes, signature: bytes, hash_name: str | None) -> tuple[bool, bool]:
    """Whether the signature is the key's, and whether it can be one; the hash that DG14 names is tried first."""
    order = key.curve.order
    readings = [pair for pair in ecdsa_readings(key.curve, signature) if all(0 < each < order for each in pair)]
    names = dict.fromkeys((hash_name, *_HASHES) if hash_name else _HASHES)
    valid = any(verify_ecdsa(key, name, challenge, pair) for name in names for pair in readings)
    return valid, bool(readings) and not is_cut_der(signature)
