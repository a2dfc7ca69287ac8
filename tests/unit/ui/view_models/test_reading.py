"""The reading screen: four dots for five phases, and silence about the reader while it reads."""

from __future__ import annotations

import pytest

from devices.card_reader.interface import CardReaderState
from kiosk.identification import Phase
from ui.view_models.card import READER_CODES
from ui.view_models.reading import DOTS, derive_reading, dot_of
from ui.visit.current_visit import CurrentVisit


def test_the_dots_go_forward_and_the_photo_is_read_under_the_dot_of_the_text() -> None:
    dots = [dot_of(phase) for phase in Phase]
    assert dots == sorted(dots)
    assert dot_of(Phase.READING_PHOTO) == dot_of(Phase.READING_TEXT)
    assert set(dots) == set(range(len(DOTS)))
    assert dot_of(None) == -1


def test_before_a_phase_the_trouble_of_the_reader_is_said(front: CurrentVisit) -> None:
    props = derive_reading(None, CardReaderState.READER_ABSENT, None, front)
    assert props.trouble == front.services.failures[READER_CODES[CardReaderState.READER_ABSENT]].title.vi
    assert props.dot == -1


def test_while_a_reading_is_under_way_the_reader_says_nothing_new(front: CurrentVisit) -> None:
    props = derive_reading(Phase.OPENING, CardReaderState.CARD_MUTE, None, front)
    assert (props.trouble, props.remedy, props.dot) == ("", "", 1)


@pytest.mark.parametrize(("usual_ms", "seconds"), [(None, 0), (0.0, 0), (120.0, 1), (2_600.0, 3)])
def test_how_long_it_usually_takes_is_said_in_whole_seconds_once_a_card_was_read(
    front: CurrentVisit, usual_ms: float | None, seconds: int
) -> None:
    assert derive_reading(None, CardReaderState.NO_CARD, usual_ms, front).usual_seconds == seconds
