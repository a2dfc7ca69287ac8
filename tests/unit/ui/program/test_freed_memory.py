"""Freed memory is overwritten; each case in a process of its own, because it changes the process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.program.freed_memory import NAME, SETTINGS, with_settings

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="settings of the GNU C library")
ROOT = Path(__file__).resolve().parents[4]
BEGIN = "from ui.program.freed_memory import overwrite_what_is_freed as begin; begin()\n"
LOOK = """
import ctypes
def left(make, place):
    made = [make() for _ in range(3000)]
    places = [place(each) for each in made]
    made.clear()
    return sum(ctypes.string_at(each + 21, 7) == b"canary " for each in places)  # lists of what is free begin it
def buffer(array):
    return ctypes.addressof(ctypes.c_char.from_buffer(array))
for size in (28, 140, 490, 700, 7000):
    text = b"canary " * (size // 7)
    print(size, left(lambda: text[:1] + text[1:], lambda each: id(each) + bytes.__basicsize__ - 1), end=" ")
    print(left(lambda: bytearray(text), buffer), end=" ")
    print(left(lambda: bytearray().join((text[:9], text[9:])), buffer), end=", ")
"""
"""How many of 3000 freed values of each size can still be read: of bytes, of byte arrays made in two ways."""
LIVE = """
import json, re, threading
early.extend(range(100_000)); more = early[:50_000]; del early[10:]
def work():
    for size in range(1, 2000, 7):
        grown = bytearray()
        for _ in range(50): grown += bytes(size)
        assert len(grown) == 50 * size
        assert json.loads(json.dumps({str(n): "x" * n for n in range(60)}))["59"] == "x" * 59
threads = [threading.Thread(target=work) for _ in range(3)]
[thread.start() for thread in threads]; [thread.join() for thread in threads]
print(sum(more), len(early), len(re.sub("a", "bb", "a" * 1000)))
"""


def told(program: str, folder: Path, **environment: str) -> str:
    """What a program in a file says, run with two arguments and these settings."""
    file = folder / "program.py"
    file.write_text(program)
    plain = {name: value for name, value in os.environ.items() if name != NAME}
    done = subprocess.run(
        [sys.executable, str(file), "one", "two words"],
        env={**plain, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_no_freed_value_of_any_size_can_be_read_any_more(tmp_path: Path) -> None:
    assert told(BEGIN + LOOK, tmp_path) == "28 0 0 0, 140 0 0 0, 490 0 0 0, 700 0 0 0, 7000 0 0 0,"
    untouched = told(LOOK, tmp_path).split(", ")[0].split()
    assert all(int(count) > 1000 for count in untouched[1:]), "the look itself must be able to find them"


def test_a_program_that_has_let_go_of_this_module_at_its_end_goes_on_to_the_end(tmp_path: Path) -> None:
    end = """
import gc, sys
del begin
for name in [each for each in sys.modules if each.split(".")[0] == "ui"]: del sys.modules[name]
gc.collect()
print(len(bytearray(range(200))), len([*map(str, range(5000))]))
"""
    assert told(BEGIN + end, tmp_path) == "200 5000"


def test_the_program_begins_once_more_with_its_own_arguments_and_only_once(tmp_path: Path) -> None:
    said = told(
        f"import os, sys; print('begun', flush=True)\n{BEGIN}print(sys.argv[1:], os.environ['{NAME}'])", tmp_path
    )
    assert said.splitlines() == ["begun", "begun", f"['one', 'two words'] {SETTINGS}"]


def test_with_the_settings_of_the_unit_the_program_begins_once(tmp_path: Path) -> None:
    assert told(f"print('begun', flush=True)\n{BEGIN}", tmp_path, **with_settings({})) == "begun"


def test_settings_of_the_c_library_that_somebody_else_made_stay() -> None:
    assert with_settings({NAME: "glibc.malloc.trim_threshold=1", "A": "b"}) == {
        NAME: f"glibc.malloc.trim_threshold=1:{SETTINGS}",
        "A": "b",
    }


def test_what_was_made_before_is_used_and_freed_as_ever(tmp_path: Path) -> None:
    assert told(f"early = list(range(1000))\n{BEGIN}{LIVE}", tmp_path) == "1200975000 10 2000"


def test_the_unit_sets_what_the_program_would_set() -> None:
    unit = ROOT / "config" / "deployment" / "tree" / "lib" / "systemd" / "system" / "kiosk-dvc.service"
    assert f"Environment={NAME}={SETTINGS}\n" in unit.read_text()
