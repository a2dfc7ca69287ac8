"""Made-up signing authorities for tests: certificates, revocation lists, security objects and master lists.

Written object by object, so that a test can make any of them wrong in any place. Keys are made once a run.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from ecdsa import SigningKey, curves
from ecdsa.util import sigencode_der

from devices.emrtd.oids import LDS_SECURITY_OBJECT, MASTER_LIST
from devices.emrtd.oids import encode as oid_content
from devices.iso7816.tlv import encode

HASHES: dict[str, hashes.HashAlgorithm] = {
    "sha1": hashes.SHA1(),
    "sha224": hashes.SHA224(),
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}
HASH_OIDS = {
    "sha1": "1.3.14.3.2.26",
    "sha224": "2.16.840.1.101.3.4.2.4",
    "sha256": "2.16.840.1.101.3.4.2.1",
    "sha384": "2.16.840.1.101.3.4.2.2",
    "sha512": "2.16.840.1.101.3.4.2.3",
}
PKCS1_OIDS = {"sha1": 5, "sha224": 14, "sha256": 11, "sha384": 12, "sha512": 13}
ECDSA_OIDS = {"sha1": "1", "sha224": "3.1", "sha256": "3.2", "sha384": "3.3", "sha512": "3.4"}


def sequence(*parts: bytes) -> bytes:
    """DER of a SEQUENCE with these parts."""
    return encode(0x30, b"".join(parts))


def oid(dotted: str) -> bytes:
    """An OBJECT IDENTIFIER."""
    return encode(0x06, oid_content(dotted))


def integer(value: int) -> bytes:
    """A non-negative INTEGER."""
    return encode(0x02, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def hash_identifier(name: str) -> bytes:
    """AlgorithmIdentifier of a hash."""
    return sequence(oid(HASH_OIDS[name]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """A key pair and how it signs."""

    key_info: bytes
    algorithm: bytes
    sign: Callable[[bytes], bytes]
    hash_name: str = "sha256"


@cache
def rsa_private_key(bits: int = 1024) -> rsa.RSAPrivateKey:
    """One RSA key for all tests."""
    return rsa.generate_private_key(65537, bits)


def _info(key: Any) -> bytes:
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    content: bytes = key.public_key().public_bytes(serialization.Encoding.DER, form)
    return content


def rsa_signer(hash_name: str = "sha256", *, pss: bool = False, bare: bool = False) -> Signer:
    """PKCS#1 v1.5 or PSS; `bare` names the key type instead of the algorithm, as some issuers do."""
    key, chosen = rsa_private_key(), HASHES[hash_name]
    scheme: padding.PSS | padding.PKCS1v15 = padding.PKCS1v15()
    number = 1 if bare else PKCS1_OIDS[hash_name]
    algorithm = sequence(oid(f"1.2.840.113549.1.1.{number}"), b"\x05\x00")
    if pss:
        scheme = padding.PSS(padding.MGF1(chosen), salt_length=20)
        mask = sequence(oid("1.2.840.113549.1.1.8"), hash_identifier(hash_name))
        members = encode(0xA0, hash_identifier(hash_name)) + encode(0xA1, mask) + encode(0xA2, integer(20))
        algorithm = sequence(oid("1.2.840.113549.1.1.10"), encode(0x30, members))

    def sign(message: bytes) -> bytes:
        return key.sign(message, scheme, chosen)

    return Signer(key_info=_info(key), algorithm=algorithm, sign=sign, hash_name=hash_name)


@cache
def ec_private_key(curve: type[ec.EllipticCurve], label: str = "") -> ec.EllipticCurvePrivateKey:
    """One key a curve and label."""
    del label
    return ec.generate_private_key(curve())


def ec_signer(
    hash_name: str = "sha256",
    curve: type[ec.EllipticCurve] = ec.SECP256R1,
    *,
    explicit: bool = False,
    plain: bool = False,
    label: str = "",
) -> Signer:
    """ECDSA; `explicit` writes the curve's parameters out, `plain` signs r||s in the manner of the BSI."""
    key = ec_private_key(curve, label)
    size = (key.curve.key_size + 7) // 8
    branch = f"0.4.0.127.0.7.1.1.4.1.{list(ECDSA_OIDS).index(hash_name) + 1}"
    algorithm = sequence(oid(branch if plain else f"1.2.840.10045.4.{ECDSA_OIDS[hash_name]}"))

    def sign(message: bytes) -> bytes:
        der = key.sign(message, ec.ECDSA(HASHES[hash_name]))
        return b"".join(n.to_bytes(size, "big") for n in decode_dss_signature(der)) if plain else der

    info = explicit_key_info(key) if explicit else _info(key)
    return Signer(key_info=info, algorithm=algorithm, sign=sign, hash_name=hash_name)


