"""EF.SOD (ICAO 9303-10 clause 4.6.2) and EF.CardSecurity (9303-11 clause 9.2.11): CMS SignedData (RFC 5652)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from asn1crypto import cms, core
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding

from devices.card_reader.virtual_card.ber import integer, oid, sequence, tlv
from devices.card_reader.virtual_card.specimen_pki import Signer

LDS_SECURITY_OBJECT = "2.23.136.1.1.1"
CARD_SECURITY_OBJECT = "0.4.0.127.0.7.3.2.1"
SHA256 = "2.16.840.1.101.3.4.2.1"


def ef_sod(data_groups: Mapping[int, bytes], signer: Signer, content_type: str = LDS_SECURITY_OBJECT) -> bytes:
    """Tag 77 around the signed hash of every data group; some early issuers wrote a content type of their own."""
    hashed = [
        sequence(integer(number), tlv(0x04, hashlib.sha256(data).digest()))
        for number, data in sorted(data_groups.items())
    ]
    algorithm = sequence(oid(SHA256), b"\x05\x00")
    content = sequence(integer(0), algorithm, sequence(*hashed))
    return tlv(0x77, signed_data(content_type, content, signer))


def ef_card_security(security_infos: bytes, signer: Signer) -> bytes:
    """EF.CardSecurity: the DER of `security_infos` as CMS SignedData of `signer` (ICAO 9303-11 clause 9.2)."""
    return signed_data(CARD_SECURITY_OBJECT, security_infos, signer)


def signed_data(content_type: str, content: bytes, signer: Signer) -> bytes:
    """ContentInfo with one signer, signed attributes and the signer's certificate."""
    attributes = cms.CMSAttributes(
        [
            {"type": "content_type", "values": [content_type]},
            {"type": "message_digest", "values": [hashlib.sha256(content).digest()]},
        ]
    )
    certificate = cms.Certificate.load(signer.certificate.public_bytes(Encoding.DER))
    identifier = cms.IssuerAndSerialNumber({"issuer": certificate.issuer, "serial_number": certificate.serial_number})
    info = {
        "version": "v1",
        "sid": cms.SignerIdentifier("issuer_and_serial_number", identifier),
        "digest_algorithm": {"algorithm": "sha256"},
        "signed_attrs": attributes,
        "signature_algorithm": _algorithm(signer),
        "signature": _sign(signer, attributes.dump()),
    }
    encapsulated = {"content_type": content_type, "content": core.ParsableOctetString(content)}
    body = cms.SignedData(
        {
            "version": "v3",
            "digest_algorithms": [{"algorithm": "sha256"}],
            "encap_content_info": encapsulated,
            "certificates": [certificate],
            "signer_infos": [info],
        }
    )
    wrapped: bytes = cms.ContentInfo({"content_type": "signed_data", "content": body}).dump()
    return wrapped


def _algorithm(signer: Signer) -> dict[str, object]:
    if isinstance(signer.key, rsa.RSAPrivateKey):
        hashing = {"algorithm": "sha256"}
        mask = {"algorithm": "mgf1", "parameters": hashing}
        parameters = {"hash_algorithm": hashing, "mask_gen_algorithm": mask, "salt_length": 32}
        return {"algorithm": "rsassa_pss", "parameters": parameters}
    return {"algorithm": "sha256_ecdsa"}


def _sign(signer: Signer, message: bytes) -> bytes:
    if isinstance(signer.key, rsa.RSAPrivateKey):
        scheme = padding.PSS(padding.MGF1(hashes.SHA256()), salt_length=32)
        return signer.key.sign(message, scheme, hashes.SHA256())
    return signer.key.sign(message, ec.ECDSA(hashes.SHA256(), deterministic_signing=True))
