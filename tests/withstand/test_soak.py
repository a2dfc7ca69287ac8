"""The short form of `./station soak`: a few visits in a process of its own, and figures that can fail."""

from __future__ import annotations

from typing import Any

import pytest

from tests.soak.__main__ import live_through
from tests.soak.figures import MOST_GROWTH, drawing, figures_of

VISITS = 12


def told(number: int, **changes: Any) -> dict[str, Any]:
    """A visit as the station tells of it."""
    plain = {"kind": "any", "faults": [], "presses": 5, "slowest_ms": 80.0, "stuck": [], "missed": "", "uncaught": []}
    return {"visit": number, **plain, "qml": 0, "own_kb": 150_000, "threads": 11, "files": 14, **changes}


def test_a_dozen_visits_with_faults_crash_nothing_and_leave_no_device_stuck() -> None:
    visits, crashes = live_through(VISITS, seed=3)
    figures = figures_of(visits, crashes=crashes)
    assert figures.visits == VISITS
    assert figures.goals >= 1
    assert figures.faults >= 3
    assert (figures.crashes, figures.stuck, figures.missed, figures.uncaught, figures.qml_warnings) == (0, 0, 0, 0, 0)
    assert {"own_kb", "threads", "files"} <= visits[9].keys()
    assert drawing(visits).count("<polyline") == 4


def test_the_same_visits_all_the_time_endure() -> None:
    assert figures_of([told(number) for number in range(50)], crashes=0).holds


@pytest.mark.parametrize(
    "change",
    [
        {"stuck": ["the printer"]},
        {"missed": "waited for the papers"},
        {"uncaught": ["ValueError x.py:3"]},
        {"qml": 1},
        {"threads": 12},
        {"files": 15},
        {"own_kb": round(150_000 * (1.01 + MOST_GROWTH / 100))},
    ],
    ids=lambda change: next(iter(change)),
)
def test_whatever_goes_wrong_at_the_end_is_told(change: dict[str, Any]) -> None:
    visits = [told(number, **(change if number > 38 else {})) for number in range(50)]
    assert not figures_of(visits, crashes=0).holds


def test_the_slope_of_the_last_half_is_told_apart_from_a_step_before_it() -> None:
    stepped = [told(number, in_use_kb=80_000 + 9_000 * (number > 12) + 2 * number) for number in range(50)]
    figures = figures_of(stepped, crashes=0)
    assert (figures.in_use_kb_a_visit, figures.memory_kb_a_visit) == (2.0, 0.0)


def test_a_crash_and_a_run_without_a_visit_do_not_endure() -> None:
    assert not figures_of([told(number) for number in range(50)], crashes=1).holds
    assert not figures_of([], crashes=0).holds
