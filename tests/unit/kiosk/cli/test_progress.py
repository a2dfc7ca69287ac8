"""What takes long says so on a terminal, and writes nothing into a pipe."""

from __future__ import annotations

import io
import signal

import pytest

from kiosk.cli import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_long_call_tells_its_seconds_on_a_terminal_and_wipes_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    before = signal.getsignal(signal.SIGALRM)
    with progress.waiting():
        signal.raise_signal(signal.SIGALRM)
    assert terminal.getvalue().startswith("\r… 0 s ")
    assert terminal.getvalue().endswith(" \r")
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0


def test_a_pipe_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.StringIO()
    monkeypatch.setattr("sys.stderr", pipe)
    monkeypatch.setattr(progress, "QUIET_S", -1.0)
    with progress.waiting():
        assert list(progress.told(range(3), 3)) == [0, 1, 2]
    assert pipe.getvalue() == ""


def test_the_place_in_a_long_list_is_told_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    for name in ("QUIET_S", "EVERY_S"):
        monkeypatch.setattr(progress, name, -1.0)
    assert list(progress.told("abc", 3)) == ["a", "b", "c"]
    assert "\r1 / 3 " in terminal.getvalue()
    assert terminal.getvalue().endswith("\r3 / 3 \n")
