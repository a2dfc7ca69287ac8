"""What takes long says so on a terminal, and writes nothing into a pipe."""

from __future__ import annotations

import io
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from devices.other_pcs import OtherPc
from kiosk import together
from kiosk.cli import content_making, doctor_station, kiosk, progress
from kiosk.cli import together as together_command
from kiosk.cli.terminal import harmless_output
from kiosk.doctor.examination import Service, ServiceState, ready
from kiosk.procedures import national


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


def test_the_line_is_drawn_over_itself_in_a_command_that_shows_control_characters(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Commands make control characters visible; their own return to the line's begin stood there as a picture too."""
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    for name in ("QUIET_S", "EVERY_S"):
        monkeypatch.setattr(progress, name, -1.0)
    with harmless_output():
        list(progress.told("ab", 2))
        monkeypatch.setattr(progress, "QUIET_S", 100.0)
        with progress.waiting():
            signal.raise_signal(signal.SIGALRM)
    assert "\u240d" not in terminal.getvalue()
    assert "\r1 / 2 " in terminal.getvalue()
    assert "\r… 0 s " in terminal.getvalue()


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


def test_each_thing_that_is_waited_for_finds_the_terminal_free(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)

    def things() -> Iterator[str]:
        for name in "ab":
            signal.raise_signal(signal.SIGALRM)
            yield name

    for name in progress.awaited(things()):
        assert terminal.getvalue().endswith(" \r"), "the seconds are wiped before anything else is written"
        terminal.write(name)
    assert terminal.getvalue().count("… 0 s ") == 2
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0


@pytest.fixture
def aloud(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """One entry while somebody who looks on is told that it takes its time."""
    telling: list[bool] = []

    @contextmanager
    def waiting() -> Iterator[None]:
        telling.append(True)
        yield
        telling.pop()

    for module in (progress, together_command, content_making):
        monkeypatch.setattr(module, "waiting", waiting)
    return telling


def test_the_doctor_and_the_search_for_the_other_pc_are_waited_for_aloud(
    aloud: list[bool], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[str] = []

    def searched() -> tuple[OtherPc, ...]:
        asked.extend("find" for _ in aloud)
        return ()

    def examined(_checks: object) -> Iterator[ServiceState]:
        asked.extend("doctor" for _ in aloud)
        yield ServiceState(service=Service.DISK, found=ready(), milliseconds=1.0)

    monkeypatch.setattr(together, "find", searched)
    monkeypatch.setattr(doctor_station, "examine", examined)
    environment = {"KIOSK_STATE": str(tmp_path), "KIOSK_CONFIG": str(tmp_path)}
    assert CliRunner().invoke(kiosk, ["together", "find"], env=environment).exit_code == 1
    assert CliRunner().invoke(kiosk, ["doctor"], env=environment).exit_code == 0
    assert asked == ["find", "doctor"]
    assert aloud == []


def test_reading_the_national_catalogue_is_waited_for_aloud(
    aloud: list[bool], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen: list[bool] = []
    monkeypatch.setattr(national, "read_rows", lambda _file: seen.extend(aloud) or ())
    listed = tmp_path / "catalogue.jsonl"
    listed.write_text("", "utf-8")
    environment = {"KIOSK_STATE": str(tmp_path), "KIOSK_CONFIG": str(tmp_path)}
    assert CliRunner().invoke(kiosk, ["content", "import-catalogue", str(listed)], env=environment).exit_code == 0
    assert seen == [True]
