"""PACE against the worked examples of ICAO Doc 9303-11 appendix G, and its refusals."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from devices.emrtd.domain_parameters import standardized_group
from devices.emrtd.groups import Group
from devices.emrtd.key_derivation import password_from_mrz
from devices.emrtd.oids import PACE
from devices.emrtd.pace import Pace, PaceTerminal, Password, PasswordReference
from tests.helpers.scripted_card import ScriptedCard
from tests.helpers.vectors import exchanges, vector


def fixed_keys(*keys: str) -> Callable[[Group], int]:
    """The private keys of a worked example, one after the other."""
    waiting = [int(key, 16) for key in keys]
    return lambda _group: waiting.pop(0)


def play(name: str, script: list[tuple[str, str]]) -> tuple[Pace, ScriptedCard]:
    """Run the terminal of a worked example against `script`."""
    example = vector(name)
    card = ScriptedCard(script)
    keys = fixed_keys(example["terminal_mapping_private"], example["terminal_private"])
    terminal = PaceTerminal(card, PACE[example["oid"]], standardized_group(example["parameter_id"]), keys)
    password = Password(reference=PasswordReference.MRZ, secret=password_from_mrz(example["mrz_information"]))
    return terminal.open(password), card


@pytest.mark.parametrize("name", ["icao/pace_ecdh_gm", "icao/pace_dh_gm"])
def test_the_terminal_sends_every_byte_of_the_worked_example(name: str) -> None:
    _, card = play(name, exchanges(name))
    assert card.is_done
