"""Active and Chip Authentication and the mapping proof, on chips that are genuine, copied and broken."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from ecdsa import curves

from devices.card_reader.virtual_card.persona import Persona
from devices.emrtd.access import Access
from devices.emrtd.access_keys import AccessKey
from devices.emrtd.active_authentication import authenticate_actively, check_signature
from devices.emrtd.chip_authentication import ChipAuthentication, check_mapping, chip_authentication_offers
from devices.emrtd.chip_proof import ChipProver
from devices.emrtd.domain_parameters import standardized_group
from devices.emrtd.errors import SessionLostError, VerificationError
from devices.emrtd.groups import EllipticCurveGroup
from devices.emrtd.lds.card_security import parse_card_security
from devices.emrtd.lds.dg14 import parse_dg14
from devices.emrtd.lds.files import ElementaryFile
from devices.emrtd.lds.security_infos import ChipAuthenticationInfo, ChipAuthenticationKey, SecurityInfos
from devices.emrtd.oids import CHIP_AUTHENTICATION
from devices.emrtd.pace import Pace
from devices.emrtd.public_keys import DhKey, EcKey, PublicKey, RsaKey, read_public_key
from devices.emrtd.secure_messaging import SecureChannel
from devices.emrtd.verdict import FindingState, Reason
from devices.emrtd.verification import judge
from devices.errors import CardError, CardExchangeError, CardLiftedError, CardSilentError
from devices.iso7816.commands import read_short_file
from devices.iso7816.connection import Connection
from devices.iso7816.errors import MalformedError, StatusError
from devices.iso7816.tlv import encode
from tests.helpers.authorities import (
    ec_signer,
    integer,
    key_info,
    oid,
    rsa_private_key,
    rsa_signer,
    sequence,
    signed_data,
)
from tests.helpers.chip_end import ChipEnd
from tests.helpers.documents import can_of, read, shipped_trust
from tests.helpers.personas import persona
from tests.helpers.scripted_card import AnsweringCard

NO_CHIP_AUTHENTICATION = {"chip_authentication": None}
NO_ACTIVE_AUTHENTICATION = {"active_authentication": None}
CHALLENGE = b"12345678"
NOW = datetime(2026, 11, 23, tzinfo=UTC)


def proof_of(made: Persona) -> tuple[FindingState, Reason]:
    """What the chip of a persona proves in a whole read."""
    outcome, _ = read(made, can_of(made))
    assert outcome.proof is not None
    return outcome.proof.finding.state, outcome.proof.finding.reason


@pytest.mark.parametrize("digest", ["SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512"])
@pytest.mark.parametrize("algorithm", ["ECDSA", "ECDSA-DER", "RSA"])
def test_a_genuine_chip_signs_with_every_algorithm(algorithm: str, digest: str) -> None:
    made = persona(chip={"active_authentication": {"algorithm": algorithm, "digest": digest}})
    assert proof_of(made) == (FindingState.CONFIRMED, Reason.ACTIVE_AUTHENTICATION)


def test_a_copied_chip_is_found_out() -> None:
    assert proof_of(persona(quirks={"cloned": True})) == (FindingState.FAILED, Reason.CHIP_COPIED)


@pytest.mark.parametrize("cipher", ["3DES", "AES-128", "AES-192", "AES-256"])
@pytest.mark.parametrize("parameter_id", [0, 1, 2, 8, 12, 13, 17])
def test_chip_authentication_on_curves_and_modp_groups(parameter_id: int, cipher: str) -> None:
    made = persona(
        chip=NO_ACTIVE_AUTHENTICATION | {"chip_authentication": {"cipher": cipher, "parameter_id": parameter_id}}
    )
    assert proof_of(made) == (FindingState.CONFIRMED, Reason.CHIP_AUTHENTICATION)


def test_a_chip_whose_chip_authentication_is_broken_proves_nothing_and_is_still_read() -> None:
    made = persona(chip=NO_ACTIVE_AUTHENTICATION, quirks={"chip_authentication": "6F00"})
    assert proof_of(made) == (FindingState.NOT_CHECKED, Reason.CHIP_PROOF_BROKEN)


def test_a_chip_with_no_key_offers_no_proof() -> None:
    made = persona(chip=NO_ACTIVE_AUTHENTICATION | NO_CHIP_AUTHENTICATION)
    assert proof_of(made) == (FindingState.NOT_CHECKED, Reason.CHIP_PROOF_ABSENT)


def test_the_mapping_of_pace_is_proof_enough() -> None:
    made = persona(chip={"pace": {"mapping": "ECDH-CAM", "cipher": "AES-128", "parameter_id": 13}})
    assert proof_of(made) == (FindingState.CONFIRMED, Reason.CHIP_AUTHENTICATION_MAPPING)


CAM = {"pace": {"mapping": "ECDH-CAM", "cipher": "AES-128", "parameter_id": 13}}
WITHOUT_DG14 = (ElementaryFile.DG13, ElementaryFile.SOD, ElementaryFile.DG15)


def test_the_key_of_the_mapping_is_taken_from_card_security_where_dg14_has_none() -> None:
    made = persona(chip=CAM, quirks={"select_mf": "9000"})
    outcome, gathered = read(made, can_of(made), WITHOUT_DG14)
    assert outcome.proof is not None
    assert outcome.proof.finding.reason is Reason.CHIP_AUTHENTICATION_MAPPING
    assert outcome.proof.card_security is not None
    found = judge(gathered.files, outcome.proof, shipped_trust(), NOW)
    assert found.chip == outcome.proof.finding


def test_a_card_security_that_another_signed_does_not_count() -> None:
    made = persona(chip=CAM, quirks={"select_mf": "9000"})
    outcome, gathered = read(made, can_of(made), WITHOUT_DG14)
    other, _ = read(
        persona(chip={**CAM, "signer": "expired"}, quirks={"select_mf": "9000"}), can_of(made), WITHOUT_DG14
    )
    assert outcome.proof is not None
    assert other.proof is not None
    found = judge(gathered.files, other.proof, shipped_trust(), NOW)
    assert found.chip.reason is Reason.CHIP_KEY_UNSIGNED


def test_without_card_security_the_chip_signs_instead() -> None:
    made = persona(chip=CAM)
    outcome, _ = read(made, can_of(made), WITHOUT_DG14)
    assert outcome.proof is not None
    assert outcome.proof.finding.reason is Reason.ACTIVE_AUTHENTICATION


def test_signed_data_of_another_type_is_no_card_security() -> None:
    with pytest.raises(MalformedError, match="CardSecurity"):
        parse_card_security(signed_data(b"\x31\x00", ec_signer(), []))


def test_no_proof_is_asked_for_where_no_file_with_a_key_is() -> None:
    made = persona()
    outcome, _ = read(made, can_of(made), (ElementaryFile.DG1,))
    assert outcome.proof is None


# ---------------------------------------------------------------- active authentication
def iso9796(trailer: bytes, digest: bytes, *, header: int = 0x6A, other_root: bool = False) -> bytes:
    """A signature with message recovery, each part open to be wrong."""
    numbers = rsa_private_key().private_numbers()
    modulus = numbers.public_numbers.n
    length = (modulus.bit_length() + 7) // 8
    filling = bytes(length - 1 - len(digest) - len(trailer))
    signed = pow(int.from_bytes(bytes((header,)) + filling + digest + trailer, "big"), numbers.d, modulus)
    return (modulus - signed if other_root else signed).to_bytes(length, "big")


def recovered(digest_length: int, trailer: int) -> bytes:
    """The recovered part of a signature of that shape."""
    return bytes(128 - 1 - digest_length - trailer)


def rsa_key() -> RsaKey:
    """The public half."""
    key = read_public_key(rsa_signer().key_info)
    assert isinstance(key, RsaKey)
    return key


def test_both_square_roots_of_an_iso_9796_signature_are_accepted() -> None:
    digest = hashlib.sha1(recovered(20, 1) + CHALLENGE).digest()
    for other_root in (False, True):
        check_signature(rsa_key(), CHALLENGE, iso9796(b"\xbc", digest, other_root=other_root), None)


def copied(key: RsaKey | EcKey, signature: bytes, name: str | None = None) -> None:
    """Demand that the answer speaks against the chip."""
    with pytest.raises(VerificationError, match="chip-copied"):
        check_signature(key, CHALLENGE, signature, name)


def no_proof(key: PublicKey, signature: bytes) -> None:
    """Demand that the answer proves nothing, either way."""
    with pytest.raises(MalformedError):
        check_signature(key, CHALLENGE, signature, None)


@pytest.mark.parametrize(
    "signature",
    [
        bytes(127) + b"\x01",
        iso9796(b"\xbc", bytes(20)),
        iso9796(b"\x34\xcc", bytes(32)),
        iso9796(b"\xbc", bytes(20), header=0x4A),
        iso9796(b"\xbc", bytes(20), header=0x6B),
        iso9796(b"\xbb", bytes(20)),
    ],
    ids=["garbage", "wrong digest", "wrong digest of a named hash", "wrong header", "endless filling", "no trailer"],
)
def test_a_whole_rsa_signature_that_is_not_the_keys_is_a_copy(signature: bytes) -> None:
    copied(rsa_key(), signature)


@pytest.mark.parametrize(
    "signature",
    [b"", bytes(128), b"\xff" * 128, b"\x01" * 64, b"\x01" * 140, iso9796(b"\x39\xcc", bytes(20))],
    ids=["empty", "zero", "above the modulus", "cut", "too long", "a hash not known here"],
)
def test_what_can_be_no_rsa_signature_accuses_nobody(signature: bytes) -> None:
    no_proof(rsa_key(), signature)


@pytest.mark.parametrize("name", ["sha1", "sha224", "sha256", "sha384", "sha512"])
def test_the_short_trailer_stands_for_whichever_hash_the_ends_agreed_on(name: str) -> None:
    size = hashlib.new(name).digest_size
    check_signature(
        rsa_key(), CHALLENGE, iso9796(b"\xbc", hashlib.new(name, recovered(size, 1) + CHALLENGE).digest()), None
    )


def test_a_recovered_part_that_is_filled_up_is_read_from_its_end() -> None:
    numbers = rsa_private_key().private_numbers()
    digest = hashlib.sha1(b"M1" + CHALLENGE).digest()
    frame = b"\x6b" + b"\xbb" * (128 - 3 - 2 - 21 - 0) + b"\xba" + b"M1" + digest + b"\xbc"
    frame = frame[:1] + b"\xbb" * (128 - len(frame) + frame.count(b"\xbb")) + frame[1 + frame.count(b"\xbb") :]
    signed = pow(int.from_bytes(frame, "big"), numbers.d, numbers.public_numbers.n)
    check_signature(rsa_key(), CHALLENGE, signed.to_bytes(128, "big"), None)


def test_leading_zeros_more_or_less_do_not_spoil_a_right_signature() -> None:
    digest = hashlib.sha1(recovered(20, 1) + CHALLENGE).digest()
    right = iso9796(b"\xbc", digest)
    for signature in (b"\x00" + right, b"\x00\x00" + right, right.lstrip(b"\x00")):
        check_signature(rsa_key(), CHALLENGE, signature, None)


def test_a_key_too_small_for_its_hash_signs_nothing() -> None:
    small = RsaKey(modulus=(1 << 511) + 187, exponent=3)
    no_proof(small, bytes(64))


def test_the_hash_that_dg14_names_is_tried_first_and_the_others_after_it() -> None:
    signer = ec_signer("sha384")
    key = read_public_key(signer.key_info)
    for name in ("sha384", "sha256", None):
        check_signature(key, CHALLENGE, signer.sign(CHALLENGE), name)
    assert isinstance(key, EcKey)
    copied(key, signer.sign(b"87654321"), "sha384")


@pytest.mark.parametrize(
    "signature",
    [
        b"",
        b"junk",
        bytes(64),
        b"\xff" * 64,
        bytes(32) + b"\x01" * 32,
        b"\x01" * 63,
        b"\x30\x06\x02\x01\x00\x02\x01\x01",
        b"\x30\x43\x02\x1f" + b"\x01" * 60,
    ],
    ids=["empty", "junk", "zero", "above the order", "half zero", "cut", "zero in DER", "cut DER"],
)
def test_what_can_be_no_ecdsa_signature_accuses_nobody(signature: bytes) -> None:
    no_proof(ec_key(), signature)


def test_a_long_der_signature_that_was_cut_accuses_nobody_either() -> None:
    key = read_public_key(ec_signer(curve=ec.BrainpoolP512R1).key_info)
    assert isinstance(key, EcKey)
    no_proof(key, b"\x30\x81\x84\x02\x40" + b"\x01" * 123)
    copied(key, b"\x01" * 128)


def test_a_whole_ecdsa_signature_that_is_not_the_keys_is_a_copy_in_either_form() -> None:
    copied(ec_key(), b"\x01" * 64)
    copied(ec_key(), b"\x30\x06\x02\x01\x05\x02\x01\x07")


def test_a_dh_key_signs_nothing() -> None:
    group = standardized_group(0)
    no_proof(DhKey(group=group, number=group.generator), b"")


def test_a_chip_that_will_not_sign_is_told_apart() -> None:
    with pytest.raises(StatusError):
        authenticate_actively(AnsweringCard(lambda _: b"\x6d\x00"), rsa_key(), None, extended=False)


def test_long_signatures_are_asked_for_in_the_extended_form() -> None:
    card = AnsweringCard(lambda _: b"\x6d\x00")
    with pytest.raises(StatusError):
        authenticate_actively(card, rsa_key(), None, extended=True)
    assert card.commands[0][4] == 0


# ---------------------------------------------------------------- chip authentication
def ec_key() -> EcKey:
    """A static key of a chip."""
    key = read_public_key(ec_signer().key_info)
    assert isinstance(key, EcKey)
    return key


def offer(oid_number: str, key_id: int | None = None) -> ChipAuthenticationInfo:
    """A protocol by the end of its identifier."""
    return ChipAuthenticationInfo(protocol=CHIP_AUTHENTICATION[f"0.4.0.127.0.7.2.2.3.{oid_number}"], key_id=key_id)


def test_the_key_that_fits_the_protocol_is_taken() -> None:
    keys = (
        ChipAuthenticationKey(key_id=1, public_key=rsa_signer().key_info),
        ChipAuthenticationKey(key_id=2, public_key=ec_signer().key_info),
    )
    infos = SecurityInfos(chip_authentication=(offer("1.2"), offer("2.2", 2)), chip_authentication_keys=keys)
    ((info, key),) = chip_authentication_offers(infos)
    assert (info.key_id, isinstance(key, EcKey)) == (2, True)
    assert chip_authentication_offers(replace(infos, chip_authentication=(offer("2.2", 9),))) == []


def run(link: Connection, session: Connection, info: ChipAuthenticationInfo) -> None:
    """Chip authentication over two connections."""
    ChipAuthentication(link, session, info, extended=False).run(ec_key(), read_short_file(14, 1))


def test_an_answer_sealed_with_other_keys_means_a_copy() -> None:
    other = ChipEnd(CHIP_AUTHENTICATION["0.4.0.127.0.7.2.2.3.2.2"].suite, bytes(16), bytes(16))
    from devices.iso7816.apdu import Response

    sealed = other.seal(Response(data=b"x", sw=0x9000)).encode()
    with pytest.raises(VerificationError, match="chip-copied"):
        run(AnsweringCard(lambda _: sealed), AnsweringCard(lambda _: b"\x90\x00"), offer("2.2"))


def test_a_chip_that_falls_silent_under_the_new_keys_is_no_proof_either_way() -> None:
    with pytest.raises(SessionLostError):
        run(AnsweringCard(lambda _: b"\x69\x88"), AnsweringCard(lambda _: b"\x90\x00"), offer("2.2"))


@pytest.mark.parametrize(("number", "header"), [("2.1", "002241a6"), ("2.2", "002241a4")])
def test_a_key_number_is_named_to_the_chip(number: str, header: str) -> None:
    session = AnsweringCard(lambda _: b"\x90\x00")
    with pytest.raises(SessionLostError):
        run(AnsweringCard(lambda _: b"\x69\x88"), session, offer(number, 7))
    assert session.commands[0].hex().startswith(header)
    assert "840107" in session.commands[0].hex()


@pytest.mark.parametrize(
    ("number", "answers", "fault"),
    [
        ("2.2", ["9000", "6c10", "9000"], SessionLostError),
        ("2.2", ["6700", "9000", "9000"], SessionLostError),
        ("2.2", ["9000", "7c006102", "7c009000"], SessionLostError),
        ("2.1", ["6a80", "9000", "9000"], SessionLostError),
        ("2.1", ["6a80", "6a80"], StatusError),
        ("2.2", ["9000", "6300"], StatusError),
        ("2.2", ["9000", "6c10", "6c10"], StatusError),
        ("2.2", ["6a88"], StatusError),
        ("2.2", [""], MalformedError),
    ],
)
def test_whatever_the_chip_answers_to_our_key_it_is_asked_again_or_accuses_nobody(
    number: str, answers: list[str], fault: type[Exception]
) -> None:
    waiting = list(answers)
    session = AnsweringCard(lambda _: bytes.fromhex(waiting.pop(0)))
    agreement = ChipAuthentication(AnsweringCard(lambda _: b"\x69\x88"), session, offer(number), extended=True)
    with pytest.raises(fault):
        agreement.run(ec_key(), read_short_file(14, 1))
    assert waiting == []


@pytest.mark.parametrize(
    "answer", ["", "90", "9000", "99029000", "8e080000000000000000", "87020100990290008e0000", "6988", "6f00", "6282"]
)
def test_an_answer_under_the_new_keys_that_is_not_sealed_accuses_nobody(answer: str) -> None:
    link = AnsweringCard(lambda _: bytes.fromhex(answer))
    with pytest.raises((SessionLostError, MalformedError)):
        run(link, AnsweringCard(lambda _: b"\x90\x00"), offer("2.2"))


# ---------------------------------------------------------------- the mapping proof
def mapped(factor: int, key: EcKey) -> Pace:
    """A PACE whose chip says its mapping key is `key` times `factor`."""
    group = EllipticCurveGroup(curves.NIST256p)
    point = group.encode(group.multiply(key.point, 7))
    channel = SecureChannel(CHIP_AUTHENTICATION["0.4.0.127.0.7.2.2.3.2.2"].suite, bytes(16), bytes(16))
    return Pace(channel=channel, chip_mapping_key=point, chip_authentication_data=factor.to_bytes(32, "big"))


def static_keys(*infos: bytes) -> SecurityInfos:
    """DG14 with those keys."""
    return SecurityInfos(
        chip_authentication_keys=tuple(ChipAuthenticationKey(key_id=None, public_key=each) for each in infos)
    )


def test_the_mapping_proof_holds_for_the_right_factor_and_key_only() -> None:
    key, info = ec_key(), ec_signer().key_info
    check_mapping(mapped(7, key), static_keys(rsa_signer().key_info, info))
    for factor, keys in ((8, (info,)), (7, (ec_signer(label="other").key_info,))):
        with pytest.raises(VerificationError, match="chip-copied"):
            check_mapping(mapped(factor, key), static_keys(*keys))


def test_a_mapping_proof_without_a_number_or_a_key_of_its_curve_accuses_nobody() -> None:
    key, info = ec_key(), ec_signer().key_info
    other_curve = ec_signer(curve=ec.BrainpoolP384R1).key_info
    for factor, keys in ((0, (info,)), ((1 << 256) - 1, (info,)), (7, ()), (7, (other_curve, key_info(b"", b"")))):
        with pytest.raises(MalformedError):
            check_mapping(mapped(factor, key), static_keys(*keys))


# ---------------------------------------------------------------- which proof
def prove(
    files: dict[ElementaryFile, bytes], connection: Connection, pace: Pace | None = None
) -> tuple[FindingState, Reason]:
    """The proof a chip gives over `connection`."""
    access = Access(connection=connection, label="PACE-CAN", key=AccessKey(), pace=pace)

    def reopen() -> Access:
        raise SessionLostError("chip proof")

    finding = ChipProver(access, connection, files, extended=False, reopen=reopen).prove().finding
    return finding.state, finding.reason


def dg14(*entries: bytes) -> bytes:
    """DG14 around its infos."""
    return encode(0x6E, encode(0x31, b"".join(entries)))


KEY_ENTRY = sequence(oid("0.4.0.127.0.7.2.2.1.2"), ec_signer().key_info)
OFFER_ENTRY = sequence(oid("0.4.0.127.0.7.2.2.3.2.2"), integer(1))
DG15 = encode(0x6F, rsa_signer().key_info)


def test_a_proof_the_chip_cannot_do_lets_the_next_be_tried() -> None:
    def answer(command: bytes) -> bytes:
        return b"\x6d\x00" if command[1] == 0x88 else b"\x69\x88" if command[1] == 0xB0 else b"\x90\x00"

    files = {ElementaryFile.DG14: dg14(KEY_ENTRY, OFFER_ENTRY), ElementaryFile.DG15: DG15}
    assert prove(files, AnsweringCard(answer)) == (FindingState.NOT_CHECKED, Reason.CHIP_PROOF_BROKEN)


@pytest.mark.parametrize("fault", [CardSilentError(), CardExchangeError()])
def test_a_chip_that_hangs_over_its_proof_is_asked_for_no_other(fault: CardError) -> None:
    asked: list[bytes] = []

    def answer(command: bytes) -> bytes:
        asked.append(command)
        raise fault

    files = {ElementaryFile.DG14: dg14(KEY_ENTRY, OFFER_ENTRY), ElementaryFile.DG15: DG15}
    assert prove(files, AnsweringCard(answer)) == (FindingState.NOT_CHECKED, Reason.CHIP_PROOF_BROKEN)
    assert len(asked) == 1


def test_a_card_that_is_gone_during_its_proof_is_gone() -> None:
    def answer(_command: bytes) -> bytes:
        raise CardLiftedError

    with pytest.raises(CardLiftedError):
        prove({ElementaryFile.DG15: DG15}, AnsweringCard(answer))


@pytest.mark.parametrize(
    "files",
    [
        {ElementaryFile.DG14: b"\x6e\x01"},
        {ElementaryFile.DG15: b"\x6f\x00"},
        {ElementaryFile.DG14: dg14(sequence(oid("0.4.0.127.0.7.2.2.1.2"), key_info(b"", b"")), OFFER_ENTRY)},
    ],
)
def test_a_file_that_holds_no_usable_key_is_a_broken_proof(files: dict[ElementaryFile, bytes]) -> None:
    silent = AnsweringCard(lambda _: b"\x6d\x00")
    assert prove(files, silent) == (FindingState.NOT_CHECKED, Reason.CHIP_PROOF_BROKEN)


def test_a_mapping_proof_that_fails_under_a_key_of_dg14_is_none_without_card_security() -> None:
    files = {ElementaryFile.DG14: dg14(KEY_ENTRY)}
    silent = AnsweringCard(lambda _: b"\x6d\x00")
    assert prove(files, silent, mapped(8, ec_key())) == (FindingState.NOT_CHECKED, Reason.CHIP_PROOF_BROKEN)
    with pytest.raises(MalformedError):
        parse_dg14(b"")


# ---------------------------------------------------------------- whole cards with an odd answer
AA_KINDS = [("ECDSA", "SHA-256"), ("ECDSA-DER", "SHA-512"), ("RSA", "SHA-1")]
GENUINE = (FindingState.CONFIRMED, Reason.ACTIVE_AUTHENTICATION)
OTHERWISE = (FindingState.CONFIRMED, Reason.CHIP_AUTHENTICATION)


def odd(algorithm: str, digest: str, *, extended_length: bool = True, **quirks: object) -> Persona:
    """A card with that signature and those habits."""
    active = {"algorithm": algorithm, "digest": digest}
    return persona(chip={"active_authentication": active, "extended_length": extended_length}, quirks=quirks)


@pytest.mark.parametrize("extended_length", [True, False])
@pytest.mark.parametrize("kind", AA_KINDS)
@pytest.mark.parametrize("signature", ["6C", "61", "6700", "bare 6700", "empty", "cut"])
def test_a_genuine_chip_with_an_odd_answer_is_never_called_a_copy(
    signature: str, kind: tuple[str, str], extended_length: bool
) -> None:
    """Where the signature cannot be had, Chip Authentication stands in for it."""
    made = odd(*kind, extended_length=extended_length, signature=signature, long_answers="61")
    expected = GENUINE if signature in {"6C", "61"} else OTHERWISE
    assert proof_of(made) == expected


@pytest.mark.parametrize("kind", AA_KINDS[:2])
@pytest.mark.parametrize("signature", ["empty", "cut", "6700", "bare 6700"])
def test_a_chip_that_fails_over_extended_length_signs_over_the_short_one(
    signature: str, kind: tuple[str, str]
) -> None:
    assert proof_of(odd(*kind, signature=signature, signature_form="extended")) == GENUINE


def test_an_answer_of_the_right_length_that_does_not_verify_is_a_copy() -> None:
    assert proof_of(odd("ECDSA", "SHA-256", signature="noise")) == (FindingState.FAILED, Reason.CHIP_COPIED)


def test_a_copy_stays_a_copy_however_it_answers() -> None:
    for signature in ("6C", "61"):
        made = odd("ECDSA", "SHA-256", signature=signature, cloned=True)
        assert proof_of(made) == (FindingState.FAILED, Reason.CHIP_COPIED)


def test_a_long_signature_comes_over_short_apdus_in_pieces_and_else_leaves_the_proof_to_the_next() -> None:
    assert proof_of(odd("RSA", "SHA-256", extended_length=False, long_answers="61")) == GENUINE
    assert proof_of(odd("RSA", "SHA-256", extended_length=False)) == OTHERWISE


@pytest.mark.parametrize("cipher", ["3DES", "AES-128"])
@pytest.mark.parametrize("parameter_id", [0, 13])
@pytest.mark.parametrize("commands", ["any", "Set AT"])
def test_chip_authentication_goes_by_either_command_and_without_being_announced(
    commands: str, parameter_id: int, cipher: str
) -> None:
    chip = NO_ACTIVE_AUTHENTICATION | {"chip_authentication": {"cipher": cipher, "parameter_id": parameter_id}}
    named = persona(chip=chip, quirks={"chip_authentication_commands": commands})
    unnamed = persona(
        chip=chip, quirks={"chip_authentication_commands": commands, "chip_authentication_named": False}
    )
    assert proof_of(named) == OTHERWISE
    assert proof_of(unnamed) == (
        OTHERWISE if cipher == "3DES" else (FindingState.NOT_CHECKED, Reason.CHIP_PROOF_BROKEN)
    )


@pytest.mark.parametrize("proof", ["absent", "cut"])
def test_a_mapping_proof_that_cannot_be_read_leaves_the_word_to_the_next(proof: str) -> None:
    assert proof_of(persona(chip=CAM, quirks={"mapping_proof": proof})) == GENUINE


def test_a_mapping_proof_that_is_wrong_under_the_signed_key_is_a_copy() -> None:
    made = persona(chip=CAM, quirks={"mapping_proof": "wrong", "select_mf": "9000"})
    assert proof_of(made) == (FindingState.FAILED, Reason.CHIP_COPIED)


def test_a_chip_that_breaks_its_session_over_one_proof_is_asked_for_the_next_in_a_new_one() -> None:
    made, broken = persona(), 0

    class Breaks:
        def __init__(self, inner: Connection) -> None:
            self._inner = inner

        def transmit(self, command: bytes, /) -> bytes:
            nonlocal broken
            if command[:2] == b"\x0c\x88":
                broken += 1
                return b"\x69\x88"
            return self._inner.transmit(command)

    outcome, _ = read(made, can_of(made), wrap=Breaks)
    assert outcome.proof is not None
    assert (outcome.proof.finding.state, outcome.proof.finding.reason) == OTHERWISE
    assert broken == 2


def test_a_chip_that_opens_no_more_has_proved_nothing() -> None:
    made = persona()

    class Closes:
        def __init__(self, inner: Connection) -> None:
            self._inner = inner
            self._closed = False

        def transmit(self, command: bytes, /) -> bytes:
            self._closed = self._closed or command[:2] == b"\x0c\x88"
            return b"\x69\x88" if self._closed else self._inner.transmit(command)

    outcome, gathered = read(made, can_of(made), wrap=Closes)
    assert outcome.proof is not None
    assert outcome.proof.finding.reason is Reason.CHIP_PROOF_BROKEN
    assert ElementaryFile.DG13 in gathered.files


@pytest.mark.parametrize(
    ("garbled", "expected"), [(1, OTHERWISE), (2, (FindingState.FAILED, Reason.CHIP_COPIED))], ids=["once", "always"]
)
def test_a_checksum_that_is_wrong_under_the_new_keys_is_asked_for_once_more(
    garbled: int, expected: tuple[FindingState, Reason]
) -> None:
    made, probes = persona(chip=NO_ACTIVE_AUTHENTICATION), 0

    class Garbles:
        def __init__(self, inner: Connection) -> None:
            self._inner = inner
            self._agreed = False

        def transmit(self, command: bytes, /) -> bytes:
            nonlocal probes
            answer = self._inner.transmit(command)
            probe = self._agreed and command[:3] == b"\x0c\xb0\x8e"
            self._agreed = command[:2] == b"\x0c\x86"
            if probe and probes < garbled:
                probes += 1
                return answer[:-3] + bytes((answer[-3] ^ 1,)) + answer[-2:]
            return answer

    outcome, _ = read(made, can_of(made), wrap=Garbles)
    assert outcome.proof is not None
    assert (outcome.proof.finding.state, outcome.proof.finding.reason) == expected
    assert probes == garbled
