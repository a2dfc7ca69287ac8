"""A crash leaves no person behind; each case in a process of its own, because it changes the process."""

from __future__ import annotations

import subprocess
import sys

import pytest

SECRET = "Kiều Thị Hoàng Yến Chim"
BEGIN = "from kiosk import logs; from ui.program import crash; logs.configure(); "


def told(program: str) -> str:
    """What a process that runs this says on both its outputs."""
    done = subprocess.run([sys.executable, "-c", BEGIN + program], capture_output=True, text=True, check=True)
    return done.stdout + done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="prctl and core files are Linux's")
def test_the_kiosk_leaves_no_core_file_and_lets_nobody_look_into_its_memory() -> None:
    ask = (
        "crash.keep_memory_private(); import ctypes, resource; "
        "print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
    )
    assert told(ask).strip() == "(0, 0) 0"


def test_an_exception_in_a_thread_is_told_without_its_text() -> None:
    said = told(
        f"crash.tell_no_exception_text(); import threading; threading.Thread(target=int, args=('{SECRET}',)).start()"
    )
    assert SECRET not in said
    assert "ValueError" in said


def test_an_exception_in_a_destructor_is_told_without_its_text() -> None:
    fall = f"type('T', (), {{'__del__': lambda s: int('{SECRET}')}})()"
    said = told(f"crash.tell_no_exception_text(); {fall}")
    assert SECRET not in said
    assert "ValueError" in said
