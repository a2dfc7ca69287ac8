"""The beat systemd hears: only from a turning event loop, only where systemd listens."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.program.signs_of_life import SignsOfLife


@pytest.fixture
def ear(tmp_path: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.bind(str(tmp_path / "notify"))
        line.settimeout(5)
        yield line


def test_ready_is_said_when_the_event_loop_turns_and_then_it_beats(qtbot: QtBot, ear: socket.socket) -> None:
    parent = QObject()
    SignsOfLife(parent, {"NOTIFY_SOCKET": ear.getsockname(), "WATCHDOG_USEC": "90000"})
    ear.setblocking(False)
    with pytest.raises(BlockingIOError):
        ear.recv(100)
    heard: list[bytes] = []

    def has_beaten() -> bool:
        with suppress(BlockingIOError):
            heard.append(ear.recv(100))
        return len(heard) == 3

    qtbot.waitUntil(has_beaten, timeout=60_000)
    assert heard == [b"READY=1", b"WATCHDOG=1", b"WATCHDOG=1"]


def test_without_a_time_out_it_only_says_ready(qtbot: QtBot, ear: socket.socket) -> None:
    parent = QObject()
    SignsOfLife(parent, {"NOTIFY_SOCKET": ear.getsockname()})
    qtbot.wait(50)
    assert ear.recv(100) == b"READY=1"
    ear.setblocking(False)
    with pytest.raises(BlockingIOError):
        ear.recv(100)


def test_a_deaf_systemd_does_not_stop_the_kiosk(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QObject()
    SignsOfLife(parent, {"NOTIFY_SOCKET": str(tmp_path / "nobody"), "WATCHDOG_USEC": "30000"})
    qtbot.wait(50)


def test_outside_systemd_nothing_beats(qtbot: QtBot) -> None:
    parent = QObject()
    watchdog = SignsOfLife(parent, {})
    qtbot.wait(10)
    assert not watchdog._timer.isActive()
