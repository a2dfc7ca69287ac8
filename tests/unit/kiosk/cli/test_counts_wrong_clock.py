"""`kiosk counts` on a PC whose clock tells a day that cannot be, and after it was set."""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.cli import counts_file, kiosk
from kiosk.clock import Clock, stopped
from kiosk.counts.events import EventKind
from kiosk.errors import failure_book
from tests.helpers.days import TODAY

WRONG = failure_book()["doctor.clock-wrong"]
COMING = (TODAY + timedelta(days=days) for days in range(60))
FRIDAY = next(day for day in COMING if day.isoweekday() == 5 and 5 <= day.day <= 27)
"""In the middle of a week and of a month."""


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A station on which one form was counted while every day of today was impossible."""
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path))
    with monkeypatch.context() as wrong:
        wrong.setattr(counts_file, "earliest_day", lambda _facts: date.max)
        with closing(counts_file.open_store(Clock())) as store:
            store.count(EventKind.FORM_PRINTED, "ct01")
    return tmp_path


def said(words: str, clock: Clock | None = None) -> str:
    return CliRunner().invoke(kiosk, words.split(), obj=clock).output


@pytest.mark.usefixtures("state")
@pytest.mark.parametrize(
    "words", ["counts close", "counts hours --volunteers 2 --hours 8", "counts held --count-for 2026-11-20"]
)
def test_nothing_is_closed_typed_or_counted_for_a_day_while_the_clock_is_wrong(
    words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counts_file, "earliest_day", lambda _facts: date.max)
    done = CliRunner().invoke(kiosk, words.split())
    assert done.exit_code == 1
    assert WRONG.title.vi in done.output
    assert WRONG.staff.en in done.output


@pytest.mark.usefixtures("state")
def test_what_is_held_is_shown_and_counts_for_the_day_that_is_named() -> None:
    friday, day_before = stopped(FRIDAY), FRIDAY - timedelta(days=1)
    assert "2 events of days with a wrong clock held" in said("counts show", friday)
    assert "on the day that the clock called" in said("counts held", friday)
    assert f"2 events count for {day_before}" in said(f"counts held --count-for {day_before}", friday)
    assert "nothing is held" in said("counts held", friday)
    assert "form-printed" in said(f"counts show --day {day_before}", friday)


@pytest.mark.usefixtures("state")
def test_what_is_held_counts_in_no_week_that_is_over_and_it_is_said_why() -> None:
    told = said(f"counts held --count-for {FRIDAY - timedelta(days=7)}", stopped(FRIDAY))
    monday = FRIDAY - timedelta(days=4)
    assert f"2 events count for {monday}: earlier weeks and months are told already" in told


@pytest.mark.usefixtures("state")
def test_a_day_that_has_not_come_is_refused() -> None:
    assert "has not come yet" in said("counts held --count-for 9998-01-01")
