"""Silence in the window: what counts as a sign of life, and what is told to whom."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QWindow

from kiosk.session import Silence
from ui.visit.inactivity import Inactivity


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


def _left(inactivity: Inactivity, clock: Clock, sign: QEvent, target: QObject) -> list[int]:
    """Seconds left, asked two seconds after the limit, when `sign` reached `target` one second before it."""
    left: list[int] = []
    inactivity.asking.connect(left.append)
    inactivity.watch()
    clock.now += 59
    QCoreApplication.sendEvent(target, sign)
    clock.now += 2
    inactivity.measure()
    inactivity.rest()
    return left


def _key() -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")


def test_a_key_in_the_followed_window_is_a_sign_of_life(inactivity: Inactivity, clock: Clock) -> None:
    window = QWindow()
    inactivity.follow(window)
    assert _left(inactivity, clock, _key(), window) == []


def test_a_window_no_longer_followed_tells_nothing(inactivity: Inactivity, clock: Clock) -> None:
    window = QWindow()
    inactivity.follow(window)
    inactivity.unfollow(window)
    assert _left(inactivity, clock, _key(), window) == [29]


def test_what_an_input_method_enters_in_the_field_is_a_sign_of_life(inactivity: Inactivity, clock: Clock) -> None:
    window, field = QWindow(), QObject()
    inactivity.follow(window)
    window.focusObjectChanged.emit(field)
    assert _left(inactivity, clock, QInputMethodEvent(), field) == []


def pressed(*, repeats: bool) -> QKeyEvent:
    """A key, or the same one reported again because it is held down."""
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a", repeats, 1)


def test_a_key_that_is_held_down_is_no_sign_of_life_and_one_that_is_pressed_is(
    inactivity: Inactivity, clock: Clock
) -> None:
    gone: list[bool] = []
    inactivity.gone.connect(lambda: gone.append(True))
    inactivity.watch()
    for _ in range(2 * 60):  # a finger, and then a book, for two minutes
        clock.now += 1
        inactivity.eventFilter(QObject(), pressed(repeats=True))
        inactivity.measure()
    assert gone == [True]
    inactivity.watch()
    for _ in range(4):
        clock.now += 59
        inactivity.eventFilter(QObject(), pressed(repeats=False))
        inactivity.measure()
    assert gone == [True]
    inactivity.rest()


@pytest.fixture
def bounded(qapp: QCoreApplication, clock: Clock) -> Inactivity:
    return Inactivity(Silence(last_touch=0.0, ask_after=60.0, end_after=30.0, longest=3_600.0), clock)


def test_the_longest_visit_is_told_once_before_it_is_over_and_ends_though_somebody_goes_on_touching(
    bounded: Inactivity, clock: Clock
) -> None:
    told: list[int] = []
    ended: list[float] = []
    returned: list[bool] = []
    bounded.late.connect(told.append)
    bounded.returned.connect(lambda: returned.append(True))
    bounded.gone.connect(lambda: ended.append(clock.now))
    bounded.watch()
    begun = clock.now
    for _ in range(400):
        clock.now += 10
        bounded.measure()
        bounded.touched()
    assert told == [300]
    assert returned == [True]
    assert [round(at - begun) for at in ended[:1]] == [3_600]


def test_the_next_visit_has_its_own_longest_time(bounded: Inactivity, clock: Clock) -> None:
    gone: list[bool] = []
    bounded.gone.connect(lambda: gone.append(True))
    bounded.watch()
    clock.now += 3_000
    bounded.rest()
    bounded.watch()
    for _ in range(20):
        clock.now += 50
        bounded.touched()
        bounded.measure()
    assert gone == []
    bounded.rest()
