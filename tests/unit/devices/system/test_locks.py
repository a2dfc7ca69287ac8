"""A lock keeps another process out, and ends with its holder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from devices.system.locks import hold, try_hold

OTHER = """
import sys
from devices.system.locks import try_hold
with open(sys.argv[1], "ab") as file:
    try_hold(file.fileno())
    print("held", flush=True)
    sys.stdin.read()
"""


def test_another_process_is_kept_out_until_the_holder_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    path.write_bytes(b"content")
    with (
        subprocess.Popen([sys.executable, "-c", OTHER, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other,
        path.open("r+b") as file,
    ):
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"held"
        with pytest.raises(BlockingIOError):
            try_hold(file.fileno())
        assert file.read() == b"content"
        other.kill()
        other.wait()
        hold(file.fileno())
