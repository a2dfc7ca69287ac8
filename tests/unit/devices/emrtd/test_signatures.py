"""Signature algorithms: every scheme and hash of Doc 9303-12 verifies, and nothing else does."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from devices.emrtd.public_keys import EcKey, read_public_key
from devices.emrtd.signature_algorithms import Scheme, read_hash_algorithm, read_signature_algorithm
from devices.emrtd.signatures import ecdsa_readings, verify_ecdsa
from devices.iso7816.errors import MalformedError
from devices.iso7816.tlv import encode
from tests.helpers.authorities import (
    HASH_OIDS,
    Signer,
    ec_signer,
    hash_identifier,
    integer,
    oid,
    rare_curve_signer,
    rsa_signer,
    sequence,
)

MESSAGE = b"message"
SIGNERS = [
    *(rsa_signer(name) for name in HASH_OIDS),
    *(rsa_signer(name, pss=True) for name in HASH_OIDS),
    *(ec_signer(name) for name in HASH_OIDS),
    *(ec_signer(name, plain=True) for name in HASH_OIDS),
    ec_signer("sha384", ec.BrainpoolP384R1),
    ec_signer("sha512", ec.SECP521R1),
    ec_signer("sha512", ec.SECP256R1),
    rare_curve_signer(),
]


@pytest.mark.parametrize("signer", SIGNERS)
def test_a_right_signature_verifies_and_a_wrong_one_does_not(signer: Signer) -> None:
    algorithm, key = read_signature_algorithm(signer.algorithm), read_public_key(signer.key_info)
    signature = signer.sign(MESSAGE)
    assert algorithm.verify(key, MESSAGE, signature)
    assert not algorithm.verify(key, MESSAGE + b"!", signature)
    assert not algorithm.verify(key, MESSAGE, signature[:-1])


def test_a_bare_key_type_takes_the_digest_beside_it() -> None:
    signer = rsa_signer("sha384", bare=True)
    algorithm, key = read_signature_algorithm(signer.algorithm), read_public_key(signer.key_info)
    signature = signer.sign(MESSAGE)
    assert algorithm.verify(key, MESSAGE, signature, "sha384")
    assert not algorithm.verify(key, MESSAGE, signature)


def test_a_key_of_another_kind_verifies_nothing() -> None:
    for signer, other in (
        (rsa_signer(), ec_signer()),
        (ec_signer(), rsa_signer()),
        (rsa_signer(pss=True), ec_signer()),
    ):
        key = read_public_key(other.key_info)
        assert not read_signature_algorithm(signer.algorithm).verify(key, MESSAGE, signer.sign(MESSAGE))


def test_absent_pss_parameters_have_their_defaults() -> None:
    for identifier in (
        sequence(oid("1.2.840.113549.1.1.10")),
        sequence(oid("1.2.840.113549.1.1.10"), sequence()),
        sequence(oid("1.2.840.113549.1.1.10"), sequence(encode(0xA1, sequence(oid("1.2.840.113549.1.1.8"))))),
    ):
        algorithm = read_signature_algorithm(identifier)
        assert (algorithm.scheme, algorithm.hash_name, algorithm.mgf_hash) == (Scheme.PSS, "sha1", "sha1")
        assert algorithm.salt_length == 20


@pytest.mark.parametrize(
    "identifier",
    [
        b"",
        sequence(),
        sequence(b"\x05\x00"),
        sequence(oid("1.2.3")),
        sequence(oid("1.2.840.113549.1.1.10"), sequence(encode(0xA2, integer(513)))),
        sequence(oid("1.2.840.113549.1.1.10"), sequence(encode(0xA0, sequence(oid("1.2.3"))))),
    ],
)
def test_an_unknown_algorithm_is_malformed(identifier: bytes) -> None:
    with pytest.raises(MalformedError):
        read_signature_algorithm(identifier)


def test_an_unknown_hash_is_malformed() -> None:
    with pytest.raises(MalformedError):
        read_hash_algorithm(sequence(oid("1.2.3")))
    assert read_hash_algorithm(hash_identifier("sha224")) == "sha224"


@pytest.mark.parametrize(
    "signature", [b"", b"\x30\x00", sequence(integer(1)), sequence(integer(1), oid("1.2.3")), bytes(63)]
)
def test_bytes_that_are_no_ecdsa_signature_have_no_numbers(signature: bytes) -> None:
    key = read_public_key(ec_signer().key_info)
    assert isinstance(key, EcKey)
    assert ecdsa_readings(key.curve, signature) == ()


def test_numbers_out_of_range_verify_nothing() -> None:
    for signer in (ec_signer(), rare_curve_signer()):
        key = read_public_key(signer.key_info)
        assert isinstance(key, EcKey)
        for numbers in ((0, 1), (1, 0), (key.curve.order, 1), (1, 1)):
            assert not verify_ecdsa(key, "sha256", MESSAGE, numbers)
