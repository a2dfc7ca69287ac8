"""The made-up issuer and the trust folder that knows it."""

from __future__ import annotations

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from devices.card_reader.virtual_card import specimen_pki
from kiosk.paths import shipped_config

TRUST = shipped_config() / "trust" / "specimen"


def test_the_shipped_specimen_root_is_the_one_that_signs_the_demo_cards() -> None:
    assert (TRUST / "specimen-csca.pem").read_bytes() == specimen_pki.root().public_bytes(Encoding.PEM)


def test_the_shipped_revocation_list_is_the_root_s() -> None:
    assert (TRUST / "specimen-crl.pem").read_bytes() == specimen_pki.revocation_list().public_bytes(Encoding.PEM)


def test_every_made_up_certificate_says_specimen_in_its_subject() -> None:
    signers = [specimen_pki.signer(kind).certificate for kind in specimen_pki.SERIALS]
    for certificate in (specimen_pki.root(), specimen_pki.root("unknown"), *signers):
        assert "SPECIMEN" in certificate.subject.rfc4514_string()


def test_the_signers_hang_under_their_root() -> None:
    for kind in specimen_pki.SERIALS:
        root = specimen_pki.root("unknown" if kind == "unknown" else "root")
        specimen_pki.signer(kind).certificate.verify_directly_issued_by(root)


def test_the_withdrawn_signer_is_on_the_list() -> None:
    serials = [entry.serial_number for entry in specimen_pki.revocation_list()]
    assert serials == [specimen_pki.SERIALS["revoked"]]
    assert isinstance(specimen_pki.revocation_list(), x509.CertificateRevocationList)