_BY_NAME = {"secp256r1": curves.NIST256p, "brainpoolP384r1": curves.BRAINPOOLP384r1}


def explicit_parameters(curve: Any, *, order: int | None = None, generator: bytes = b"") -> bytes:
    """ECParameters of a curve of the ecdsa package."""
    field = curve.curve
    size = (int(field.p()).bit_length() + 7) // 8
    coefficients = sequence(
        *(encode(0x04, int(each % field.p()).to_bytes(size, "big")) for each in (field.a(), field.b()))
    )
    point = generator or curve.generator.to_bytes("uncompressed")
    prime = sequence(oid("1.2.840.10045.1.1"), integer(int(field.p())))
    return sequence(
        integer(1), prime, coefficients, encode(0x04, point), integer(order or int(curve.order)), integer(1)
    )


def explicit_key_info(key: ec.EllipticCurvePrivateKey) -> bytes:
    """SubjectPublicKeyInfo with the parameters written out."""
    form = serialization.PublicFormat.UncompressedPoint
    point = key.public_key().public_bytes(serialization.Encoding.X962, form)
    return key_info(explicit_parameters(_BY_NAME[key.curve.name]), point)


def key_info(parameters: bytes, point: bytes, algorithm: str = "1.2.840.10045.2.1") -> bytes:
    """SubjectPublicKeyInfo around parameters and key bytes."""
    return sequence(sequence(oid(algorithm), parameters), encode(0x03, b"\x00" + point))


def rare_curve_signer(curve: Any = curves.BRAINPOOLP320r1, hash_name: str = "sha256") -> Signer:
    """ECDSA on a curve that `cryptography` does not know."""
    key: Any = _rare_key(curve.name)
    function = getattr(hashlib, hash_name)
    info = key_info(oid(".".join(map(str, curve.oid))), key.get_verifying_key().to_string("uncompressed"))

    def sign(message: bytes) -> bytes:
        return bytes(key.sign_deterministic(message, hashfunc=function, sigencode=sigencode_der))

    algorithm = sequence(oid(f"1.2.840.10045.4.{ECDSA_OIDS[hash_name]}"))
    return Signer(key_info=info, algorithm=algorithm, sign=sign, hash_name=hash_name)


@cache
def _rare_key(name: str) -> Any:
    return SigningKey.generate(next(curve for curve in curves.curves if curve.name == name))


