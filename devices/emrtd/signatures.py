"""Signature verification for certificates, security objects and chips: RSA PKCS#1, RSA-PSS and ECDSA.

`cryptography` does the work wherever it knows the curve; the remaining standardised curves go through `ecdsa`. The
functions answer yes or no; what a no means is said, and raised, by the protocol that asked.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Final

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from ecdsa.curves import Curve
from ecdsa.keys import BadSignatureError, VerifyingKey

from devices.emrtd.public_keys import EcKey, RsaKey
from devices.iso7816 import tlv
from devices.iso7816.errors import MalformedError

HASHES: Final[Mapping[str, hashes.HashAlgorithm]] = {
    "sha1": hashes.SHA1(),  # noqa: S303 - old documents are signed with it; the verdict shows what was checked
    "sha224": hashes.SHA224(),
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}
_CURVES: Final[Mapping[str, ec.EllipticCurve]] = {
    "NIST192p": ec.SECP192R1(),
    "NIST224p": ec.SECP224R1(),
    "NIST256p": ec.SECP256R1(),
    "NIST384p": ec.SECP384R1(),
    "NIST521p": ec.SECP521R1(),
    "BRAINPOOLP256r1": ec.BrainpoolP256R1(),
    "BRAINPOOLP384r1": ec.BrainpoolP384R1(),
    "BRAINPOOLP512r1": ec.BrainpoolP512R1(),
}


def verify_pkcs1(key: RsaKey, hash_name: str, message: bytes, signature: bytes) -> bool:
    """RSASSA-PKCS1-v1_5 (RFC 8017 clause 8.2)."""
    return _verify_rsa(key, message, signature, padding.PKCS1v15(), hash_name)


def verify_pss(
    key: RsaKey, hash_name: str, message: bytes, signature: bytes, *, mgf_hash: str, salt_length: int
) -> bool:
    """RSASSA-PSS (RFC 8017 clause 8.1); `salt_length` in bytes."""
    scheme = padding.PSS(mgf=padding.MGF1(HASHES[mgf_hash]), salt_length=salt_length)
    return _verify_rsa(key, message, signature, scheme, hash_name)


def _verify_rsa(
    key: RsaKey, message: bytes, signature: bytes, scheme: padding.PKCS1v15 | padding.PSS, hash_name: str
) -> bool:
    try:
        public = rsa.RSAPublicNumbers(key.exponent, key.modulus).public_key()
        public.verify(signature, message, scheme, HASHES[hash_name])
    except (InvalidSignature, UnsupportedAlgorithm, ValueError):
        return False
    return True


def ecdsa_readings(curve: Curve, signature: bytes) -> tuple[tuple[int, int], ...]:
    """r and s as the bytes can be read: plain (BSI TR-03111 clause 5.2.1), or DER; none where neither fits."""
    half = (int(curve.order).bit_length() + 7) // 8
    plain = ((int.from_bytes(signature[:half], "big"), int.from_bytes(signature[half:], "big")),)
    return (plain if len(signature) == 2 * half else ()) + _der_reading(signature)


def is_cut_der(signature: bytes) -> bool:
    """Whether it begins as a DER signature that would go on. With leading zeros left out, what is left of one may be
    just as long as a plain signature."""
    start = 3 if signature[1:2] == b"\x81" else 2
    head, length = signature[:1] + signature[start : start + 1], signature[start - 1 : start]
    return head == b"\x30\x02" and length[0] > len(signature) - start


def _der_reading(signature: bytes) -> tuple[tuple[int, int], ...]:
    try:
        numbers = tlv.read_only(signature, 0x30).children()
    except MalformedError:
        return ()
    if [number.tag for number in numbers] != [0x02, 0x02]:
        return ()
    return ((int.from_bytes(numbers[0].value, "big"), int.from_bytes(numbers[1].value, "big")),)


def verify_ecdsa(key: EcKey, hash_name: str, message: bytes, numbers: tuple[int, int]) -> bool:
    """ECDSA (BSI TR-03111 clause 4.2.1) with the signature as (r, s)."""
    r, s = numbers
    if not (0 < r < key.curve.order and 0 < s < key.curve.order):
        return False
    curve = _CURVES.get(key.curve.name)
    if curve is None:
        return _verify_with_ecdsa(key, hash_name, message, numbers)
    try:
        public = ec.EllipticCurvePublicNumbers(int(key.point.x()), int(key.point.y()), curve).public_key()
        public.verify(encode_dss_signature(r, s), message, ec.ECDSA(HASHES[hash_name]))
    except (InvalidSignature, UnsupportedAlgorithm, ValueError):
        return False
    return True


def _verify_with_ecdsa(key: EcKey, hash_name: str, message: bytes, numbers: tuple[int, int]) -> bool:
    verifier = VerifyingKey.from_public_point(key.point, key.curve)
    digest = hashlib.new(hash_name, message).digest()
    try:
        return bool(verifier.verify_digest(numbers, digest, sigdecode=lambda pair, _order: pair, allow_truncate=True))
    except BadSignatureError:
        return False
