"""A program of this PC, asked once: what it says, and that one that is missing, hangs or fails says nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest

from devices.system import programs


def python(source: str) -> list[str]:
    return [sys.executable, "-c", source]


def test_what_a_program_prints_is_told() -> None:
    assert programs.told(python("import sys; sys.stdout.buffer.write('hai máy'.encode())"), 60) == "hai máy"


@pytest.mark.parametrize(
    "words", [["no-such-program-here"], python("import sys; print('half'); sys.exit(3)")], ids=["missing", "failed"]
)
def test_a_program_that_is_missing_or_fails_tells_nothing(words: list[str]) -> None:
    assert programs.told(words, 60) == ""


def test_a_program_that_hangs_is_ended() -> None:
    asleep = python("import time; time.sleep(600)")
    with pytest.raises(subprocess.TimeoutExpired):
        programs.run(asleep, 0.2)
    assert programs.told(asleep, 0.2) == ""


def test_nothing_is_handed_in_and_the_end_is_told() -> None:
    done = programs.run(python("import sys; sys.exit(len(sys.stdin.read()) + 5)"), 60)
    assert (done.returncode, done.stdout) == (5, b"")
