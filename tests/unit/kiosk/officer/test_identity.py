"""What an officer sees of a card: photo within limits, expiry, findings with advice, a slip without number."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PIL import Image

from devices.card_reader.simulator import Link, SimulatedReader
from kiosk.counts.events import CheckOutcome
from kiosk.identification import BlockSizes, FindingState, Identified, identify, key_from_number, read_trust_folder
from kiosk.officer.advice import Advice
from kiosk.officer.checked_card import ASKED, CheckedCard, checked
from kiosk.officer.papers import OfficerPapers
from kiosk.officer.portrait import HEIGHT, LARGEST, MOST_DOTS, portrait
from kiosk.officer.validity import Validity, validity_of
from kiosk.paths import assets, shipped_config
from kiosk.settings import read_settings
from tests.helpers.pages import text_of, words_outside
from tests.helpers.personas import persona, reader_with, shipped_personas

TODAY = date(2026, 11, 29)
NOW = datetime(2026, 11, 29, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def look() -> Callable[[str], CheckedCard]:
    trust = read_trust_folder(shipped_config() / "trust", shipped_config() / "trust" / "specimen")

    def looking(name: str) -> CheckedCard:
        key = key_from_number(persona(name).holder.personal_number)
        read = identify(reader_with(name), key, ASKED, lambda _: None, trust=trust, now=NOW, photo=True)
        assert isinstance(read, Identified), read
        return checked(read, TODAY)

    return looking


def encoded(kind: str, size: tuple[int, int] = (120, 160)) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", size, "white").save(made, kind)
    return made.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "JPEG2000", "PNG"])
def test_a_photo_of_each_kind_a_chip_may_hold_is_shown(kind: str) -> None:
    shown = portrait(encoded(kind))
    assert shown is not None
    assert Image.open(io.BytesIO(shown)).size == (120, 160)


def test_a_large_photo_is_shown_smaller() -> None:
    shown = portrait(encoded("JPEG", (1200, 1600)))
    assert shown is not None
    assert Image.open(io.BytesIO(shown)).height == HEIGHT


@pytest.mark.parametrize(
    "photo",
    [
        None,
        b"",
        b"\xff\xd8\xff" + b"\0" * 40,
        lambda: encoded("JPEG")[:-300],
        lambda: encoded("JPEG2000")[:60],
        lambda: encoded("GIF"),
        lambda: encoded("JPEG") + b"\0" * LARGEST,
        lambda: encoded("PNG", (2001, MOST_DOTS // 2000)),
        lambda: encoded("JPEG2000", (2001, MOST_DOTS // 2000)),
    ],
    ids=["none", "empty", "rubbish", "cut", "cut jp2", "another kind", "too many bytes", "too many dots", "jp2 dots"],
)
def test_a_photo_that_is_none_or_too_much_is_left_out(photo: bytes | Callable[[], bytes] | None) -> None:
    assert portrait(photo() if callable(photo) else photo) is None


@pytest.mark.parametrize(
    ("expiry", "standing"),
    [
        ("29/11/2026", Validity.VALID),
        ("28/11/2026", Validity.EXPIRED),
        ("không thời hạn", Validity.FOR_LIFE),
        ("31/02/2030", Validity.UNKNOWN),
        ("2030", Validity.UNKNOWN),
        (None, Validity.UNKNOWN),
    ],
)
def test_the_expiry_is_told_by_the_day_of_today(expiry: str | None, standing: Validity) -> None:
    assert validity_of(expiry, TODAY) is standing


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("nguyen-van-an", Advice.PRACTICE),
        ("mac-van-kien", Advice.DO_NOT_RELY),
        ("dinh-van-binh", Advice.DO_NOT_RELY),
        ("ta-thi-giang", Advice.LOOK_CLOSER),
    ],
)
def test_the_worst_finding_makes_the_advice(look: Callable[[str], CheckedCard], name: str, advice: Advice) -> None:
    card = look(name)
    assert card.advice is advice
    assert len({finding.text for finding in card.findings}) == 3
    failed = any(finding.state is FindingState.FAILED for finding in card.findings)
    assert failed == (advice is Advice.DO_NOT_RELY)


def test_a_jpeg_2000_photo_is_shown_and_a_child_has_none(look: Callable[[str], CheckedCard]) -> None:
    assert look("truong-van-viet").portrait is not None
    assert look("le-minh-khoi").portrait is None


def test_nothing_of_the_person_shows_in_the_repr(look: Callable[[str], CheckedCard]) -> None:
    holder = persona("nguyen-van-an").holder
    shown = repr(look("nguyen-van-an"))
    assert holder.full_name not in shown
    assert holder.personal_number not in shown


def test_the_slip_tells_the_outcome_and_no_number(look: Callable[[str], CheckedCard]) -> None:
    commune = read_settings(overrides=Path("/none")).kiosk.commune
    papers = OfficerPapers(lambda: commune, lambda: NOW, assets())
    cards = [
        replace(look("nguyen-van-an"), answer=CheckOutcome.SAME_PERSON),
        replace(look("cong-tang-ton-nu"), answer=CheckOutcome.OTHER_PERSON),
    ]
    pdf = papers.slip(cards)
    printed = text_of(pdf)
    for name in ("nguyen-van-an", "cong-tang-ton-nu"):
        holder = persona(name).holder
        assert holder.full_name in printed
        assert holder.personal_number not in printed
    assert "đúng người trên thẻ" in printed
    assert "không đúng người trên thẻ" in printed
    assert "THẺ MẪU" in printed
    assert words_outside(pdf) == []
    papers.forget()


def test_twelve_checks_fit_into_a_minute_on_a_reader_of_ten_milliseconds_an_exchange() -> None:
    slept: list[float] = []
    link = Link(exchange_seconds=0.010, bits_per_second=424_000)
    reader = SimulatedReader(shipped_personas(), link=link, sleep=slept.append)
    sizes = BlockSizes()
    trust = read_trust_folder(shipped_config() / "trust")
    key = key_from_number(persona("nguyen-van-an").holder.personal_number)
    exchanges = 0
    for _ in range(12):
        reader.insert("nguyen-van-an")
        read = identify(reader, key, ASKED, lambda _: None, trust=trust, now=NOW, sizes=sizes, photo=True)
        assert isinstance(read, Identified)
        exchanges = read.statistics.apdus
    assert exchanges <= 30
    assert sum(slept) / 12 < 2.5, "half of the five seconds stays for the officer's eyes"
