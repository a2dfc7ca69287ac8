"""What was counted before the program was killed is there afterwards, on Windows' file calls too."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.counting import store_in
from tests.windows.wine import Prefix


@pytest.mark.parametrize("after", [1, 57])
def test_a_killed_program_loses_no_count_it_had_kept(
    prefix: Prefix, python: Path, tmp_path: Path, after: int
) -> None:
    script, counts = (f"Z:{path}" for path in (Path(__file__).with_name("counting.py"), tmp_path / "counts.sqlite"))
    with prefix.started(str(python), script, counts) as program:
        assert program.stdout is not None
        told = len(program.stdout.read(after))
        program.kill()
        told += len(program.stdout.read())
    assert told >= after
    store = store_in(tmp_path)
    assert store.totals()["form-printed", "ct01"] in (told, told + 1)  # killed between the commit and the telling
    store.close()
