"""Silence: asks after 60 s, ends 30 s later, and a touch starts anew."""

from __future__ import annotations

import pytest

from kiosk.silence import Silence, SilenceState


def test_a_visitor_who_just_touched_is_present() -> None:
    assert Silence(last_touch=100).state(159.9) is SilenceState.PRESENT


def test_after_sixty_seconds_the_screen_asks_and_counts_down() -> None:
    silence = Silence(last_touch=100)
    assert silence.state(160) is SilenceState.ASKING
    assert silence.seconds_left(160) == 30
    assert silence.seconds_left(189.2) == 1


def test_thirty_seconds_later_the_visit_is_over() -> None:
    silence = Silence(last_touch=100)
    assert silence.state(190) is SilenceState.GONE
    assert silence.seconds_left(500) == 0


def test_a_touch_while_asking_starts_anew() -> None:
    silence = Silence(last_touch=100).touched(170)
    assert silence.state(171) is SilenceState.PRESENT
    assert silence.state(230) is SilenceState.ASKING


LONG = Silence(last_touch=0.0, ask_after=60.0, end_after=30.0, longest=3_600.0).begins(1_000.0)


@pytest.mark.parametrize(
    ("after", "state"),
    [
        (3_299, SilenceState.PRESENT),
        (3_300, SilenceState.LAST_CALL),
        (3_599, SilenceState.LAST_CALL),
        (3_600, SilenceState.GONE),
    ],
)
def test_somebody_who_touches_all_the_time_is_told_five_minutes_before_the_longest_visit_ends(
    after: float, state: SilenceState
) -> None:
    assert LONG.touched(1_000.0 + after).state(1_000.0 + after) is state


def test_the_question_comes_before_the_word_that_time_is_short() -> None:
    silent = LONG.touched(1_000.0 + 3_500)
    assert silent.state(1_000.0 + 3_560) is SilenceState.ASKING
    assert silent.seconds_left(1_000.0 + 3_560) == 30
    assert LONG.touched(1_000.0 + 3_530).seconds_left(1_000.0 + 3_595) == 5
    assert silent.seconds_at_most(1_000.0 + 3_560) == 40


def test_a_short_longest_time_is_told_in_its_last_third() -> None:
    short = Silence(last_touch=0.0, longest=90.0).begins(0.0)
    assert short.touched(59.0).state(59.0) is SilenceState.PRESENT
    assert short.touched(60.0).state(60.0) is SilenceState.LAST_CALL
