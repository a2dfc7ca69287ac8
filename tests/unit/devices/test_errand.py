"""Questions that may never be answered."""

from __future__ import annotations

import threading
import time

import pytest

from devices.errand import Errand


def soon() -> float:
    return time.perf_counter() + 5


def test_an_answer_and_an_exception_come_home() -> None:
    assert Errand(lambda: 7, "seven").result(soon()) == 7
    with pytest.raises(ZeroDivisionError):
        Errand(lambda: 1 / 0, "nothing").result(soon())


def test_two_are_under_way_at_once() -> None:
    both = threading.Barrier(2, timeout=5)
    errands = [Errand(both.wait, name) for name in ("first", "second")]
    assert {errand.result(soon()) for errand in errands} == {0, 1}


def test_one_that_hangs_is_left_behind_and_may_be_asked_for_later() -> None:
    gate = threading.Event()
    errand = Errand(lambda: gate.wait(5), "hanging")
    with pytest.raises(TimeoutError):
        errand.result(time.perf_counter() + 0.01)
    assert errand.seconds > 0
    gate.set()
    assert errand.result(soon())
