"""Before a run of the whole suite each process compiles its share; pytest itself finds what they wrote."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest
from _pytest.assertion import rewrite

from tests.helpers import compiled_ahead


def test_the_shares_together_are_all_that_is_loaded_and_pytest_takes_what_they_wrote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config
) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "compiled"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(compiled_ahead, "ROOT", tmp_path)
    files = [tmp_path / name for name in ("kiosk/a.py", "tests/helpers/b.py", "tests/test_c.py", "tests/test_d.py")]
    left_out = tmp_path / "tests" / "portal" / "test_e.py"
    for file in (*files, left_out):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("def test_it():\n    assert 1 + 1 == 2\n")
    for number in range(3):
        compiled_ahead.compile_share(pytestconfig, number, 3)
    for file in files[:2]:
        assert Path(importlib.util.cache_from_source(str(file))).exists()
    for file in files[2:]:
        assert taken_by_pytest(file)
    assert not taken_by_pytest(left_out)
    files[2].write_text("def test_it():\n    assert 1 + 2 == 3\n")
    assert not taken_by_pytest(files[2])


def taken_by_pytest(file: Path) -> bool:
    """Whether pytest finds the file's asserts rewritten, as the file is now."""
    made = rewrite.get_cache_dir(file) / (file.stem + rewrite.PYC_TAIL)
    return rewrite._read_pyc(file, made) is not None
