"""What only the genuine chip can do: Chip Authentication and Active Authentication (ICAO 9303-11 clause 6)."""

from __future__ import annotations

import hashlib
import secrets

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from devices.card_reader.virtual_card.apdu import StatusError
from devices.card_reader.virtual_card.ciphers import ChipCipher, CipherName
from devices.card_reader.virtual_card.domains import CURVES, CurveGroup, Group
from devices.card_reader.virtual_card.modp import modp_group
from devices.card_reader.virtual_card.persona import ActiveAuthentication, ChipAuthentication
from devices.card_reader.virtual_card.security_infos import static_scalar
from devices.card_reader.virtual_card.specimen_keys import curve_key, rsa_key

HASHES: dict[str, hashes.HashAlgorithm] = {
    "SHA-1": hashes.SHA1(),  # noqa: S303 - one of the digests the standard lists for cards in the field
    "SHA-224": hashes.SHA224(),
    "SHA-256": hashes.SHA256(),
    "SHA-384": hashes.SHA384(),
    "SHA-512": hashes.SHA512(),
}
TRAILERS = {
    "SHA-1": b"\xbc",
    "SHA-224": b"\x38\xcc",
    "SHA-256": b"\x34\xcc",
    "SHA-384": b"\x36\xcc",
    "SHA-512": b"\x35\xcc",
}
WRONG_DATA = 0x6A80
WRONG_LENGTH = 0x6700


def chip_authentication(label: str, chip: ChipAuthentication, terminal_public: bytes) -> ChipCipher:
    """The new session keys after Diffie-Hellman with the static key; StatusError 6A80 for a bad point."""
    group: Group
    group = modp_group(chip.parameter_id) if chip.parameter_id <= 2 else CurveGroup(CURVES[chip.parameter_id])
    try:
        element = group.decode(terminal_public)
    except ValueError as fault:
        raise StatusError(WRONG_DATA) from fault
    shared = group.power(element, static_scalar(label, chip))
    return ChipCipher.from_secret(CipherName(chip.cipher), group.shared(shared))


def active_authentication(label: str, active: ActiveAuthentication, challenge: bytes) -> bytes:
    """The signature over the eight bytes RND.IFD of the terminal (Doc 9303-11 clause 6.1)."""
    if len(challenge) != 8:
        raise StatusError(WRONG_LENGTH)
    if active.algorithm == "RSA":
        return _iso9796_2(label, active.digest, challenge)
    key = curve_key(label)
    # The same challenge gives the same signature: a chip that says 6Cxx keeps what it will be asked for again.
    der = key.sign(challenge, ec.ECDSA(HASHES[active.digest], deterministic_signing=True))
    if active.algorithm == "ECDSA-DER":
        return der
    size = (key.curve.key_size + 7) // 8
    return b"".join(number.to_bytes(size, "big") for number in decode_dss_signature(der))


def _iso9796_2(label: str, digest: str, challenge: bytes) -> bytes:
    """ISO/IEC 9796-2 digital signature scheme 1 with partial recovery: 6A | M1 | H(M1 | challenge) | trailer."""
    numbers = rsa_key(label).private_numbers()
    modulus = numbers.public_numbers.n
    size = (modulus.bit_length() + 7) // 8
    function = hashlib.new(digest.replace("-", "").lower())
    trailer = TRAILERS[digest]
    own = secrets.token_bytes(size - 1 - function.digest_size - len(trailer))
    function.update(own + challenge)
    representative = b"\x6a" + own + function.digest() + trailer
    return pow(int.from_bytes(representative, "big"), numbers.d, modulus).to_bytes(size, "big")
