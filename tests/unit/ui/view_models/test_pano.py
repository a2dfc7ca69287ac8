"""The notices on a screen that nobody touches: rounds, languages, strips, the waiting QR."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from kiosk.content.fact import Confidence
from kiosk.content.notice import IdleNotice
from kiosk.i18n import BOTH, Language, Text
from kiosk.qr_modules import modules_of
from kiosk.settings import read_settings
from kiosk.station.noticeboard import Noticeboard
from ui.view_models.pano import PanoViewModel, derive_pano, sheets

DAY = date(2026, 11, 30)


def notice(name: str, *points: str, until: date | None = None, order: int = 1) -> IdleNotice:
    return IdleNotice(
        source="made up",
        checked=date(2026, 1, 1),
        confidence=Confidence.HIGH,
        valid_until=until,
        id=name,
        order=order,
        heading=Text(f"{name} vi", f"{name} en"),
        points=tuple(Text(point, f"{point} en") for point in points),
        invitation=Text("bấm vào đây", "touch here"),
        illustration=name,
        seconds=12,
    )


def board(*notices: IdleNotice, languages: tuple[Language, ...] = (Language.VI,), qr: str = "") -> Noticeboard:
    settings = read_settings().kiosk
    pano = msgspec.structs.replace(settings.pano, qr=qr)
    return Noticeboard(
        settings=msgspec.structs.replace(settings, pano=pano), languages=languages, notices=tuple(notices)
    )


def test_a_television_shows_a_slide_without_what_a_touch_would_lead_to() -> None:
    (sheet,) = sheets(board(notice("one", "a", "b")), Language.VI, DAY, strip=False)
    assert (sheet.heading, sheet.points, sheet.drawing, sheet.seconds) == ("one vi", ("a", "b"), "one", 12)


def test_a_strip_shows_a_sentence_at_a_time_then_place_hours_and_telephone() -> None:
    given = board(notice("one", "a", "b"))
    shown = sheets(given, Language.VI, DAY, strip=True)
    commune = given.settings.commune
    assert [sheet.heading for sheet in shown[:3]] == ["one vi", "a", "b"]
    assert all(sheet.seconds >= 5 and not sheet.points for sheet in shown)
    rest = [sheet.heading for sheet in shown[3:]]
    assert rest[0].startswith(commune.name.vi)
    assert rest[1:3] == [commune.opening_hours.vi, f"Hỏi đáp: {given.settings.portal.hotline}"]


@pytest.mark.parametrize("strip", [True, False])
def test_where_no_notice_holds_the_place_is_named(strip: bool) -> None:
    given = board(notice("old", until=date(2026, 11, 29)))
    first = sheets(given, Language.VI, DAY, strip=strip)[0]
    assert first.heading.startswith(given.settings.commune.name.vi)


def test_each_language_has_a_round_of_its_own_and_new_content_shows_in_the_next() -> None:
    pack = [board(notice("one"), languages=BOTH)]
    model = PanoViewModel(lambda: pack[-1], lambda: DAY)
    seen = [model.props.heading]
    pack.append(board(notice("two"), languages=BOTH))
    for _ in range(2):
        model.next()
        seen.append(model.props.heading)
    assert seen == ["one vi", "two en", "two vi"]


def test_a_notice_that_is_over_leaves_with_its_day() -> None:
    days = [date(2026, 12, 31)]
    given = board(notice("stays"), notice("over", until=date(2026, 12, 31), order=2))
    model = PanoViewModel(lambda: given, lambda: days[-1])
    model.next()
    assert model.props.heading == "over vi"
    days.append(date(2027, 1, 1))
    model.next()
    model.next()
    assert (model.props.heading, model.props.notices) == ("stays vi", 1)


@pytest.mark.parametrize(
    ("width", "height", "strip"),
    [
        (1920, 1080, False),
        (1080, 1920, False),
        (2560, 1080, False),
        (512, 128, True),
        (384, 192, True),
        (1920, 540, True),
    ],
)
def test_the_shape_of_the_screen_tells_a_strip(width: int, height: int, strip: bool) -> None:
    model = PanoViewModel(lambda: board(notice("one", "a")), lambda: DAY)
    model.fit(width, height)
    assert model.props.strip is strip


def test_the_waiting_qr_leads_to_the_communes_page_or_to_the_national_portal() -> None:
    for qr, wanted in (("", "https://dichvucong.gov.vn"), ("https://xa.example/cho", "https://xa.example/cho")):
        given = board(notice("one"), qr=qr)
        props = derive_pano(given, Language.EN, sheets(given, Language.EN, DAY, strip=False), 0, strip=False)
        assert props.qr == modules_of(wanted)
        assert props.qr_words.startswith("While you wait")
