"""Passive Authentication (ICAO Doc 9303-11 clause 5.1): are the files what was signed, and who signed?

Two findings that are kept apart: integrity needs only the card, the issuer needs a trusted root. Hashes are over the
raw files. Each check raises; `judge` in `verification` turns what was raised into findings.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime

from devices.emrtd.certificates import Certificate
from devices.emrtd.cipher_suites import same
from devices.emrtd.errors import VerificationError
from devices.emrtd.lds.files import ElementaryFile
from devices.emrtd.lds.sod import SecurityObject
from devices.emrtd.trust import COUNTRY, Root, TrustStore
from devices.emrtd.verdict import Reason
from devices.iso7816.errors import MalformedError


def check_hashes(security_object: SecurityObject, files: Mapping[ElementaryFile, bytes]) -> None:
    """That every data group read has its signed hash. Raises `VerificationError` (HASH_MISMATCH, HASH_MISSING)."""
    for file, raw in files.items():
        if file.number is None:
            continue
        signed = security_object.hashes.get(file.number)
        if signed is None:
            raise VerificationError(Reason.HASH_MISSING)
        if not same(hashlib.new(security_object.hash_name, raw).digest(), signed):
            raise VerificationError(Reason.HASH_MISMATCH)


def check_issuer(signer: Certificate, trust: TrustStore, now: datetime) -> Root:
    """The trusted root that stands behind the signer's certificate.

    Raises `VerificationError`: ISSUER_NO_ROOTS and ISSUER_UNKNOWN when nothing could be checked, SIGNER_* when a
    check failed.
    """
    if not trust.roots:
        raise VerificationError(Reason.ISSUER_NO_ROOTS)
    candidates = [root for root in trust.issuers_of(signer) if root.specimen or root.certificate.country == COUNTRY]
    if not candidates:
        raise VerificationError(Reason.ISSUER_UNKNOWN)
    root = next((each for each in candidates if _signs(each.certificate, signer)), None)
    if root is None:
        raise VerificationError(Reason.SIGNER_CHAIN_INVALID)
    _check_purpose(root.certificate, signer)
    if (signer.issuer, signer.serial) in trust.revoked:
        raise VerificationError(Reason.SIGNER_REVOKED)
    for certificate in (signer, root.certificate):
        _check_validity(certificate, now)
    return root


def _signs(root: Certificate, signer: Certificate) -> bool:
    try:
        return signer.is_signed_by(root)
    except MalformedError:
        return False


def _check_purpose(root: Certificate, signer: Certificate) -> None:
    may_sign = signer.key_usage is None or "digital_signature" in signer.key_usage
    may_certify = root.is_authority and (root.key_usage is None or "key_cert_sign" in root.key_usage)
    if not may_sign or not may_certify:
        raise VerificationError(Reason.SIGNER_MISUSED)


def _check_validity(certificate: Certificate, now: datetime) -> None:
    if now < certificate.not_before:
        raise VerificationError(Reason.SIGNER_NOT_YET_VALID)
    if now > certificate.not_after:
        raise VerificationError(Reason.SIGNER_EXPIRED)
