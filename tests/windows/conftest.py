"""Built once a run: the folder, its installer (zlib takes half the time), the prefix with the program in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.paths import version
from release.folder import ROOT
from release.windows.folder import assemble
from release.windows.installer import build_installer
from tests.windows.wine import Prefix

INSTALLED = "C:\\Program Files\\kiosk-dvc"


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
    settings = prefix.at("C:\\stick\\pc-1")
    settings.mkdir(parents=True)
    (settings / "kiosk.toml").write_text('[station]\nname = "Máy thử"\n', "utf-8")
    prefix.at("C:\\stick\\answers.ini").write_text("[station]\r\nsettings=C:\\stick\\pc-1\r\n", "utf-8", newline="")
    return "C:\\stick\\answers.ini"


@pytest.fixture(scope="session")
def installed(prefix: Prefix, installer: Path, answers: str) -> Prefix:
    """The prefix with the program installed without a question."""
    done = prefix.run(str(installer), "/S", f"/ANSWERS={answers}")
    assert (done.code, done.err) == (0, "")
    return prefix
