"""Silence: asks after 60 s, ends 30 s later, and a touch starts anew."""

from __future__ import annotations

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
