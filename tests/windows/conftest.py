"""Built once a run: the folder, its installer (zlib takes half the time), the prefix with the program in it."""

from __future__ import annotations

import getpass
from pathlib import Path

import pytest

from kiosk.paths import version
from release.folder import ROOT
from release.windows.folder import assemble
from release.windows.installer import build_installer
from tests.windows.wine import Prefix

INSTALLED = "C:\\Program Files\\kiosk-dvc"
LOCKED = {
    "edge swipes": ("HKLM\\Software\\Policies\\Microsoft\\Windows\\EdgeUI", "AllowEdgeSwipe"),
    "Windows keys": ("HKLM\\SYSTEM\\CurrentControlSet\\Control\\Keyboard Layout", "Scancode Map"),
    "faults": ("HKLM\\SOFTWARE\\Microsoft\\Windows\\Windows Error Reporting", "DontShowUI"),
    "set before": ("HKLM\\Software\\Policies\\Microsoft\\Windows\\Personalization", "NoLockScreen"),
}
"""Some of what a locked station asks of Windows, by key and value; the last was set by another hand before."""


@pytest.fixture(scope="session")
def folder() -> Path:
    """The folder for Windows, as the installer packs it."""
    return assemble(ROOT / "build" / "windows" / version())


@pytest.fixture(scope="session")
def installer(folder: Path) -> Path:
    return build_installer(folder, ROOT / "build" / "windows", version(), "zlib")


@pytest.fixture(scope="session")
def prefix(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Prefix:
    made = Prefix(tmp_path_factory.mktemp("wine") / "prefix")
    made.make(folder)
    return made


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
