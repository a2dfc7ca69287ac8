"""PySide6 reads no source of what the window loads."""

from __future__ import annotations

import subprocess
import sys

import pytest

LOADED = """
import linecache, sys
import PySide6.QtCore
{taken}
import colorsys
sys.stdout.write(str(any(name.endswith("colorsys.py") for name in linecache.cache)))
"""


@pytest.mark.parametrize(
    ("taken", "read"),
    [("", "True"), ("from ui.program.plain_imports import take_back; take_back()", "False")],
    ids=["PySide6's import", "Python's own"],
)
def test_what_is_loaded_after_it_is_read_no_more(taken: str, read: str) -> None:
    argv = [sys.executable, "-c", LOADED.format(taken=taken)]
    assert subprocess.run(argv, capture_output=True, text=True, check=True).stdout == read
