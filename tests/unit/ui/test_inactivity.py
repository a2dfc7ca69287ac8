"""Silence in the window: what counts as a sign of life, and what is told to whom."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from kiosk.session import Silence
from ui.inactivity import Inactivity


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def inactivity(qapp: QCoreApplication, clock: Clock) -> Inactivity:
    return Inactivity(Silence(last_touch=0.0, ask_after=60.0, end_after=30.0), clock)


def test_after_sixty_seconds_it_asks_and_counts_down(inactivity: Inactivity, clock: Clock) -> None:
    left: list[int] = []
    inactivity.asking.connect(left.append)
    inactivity.watch()
    clock.now += 59.9
    inactivity.measure()
    assert left == []
    clock.now += 0.1
    inactivity.measure()
    clock.now += 10
    inactivity.measure()
    assert left == [30, 20]
    inactivity.rest()


def test_a_touch_takes_the_question_back(inactivity: Inactivity, clock: Clock) -> None:
    returned: list[bool] = []
    inactivity.returned.connect(lambda: returned.append(True))
    inactivity.watch()
    clock.now += 61
    inactivity.measure()
    inactivity.eventFilter(QObject(), QEvent(QEvent.Type.TouchBegin))
    assert returned == [True]
    clock.now += 59
    left: list[int] = []
    inactivity.asking.connect(left.append)
    inactivity.measure()
    assert left == []
    inactivity.rest()


def test_it_says_gone_once(inactivity: Inactivity, clock: Clock) -> None:
    gone: list[bool] = []
    inactivity.gone.connect(lambda: gone.append(True))
    inactivity.watch()
    clock.now += 90
    inactivity.measure()
    inactivity.measure()
    assert gone == [True]


def test_a_paint_is_no_sign_of_life(inactivity: Inactivity, clock: Clock) -> None:
    inactivity.watch()
    clock.now += 59
    inactivity.eventFilter(QObject(), QEvent(QEvent.Type.Paint))
    clock.now += 2
    left: list[int] = []
    inactivity.asking.connect(left.append)
    inactivity.measure()
    assert left == [29]
    inactivity.rest()
