"""Active and Chip Authentication and the mapping proof, on chips that are genuine, copied and broken."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from ecdsa import curves

from devices.card_reader.virtual_card.persona import Persona
from devices.emrtd.access import Access
from devices.emrtd.access_keys import AccessKey
from devices.emrtd.active_authentication import authenticate_actively, check_signature
from devices.emrtd.chip_authentication import ChipAuthentication, check_mapping, chip_authentication_offer
from devices.emrtd.chip_proof import prove_chip
from devices.emrtd.domain_parameters import standardized_group
from devices.emrtd.errors import SessionLostError, VerificationError
from devices.emrtd.groups import EllipticCurveGroup
from devices.emrtd.lds.card_security import parse_card_security
from devices.emrtd.lds.dg14 import parse_dg14
from devices.emrtd.lds.files import ElementaryFile
from devices.emrtd.lds.security_infos import ChipAuthenticationInfo, ChipAuthenticationKey, SecurityInfos
from devices.emrtd.oids import CHIP_AUTHENTICATION
from devices.emrtd.pace import Pace
from devices.emrtd.public_keys import DhKey, EcKey, RsaKey, read_public_key
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
    import hashlib

    digest = hashlib.sha1(recovered(20, 1) + CHALLENGE).digest()
    for other_root in (False, True):
        check_signature(rsa_key(), CHALLENGE, iso9796(b"\xbc", digest, other_root=other_root), None)


@pytest.mark.parametrize(
    "signature",
    [
        b"",
        bytes(128),
        b"\xff" * 128,
        iso9796(b"\xbc", bytes(20)),
        iso9796(b"\x39\xcc", bytes(20)),
        iso9796(b"\xbc", bytes(20), header=0x4A),
    ],
    ids=["empty", "zero", "too large", "wrong digest", "unknown hash", "wrong header"],
)
def test_any_other_rsa_signature_is_refused(signature: bytes) -> None:
    with pytest.raises(VerificationError, match="chip-copied"):
        check_signature(rsa_key(), CHALLENGE, signature, None)


def test_a_key_too_small_for_its_hash_signs_nothing() -> None:
    small = RsaKey(modulus=(1 << 511) + 187, exponent=3)
    with pytest.raises(VerificationError):
        check_signature(small, CHALLENGE, bytes(64), None)


def test_the_hash_that_dg14_names_is_the_only_one_tried() -> None:
    signer = ec_signer("sha384")
    key = read_public_key(signer.key_info)
    check_signature(key, CHALLENGE, signer.sign(CHALLENGE), "sha384")
    check_signature(key, CHALLENGE, signer.sign(CHALLENGE), None)
    for signature, name in ((signer.sign(CHALLENGE), "sha256"), (b"junk", None)):
        with pytest.raises(VerificationError):
            check_signature(key, CHALLENGE, signature, name)


def test_a_dh_key_signs_nothing() -> None:
    group = standardized_group(0)
    with pytest.raises(VerificationError):
        check_signature(DhKey(group=group, number=group.generator), CHALLENGE, b"", None)


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
    found = chip_authentication_offer(infos)
    assert found is not None
    assert (found[0].key_id, isinstance(found[1], EcKey)) == (2, True)
    assert chip_authentication_offer(replace(infos, chip_authentication=(offer("2.2", 9),))) is None


def run(link: Connection, session: Connection, info: ChipAuthenticationInfo) -> None:
    """Chip authentication over two connections."""
    ChipAuthentication(link, session, info).run(ec_key(), read_short_file(14, 1))


def test_an_answer_sealed_with_other_keys_means_a_copy() -> None:
    other = SecureChannel(CHIP_AUTHENTICATION["0.4.0.127.0.7.2.2.3.2.2"].suite, bytes(16), bytes(16))
    from devices.iso7816.apdu import Response

    sealed = other.seal_response(Response(data=b"x", sw=0x9000)).encode()
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
    for factor, keys in ((8, (info,)), (0, (info,)), (7, ()), (7, (ec_signer(label="other").key_info,))):
        with pytest.raises(VerificationError, match="chip-copied"):
            check_mapping(mapped(factor, key), static_keys(*keys))


# ---------------------------------------------------------------- which proof
def prove(
    files: dict[ElementaryFile, bytes], connection: Connection, pace: Pace | None = None
) -> tuple[FindingState, Reason]:
    """The proof a chip gives over `connection`."""
    access = Access(connection=connection, label="PACE-CAN", key=AccessKey(), pace=pace)
    finding = prove_chip(access, connection, files, extended=False).finding
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


def test_a_mapping_proof_that_fails_is_final() -> None:
    files = {ElementaryFile.DG14: dg14(KEY_ENTRY)}
    silent = AnsweringCard(lambda _: b"\x6d\x00")
    assert prove(files, silent, mapped(8, ec_key())) == (FindingState.FAILED, Reason.CHIP_COPIED)
    with pytest.raises(MalformedError):
        parse_dg14(b"")
