"""Signature algorithms by object identifier, as certificates and security objects name them (RFC 3279, 4055, 5754).

One `SignatureAlgorithm` holds what verifying needs; `verify` sends it to the right function of `signatures`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from devices.emrtd import oids
from devices.emrtd.public_keys import EcKey, PublicKey, RsaKey
from devices.emrtd.signatures import ecdsa_readings, verify_ecdsa, verify_pkcs1, verify_pss
from devices.iso7816 import tlv
from devices.iso7816.errors import MalformedError


class Scheme(Enum):
    """RSA with PKCS #1 v1.5, RSA with PSS, or ECDSA; its hash stands beside it."""

    PKCS1 = "RSASSA-PKCS1-v1_5"
    PSS = "RSASSA-PSS"
    ECDSA = "ECDSA"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureAlgorithm:
    """Scheme and hash; `hash_name` None where the digest algorithm beside it decides."""

    scheme: Scheme
    hash_name: str | None
    mgf_hash: str = "sha1"
    salt_length: int = 20

    def verify(self, key: PublicKey, message: bytes, signature: bytes, digest: str | None = None) -> bool:
        """Whether `signature` is the key's; `digest` fills in a hash the identifier leaves open."""
        hash_name = self.hash_name or digest
        if hash_name is None:
            return False
        if isinstance(key, RsaKey) and self.scheme is Scheme.PKCS1:
            return verify_pkcs1(key, hash_name, message, signature)
        if isinstance(key, RsaKey) and self.scheme is Scheme.PSS:
            return verify_pss(
                key, hash_name, message, signature, mgf_hash=self.mgf_hash, salt_length=self.salt_length
            )
        if isinstance(key, EcKey) and self.scheme is Scheme.ECDSA:
            readings = ecdsa_readings(key.curve, signature)
            return any(verify_ecdsa(key, hash_name, message, numbers) for numbers in readings)
        return False


PSS: Final = "1.2.840.113549.1.1.10"
HASHES: Final[Mapping[str, str]] = {
    "1.3.14.3.2.26": "sha1",
    "2.16.840.1.101.3.4.2.4": "sha224",
    "2.16.840.1.101.3.4.2.1": "sha256",
    "2.16.840.1.101.3.4.2.2": "sha384",
    "2.16.840.1.101.3.4.2.3": "sha512",
}
_PKCS1: Final[Mapping[str, str | None]] = {
    "1.2.840.113549.1.1.1": None,
    "1.2.840.113549.1.1.5": "sha1",
    "1.2.840.113549.1.1.14": "sha224",
    "1.2.840.113549.1.1.11": "sha256",
    "1.2.840.113549.1.1.12": "sha384",
    "1.2.840.113549.1.1.13": "sha512",
}
_ECDSA: Final[Mapping[str, str | None]] = {
    "1.2.840.10045.2.1": None,
    "1.2.840.10045.4.1": "sha1",
    "1.2.840.10045.4.3.1": "sha224",
    "1.2.840.10045.4.3.2": "sha256",
    "1.2.840.10045.4.3.3": "sha384",
    "1.2.840.10045.4.3.4": "sha512",
    **oids.PLAIN_ECDSA_HASHES,
}
_MAX_SALT: Final = 512


def read_hash_algorithm(identifier: bytes) -> str:
    """The hash an AlgorithmIdentifier names. Raises `MalformedError` for one not in Doc 9303-12."""
    oid, _ = _identifier(identifier)
    if oid not in HASHES:
        raise MalformedError("hash algorithm")
    return HASHES[oid]


def read_signature_algorithm(identifier: bytes) -> SignatureAlgorithm:
    """The algorithm of an AlgorithmIdentifier. Raises `MalformedError` for an unknown one."""
    oid, parameters = _identifier(identifier)
    if oid in _PKCS1:
        return SignatureAlgorithm(scheme=Scheme.PKCS1, hash_name=_PKCS1[oid])
    if oid in _ECDSA:
        return SignatureAlgorithm(scheme=Scheme.ECDSA, hash_name=_ECDSA[oid])
    if oid == PSS:
        return _pss(parameters)
    raise MalformedError("signature algorithm")


def _identifier(identifier: bytes) -> tuple[str, list[tlv.Tlv]]:
    parts = tlv.read_only(identifier, 0x30).children()
    if not parts or parts[0].tag != 0x06:
        raise MalformedError("algorithm identifier")
    return oids.decode(parts[0].value), parts[1:]


def _pss(parameters: list[tlv.Tlv]) -> SignatureAlgorithm:
    """RSASSA-PSS-params (RFC 4055 clause 3.1): every absent member has its default."""
    members = {part.tag: part.value for part in parameters[0].children()} if parameters else {}
    hash_name = read_hash_algorithm(members[0xA0]) if 0xA0 in members else "sha1"
    mgf_hash = "sha1"
    if 0xA1 in members:
        _, mgf = _identifier(members[0xA1])
        mgf_hash = read_hash_algorithm(mgf[0].raw) if mgf else "sha1"
    salt = int.from_bytes(tlv.read_only(members[0xA2], 0x02).value, "big") if 0xA2 in members else 20
    if salt > _MAX_SALT:
        raise MalformedError("salt length")
    return SignatureAlgorithm(scheme=Scheme.PSS, hash_name=hash_name, mgf_hash=mgf_hash, salt_length=salt)
