"""What a visit counts is in the catalogue, to the last event; device looks and aids too."""

from __future__ import annotations

from pathlib import Path

import pytest

from devices.status import DeviceFamily, Readiness
from kiosk.counts.device_watch import DeviceWatch
from kiosk.counts.events import Aid, EventKind
from kiosk.guides.guide import Topic
from kiosk.guides.walk import WayKind
from kiosk.session import EndReason, Screen, Session
from tests.helpers.counting import shipped_catalogue
from tests.helpers.days import TODAY
from tests.helpers.visits import RecordedCounts, Visit, visit


@pytest.fixture
def going(tmp_path: Path) -> Visit:
    made = visit(tmp_path)
    made.session.begin()
    return made


def assert_countable(counted: RecordedCounts) -> None:
    for kind, subject in counted.events:
        shipped_catalogue().event(kind, subject)


def test_every_procedure_form_and_screen_is_countable(going: Visit) -> None:
    session = going.session
    for procedure in session.services.catalogue.all():
        session.choose_procedure(procedure.id)
        session.fill_form()
        session.consent(given=False)
        session.go(Screen.HELP)
        session.back()
    assert_countable(going.counted)
    assert going.counted.kinds[EventKind.FORM_STARTED] >= 1


def test_every_way_of_every_guide_is_countable(tmp_path: Path) -> None:
    counted = []
    for guide in visit(tmp_path).session.services.guides.guides.values():
        for trouble in (False, True):
            made = visit(tmp_path)
            made.session.begin()
            made.session.start_guide(guide.id)
            walk_through(made.session, trouble=trouble)
            made.session.end(EndReason.TIMED_OUT)
            assert_countable(made.counted)
            counted.append(made.counted)
    assert sum(each.kinds[EventKind.GOT_STUCK] for each in counted) > 20


def walk_through(session: Session, *, trouble: bool) -> None:
    """To an exit, by the ways that worked or by those that did not."""
    while session.walk and session.walk.ways:
        ways = session.walk.ways
        wanted = WayKind.TROUBLE if trouble else WayKind.WORKED
        session.choose_in_guide(next((way for way in ways if way.kind is wanted), ways[-1]))


def test_vneid_steps_and_problems_are_counted_apart_from_other_guides(going: Visit) -> None:
    guides = going.session.services.guides
    going.session.start_guide(guides.on(Topic.VNEID_TROUBLE, TODAY)[0].id)
    going.session.start_guide(guides.on(Topic.HEALTH, TODAY)[0].id)
    kinds = going.counted.kinds
    assert (kinds[EventKind.VNEID_PROBLEM_CHOSEN], kinds[EventKind.VNEID_STEP_REACHED]) == (1, 1)
    assert kinds[EventKind.GUIDE_STEP_REACHED] == 1


def test_a_step_that_did_not_work_is_where_the_person_got_stuck(going: Visit) -> None:
    session = going.session
    session.start_guide("vneid-kich-hoat")
    session.choose_in_guide(next(way for way in session.walk.ways if way.to == "cai"))  # type: ignore[union-attr]
    session.choose_in_guide(next(way for way in session.walk.ways if way.kind is WayKind.TROUBLE))  # type: ignore[union-attr]
    assert (EventKind.GOT_STUCK, "vneid-kich-hoat/cai") in going.counted.events


def test_a_visit_that_times_out_says_on_which_screen_and_how_long_it_took(going: Visit) -> None:
    going.session.go(Screen.HOME)
    going.session.end(EndReason.TIMED_OUT)
    assert (EventKind.GOT_STUCK, "home") in going.counted.events
    assert (EventKind.VISIT_LENGTH, "under-02") in going.counted.events


def test_a_visit_that_is_finished_got_stuck_nowhere(going: Visit) -> None:
    going.session.end(EndReason.FINISHED)
    assert going.counted.kinds[EventKind.GOT_STUCK] == 0


def test_an_aid_is_counted_once_a_visit_and_only_in_one(tmp_path: Path) -> None:
    made = visit(tmp_path)
    made.session.use_aid(Aid.LARGE_TEXT)
    made.session.begin()
    for aid in (Aid.LARGE_TEXT, Aid.LARGE_TEXT, Aid.READ_ALOUD):
        made.session.use_aid(aid)
    made.session.end(EndReason.LEFT)
    made.session.use_aid(Aid.HIGH_CONTRAST)
    assert made.counted.kinds[EventKind.ACCESSIBILITY_USED] == 2
    assert_countable(made.counted)


def test_a_device_is_counted_once_in_ten_minutes_and_its_trouble_when_it_begins() -> None:
    counted, seconds = RecordedCounts(), [0.0]
    watch = DeviceWatch(counted, lambda: seconds[0])
    for state, code in (
        (Readiness.READY, ""),
        (Readiness.BROKEN, "printer.jam"),
        (Readiness.BROKEN, "printer.jam"),
        (Readiness.READY, ""),
        (Readiness.BROKEN, "printer.jam"),
    ):
        watch.saw(DeviceFamily.PRINTER, state, code)
        seconds[0] += 200
    assert counted.events == [
        (EventKind.DEVICE_CHECKED, "printer/ready"),
        (EventKind.DEVICE_TROUBLE, "printer.jam"),
        (EventKind.DEVICE_CHECKED, "printer/ready"),
        (EventKind.DEVICE_TROUBLE, "printer.jam"),
    ]
    assert_countable(counted)
