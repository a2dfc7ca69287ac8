"""Passive Authentication: signed data, certificates, trust folder, and the two findings they lead to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from asn1crypto import pem
from cryptography.hazmat.primitives.asymmetric import ec

from devices.emrtd.certificates import read_certificate, read_revocation_list
from devices.emrtd.chip_proof import ChipProof
from devices.emrtd.errors import VerificationError
from devices.emrtd.lds.files import ElementaryFile
from devices.emrtd.lds.security_infos import SecurityInfos
from devices.emrtd.lds.sod import parse_sod
from devices.emrtd.oids import LDS_SECURITY_OBJECTS_LEGACY
from devices.emrtd.passive_authentication import check_hashes, check_issuer
from devices.emrtd.signed_data import read_signed_data
from devices.emrtd.trust import Root, TrustStore, read_master_list, read_trust_folder
from devices.emrtd.verdict import Finding, FindingState, Reason, Verdict
from devices.emrtd.verification import judge
from devices.iso7816.errors import MalformedError
from devices.iso7816.tlv import encode
from tests.helpers.authorities import (
    DOCUMENT_SIGNER,
    ROOT,
    ROOT_NAME,
    Profile,
    Signer,
    Wrapping,
    certificate,
    ec_signer,
    integer,
    lds_security_object,
    master_list,
    name,
    oid,
    rare_curve_signer,
    revocation_list,
    rsa_signer,
    sequence,
    signed_data,
    sod,
)

NOW = datetime(2026, 11, 23, tzinfo=UTC)
ROOT_KEY = ec_signer("sha384", ec.BrainpoolP384R1, label="root")
KEY = ec_signer(label="signer")
ROOT_CERTIFICATE = certificate(ROOT, ROOT_KEY, ROOT_KEY)
FILES = {ElementaryFile.DG1: b"\x61\x01\x01", ElementaryFile.DG13: b"\x6d\x01\x02", ElementaryFile.DG15: b"\x6f\x00"}
NUMBERED = {file.number or 0: raw for file, raw in FILES.items()}
PROVEN = ChipProof(finding=Finding(state=FindingState.CONFIRMED, reason=Reason.ACTIVE_AUTHENTICATION))


def signer_certificate(profile: Profile = DOCUMENT_SIGNER, key: Signer = KEY, issuer: Signer = ROOT_KEY) -> bytes:
    """The document signer's certificate."""
    return certificate(profile, key, issuer)


def trust(root: bytes = ROOT_CERTIFICATE, *, specimen: bool = False, revoked: int | None = None) -> TrustStore:
    """A store with one root."""
    trusted = read_certificate(root)
    entries = frozenset({(trusted.subject, revoked)}) if revoked is not None else frozenset()
    return TrustStore(roots=(Root(certificate=trusted, specimen=specimen),), revoked=entries)


def verdict(raw: bytes | None = None, store: TrustStore | None = None, proof: ChipProof | None = PROVEN) -> Verdict:
    """The verdict on the files with this SOD."""
    made = raw if raw is not None else sod(NUMBERED, KEY, [signer_certificate()])
    return judge({**FILES, ElementaryFile.SOD: made}, proof, store if store is not None else trust(), NOW)


def test_a_card_signed_by_a_trusted_issuer_is_confirmed_three_times() -> None:
    found = verdict()
    assert [each.state for each in (found.integrity, found.chip, found.issuer)] == [FindingState.CONFIRMED] * 3
    assert found.issuer.reason is Reason.ISSUER_TRUSTED
    assert not found.specimen


@pytest.mark.parametrize(
    "key",
    [
        rsa_signer("sha1"),
        rsa_signer("sha512"),
        rsa_signer("sha256", pss=True),
        rsa_signer("sha256", bare=True),
        ec_signer("sha224"),
        ec_signer("sha512", ec.BrainpoolP384R1),
        ec_signer("sha384", ec.BrainpoolP384R1, explicit=True),
        ec_signer(explicit=True),
        ec_signer(plain=True),
        rare_curve_signer(),
    ],
)
def test_every_kind_of_signature_confirms_data_and_issuer(key: Signer) -> None:
    issuer = ROOT_KEY if key.hash_name == "sha256" else key
    root = certificate(ROOT, issuer, issuer)
    found = verdict(sod(NUMBERED, key, [signer_certificate(key=key, issuer=issuer)]), trust(root))
    assert found.integrity.reason is Reason.DATA_UNCHANGED
    assert found.issuer.reason is Reason.ISSUER_TRUSTED


