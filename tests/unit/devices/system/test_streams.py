"""What is written is UTF-8 on every system, and lands in a file where there is no console."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from devices.system import streams


def test_a_stream_in_another_code_page_is_made_utf_8(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="cp1252"))
    streams.prepare(tmp_path / "log")
    print("✓ đ")
    sys.stdout.flush()
    assert raw.getvalue().decode() == "✓ đ\n"


def test_a_program_without_a_console_writes_its_log_to_a_file_that_does_not_grow_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "deep" / "kiosk.log"
    for fill in ("đ" * streams.LARGEST, "second\n"):
        monkeypatch.setattr(sys, "stderr", None)
        streams.prepare(log)
        assert sys.stderr is not None
        sys.stderr.write(fill)
        sys.stderr.close()
    assert log.read_text("utf-8") == "second\n"
    assert log.with_name("kiosk.log.before").exists()


def test_where_no_log_can_be_written_nothing_is_and_nothing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setattr(sys, "stdout", None)
    streams.prepare(tmp_path / "file" / "kiosk.log")
    assert sys.stdout is not None
    sys.stdout.write("lost")
    sys.stdout.close()
