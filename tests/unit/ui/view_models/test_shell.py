"""The window: which page is in front, which of its buttons can be pressed, and which question lies over it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.session import EndReason, Screen
from tests.helpers.readings import identified
from tests.helpers.visits import person
from ui.view_models.shell import ShellProps, derive_shell
from ui.visit.current_visit import CurrentVisit


@pytest.mark.parametrize(
    ("screen", "page"),
    [
        (Screen.HOME, "HomeScreen.qml"),
        (Screen.LIFE_EVENT, "LifeEventScreen.qml"),
        (Screen.END, "EndScreen.qml"),
    ],
)
def test_the_page_has_the_name_of_the_screen(front: CurrentVisit, screen: Screen, page: str) -> None:
    front.session.route.screen = screen
    assert derive_shell(ShellProps(), front).page == page


def test_the_first_page_has_no_way_back_and_no_way_home_but_an_end(front: CurrentVisit) -> None:
    props = derive_shell(ShellProps(), front)
    assert (props.can_go_back, props.can_go_home, props.can_end) == (False, False, True)


def test_every_other_page_has_all_three(front: CurrentVisit) -> None:
    front.session.go(Screen.GUIDES)
    props = derive_shell(ShellProps(), front)
    assert (props.can_go_back, props.can_go_home, props.can_end) == (True, True, True)


def test_after_the_end_nothing_is_asked_and_nothing_can_be_ended(front: CurrentVisit) -> None:
    front.session.end(EndReason.LEFT)
    props = derive_shell(ShellProps(asking=True, seconds_left=9, asking_to_end=True), front)
    assert (props.can_end, props.asking, props.asking_to_end) == (False, False, False)


def test_a_turned_page_takes_the_question_really_end_away_and_the_same_page_keeps_it(front: CurrentVisit) -> None:
    asked = replace(derive_shell(ShellProps(), front), asking_to_end=True)
    assert derive_shell(asked, front).asking_to_end
    front.session.go(Screen.GUIDES)
    assert not derive_shell(asked, front).asking_to_end


@pytest.mark.parametrize("specimen", [True, False])
def test_a_specimen_card_marks_every_page(front: CurrentVisit, specimen: bool) -> None:
    front.session.card_was_read(identified(person(), specimen=specimen))
    assert derive_shell(ShellProps(), front).specimen == specimen


def test_whether_there_is_a_scanner_is_kept_as_it_was_told(front: CurrentVisit) -> None:
    assert derive_shell(ShellProps(can_scan=True), front).can_scan