@pytest.mark.parametrize(
    "how",
    [
        Wrapping(attributes=False),
        *(Wrapping(content_type=each) for each in sorted(LDS_SECURITY_OBJECTS_LEGACY)),
        Wrapping(key_id=b"\x01\x02"),
        Wrapping(signing_time="260101000000Z"),
        Wrapping(serial=77),
    ],
    ids=[
        "no attributes",
        "a Dutch type",
        "legacy type",
        "by key identifier",
        "signing time",
        "another serial, only certificate",
    ],
)
def test_every_form_of_signed_data_is_read(how: Wrapping) -> None:
    profile = replace(DOCUMENT_SIGNER, subject_key_id=b"\x01\x02")
    found = verdict(sod(NUMBERED, KEY, [signer_certificate(profile)], how))
    assert found.integrity.reason is Reason.DATA_UNCHANGED


@pytest.mark.parametrize(
    "how", [Wrapping(digest=bytes(32)), Wrapping(claimed_type="1.2.3")], ids=["wrong digest", "wrong type"]
)
def test_attributes_that_do_not_fit_the_content_are_an_invalid_signature(how: Wrapping) -> None:
    found = verdict(sod(NUMBERED, KEY, [signer_certificate()], how))
    assert found.integrity == Finding(state=FindingState.FAILED, reason=Reason.SIGNATURE_INVALID)
    assert found.issuer.reason is Reason.ISSUER_SIGNATURE_UNPROVEN
    assert found.chip.reason is Reason.CHIP_KEY_UNSIGNED


def test_a_signature_of_another_key_is_invalid() -> None:
    found = verdict(sod(NUMBERED, ec_signer(label="forger"), [signer_certificate()]))
    assert found.integrity.reason is Reason.SIGNATURE_INVALID


def test_changed_data_does_not_match_and_unsigned_data_is_missing() -> None:
    changed = sod({**NUMBERED, 13: b"other"}, KEY, [signer_certificate()])
    missing = sod({1: NUMBERED[1]}, KEY, [signer_certificate()])
    assert verdict(changed).integrity == Finding(state=FindingState.FAILED, reason=Reason.HASH_MISMATCH)
    assert verdict(missing).integrity == Finding(state=FindingState.FAILED, reason=Reason.HASH_MISSING)
    assert verdict(changed).issuer.reason is Reason.ISSUER_TRUSTED


def test_com_and_sod_have_no_hash_of_their_own() -> None:
    security_object = parse_sod(sod(NUMBERED, KEY, [signer_certificate()]))
    check_hashes(security_object, {**FILES, ElementaryFile.COM: b"anything"})


def test_without_a_sod_nothing_is_claimed() -> None:
    found = judge(FILES, PROVEN, trust(), NOW)
    reasons = [found.integrity.reason, found.chip.reason, found.issuer.reason]
    assert reasons == [Reason.SIGNATURE_ABSENT, Reason.CHIP_KEY_UNSIGNED, Reason.ISSUER_SIGNATURE_UNPROVEN]
    assert {found.integrity.state, found.chip.state, found.issuer.state} == {FindingState.NOT_CHECKED}


@pytest.mark.parametrize(
    "raw",
    [
        b"\x77\x00",
        b"",
        encode(0x77, sequence(oid("1.2.840.113549.1.7.1"), encode(0xA0, encode(0x04, b"")))),
        encode(0x77, signed_data(b"\x30\x00", KEY, [signer_certificate()])),
        encode(0x77, signed_data(lds_security_object(NUMBERED), KEY, [])),
        encode(0x77, signed_data(lds_security_object(NUMBERED), KEY, [signer_certificate()] * 17)),
        encode(0x77, signed_data(lds_security_object(NUMBERED), KEY, [b"\x30\x00"])),
        sod(NUMBERED, KEY, [signer_certificate()], Wrapping(content_type="1.2.3")),
        encode(
            0x77,
            signed_data(
                sequence(integer(0), sequence(oid("2.16.840.1.101.3.4.2.1")), sequence(b"\x30\x00")),
                KEY,
                [signer_certificate()],
            ),
        ),
    ],
    ids=lambda _: "sod",
)
def test_an_unreadable_sod_is_said_to_be_unreadable(raw: bytes) -> None:
    assert verdict(raw).integrity == Finding(state=FindingState.NOT_CHECKED, reason=Reason.SIGNATURE_UNREADABLE)


def test_a_signer_that_cannot_be_told_or_whose_key_is_unknown_is_unreadable() -> None:
    two = [signer_certificate(replace(DOCUMENT_SIGNER, serial=serial)) for serial in (5, 6)]
    unknown_key = replace(KEY, key_info=sequence(sequence(oid("1.2.3"), b"\x05\x00"), encode(0x03, b"\x00")))
    for raw in (sod(NUMBERED, KEY, two), sod(NUMBERED, KEY, [signer_certificate(key=unknown_key)])):
        assert verdict(raw).integrity.reason is Reason.SIGNATURE_UNREADABLE


