"""A dozen virtual cards read whole through pyscard, the real daemon and its virtual reader."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from devices.card_reader.interface import CardReaderState
from devices.card_reader.pcsc import PcscReader
from devices.card_reader.virtual_card.mrz import mrz_lines
from kiosk.identification import (
    BlockSizes,
    Identified,
    NotIdentified,
    PartialRead,
    identify,
    key_from_mrz,
    read_trust_folder,
)
from kiosk.paths import shipped_config
from kiosk.person import PersonField
from tests.helpers.pcsc import PcscDaemon, PluggedCard, missing, wait_for
from tests.helpers.personas import card, persona

pytestmark = [pytest.mark.real("pcscd"), pytest.mark.skipif(bool(missing()), reason=missing() or "all there")]
NOW = datetime(2026, 11, 23, tzinfo=UTC)
DOZEN = (
    "nguyen-van-an",
    "tran-thi-mai",
    "le-minh-khoi",
    "pham-thi-hoa",
    "hoang-van-chung",
    "ngan-van-hai",
    "dang-van-phuc",
    "do-thi-quyen",
    "ho-van-son",
    "phan-van-tu",
    "vu-thi-xuan",
    "cao-van-yen",
    "mac-van-kien",
    "nghiem-thi-lan",
    "la-van-thong",
    "duong-van-sang",
    "khuong-van-xuan",
)


@pytest.fixture(scope="module")
def daemon() -> Iterator[PcscDaemon]:
    with PcscDaemon() as running:
        yield running


@pytest.fixture(scope="module")
def reader(daemon: PcscDaemon) -> Iterator[PcscReader]:
    made = PcscReader()
    yield made
    made.close()


def read(reader: PcscReader, name: str, partial: PartialRead | None = None) -> Identified | NotIdentified:
    return identify(
        reader,
        key_from_mrz("".join(mrz_lines(persona(name).holder))),
        frozenset(PersonField),
        lambda _: None,
        trust=read_trust_folder(shipped_config() / "trust"),
        sizes=BlockSizes(),
        photo=True,
        partial=partial,
        now=NOW,
    )


@pytest.mark.parametrize("name", DOZEN)
def test_the_card_ends_as_its_file_says_behind_the_real_daemon(
    daemon: PcscDaemon, reader: PcscReader, name: str
) -> None:
    wait_for(reader, CardReaderState.NO_CARD)
    made = persona(name)
    with PluggedCard(card(made), daemon.port):
        wait_for(reader, CardReaderState.CARD_PRESENT)
        outcome = read(reader, name)
    assert isinstance(outcome, Identified), outcome
    verdict, expected = outcome.verdict, made.expected
    assert outcome.access == expected.access
    assert (verdict.integrity.reason, verdict.chip.reason, verdict.issuer.reason) == (
        expected.integrity,
        expected.chip,
        expected.issuer,
    )
    assert (outcome.person.photo is not None) == expected.photo


@pytest.mark.parametrize(("name", "exchanges"), [("dang-van-phuc", 40), ("nguyen-van-an", 12)])
def test_a_card_pulled_in_the_middle_of_a_read_is_read_to_the_end_when_it_comes_back(
    daemon: PcscDaemon, reader: PcscReader, name: str, exchanges: int
) -> None:
    wait_for(reader, CardReaderState.NO_CARD)
    with PluggedCard(card(persona(name)), daemon.port) as put:
        wait_for(reader, CardReaderState.CARD_PRESENT)
        put.after(exchanges, put.pull)
        first = read(reader, name)
    assert isinstance(first, NotIdentified)
    assert (first.code, first.partial is not None) == ("card.lifted", True)
    wait_for(reader, CardReaderState.NO_CARD)
    with PluggedCard(card(persona(name)), daemon.port):
        wait_for(reader, CardReaderState.CARD_PRESENT)
        second = read(reader, name, first.partial)
    assert isinstance(second, Identified)
    assert second.verdict.integrity.reason == "data-unchanged"
    assert second.statistics.apdus < 60


def test_a_daemon_killed_in_the_middle_of_a_read_costs_only_the_rest_of_it(
    daemon: PcscDaemon, reader: PcscReader
) -> None:
    wait_for(reader, CardReaderState.NO_CARD)
    with PluggedCard(card(persona("dang-van-phuc")), daemon.port) as put:
        wait_for(reader, CardReaderState.CARD_PRESENT)
        put.after(40, daemon.stop)
        first = read(reader, "dang-van-phuc")
    assert isinstance(first, NotIdentified)
    assert first.code == "reader.service-absent"
    daemon.start()
    with PluggedCard(card(persona("dang-van-phuc")), daemon.port):
        wait_for(reader, CardReaderState.CARD_PRESENT)
        second = read(reader, "dang-van-phuc", first.partial)
    assert isinstance(second, Identified)
    assert second.verdict.integrity.reason == "data-unchanged"
    assert second.statistics.apdus < 60
