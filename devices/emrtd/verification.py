"""From the files of one read to its verdict: findings none of which claims more than was checked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from devices.emrtd.chip_proof import ChipProof
from devices.emrtd.errors import VerificationError
from devices.emrtd.lds.dg14 import parse_dg14
from devices.emrtd.lds.files import ElementaryFile
from devices.emrtd.lds.security_infos import SecurityInfos
from devices.emrtd.lds.sod import SecurityObject, parse_sod
from devices.emrtd.passive_authentication import check_hashes, check_issuer
from devices.emrtd.signed_data import check_signed_data
from devices.emrtd.trust import TrustStore
from devices.emrtd.verdict import Finding, FindingState, Reason, Verdict
from devices.iso7816.errors import MalformedError

_NOTHING_CHECKED: Final = frozenset({Reason.ISSUER_NO_ROOTS, Reason.ISSUER_UNKNOWN, Reason.SIGNATURE_UNREADABLE})
"""Reasons that mean no check was possible, as against a check that failed."""


def judge(
    files: Mapping[ElementaryFile, bytes],
    proof: ChipProof | None,
    trust: TrustStore,
    now: datetime,
    card_access: SecurityInfos | None = None,
) -> Verdict:
    """The verdict on `files` (raw, whole) and what the chip proved; `now` with its time zone.

    `card_access` is what EF.CardAccess said before any key, None where it could not be read.
    """
    age = (now - trust.listed_at).days if trust.listed_at else None
    raw = files.get(ElementaryFile.SOD)
    if raw is None:
        return _unsigned(Reason.SIGNATURE_ABSENT, proof, age)
    try:
        security_object = parse_sod(raw)
    except MalformedError:
        return _unsigned(Reason.SIGNATURE_UNREADABLE, proof, age)
    signature = _signature(security_object)
    integrity = _hashes(security_object, files) if signature.state is FindingState.CONFIRMED else signature
    issuer, specimen = _issuer(security_object, signature, trust, now)
    covered = integrity.state is FindingState.CONFIRMED and _same_signer(proof, security_object)
    chip = _chip(proof, covered=covered)
    signed_dg14 = files.get(ElementaryFile.DG14) if integrity.state is FindingState.CONFIRMED else None
    access = _access(card_access, signed_dg14)
    return Verdict(integrity=integrity, chip=chip, issuer=issuer, access=access, specimen=specimen, list_age_days=age)


def _access(offered: SecurityInfos | None, signed_dg14: bytes | None) -> Finding:
    """Whether the offers of PACE are those that the signed DG14 repeats; one that repeats none says nothing."""
    try:
        signed = parse_dg14(signed_dg14).pace if signed_dg14 else ()
    except MalformedError:
        signed = ()
    if offered is None or not signed:
        return _not_checked(Reason.ACCESS_UNSIGNED)
    return _confirmed(Reason.ACCESS_SIGNED) if set(offered.pace) == set(signed) else _failed(Reason.ACCESS_CHANGED)


def _unsigned(reason: Reason, proof: ChipProof | None, age: int | None) -> Verdict:
    integrity = _not_checked(reason)
    issuer = _not_checked(Reason.ISSUER_SIGNATURE_UNPROVEN)
    return Verdict(integrity=integrity, chip=_chip(proof, covered=False), issuer=issuer, list_age_days=age)


def _signature(security_object: SecurityObject) -> Finding:
    try:
        check_signed_data(security_object.signed, security_object.signed.signer_certificate)
    except VerificationError as fault:
        return _failed(fault.reason)
    except MalformedError:
        return _not_checked(Reason.SIGNATURE_UNREADABLE)
    return _confirmed(Reason.DATA_UNCHANGED)


def _hashes(security_object: SecurityObject, files: Mapping[ElementaryFile, bytes]) -> Finding:
    try:
        check_hashes(security_object, files)
    except VerificationError as fault:
        return _failed(fault.reason)
    return _confirmed(Reason.DATA_UNCHANGED)


def _issuer(
    security_object: SecurityObject, signature: Finding, trust: TrustStore, now: datetime
) -> tuple[Finding, bool]:
    if signature.state is not FindingState.CONFIRMED:
        return _not_checked(Reason.ISSUER_SIGNATURE_UNPROVEN), False
    try:
        root = check_issuer(security_object.signed.signer_certificate, trust, now)
    except VerificationError as fault:
        finding = _not_checked(fault.reason) if fault.reason in _NOTHING_CHECKED else _failed(fault.reason)
        return finding, False
    return _confirmed(Reason.ISSUER_SPECIMEN if root.specimen else Reason.ISSUER_TRUSTED), root.specimen


def _chip(proof: ChipProof | None, *, covered: bool) -> Finding:
    """The chip's proof counts only for a key that a valid signature covers."""
    if proof is None:
        return _not_checked(Reason.CHIP_NOT_ASKED)
    if proof.finding.state is FindingState.CONFIRMED and not covered:
        return _not_checked(Reason.CHIP_KEY_UNSIGNED)
    return proof.finding


def _same_signer(proof: ChipProof | None, security_object: SecurityObject) -> bool:
    """That an EF.CardSecurity, where the key came from one, is signed by whoever signed the SOD."""
    if proof is None or proof.card_security is None:
        return True
    try:
        check_signed_data(proof.card_security.signed, security_object.signed.signer_certificate)
    except (VerificationError, MalformedError):
        return False
    return True


def _confirmed(reason: Reason) -> Finding:
    return Finding(state=FindingState.CONFIRMED, reason=reason)


def _failed(reason: Reason) -> Finding:
    return Finding(state=FindingState.FAILED, reason=reason)


def _not_checked(reason: Reason) -> Finding:
    return Finding(state=FindingState.NOT_CHECKED, reason=reason)
