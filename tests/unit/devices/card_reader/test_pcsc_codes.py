"""Result codes and flags of PC/SC."""

from __future__ import annotations

import pytest

from devices.card_reader.interface import CardReaderState
from devices.card_reader.pcsc_codes import context_is_dead, fault_of, state_of
from devices.errors import (
    CardAbsentError,
    CardError,
    CardExchangeError,
    CardLiftedError,
    ReaderAbsentError,
    ReaderBusyError,
    ReaderServiceAbsentError,
)

CASES = [
    (0x8010001D, ReaderServiceAbsentError),
    (0x8010001E, ReaderServiceAbsentError),
    (0x80100013, ReaderServiceAbsentError),
    (0x80100017, ReaderAbsentError),
    (0x8010000B, ReaderBusyError),
    (0x8010000C, CardAbsentError),
    (0x80100068, CardLiftedError),
    (0x80100069, CardLiftedError),
    (0x80100069 - (1 << 32), CardLiftedError),
    (0x80100001, CardExchangeError),
]


@pytest.mark.parametrize(("code", "kind"), CASES)
def test_each_code_becomes_the_error_that_names_the_rung(code: int, kind: type[CardError]) -> None:
    assert type(fault_of(code)) is kind


def test_a_dead_daemon_asks_for_a_new_context() -> None:
    assert context_is_dead(0x8010001D)
    assert not context_is_dead(0x80100069)


def test_flags_become_the_first_state_that_holds() -> None:
    assert state_of(0x0022) is CardReaderState.CARD_PRESENT
    assert state_of(0x0010) is CardReaderState.NO_CARD
    assert state_of(0x0220) is CardReaderState.CARD_MUTE
    assert state_of(0x00A0) is CardReaderState.READER_BUSY
    assert state_of(0x0004) is CardReaderState.READER_ABSENT
