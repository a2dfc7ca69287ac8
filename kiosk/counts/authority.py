"""The province's own certificate authority: its root, the server's certificate, one certificate a PC.

X.509 v3 (RFC 5280) on P-256. A PC makes its key itself and sends a request; the key never leaves it. A lost PC is
shut out by its role (`kiosk.counts.province.revoke`), so no revocation list is needed.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from kiosk.errors import KioskError
from kiosk.i18n import Text

ROOT_DAYS = 3650
LEAF_DAYS = 825
_SKEW = timedelta(hours=1)


_NOT_FOR = Text("Tệp xin không phải của {name}.", "The request is not for {name}.")
_NOT_WELL_FORMED = Text("Tệp xin bị hỏng.", "The request is not well-formed.")


class RequestError(KioskError):
    """A certificate request that is not well-formed, not signed by its own key, or for another name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateAuthority:
    """A root certificate and its key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey = field(repr=False)


def new_key() -> ec.EllipticCurvePrivateKey:
    """P-256, for a certificate of PostgreSQL's TLS."""
    return ec.generate_private_key(ec.SECP256R1())


def key_pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    """PKCS#8, not encrypted: it lies in a folder only its owner may read."""
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def certificate_pem(certificate: x509.Certificate) -> bytes:
    """The certificate as libpq and the server read it."""
    return certificate.public_bytes(serialization.Encoding.PEM)


def new_authority(name: str, now: datetime) -> CertificateAuthority:
    """A root that may issue end certificates only."""
    key = new_key()
    built = (
        _builder(_named(name), _named(name), key.public_key(), now, ROOT_DAYS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    return CertificateAuthority(certificate=built.sign(key, hashes.SHA256()), key=key)


def read_authority(certificate: bytes, key: bytes) -> CertificateAuthority:
    """From the two PEM files. Raises `KioskError`, `ValueError`."""
    loaded = serialization.load_pem_private_key(key, password=None)
    if not isinstance(loaded, ec.EllipticCurvePrivateKey):
        raise KioskError(Text("ca.key: cần khoá đường cong elip.", "ca.key: expected an elliptic curve key."))
    return CertificateAuthority(certificate=x509.load_pem_x509_certificate(certificate), key=loaded)


def server_certificate(
    authority: CertificateAuthority, key: ec.EllipticCurvePublicKey, names: Sequence[str], now: datetime
) -> x509.Certificate:
    """For the server, under host names and IP addresses."""
    alternatives = x509.SubjectAlternativeName([_host(name) for name in names])
    built = _leaf(authority, key, names[0], ExtendedKeyUsageOID.SERVER_AUTH, now)
    return built.add_extension(alternatives, critical=False).sign(authority.key, hashes.SHA256())


def client_certificate(
    authority: CertificateAuthority, key: ec.EllipticCurvePublicKey, name: str, now: datetime
) -> x509.Certificate:
    """For one login role; the common name is the role's name."""
    return _leaf(authority, key, name, ExtendedKeyUsageOID.CLIENT_AUTH, now).sign(authority.key, hashes.SHA256())


def signing_request(key: ec.EllipticCurvePrivateKey, name: str) -> bytes:
    """PKCS#10, PEM: what a PC sends to be enrolled."""
    request = x509.CertificateSigningRequestBuilder().subject_name(_named(name)).sign(key, hashes.SHA256())
    return request.public_bytes(serialization.Encoding.PEM)


def requested_key(pem: bytes, name: str) -> ec.EllipticCurvePublicKey:
    """The key of a request for `name`, proved to be held by who asks. Raises `RequestError`."""
    try:
        request = x509.load_pem_x509_csr(pem)
        key = request.public_key()
        names = [str(each.value) for each in request.subject.get_attributes_for_oid(NameOID.COMMON_NAME)]
        if not request.is_signature_valid or names != [name] or not isinstance(key, ec.EllipticCurvePublicKey):
            raise RequestError(_NOT_FOR.filled(name=name))
    except (ValueError, InvalidSignature) as fault:
        raise RequestError(_NOT_WELL_FORMED) from fault
    return key


def _leaf(
    authority: CertificateAuthority,
    key: ec.EllipticCurvePublicKey,
    name: str,
    purpose: x509.ObjectIdentifier,
    now: datetime,
) -> x509.CertificateBuilder:
    root = authority.certificate.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    return (
        _builder(_named(name), authority.certificate.subject, key, now, LEAF_DAYS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([purpose]), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(root), critical=False)
    )


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, now: datetime, days: int
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _SKEW)
        .not_valid_after(now + timedelta(days=days))
    )


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _host(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)
