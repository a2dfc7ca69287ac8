"""Sticks that have a letter: whose they are, and letting them go. Windows' own answers are given by hand here."""

from __future__ import annotations

from pathlib import Path

import pytest

from devices.errors import StickBusyError, StickLeftBehindError
from devices.stick.lettered import LetteredPort
from devices.system.volumes import Volume


def _volume(letter: str, number: int) -> Volume:
    return Volume(folder=Path(f"{letter}:/"), device=f"\\Device\\HarddiskVolume{number}", serial=7)


@pytest.fixture
def there() -> list[Volume]:
    return []


def test_a_stick_plugged_in_during_the_visit_is_the_visitor_s(there: list[Volume]) -> None:
    port = LetteredPort(lambda: there)
    assert port.plugged() is None
    there.append(_volume("E", 5))
    stick = port.plugged()
    assert stick is not None
    assert stick.folder == Path("E:/")


def test_a_stick_of_the_visit_before_is_nobody_s(there: list[Volume]) -> None:
    there.append(_volume("E", 5))
    port = LetteredPort(lambda: there)
    with pytest.raises(StickLeftBehindError):
        port.plugged()
    there.append(_volume("F", 6))
    stick = port.plugged()
    assert stick is not None
    assert stick.folder == Path("F:/")
    port.begin_visit()
    with pytest.raises(StickLeftBehindError):
        port.plugged()


def test_the_same_stick_plugged_in_again_is_new(there: list[Volume]) -> None:
    there.append(_volume("E", 5))
    port = LetteredPort(lambda: there)
    there[:] = [_volume("E", 9)]
    assert port.plugged() is not None


@pytest.mark.parametrize("goes", [True, False])
def test_a_stick_that_windows_does_not_let_go_is_busy(there: list[Volume], goes: bool) -> None:
    asked: list[Volume] = []
    port = LetteredPort(lambda: there, lambda volume: asked.append(volume) or goes)
    there.append(_volume("E", 5))
    stick = port.plugged()
    assert stick is not None
    if goes:
        stick.unmount()
    else:
        with pytest.raises(StickBusyError):
            stick.unmount()
    assert asked == there
