"""What is built (`built.py`) stands before the processes begin that play it; each plays in a prefix of its own.

One process keeps to the installed station (`installed`), the other plays what needs no installation. At the end the
command says how long building and playing took, each apart, and what the unit tests there came to.

`--kept` goes on with the folder, the installer and the prefixes that a run with `--kept` left in `build/windows`.
`--newer-wine FOLDER` names a Debian with a newer Wine (`test_newer_wine.py`). `--long` plays more of the unit tests.
"""

from __future__ import annotations

import getpass
import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from release.folder import megabytes
from tests.windows import built
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

TOLD = "windows"
"""The name under which a test leaves a line for the end."""
BUILT_S, PLAYS_SINCE = pytest.StashKey[float](), pytest.StashKey[float]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--kept", action="store_true", help="go on with what a run with --kept left in build/windows")
    parser.addoption("--long", action="store_true", help="more of the unit tests, for a quarter of an hour")
    parser.addoption("--newer-wine", type=Path, help="folder with a Debian that has a Wine of 2025 or later")


def pytest_sessionstart(session: pytest.Session) -> None:
    """Build, in the one process that hands the tests out."""
    config = session.config
    if hasattr(config, "workerinput") or config.getoption("collectonly"):
        return
    began = time.monotonic()
    try:
        built.build(kept=bool(config.getoption("kept")))
    except subprocess.CalledProcessError as fault:
        raise pytest.UsageError(f"not built: {fault}") from fault
    config.stash[PLAYS_SINCE] = time.monotonic()
    config.stash[BUILT_S] = config.stash[PLAYS_SINCE] - began


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """What a run took and came to."""
    if BUILT_S not in config.stash:
        return
    packed, laid = built.installer().stat().st_size / 1e6, megabytes(built.folder())
    terminalreporter.write_line(
        f"windows: built in {config.stash[BUILT_S]:.0f} s ({packed:.0f} MB with zlib, {laid:.0f} MB installed), "
        f"played in {time.monotonic() - config.stash[PLAYS_SINCE]:.0f} s"
    )
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            if name == TOLD:
                terminalreporter.write_line(f"windows: {value}")


@pytest.fixture(scope="session")
def folder() -> Path:
    """The folder for Windows, as the installer packs it."""
    return built.folder()


@pytest.fixture(scope="session")
def installer() -> Path:
    return built.installer()


@pytest.fixture(scope="session")
def python() -> Path:
    """CPython's own `python.exe`, which the package leaves out, beside links to the folder's files."""
    return built.python()


@pytest.fixture(scope="session")
def prefix(folder: Path, pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prefix]:
    name = f"prefix-{os.environ.get('PYTEST_XDIST_WORKER', 'gw0')}"
    made = Prefix((built.BUILT if pytestconfig.getoption("kept") else tmp_path_factory.mktemp("wine")) / name)
    if not made.drive.exists():
        made.make(folder)
    with made.served():
        yield made


@pytest.fixture(scope="session")
def answers(prefix: Prefix) -> str:
    """A file of answers that brings settings, as a technician with a row of PCs writes it."""
    key, value = LOCKED["set before"]
    prefix.run("reg", "add", key, "/v", value, "/t", "REG_DWORD", "/d", "0", "/f")
    settings = prefix.at("C:\\stick\\pc-1")
    settings.mkdir(parents=True, exist_ok=True)
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
