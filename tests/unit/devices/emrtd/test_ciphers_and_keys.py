"""Cipher suites and key derivation against the worked examples (ICAO Doc 9303-11 appendices D and G)."""

from __future__ import annotations

import pytest

from devices.emrtd.cipher_suites import AES_128, AES_192, AES_256, TRIPLE_DES, CipherSuite, pad, unpad
from devices.emrtd.key_derivation import (
    CHECKSUM,
    ENCRYPTION,
    PASSWORD,
    bac_seed,
    derive,
    odd_parity,
    password_from_can,
    password_from_mrz,
)
from devices.emrtd.session_ciphers import session_ciphers
from devices.iso7816.errors import MalformedError
from tests.helpers.vectors import vector

SUITES = (TRIPLE_DES, AES_128, AES_192, AES_256)


def test_basic_access_keys_are_those_of_appendix_d2() -> None:
    example = vector("icao/bac")
    seed = bac_seed(example["mrz_information"])
    assert seed.hex().upper() == example["k_seed"]
    assert derive(TRIPLE_DES, seed, ENCRYPTION).hex().upper() == example["k_enc"]
    assert derive(TRIPLE_DES, seed, CHECKSUM).hex().upper() == example["k_mac"]


@pytest.mark.parametrize("name", ["icao/pace_ecdh_gm", "icao/pace_dh_gm"])
def test_password_keys_and_session_keys_are_those_of_appendix_g(name: str) -> None:
    example = vector(name)
    password = password_from_mrz(example["mrz_information"])
    assert password.hex().upper() == example["k"]
    assert derive(AES_128, password, PASSWORD).hex().upper() == example["k_pi"]


def test_session_keys_are_those_of_appendix_g1() -> None:
    example = vector("icao/pace_ecdh_gm")
    secret = bytes.fromhex(example["shared_secret"])
    assert derive(AES_128, secret, ENCRYPTION).hex().upper() == example["ks_enc"]
    assert derive(AES_128, secret, CHECKSUM).hex().upper() == example["ks_mac"]


@pytest.mark.parametrize(
    ("can", "mrz", "k_enc", "k_pi_can", "k_pi_mrz"),
    [
        (
            "123456",
            "090123456290021003002108",
            "0D7ADFE5E9BA43520437E3E5FEF7988A",
            "591468CDA83D65219CCCB8560233600F",
            "E6F99C7D7565880307E6F02715222ABD",
        ),
        (
            "000789",
            "165000789265071879912315",
            "C12A7A3B2F7A3E3E617376F1798579B5",
            "B7E8D650336D606415A26634EE712C6A",
            "D50A854728F680B7E56951FA0D80D404",
        ),
    ],
)
def test_keys_of_made_up_vietnamese_cards(can: str, mrz: str, k_enc: str, k_pi_can: str, k_pi_mrz: str) -> None:
    assert derive(TRIPLE_DES, bac_seed(mrz), ENCRYPTION).hex().upper() == k_enc
    assert derive(AES_128, password_from_can(can), PASSWORD).hex().upper() == k_pi_can
    assert derive(AES_128, password_from_mrz(mrz), PASSWORD).hex().upper() == k_pi_mrz


@pytest.mark.parametrize("suite", SUITES, ids=lambda suite: suite.name)
def test_a_key_is_as_long_as_its_suite_says(suite: CipherSuite) -> None:
    assert len(derive(suite, b"secret", ENCRYPTION)) == suite.key_length


def test_every_byte_of_a_3des_key_has_odd_parity() -> None:
    assert all(byte.bit_count() % 2 for byte in odd_parity(bytes(range(16))))


@pytest.mark.parametrize("suite", SUITES, ids=lambda suite: suite.name)
def test_what_is_enciphered_is_deciphered(suite: CipherSuite) -> None:
    key = derive(suite, b"secret", ENCRYPTION)
    plain = pad(b"some plain text", suite.block_length)
    iv = bytes(range(suite.block_length))
    assert suite.decrypt(key, suite.encrypt(key, plain, iv), iv) == plain
    ciphers, counter = session_ciphers(suite, key, key), bytes(suite.block_length)
    assert ciphers.decrypt(counter, ciphers.encrypt(counter, plain)) == plain
    with pytest.raises(MalformedError):
        ciphers.decrypt(counter, plain[:-1])


@pytest.mark.parametrize("suite", SUITES, ids=lambda suite: suite.name)
@pytest.mark.parametrize("data", [b"", b"1234567"])
def test_broken_blocks_are_malformed(suite: CipherSuite, data: bytes) -> None:
    with pytest.raises(MalformedError):
        suite.decrypt(bytes(suite.key_length), data)


def test_a_checksum_of_one_block_needs_no_chain() -> None:
    assert len(TRIPLE_DES.mac(bytes(range(16)), b"")) == 8


@pytest.mark.parametrize("data", [b"", b"\x00\x00", b"\x80\x01"])
def test_data_without_padding_is_malformed(data: bytes) -> None:
    with pytest.raises(MalformedError):
        unpad(data)
