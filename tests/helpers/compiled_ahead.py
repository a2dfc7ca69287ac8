"""What a run of the whole suite is about to load, compiled before the tests are found: each process its share.

In a fresh clone every process would otherwise rewrite the asserts of each test file and compile each module for
itself. What one has written the others read; what is not there in time is made as ever.
"""

from __future__ import annotations

import importlib.util
import py_compile
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from _pytest.assertion import rewrite  # pytest's cache of rewritten asserts has no other door

ROOT = Path(__file__).resolve().parents[2]
LOADED = ("kiosk", "devices", "ui", "tests")


def compile_share(config: pytest.Config, number: int, processes: int) -> None:
    """Compile every `processes`-th file from the `number`-th on, where it is not compiled yet."""
    if sys.dont_write_bytecode:
        return
    for file in list(sources(config))[number::processes]:
        if file.name.startswith("test_"):
            _rewrite(file, config)
        else:
            _compile(file)


def sources(config: pytest.Config) -> Iterator[Path]:
    """The modules of the project and the test files, but for folders that this run leaves out."""
    left_out = {ROOT / str(each) for each in (*(config.getoption("ignore") or ()), *config.getini("norecursedirs"))}
    for folder in LOADED:
        for file in sorted((ROOT / folder).rglob("*.py")):
            if left_out.isdisjoint(file.parents):
                yield file


def _compile(file: Path) -> None:
    made = Path(importlib.util.cache_from_source(str(file)))
    if not made.exists() or made.stat().st_mtime < file.stat().st_mtime:
        py_compile.compile(str(file), str(made))


def _rewrite(file: Path, config: pytest.Config) -> None:
    state = config.stash[rewrite.assertstate_key]
    folder = rewrite.get_cache_dir(file)
    made = folder / (file.name[: -len(".py")] + rewrite.PYC_TAIL)
    if rewrite.try_makedirs(folder) and rewrite._read_pyc(file, made, state.trace) is None:
        source_hash, code = rewrite._rewrite_test(file, config)
        rewrite._write_pyc(state, code, source_hash, made)
