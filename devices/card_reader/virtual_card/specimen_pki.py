"""The made-up issuer: a specimen country signing root, its document signers and its revocation list.

Certificates follow the profile of ICAO 9303-12 clause 7 and are the same bytes on every machine. The root and the
list that a station trusts for demonstrations are `config/trust/specimen`; a test compares them with this module.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID

from devices.card_reader.virtual_card.specimen_keys import curve_key, rsa_key

ROOT_SERIAL = 0x5EC1
SERIALS = {"specimen": 0x5EC2, "specimen-rsa": 0x5EC3, "expired": 0x5EC4, "revoked": 0x5EC5, "unknown": 0x5EC6}
YEARS = {"expired": (2019, 2023)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """A document signer: its certificate and its key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


@cache
def root(label: str = "root") -> x509.Certificate:
    """The self-signed country signing certificate; `label` `unknown` gives one that no station trusts."""
    key = curve_key(f"CSCA {label}", ec.BrainpoolP384R1)
    name = _name("SPECIMEN CSCA" if label == "root" else "SPECIMEN CSCA of nowhere")
    identifier = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    builder = _builder(name, name, ROOT_SERIAL, (2020, 2049)).public_key(key.public_key())
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    builder = builder.add_extension(_usage(signs_certificates=True), critical=True)
    builder = builder.add_extension(identifier, critical=False)
    return builder.sign(key, hashes.SHA384(), ecdsa_deterministic=True)


@cache
def signer(kind: str) -> Signer:
    """One document signer by the name a persona uses: `specimen`, `specimen-rsa`, `expired`, `revoked`, `unknown`."""
    issuer_label = "unknown" if kind == "unknown" else "root"
    issuer, issuer_key = root(issuer_label), curve_key(f"CSCA {issuer_label}", ec.BrainpoolP384R1)
    key = rsa_key(f"signer {kind}") if kind == "specimen-rsa" else curve_key(f"signer {kind}")
    name = _name(f"SPECIMEN document signer {kind}")
    builder = _builder(name, issuer.subject, SERIALS[kind], YEARS.get(kind, (2020, 2049)))
    authority = x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key())
    builder = builder.public_key(key.public_key()).add_extension(authority, critical=False)
    builder = builder.add_extension(_usage(signs_certificates=False), critical=True)
    return Signer(certificate=builder.sign(issuer_key, hashes.SHA384(), ecdsa_deterministic=True), key=key)


@cache
def revocation_list() -> x509.CertificateRevocationList:
    """The root's list: one signer, withdrawn in 2024."""
    key = curve_key("CSCA root", ec.BrainpoolP384R1)
    entry = x509.RevokedCertificateBuilder(SERIALS["revoked"], _day(2024)).build()
    builder = x509.CertificateRevocationListBuilder(root().subject, _day(2026), _day(2049)).add_revoked_certificate(
        entry
    )
    builder = builder.add_extension(x509.CRLNumber(1), critical=False)
    return builder.sign(key, hashes.SHA384(), ecdsa_deterministic=True)


def _builder(subject: x509.Name, issuer: x509.Name, serial: int, years: tuple[int, int]) -> x509.CertificateBuilder:
    start, end = (_day(year) for year in years)
    return x509.CertificateBuilder(issuer, subject, None, serial, start, end)


def _name(common: str) -> x509.Name:
    pairs = ((NameOID.COUNTRY_NAME, "VN"), (NameOID.ORGANIZATION_NAME, "SPECIMEN"), (NameOID.COMMON_NAME, common))
    return x509.Name([x509.NameAttribute(oid, text) for oid, text in pairs])


def _day(year: int) -> datetime:
    return datetime(year, 1, 1, tzinfo=UTC)


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )
