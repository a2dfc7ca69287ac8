"""`kiosk counts` on a PC whose clock tells a day that cannot be, and after it was set."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.cli import counts_file, kiosk
from kiosk.clock import Clock
from kiosk.counts.events import EventKind
from kiosk.errors import failure_book

WRONG = failure_book()["doctor.clock-wrong"]


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A station on which one form was counted while every day of today was impossible."""
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path))
    with monkeypatch.context() as wrong:
        wrong.setattr(counts_file, "earliest_day", lambda _facts: date.max)
        with closing(counts_file.open_store(Clock())) as store:
            store.count(EventKind.FORM_PRINTED, "ct01")
    return tmp_path


def said(words: str) -> str:
    return CliRunner().invoke(kiosk, words.split()).output


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
    assert "2 events of days with a wrong clock held" in said("counts show")
    assert "on the day that the clock called" in said("counts held")
    assert "2 events count for 2026-11-20" in said("counts held --count-for 2026-11-20")
    assert "nothing is held" in said("counts held")
    assert "form-printed" in said("counts show --day 2026-11-20")


@pytest.mark.usefixtures("state")
def test_a_day_that_has_not_come_is_refused() -> None:
    assert "has not come yet" in said("counts held --count-for 9998-01-01")
