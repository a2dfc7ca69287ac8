"""Chip and Active Authentication in every kind, proved to the terminal's own checks."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from devices.card_reader.virtual_card.mrz import mrz_lines
from kiosk.identification import Identified, Reason, identify, key_from_mrz, read_trust_folder
from kiosk.paths import shipped_config
from kiosk.person import PersonField
from tests.helpers.personas import persona, reader_with


def chip_reason(chip: dict[str, Any]) -> Reason:
    made = persona(chip=chip)
    trust = read_trust_folder(shipped_config() / "trust")
    outcome = identify(
        reader_with(made),
        key_from_mrz("".join(mrz_lines(made.holder))),
        frozenset(PersonField),
        lambda _: None,
        trust=trust,
        now=datetime(2026, 11, 23, tzinfo=UTC),
    )
    assert isinstance(outcome, Identified)
    assert outcome.verdict.integrity.reason is Reason.DATA_UNCHANGED
    return outcome.verdict.chip.reason


@pytest.mark.parametrize("cipher", ["3DES", "AES-128", "AES-192", "AES-256"])
@pytest.mark.parametrize("parameter_id", [0, 2, 12, 13, 15, 16, 17, 18])
def test_chip_authentication_is_proved(cipher: str, parameter_id: int) -> None:
    chip = {"cipher": cipher, "parameter_id": parameter_id}
    reason = chip_reason({"chip_authentication": chip, "active_authentication": None})
    assert reason is Reason.CHIP_AUTHENTICATION


@pytest.mark.parametrize("parameter_id", [13, 16, 17])
def test_chip_authentication_is_proved_over_explicit_curve_parameters(parameter_id: int) -> None:
    chip = {"cipher": "AES-128", "parameter_id": parameter_id, "explicit_parameters": True}
    assert chip_reason({"chip_authentication": chip, "active_authentication": None}) is Reason.CHIP_AUTHENTICATION


@pytest.mark.parametrize("digest", ["SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512"])
@pytest.mark.parametrize("algorithm", ["ECDSA", "RSA"])
def test_active_authentication_is_proved(algorithm: str, digest: str) -> None:
    active = {"algorithm": algorithm, "digest": digest}
    assert chip_reason({"active_authentication": active}) is Reason.ACTIVE_AUTHENTICATION


def test_active_authentication_with_a_der_signature_is_proved() -> None:
    active = {"algorithm": "ECDSA-DER", "digest": "SHA-256"}
    assert chip_reason({"active_authentication": active}) is Reason.ACTIVE_AUTHENTICATION


@pytest.mark.parametrize("parameter_id", [12, 13, 15, 16, 17])
def test_the_mapping_proof_holds_on_other_curves(parameter_id: int) -> None:
    chip = {
        "pace": {"mapping": "ECDH-CAM", "cipher": "AES-256", "parameter_id": parameter_id},
        "chip_authentication": {"cipher": "AES-256", "parameter_id": parameter_id},
    }
    assert chip_reason(chip) is Reason.CHIP_AUTHENTICATION_MAPPING