def name(common_name: str, country: str = "VN") -> bytes:
    """A distinguished name."""
    parts = (("2.5.4.6", 0x13, country), ("2.5.4.3", 0x0C, common_name))
    return sequence(*(encode(0x31, sequence(oid(kind), encode(tag, text.encode()))) for kind, tag, text in parts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a certificate says, each part open to be wrong."""

    subject: bytes
    issuer: bytes
    serial: int = 1
    not_before: str = "200101000000Z"
    not_after: str = "491231235959Z"
    usage: int | None = 0x80
    authority: bool = False
    subject_key_id: bytes | None = None
    authority_key_id: bytes | None = None


ROOT_NAME = name("SPECIMEN root")
SIGNER_NAME = name("SPECIMEN signer")
ROOT = Profile(subject=ROOT_NAME, issuer=ROOT_NAME, usage=0x06, authority=True)
DOCUMENT_SIGNER = Profile(subject=SIGNER_NAME, issuer=ROOT_NAME, serial=2)


def certificate(profile: Profile, key: Signer, issuer_key: Signer) -> bytes:
    """A DER certificate for `key`, signed by `issuer_key`."""
    body = sequence(
        encode(0xA0, integer(2)),
        integer(profile.serial),
        issuer_key.algorithm,
        profile.issuer,
        sequence(encode(0x17, profile.not_before.encode()), encode(0x17, profile.not_after.encode())),
        profile.subject,
        key.key_info,
        encode(0xA3, sequence(*_extensions(profile))),
    )
    return sequence(body, issuer_key.algorithm, encode(0x03, b"\x00" + issuer_key.sign(body)))


def _extensions(profile: Profile) -> list[bytes]:
    made = [("2.5.29.19", sequence(b"\x01\x01\xff") if profile.authority else sequence())]
    if profile.usage is not None:
        made.append(("2.5.29.15", encode(0x03, bytes((1, profile.usage)))))
    if profile.subject_key_id:
        made.append(("2.5.29.14", encode(0x04, profile.subject_key_id)))
    if profile.authority_key_id:
        made.append(("2.5.29.35", sequence(encode(0x80, profile.authority_key_id))))
    return [sequence(oid(kind), encode(0x04, content)) for kind, content in made]


def revocation_list(serials: Sequence[int], issuer_key: Signer, issuer: bytes = ROOT_NAME) -> bytes:
    """A DER CRL."""
    day = encode(0x17, b"240101000000Z")
    entries = [sequence(integer(serial), day) for serial in serials]
    body = sequence(integer(1), issuer_key.algorithm, issuer, day, *([sequence(*entries)] if entries else []))
    return sequence(body, issuer_key.algorithm, encode(0x03, b"\x00" + issuer_key.sign(body)))


def lds_security_object(files: Mapping[int, bytes], hash_name: str = "sha256") -> bytes:
    """DER of an LDSSecurityObject, version 0 (ICAO 9303-10 clause 4.7.15): each file's hash by its data group."""
    entries = [
        sequence(integer(number), encode(0x04, hashlib.new(hash_name, raw).digest())) for number, raw in files.items()
    ]
    return sequence(integer(0), hash_identifier(hash_name), sequence(*entries))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrapping:
    """How content is signed, each part open to be wrong."""

    content_type: str = LDS_SECURITY_OBJECT
    attributes: bool = True
    claimed_type: str | None = None
    digest: bytes | None = None
    signing_time: str | None = None
    key_id: bytes | None = None
    issuer: bytes = ROOT_NAME
    serial: int = 2
    detached: bool = False


def signed_data(content: bytes, key: Signer, certificates: Sequence[bytes], how: Wrapping | None = None) -> bytes:
    """A ContentInfo with one signer."""
    how = how or Wrapping()
    digest = how.digest or hashlib.new(key.hash_name, content).digest()
    attributes = [
        sequence(oid("1.2.840.113549.1.9.3"), encode(0x31, oid(how.claimed_type or how.content_type))),
        sequence(oid("1.2.840.113549.1.9.4"), encode(0x31, encode(0x04, digest))),
    ]
    if how.signing_time:
        attributes.append(
            sequence(oid("1.2.840.113549.1.9.5"), encode(0x31, encode(0x17, how.signing_time.encode())))
        )
    body = b"".join(attributes)
    signature = key.sign(encode(0x31, body) if how.attributes else content)
    identifier = encode(0x80, how.key_id) if how.key_id else sequence(how.issuer, integer(how.serial))
    signer = sequence(
        integer(3 if how.key_id else 1),
        identifier,
        hash_identifier(key.hash_name),
        encode(0xA0, body) if how.attributes else b"",
        key.algorithm,
        encode(0x04, signature),
    )
    inner = sequence(
        integer(3),
        encode(0x31, hash_identifier(key.hash_name)),
        sequence(oid(how.content_type), b"" if how.detached else encode(0xA0, encode(0x04, content))),
        encode(0xA0, b"".join(certificates)),
        encode(0x31, signer),
    )
    return sequence(oid("1.2.840.113549.1.7.2"), encode(0xA0, inner))


def sod(files: Mapping[int, bytes], key: Signer, certificates: Sequence[bytes], how: Wrapping | None = None) -> bytes:
    """EF.SOD over data groups by number."""
    return encode(0x77, signed_data(lds_security_object(files, key.hash_name), key, certificates, how))


def master_list(roots: Sequence[bytes], key: Signer, signer: bytes, time: str | None = "260101000000Z") -> bytes:
    """A master list of those certificates, signed by `key`."""
    content = sequence(integer(0), encode(0x31, b"".join(roots)))
    return signed_data(content, key, [signer], Wrapping(content_type=MASTER_LIST, signing_time=time))
