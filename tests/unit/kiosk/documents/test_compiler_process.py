"""Papers set by a process of their own: the same bytes, gone with the visit, a fault where it dies. Decision 36."""

from __future__ import annotations

import os
import signal
from datetime import date

import pytest

from kiosk import paths
from kiosk.documents import Typesetter, TypesettingError
from kiosk.documents.compiler_process import CompilerProcess

DAY = date(2026, 11, 30)


@pytest.fixture(scope="module")
def apart() -> CompilerProcess:
    return CompilerProcess(paths.assets())


def _pid(compiler: CompilerProcess) -> int:
    assert compiler._process is not None
    return compiler._process.pid


def test_a_process_sets_what_the_compiler_here_sets_until_it_dies_or_is_told_to_forget(
    typesetter: Typesetter, apart: CompilerProcess
) -> None:
    here = typesetter._compiler.pdf("empty", "1", printed_on=DAY, tagged=True)
    assert apart.pdf("empty", "1", printed_on=DAY, tagged=True) == here
    assert apart.png("empty", "1", dots_per_inch=20.0) == typesetter._compiler.png("empty", "1", dots_per_inch=20.0)
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