def test_content_that_is_absent_is_malformed_and_empty_content_is_empty() -> None:
    with pytest.raises(MalformedError, match="content"):
        read_signed_data(signed_data(b"", KEY, [signer_certificate()], Wrapping(detached=True)))
    empty = Wrapping(content_type="1.2.840.113549.1.7.1")
    assert read_signed_data(signed_data(b"", KEY, [signer_certificate()], empty)).content == b""


@pytest.mark.parametrize(
    ("profile", "store", "reason"),
    [
        (DOCUMENT_SIGNER, TrustStore(), Reason.ISSUER_NO_ROOTS),
        (replace(DOCUMENT_SIGNER, issuer=name("somebody else")), None, Reason.ISSUER_UNKNOWN),
        (replace(DOCUMENT_SIGNER, authority_key_id=b"\x01"), None, Reason.ISSUER_TRUSTED),
        (replace(DOCUMENT_SIGNER, not_after="230101000000Z"), None, Reason.SIGNER_EXPIRED),
        (replace(DOCUMENT_SIGNER, not_before="270101000000Z"), None, Reason.SIGNER_NOT_YET_VALID),
        (replace(DOCUMENT_SIGNER, usage=0x04), None, Reason.SIGNER_MISUSED),
        (replace(DOCUMENT_SIGNER, usage=None), None, Reason.ISSUER_TRUSTED),
        (DOCUMENT_SIGNER, trust(revoked=2), Reason.SIGNER_REVOKED),
        (DOCUMENT_SIGNER, trust(revoked=3), Reason.ISSUER_TRUSTED),
        (DOCUMENT_SIGNER, trust(specimen=True), Reason.ISSUER_SPECIMEN),
        (DOCUMENT_SIGNER, trust(certificate(replace(ROOT, usage=0x80), ROOT_KEY, ROOT_KEY)), Reason.SIGNER_MISUSED),
        (
            DOCUMENT_SIGNER,
            trust(certificate(replace(ROOT, authority=False), ROOT_KEY, ROOT_KEY)),
            Reason.SIGNER_MISUSED,
        ),
        (DOCUMENT_SIGNER, trust(certificate(replace(ROOT, usage=None), ROOT_KEY, ROOT_KEY)), Reason.ISSUER_TRUSTED),
        (DOCUMENT_SIGNER, trust(certificate(ROOT, KEY, KEY)), Reason.SIGNER_CHAIN_INVALID),
        (
            DOCUMENT_SIGNER,
            trust(
                certificate(ROOT, replace(KEY, key_info=sequence(sequence(oid("1.2.3")), b"\x03\x01\x00")), ROOT_KEY)
            ),
            Reason.SIGNER_CHAIN_INVALID,
        ),
        (
            replace(DOCUMENT_SIGNER, authority_key_id=b"\x01"),
            trust(certificate(replace(ROOT, subject_key_id=b"\x02"), ROOT_KEY, ROOT_KEY)),
            Reason.ISSUER_UNKNOWN,
        ),
    ],
)
def test_the_issuer_is_judged_by_the_first_rule_that_breaks(
    profile: Profile, store: TrustStore | None, reason: Reason
) -> None:
    found = verdict(sod(NUMBERED, KEY, [signer_certificate(profile)], Wrapping(issuer=profile.issuer)), store)
    assert found.issuer.reason is reason
    assert found.specimen is (reason is Reason.ISSUER_SPECIMEN)
    confirmed = {Reason.ISSUER_TRUSTED, Reason.ISSUER_SPECIMEN}
    unchecked = {Reason.ISSUER_NO_ROOTS, Reason.ISSUER_UNKNOWN}
    state = FindingState.CONFIRMED if reason in confirmed else FindingState.FAILED
    assert found.issuer.state is (FindingState.NOT_CHECKED if reason in unchecked else state)


def test_an_authority_of_another_state_says_nothing_of_a_vietnamese_card() -> None:
    foreign = name("SPECIMEN root", "UT")
    root = certificate(replace(ROOT, subject=foreign, issuer=foreign), ROOT_KEY, ROOT_KEY)
    signer = read_certificate(signer_certificate(replace(DOCUMENT_SIGNER, issuer=foreign)))
    with pytest.raises(VerificationError, match="issuer-unknown"):
        check_issuer(signer, trust(root), NOW)
    assert check_issuer(signer, trust(root, specimen=True), NOW).specimen


