"""Every way out of the table, tried with real input events under the shipped launch and its compositor."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import suppress

import pytest

from tests.escapes.trying import AtRisk, WayOut, at_risk, ways_out
from tests.helpers import shown_screen as shown
from tests.helpers.shown_screen import ROOT, shown_screen

pytestmark = [
    pytest.mark.real("sway"),
    pytest.mark.skipif(bool(shown.missing_programs()), reason=f"not installed: {shown.missing_programs()}"),
]
PROGRAM = ("sh", "-c", "echo $$ >FOLDER/pid; exec $0 -P -m tests.escapes.kiosk_at_risk FOLDER $1", sys.executable)
TRIED = [way for way in ways_out() if not way.only_booted]


@pytest.fixture(scope="module")
def at_the_kiosk() -> Iterator[AtRisk]:
    with shown_screen(*PROGRAM) as screen, at_risk(screen) as risk:
        yield risk


@pytest.mark.parametrize("way", TRIED, ids=lambda way: way.id)
def test_there_is_no_way_out_by(at_the_kiosk: AtRisk, way: WayOut) -> None:
    at_the_kiosk.go(way.at)
    at_the_kiosk.try_out(way)
    assert at_the_kiosk.gives_way() == []


def test_after_all_of_them_the_clipboard_is_empty_once_the_visit_has_ended(at_the_kiosk: AtRisk) -> None:
    at_the_kiosk.go("search")
    at_the_kiosk.try_out(WayOut(id="copy", what="", do=("type chim se", "Ctrl+a", "Ctrl+c")))
    assert b"chim se" in at_the_kiosk.hand.clipboard(), "what is typed can be copied, or nothing is shown here"
    at_the_kiosk.go("idle")
    assert at_the_kiosk.hand.clipboard() == b""


@pytest.mark.parametrize(
    ("key", "seen"),
    [
        ("F1", "more than one window, or none, in the compositor's list"),
        ("F11", "the program thinks that it does not fill the screen"),
        ("Ctrl+t", "the program has started another"),
        ("Alt+F4", "ended"),
    ],
)
def test_a_window_that_gives_way_is_noticed(key: str, seen: str) -> None:
    with shown_screen(*PROGRAM, "--leaky") as screen, at_risk(screen) as risk:
        assert risk.gives_way() == []
        with suppress(TimeoutError, OSError):  # it may be gone, and tells nothing any more
            risk.try_out(WayOut(id="leak", what="", do=(key,)))
        if seen == "ended":
            screen.launch.wait(timeout=30)
        assert any(seen in wrong for wrong in risk.gives_way())


def test_the_table_says_of_eighty_and_more_how_they_are_tried_and_of_the_others_why_they_are_not() -> None:
    assert len(TRIED) >= 80
    assert len({way.id for way in ways_out()}) == len(ways_out())
    for way in ways_out():
        assert bool(way.do) != bool(way.only_booted), way.id
        assert way.what
        named = [word.rstrip(".,;") for word in way.only_booted.split() if word.startswith("tests/")]
        assert [name for name in named if not (ROOT / name).exists()] == []
