"""CMS SignedData (RFC 5652 clause 5), as security objects and master lists are wrapped.

The content's hash and the signature are checked over the bytes as they came, never over a re-encoding.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from asn1crypto import cms, core

from devices.emrtd.certificates import Certificate, parsed, read_certificate
from devices.emrtd.cipher_suites import same
from devices.emrtd.errors import VerificationError
from devices.emrtd.public_keys import read_public_key
from devices.emrtd.signature_algorithms import SignatureAlgorithm, read_hash_algorithm, read_signature_algorithm
from devices.emrtd.verdict import Reason
from devices.iso7816.errors import MalformedError

MAX_CERTIFICATES = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedData:
    """Content, the first signer, and the certificates that came along."""

    content_type: str
    content: bytes = field(repr=False)
    certificates: tuple[Certificate, ...]
    digest: str
    algorithm: SignatureAlgorithm
    signature: bytes = field(repr=False)
    signed_attributes: bytes | None = field(repr=False)
    """The attributes with the tag of a SET, as they are signed; None when the content itself is signed."""
    attribute_content_type: str | None
    message_digest: bytes | None = field(repr=False)
    signing_time: datetime | None
    signer: tuple[str, int] | bytes
    """Issuer and serial, or subject key identifier."""

    @property
    def signer_certificate(self) -> Certificate:
        """The signer's certificate; the only one there is even when its name does not fit.

        Raises `MalformedError` when it cannot be told.
        """
        for certificate in self.certificates:
            if self.signer in ((certificate.issuer, certificate.serial), certificate.subject_key_id):
                return certificate
        if len(self.certificates) == 1:
            return self.certificates[0]
        raise MalformedError("signer certificate")


def read_signed_data(raw: bytes) -> SignedData:
    """The ContentInfo of `raw`. Raises `MalformedError`."""
    return parsed("signed data", lambda: _signed_data(cms.ContentInfo.load(raw, strict=True)))


def read_bundle(raw: bytes) -> tuple[list[bytes], list[bytes]]:
    """Certificates and revocation lists, DER, of signed data that signs nothing (.p7b, RFC 5652 clause 5.1).

    Raises `MalformedError` for signed data that has a content of its own, or carries nothing.
    """
    return parsed("bundle", lambda: _bundle(cms.ContentInfo.load(raw, strict=True)))


def _bundle(info: Any) -> tuple[list[bytes], list[bytes]]:
    body = info["content"]
    certificates = [choice.chosen.dump() for choice in body["certificates"] if choice.name == "certificate"]
    revocations = [choice.chosen.dump() for choice in body["crls"] if choice.name != "other"]
    if body["encap_content_info"]["content_type"].native != "data" or not (certificates or revocations):
        raise MalformedError("bundle")
    return certificates, revocations


def _signed_data(info: Any) -> SignedData:
    if info["content_type"].native != "signed_data":
        raise MalformedError("signed data type")
    body = info["content"]
    content, signer = body["encap_content_info"], body["signer_infos"][0]
    held = [choice.chosen for choice in body["certificates"] if choice.name == "certificate"]
    if len(held) > MAX_CERTIFICATES:
        raise MalformedError("signed data certificates")
    attributes = signer["signed_attrs"]
    values = {attribute["type"].dotted: attribute["values"] for attribute in attributes}
    return SignedData(
        content_type=content["content_type"].dotted,
        content=_octets(content["content"]),
        certificates=tuple(read_certificate(certificate.dump()) for certificate in held),
        digest=read_hash_algorithm(signer["digest_algorithm"].dump()),
        algorithm=read_signature_algorithm(signer["signature_algorithm"].dump()),
        signature=signer["signature"].native,
        signed_attributes=attributes.untag().dump() if values else None,
        attribute_content_type=_first(values, "1.2.840.113549.1.9.3", lambda value: value.dotted),
        message_digest=_first(values, "1.2.840.113549.1.9.4", lambda value: value.native),
        signing_time=_first(values, "1.2.840.113549.1.9.5", lambda value: value.native),
        signer=_signer(signer["sid"]),
    )


def _octets(content: Any) -> bytes:
    """The content's bytes as they came; `.native` would try to understand them."""
    if not isinstance(content, core.ParsableOctetString):
        raise MalformedError("signed data content")
    return bytes(content)


def _first(values: dict[str, Any], oid: str, read: Any) -> Any:
    return read(values[oid][0]) if oid in values and len(values[oid]) else None


def _signer(sid: Any) -> tuple[str, int] | bytes:
    if sid.name == "issuer_and_serial_number":
        return sid.chosen["issuer"].hashable, sid.chosen["serial_number"].native
    return bytes(sid.chosen.native)


def check_signed_data(signed: SignedData, certificate: Certificate) -> None:
    """That the content is what this certificate's key signed.

    Raises `VerificationError` (SIGNATURE_INVALID), `MalformedError` for a key this program cannot use.
    """
    message = signed.content
    if signed.signed_attributes is not None:
        message = signed.signed_attributes
        digest = hashlib.new(signed.digest, signed.content).digest()
        if signed.attribute_content_type != signed.content_type or not same(digest, signed.message_digest or b""):
            raise VerificationError(Reason.SIGNATURE_INVALID)
    key = read_public_key(certificate.key_info)
    if not signed.algorithm.verify(key, message, signed.signature, signed.digest):
        raise VerificationError(Reason.SIGNATURE_INVALID)
