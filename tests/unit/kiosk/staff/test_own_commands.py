"""What the staff's page lets the station do by itself, and what it says of it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from kiosk.errors import failure_book
from kiosk.staff import own_commands
from kiosk.staff.own_commands import NOT_DONE, OwnCommand, carry_out, said_of


@pytest.mark.parametrize(
    ("printed", "good", "words"),
    [
        (b'{"outcome": "updated", "version": "2026.12.1", "before": null}', True, "2026.12.1"),
        (b'{"outcome": "nothing-new", "version": "2026.11.23"}', True, "Không có gì mới"),
        (b'{"outcome": "no-source"}', False, "USB của tỉnh"),
        (
            b'{"outcome": "not-updated", "code": "update.unreachable", "reason": "x"}',
            False,
            "Nguồn nội dung không trả lời",
        ),
        (b'{"sent": 3, "set_aside": 0, "fault": null}', True, "Đã gửi"),
        (b'{"sent": 0, "set_aside": 0, "fault": "province.no-answer"}', False, "máy chủ của tỉnh"),
        (b'{"sent": 0, "set_aside": 0, "fault": "something else"}', False, "Gọi kỹ thuật viên"),
        (b"kiosk.toml: province.host is empty", False, "Gọi kỹ thuật viên"),
        (b"", False, "Gọi kỹ thuật viên"),
    ],
)
def test_what_a_command_printed_becomes_a_sentence(printed: bytes, good: bool, words: str) -> None:
    came = said_of(printed, failure_book())
    assert came.good is good
    assert words.lower() in came.said.vi.lower()


def test_the_real_command_runs_in_a_process_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("KIOSK_STATE", "KIOSK_CONFIG"):
        monkeypatch.setenv(name, str(tmp_path / name))
    with capture_logs() as lines:
        came = carry_out(OwnCommand.UPDATE, failure_book())
    assert (lines, came.good) == ([], False)
    assert "USB của tỉnh" in came.said.vi


def test_a_command_that_says_nothing_leaves_its_end_in_the_log(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = (sys.executable, "-c", "raise SystemExit(7)")
    monkeypatch.setattr(own_commands, "program_words", lambda: broken)
    with capture_logs() as lines:
        assert carry_out(OwnCommand.SEND, failure_book()).said is NOT_DONE
    assert lines == [{"event": "own-command", "log_level": "error", "code": 7, "reason": "send"}]
