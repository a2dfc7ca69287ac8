"""The reader ladder against the real daemon: alive, dead, empty, and under a card that says nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from devices.card_reader.interface import CardReaderState
from devices.card_reader.pcsc import SECONDS_A_CALL, PcscReader
from kiosk.clock import Clock
from kiosk.doctor.card import LadderResult, climb
from kiosk.identification import Rung, key_from_number, read_trust_folder
from kiosk.paths import shipped_config
from tests.helpers.pcsc import PcscDaemon, PluggedCard, missing, wait_for
from tests.helpers.personas import card, persona

pytestmark = [pytest.mark.real("pcscd"), pytest.mark.skipif(bool(missing()), reason=missing() or "all there")]


@pytest.fixture
def daemon() -> Iterator[PcscDaemon]:
    with PcscDaemon() as running:
        yield running


def climbed(reader: PcscReader) -> LadderResult:
    trust = read_trust_folder(shipped_config() / "trust")
    return climb(reader, key=key_from_number("012345"), trust=trust, now=Clock().utc(), plugged_in=lambda: ())


def test_a_driver_call_may_take_less_than_five_seconds() -> None:
    assert SECONDS_A_CALL < 5


def test_a_good_card_holds_on_every_rung(daemon: PcscDaemon) -> None:
    reader = PcscReader()
    with PluggedCard(card(persona()), daemon.port):
        wait_for(reader, CardReaderState.CARD_PRESENT)
        assert climbed(reader).broken is None
    reader.close()


def test_a_dead_daemon_breaks_the_first_rung(daemon: PcscDaemon) -> None:
    daemon.stop()
    broken = climbed(PcscReader()).broken
    assert broken is not None
    assert (broken.rung, broken.code) == (Rung.SERVICE, "reader.service-absent")


def test_a_service_without_readers_breaks_the_reader_rung(daemon: PcscDaemon) -> None:
    daemon.stop()
    daemon.start(with_reader=False)
    broken = climbed(PcscReader()).broken
    assert broken is not None
    assert (broken.rung, broken.code) == (Rung.READER, "reader.absent")


@pytest.mark.parametrize("silent_after", [0, 1, 6])
def test_a_silent_card_is_given_up_and_named(daemon: PcscDaemon, silent_after: int) -> None:
    reader = PcscReader(seconds_a_call=0.8)
    with PluggedCard(card(persona(quirks={"silent_after": silent_after})), daemon.port):
        wait_for(reader, CardReaderState.CARD_PRESENT)
        broken = climbed(reader).broken
    assert broken is not None
    assert (broken.rung, broken.code) == (Rung.CARD, "card.silent")
