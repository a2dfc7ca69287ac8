"""Certificates and revocation lists of the signing authorities (ICAO Doc 9303-12; RFC 5280).

Parsing is asn1crypto's, behind one door: whatever it raises on hostile bytes becomes `MalformedError`. Public keys
are read by `public_keys`, because explicit curve parameters are what Doc 9303-12 asks for. Trust is not decided here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from asn1crypto import crl, x509

from devices.emrtd.public_keys import read_public_key
from devices.emrtd.signature_algorithms import SignatureAlgorithm, read_signature_algorithm
from devices.iso7816.errors import MalformedError

_T = TypeVar("_T")


def parsed(place: str, parse: Callable[[], _T]) -> _T:
    """The result of `parse`, with everything asn1crypto may raise on broken bytes as `MalformedError`."""
    try:
        return parse()
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError) as fault:
        raise MalformedError(place) from fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """What checking a chain needs of one certificate; names in the comparable form of RFC 5280 clause 7.1."""

    raw: bytes = field(repr=False)
    signed: bytes = field(repr=False)
    algorithm: SignatureAlgorithm
    signature: bytes = field(repr=False)
    subject: str
    issuer: str
    country: str
    serial: int
    not_before: datetime
    not_after: datetime
    key_usage: frozenset[str] | None
    is_authority: bool
    subject_key_id: bytes | None
    authority_key_id: bytes | None
    key_info: bytes = field(repr=False)

    def is_signed_by(self, other: Certificate) -> bool:
        """Whether the signature is the other's. Raises `MalformedError` for a key this program cannot use."""
        return self.algorithm.verify(read_public_key(other.key_info), self.signed, self.signature)


@dataclass(frozen=True, slots=True, kw_only=True)
class RevocationList:
    """A CRL, not yet believed."""

    issuer: str
    serials: frozenset[int]
    signed: bytes = field(repr=False)
    algorithm: SignatureAlgorithm
    signature: bytes = field(repr=False)

    def is_signed_by(self, other: Certificate) -> bool:
        """Whether the signature is the other's. Raises `MalformedError`."""
        return self.algorithm.verify(read_public_key(other.key_info), self.signed, self.signature)


def read_certificate(raw: bytes) -> Certificate:
    """One DER certificate. Raises `MalformedError`."""
    return parsed("certificate", lambda: _certificate(x509.Certificate.load(raw, strict=True), raw))


def _certificate(certificate: Any, raw: bytes) -> Certificate:
    body = certificate["tbs_certificate"]
    usage = certificate.key_usage_value
    constraints = certificate.basic_constraints_value
    return Certificate(
        raw=raw,
        signed=body.dump(),
        algorithm=read_signature_algorithm(certificate["signature_algorithm"].dump()),
        signature=certificate["signature_value"].native,
        subject=certificate.subject.hashable,
        issuer=certificate.issuer.hashable,
        country=str(certificate.issuer.native.get("country_name", "")).upper(),
        serial=certificate.serial_number,
        not_before=certificate.not_valid_before,
        not_after=certificate.not_valid_after,
        key_usage=frozenset(usage.native) if usage is not None else None,
        is_authority=bool(constraints is not None and constraints["ca"].native),
        subject_key_id=certificate.key_identifier,
        authority_key_id=certificate.authority_key_identifier,
        key_info=body["subject_public_key_info"].dump(),
    )


def read_revocation_list(raw: bytes) -> RevocationList:
    """One DER CRL. Raises `MalformedError`."""
    return parsed("revocation list", lambda: _revocations(crl.CertificateList.load(raw, strict=True)))


def _revocations(revocations: Any) -> RevocationList:
    body = revocations["tbs_cert_list"]
    entries = body["revoked_certificates"]
    return RevocationList(
        issuer=revocations.issuer.hashable,
        serials=frozenset(entry["user_certificate"].native for entry in entries),
        signed=body.dump(),
        algorithm=read_signature_algorithm(revocations["signature_algorithm"].dump()),
        signature=revocations["signature"].native,
    )
