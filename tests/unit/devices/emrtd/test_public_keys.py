"""SubjectPublicKeyInfo in every form a card may use, and in some it must not."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from ecdsa import curves

from devices.emrtd.domain_parameters import standardized_group
from devices.emrtd.lds.dg15 import parse_dg15
from devices.emrtd.public_keys import DhKey, EcKey, RsaKey, read_public_key
from devices.iso7816.errors import MalformedError
from devices.iso7816.tlv import encode
from tests.helpers.authorities import (
    ec_signer,
    explicit_parameters,
    integer,
    key_info,
    oid,
    rare_curve_signer,
    rsa_signer,
    sequence,
)

POINT = curves.NIST256p.generator.to_bytes("uncompressed")
RSA = "1.2.840.113549.1.1.1"
STANDARDIZED = "0.4.0.127.0.7.1.2"
PKCS3 = "1.2.840.113549.1.3.1"
X942 = "1.2.840.10046.2.1"


def test_an_rsa_key() -> None:
    key = read_public_key(rsa_signer().key_info)
    assert isinstance(key, RsaKey)
    assert key.modulus.bit_length() == 1024


@pytest.mark.parametrize(
    ("info", "curve"),
    [
        (ec_signer().key_info, "NIST256p"),
        (ec_signer(curve=ec.BrainpoolP384R1).key_info, "BRAINPOOLP384r1"),
        (ec_signer(explicit=True).key_info, "NIST256p"),
        (ec_signer(curve=ec.BrainpoolP384R1, explicit=True).key_info, "BRAINPOOLP384r1"),
        (rare_curve_signer().key_info, "BRAINPOOLP320r1"),
        (key_info(integer(12), POINT, STANDARDIZED), "NIST256p"),
    ],
    ids=lambda value: value if isinstance(value, str) else "info",
)
def test_curves_are_known_by_name_by_number_and_by_their_parameters(info: bytes, curve: str) -> None:
    key = read_public_key(info)
    assert isinstance(key, EcKey)
    assert key.curve.name == curve
    assert key.group.encode(key.point)


def test_the_key_of_active_authentication_is_one_of_them() -> None:
    assert isinstance(parse_dg15(encode(0x6F, ec_signer().key_info)), EcKey)


@pytest.mark.parametrize("form", ["compressed", "hybrid"])
def test_an_explicit_generator_may_be_written_in_another_form(form: str) -> None:
    generator = curves.NIST256p.generator.to_bytes(form)
    parameters = explicit_parameters(curves.NIST256p, generator=generator)
    assert isinstance(read_public_key(key_info(parameters, POINT)), EcKey)


def dh_numbers(parameter_id: int = 0) -> tuple[int, int, int, bytes]:
    """p, generator, order and a public key."""
    group = standardized_group(parameter_id)
    return group.prime, group.generator, group.order, integer(group.multiply(group.generator, 5))


def test_dh_keys_in_the_three_ways_of_naming_the_group() -> None:
    p, generator, order, public = dh_numbers()
    for info in (
        key_info(integer(0), public, STANDARDIZED),
        key_info(sequence(integer(p), integer(generator)), public, PKCS3),
        key_info(sequence(integer(p), integer(generator), integer(160)), public, PKCS3),
        key_info(sequence(integer(p), integer(generator), integer(order)), public, X942),
    ):
        assert isinstance(read_public_key(info), DhKey)


P, G, Q, PUBLIC = dh_numbers()


@pytest.mark.parametrize(
    "info",
    [
        b"",
        sequence(),
        sequence(sequence(oid(RSA)), encode(0x03, b"\x01")),
        sequence(sequence(), encode(0x03, b"\x00")),
        sequence(sequence(integer(1), b"\x05\x00"), encode(0x03, b"\x00")),
        key_info(b"", b"", RSA),
        key_info(b"", sequence(integer(5)), RSA),
        key_info(b"", sequence(integer(2**600), integer(3)), RSA),
        key_info(b"", sequence(integer(2**1023 + 1), integer(1)), RSA),
        key_info(b"", sequence(integer(7), integer(3)), RSA),
        key_info(b"", sequence(integer(2**1023 + 1), integer(2**300 + 1)), RSA),
        key_info(b"", sequence(oid(RSA), integer(3)), RSA),
        key_info(b"", POINT),
        key_info(oid("1.2.3"), POINT),
        key_info(integer(12), POINT[:-1], STANDARDIZED),
        key_info(integer(99), POINT),
        key_info(integer(99), POINT, STANDARDIZED),
        key_info(sequence(), POINT),
        key_info(sequence(integer(1), sequence(), sequence(), encode(0x04, b""), integer(1)), POINT),
        key_info(explicit_parameters(curves.NIST256p, order=12345), POINT),
        key_info(explicit_parameters(curves.NIST256p, generator=POINT[:1] + bytes(64)), POINT),
        key_info(oid("1.2.840.10045.3.1.7"), POINT, "1.2.3"),
        key_info(sequence(integer(P)), PUBLIC, PKCS3),
        key_info(sequence(integer(7), integer(2)), PUBLIC, PKCS3),
        key_info(sequence(integer(P + 1), integer(G)), PUBLIC, PKCS3),
        key_info(sequence(integer(P), integer(1)), PUBLIC, PKCS3),
        key_info(sequence(integer(P), integer(G), integer(1)), PUBLIC, X942),
        key_info(sequence(integer(P), integer(G), integer(Q)), integer(P - 1), X942),
    ],
    ids=lambda _: "info",
)
def test_anything_else_is_malformed(info: bytes) -> None:
    with pytest.raises(MalformedError):
        read_public_key(info)
