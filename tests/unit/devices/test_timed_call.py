"""Calls that may never return."""

from __future__ import annotations

import threading
import time

import pytest

from devices.timed_call import LimitedCalls, OverdueError, TimedCall


def soon() -> float:
    return time.perf_counter() + 5


def test_an_answer_and_an_exception_come_home() -> None:
    assert TimedCall(lambda: 7, "seven").result(soon()) == 7
    with pytest.raises(ZeroDivisionError):
        TimedCall(lambda: 1 / 0, "nothing").result(soon())


def test_two_are_under_way_at_once() -> None:
    both = threading.Barrier(2, timeout=5)
    calls = [TimedCall(both.wait, name) for name in ("first", "second")]
    assert {call.result(soon()) for call in calls} == {0, 1}


def test_one_that_hangs_is_left_behind_and_may_be_asked_for_later() -> None:
    gate = threading.Event()
    call = TimedCall(lambda: gate.wait(5), "hanging")
    with pytest.raises(OverdueError):
        call.result(time.perf_counter() + 0.01)
    assert call.seconds > 0
    gate.set()
    assert call.result(soon())


def test_a_timeout_of_the_call_itself_is_its_own_exception() -> None:
    def slow() -> None:
        raise TimeoutError

    with pytest.raises(TimeoutError):
        TimedCall(slow, "slow").result(soon())


def test_a_call_within_the_limit_brings_result_and_exception_home() -> None:
    limit = LimitedCalls(5, "limited")
    assert limit.call(lambda: 7) == 7
    with pytest.raises(ZeroDivisionError):
        limit.call(lambda: 1 / 0)
    limit.close()


def test_a_call_over_the_limit_is_left_behind_and_the_next_one_works() -> None:
    gate, cleaned = threading.Event(), threading.Event()
    limit = LimitedCalls(0.05, "limited")
    with pytest.raises(OverdueError):
        limit.call(lambda: gate.wait(10), afterwards=cleaned.set)
    assert limit.call(lambda: "next") == "next"
    assert not cleaned.is_set()
    gate.set()
    assert cleaned.wait(5)
    limit.close()