def test_a_proof_that_failed_stays_failed_and_one_not_asked_is_not_asked() -> None:
    failed = ChipProof(finding=Finding(state=FindingState.FAILED, reason=Reason.CHIP_COPIED))
    assert verdict(proof=failed).chip.reason is Reason.CHIP_COPIED
    assert verdict(proof=None).chip == Finding(state=FindingState.NOT_CHECKED, reason=Reason.CHIP_NOT_ASKED)


def test_a_trust_folder_is_read_whole_and_names_what_it_cannot_use(tmp_path: Path) -> None:
    specimen = tmp_path / "specimen"
    specimen.mkdir()
    (tmp_path / "root.cer").write_bytes(ROOT_CERTIFICATE)
    (tmp_path / "armoured.pem").write_bytes(
        pem.armor("CERTIFICATE", certificate(replace(ROOT, serial=9), ROOT_KEY, ROOT_KEY))
    )
    (specimen / "specimen.der").write_bytes(ROOT_CERTIFICATE)
    (tmp_path / "list.crl").write_bytes(revocation_list([2, 4], ROOT_KEY))
    (tmp_path / "armoured-list.pem").write_bytes(pem.armor("X509 CRL", revocation_list([], ROOT_KEY)))
    foreign = name("SPECIMEN root", "UT")
    others = [
        certificate(replace(ROOT, subject=foreign, issuer=foreign), ROOT_KEY, ROOT_KEY),
        sequence(oid("2.5.4.6"), encode(0x13, b"VN")),
    ]
    (tmp_path / "states.ml").write_bytes(master_list([ROOT_CERTIFICATE, *others], KEY, signer_certificate()))
    (tmp_path / "undated.ml").write_bytes(master_list([ROOT_CERTIFICATE], KEY, signer_certificate(), None))
    (tmp_path / "broken.cer").write_bytes(b"nothing")
    (tmp_path / "broken.pem").write_bytes(b"-----BEGIN CERTIFICATE-----\n!\n")
    (tmp_path / "forged.crl").write_bytes(revocation_list([2], KEY))
    (tmp_path / "forged.ml").write_bytes(
        master_list([ROOT_CERTIFICATE], ec_signer(label="forger"), signer_certificate())
    )
    (tmp_path / "README.txt").write_text("not for us")
    store = read_trust_folder(tmp_path)
    assert store.problems == ("broken.cer", "broken.pem", "forged.ml", "forged.crl")
    assert sorted(root.specimen for root in store.roots) == [False, False, False, False, True]
    assert {serial for _, serial in store.revoked} == {2, 4}
    assert store.listed_at == datetime(2026, 1, 1, tzinfo=UTC)
    assert judge(FILES, None, store, NOW).list_age_days == 326


def test_an_absent_folder_is_an_empty_store_and_a_huge_file_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert read_trust_folder(tmp_path / "nowhere") == TrustStore()
    monkeypatch.setattr("devices.emrtd.trust_files.MAX_FILE", 3)
    (tmp_path / "root.cer").write_bytes(ROOT_CERTIFICATE)
    assert read_trust_folder(tmp_path).problems == ("root.cer",)


def test_a_master_list_is_of_its_own_type_and_shape() -> None:
    wrong_type = signed_data(b"\x30\x00", KEY, [signer_certificate()])
    wrong_shape = signed_data(b"\x30\x00", KEY, [signer_certificate()], Wrapping(content_type="2.23.136.1.1.2"))
    for raw in (wrong_type, wrong_shape):
        with pytest.raises(MalformedError, match="master list"):
            read_master_list(raw)


@pytest.mark.parametrize(
    "raw",
    [b"", b"\x30\x00", b"\x30\x80\x00\x00", ROOT_CERTIFICATE[:-1], ROOT_CERTIFICATE + b"\x00"],
    ids=lambda _: "raw",
)
def test_broken_certificates_and_lists_are_malformed(raw: bytes) -> None:
    for read in (read_certificate, read_revocation_list):
        with pytest.raises(MalformedError):
            read(raw)


def test_a_name_is_compared_as_names_are() -> None:
    assert read_certificate(ROOT_CERTIFICATE).subject == read_revocation_list(revocation_list([1], ROOT_KEY)).issuer
    assert read_certificate(ROOT_CERTIFICATE).issuer == read_certificate(signer_certificate()).issuer
    assert ROOT_NAME


def test_a_signed_dg14_that_cannot_be_read_says_nothing_of_the_way_in() -> None:
    broken = b"\x6e\x05"
    files = {ElementaryFile.DG14: broken, ElementaryFile.SOD: sod({14: broken}, KEY, [signer_certificate()])}
    found = judge(files, None, trust(), NOW, SecurityInfos())
    assert (found.integrity.state, found.access.reason) == (FindingState.CONFIRMED, Reason.ACCESS_UNSIGNED)
