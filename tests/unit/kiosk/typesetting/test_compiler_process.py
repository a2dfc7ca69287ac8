"""Papers set by a process of their own: the same bytes, gone with the visit, a fault where it dies. Decision 36."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import date

import pytest

from kiosk import paths
from kiosk.typesetting.compiler import TypesettingError, TypstCompiler
from kiosk.typesetting.compiler_process import CompilerProcess

DAY = date(2026, 11, 30)


@pytest.fixture(scope="module")
def apart() -> CompilerProcess:
    return CompilerProcess(paths.assets())


def _pid(compiler: CompilerProcess) -> int:
    assert compiler._process is not None
    return compiler._process.pid


def test_a_process_sets_what_the_compiler_here_sets_until_it_dies_or_is_told_to_forget(
    apart: CompilerProcess,
) -> None:
    compiler = TypstCompiler(paths.assets())
    here = compiler.pdf("empty", "1", printed_on=DAY, tagged=True)
    assert apart.pdf("empty", "1", printed_on=DAY, tagged=True) == here
    assert apart.png("empty", "1", dots_per_inch=20.0) == compiler.png("empty", "1", dots_per_inch=20.0)
    with pytest.raises(TypesettingError, match="expected a template"):
        apart.pdf("no-such-page", "1", printed_on=DAY, tagged=True)
    first = _pid(apart)
    os.kill(first, signal.SIGKILL)
    with pytest.raises(TypesettingError, match="gave no answer"):
        apart.pdf("empty", "1", printed_on=DAY, tagged=True)
    assert apart.pdf("empty", "1", printed_on=DAY, tagged=True) == here
    second = _pid(apart)
    apart.forget()
    with pytest.raises(ProcessLookupError):
        os.kill(second, 0)


def test_nothing_is_started_where_no_paper_was_made() -> None:
    compiler = CompilerProcess(paths.assets())
    compiler.forget()
    assert compiler._process is None


def test_the_process_loads_nothing_that_only_the_window_needs() -> None:
    """The first paper of a visit waits for it to start."""
    ask = "import sys, kiosk.typesetting.compiling; print(*(each for each in sys.modules if each[:6] == 'kiosk.'))"
    told = subprocess.run([sys.executable, "-c", ask], cwd=paths.root(), capture_output=True, text=True, check=True)
    rooms = {name.split(".")[1] for name in told.stdout.split()}
    assert rooms == {"errors", "i18n", "paths", "toml", "typesetting"}
