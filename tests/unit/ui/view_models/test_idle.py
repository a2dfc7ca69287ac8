"""The idle screen: one slide of today's rotation, and the settings of the station."""

from __future__ import annotations

from datetime import date

from kiosk.content.fact import Confidence
from kiosk.content.notice import IdleNotice
from kiosk.i18n import Text
from ui.view_models.idle import derive_idle
from ui.visit.current_visit import CurrentVisit


def slide(name: str, *points: str) -> IdleNotice:
    return IdleNotice(
        source="made up",
        checked=date(2026, 1, 1),
        confidence=Confidence.HIGH,
        id=name,
        order=1,
        heading=Text(f"{name} vi", f"{name} en"),
        points=tuple(Text(point, point) for point in points),
        illustration=name,
        seconds=7,
    )


def test_the_slide_in_front_is_shown_with_its_place_in_the_rotation(front: CurrentVisit) -> None:
    props = derive_idle(front, (slide("first"), slide("second", "one", "two")), 1)
    assert (props.slides, props.slide, props.heading, props.points) == (2, 1, "second vi", ("one", "two"))
    assert (props.drawing, props.seconds) == ("second", 7)


def test_without_a_slide_the_place_to_touch_is_drawn(front: CurrentVisit) -> None:
    props = derive_idle(front, (), 0)
    assert (props.slides, props.heading, props.points, props.drawing) == (0, "", (), "touch")


def test_place_hours_and_hotline_are_those_of_the_settings(front: CurrentVisit) -> None:
    settings, props = front.services.settings, derive_idle(front, (), 0)
    assert props.place_name == f"{settings.commune.name.vi}, {settings.commune.province.vi}"
    assert (props.opening_hours, props.hotline) == (settings.commune.opening_hours.vi, settings.portal.hotline)
