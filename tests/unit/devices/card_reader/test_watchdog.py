"""Calls that never return."""

from __future__ import annotations

import threading

import pytest

from devices.card_reader.watchdog import OverdueError, Watchdog


def test_a_result_and_an_exception_come_home() -> None:
    watchdog = Watchdog(5)
    assert watchdog.call(lambda: 7) == 7
    with pytest.raises(ZeroDivisionError):
        watchdog.call(lambda: 1 / 0)
    watchdog.close()


def test_a_call_that_hangs_is_left_behind_and_the_next_one_works() -> None:
    gate, cleaned = threading.Event(), threading.Event()
    watchdog = Watchdog(0.05)
    with pytest.raises(OverdueError):
        watchdog.call(lambda: gate.wait(10), afterwards=cleaned.set)
    assert watchdog.call(lambda: "next") == "next"
    assert not cleaned.is_set()
    gate.set()
    assert cleaned.wait(5)
    watchdog.close()
