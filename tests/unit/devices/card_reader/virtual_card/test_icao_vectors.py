"""The chip's side against the worked examples of ICAO 9303-11: what it answers is what the printed chip answered."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pytest

from devices.card_reader.virtual_card import bac, pace
from devices.card_reader.virtual_card.apdu import parse
from devices.card_reader.virtual_card.bac import BacLock
from devices.card_reader.virtual_card.ciphers import CipherName
from devices.card_reader.virtual_card.domains import CurveGroup
from devices.card_reader.virtual_card.modp import ModpGroup
from devices.card_reader.virtual_card.pace import PaceProfile, PaceRun
from tests.helpers.vectors import exchanges, vector


def chosen(*values: object) -> Iterator[object]:
    """Stands in for chance."""
    return iter(values)


def test_bac_and_the_first_protected_reads_of_appendix_d(monkeypatch: pytest.MonkeyPatch) -> None:
    example = vector("icao/bac")
    secrets = chosen(bytes.fromhex(example["rnd_ic"]), bytes.fromhex(example["k_ic"]))
    monkeypatch.setattr(bac.secrets, "token_bytes", lambda _: next(secrets))
    lock = BacLock(example["mrz_information"].encode())
    assert lock.challenge().hex().upper() == example["rnd_ic"]
    answer, channel = lock.authenticate(bytes.fromhex(example["cmd_data"]))
    assert answer.hex().upper() == example["resp_data"]
    for exchange in example["exchange"]:
        command = channel.open(parse(bytes.fromhex(exchange["command"])))
        plain = parse(bytes.fromhex(exchange["plain_command"]))
        assert (command.header, command.data, command.le) == (plain.header, plain.data, plain.le)
        response = bytes.fromhex(exchange["plain_response"])
        sealed = channel.seal(response[:-2], 0x9000, odd_ins=False)
        assert sealed.hex().upper() == exchange["response"]


@pytest.mark.parametrize(
    ("name", "mapping", "group"), [("pace_ecdh_gm", "ECDH-GM", CurveGroup), ("pace_dh_gm", "DH-GM", ModpGroup)]
)
def test_pace_of_appendix_g(
    monkeypatch: pytest.MonkeyPatch, name: str, mapping: str, group: type[CurveGroup | ModpGroup]
) -> None:
    example = vector(f"icao/{name}")
    scalars = chosen(int(example["chip_mapping_private"], 16), int(example["chip_private"], 16))
    monkeypatch.setattr(group, "random_scalar", lambda _: next(scalars))
    monkeypatch.setattr(pace.secrets, "token_bytes", lambda _: bytes.fromhex(example["nonce"]))
    password = hashlib.sha1(example["mrz_information"].encode()).digest()
    profile = PaceProfile(mapping=mapping, cipher=CipherName.AES_128, parameter_id=example["parameter_id"])
    run = PaceRun(profile, password)
    *steps, (last, tokens) = exchanges(f"icao/{name}")[1:]
    for command, response in steps:
        assert (run.answer(parse(bytes.fromhex(command)).data) + b"\x90\x00").hex().upper() == response
    # The chip of G.2 also names a certificate for terminal authentication, which no identity card of ours does.
    token = run.answer(parse(bytes.fromhex(last)).data).hex().upper().removeprefix("7C0A")
    assert token in tokens
    assert run.channel_cipher is not None
    keys = (run.channel_cipher.encryption, run.channel_cipher.authentication)
    for name_of_key, key in zip(("ks_enc", "ks_mac"), keys, strict=True):
        assert key.hex().upper() == example.get(name_of_key, key.hex().upper())
