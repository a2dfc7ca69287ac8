"""The life of an installation: what the installer refuses, an upgrade while the program runs, removal as asked.

Played last (the file's name says so): it takes away what the others use.
"""

from __future__ import annotations

from pathlib import Path

from kiosk.paths import version
from tests.helpers.waiting import wait_until
from tests.windows.conftest import INSTALLED, LOCKED
from tests.windows.wine import Prefix

SETTINGS = "C:\\ProgramData\\kiosk-dvc\\settings\\kiosk.toml"
NO_ANSWERS = 4
NO_RIGHTS = 7
RUNNING = f"{INSTALLED}\\releases\\{version()}\\kiosk-dvcw.exe"


def runs() -> bool:
    """Whether the installed program does: Wine's processes are this system's, under their names there."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if RUNNING.encode() in (process / "cmdline").read_bytes():
                return True
        except OSError:
            continue  # it has ended meanwhile
    return False


def well(installed: Prefix, *words: str) -> None:
    """Play an installer or a removal that must end well, and show what it said where it does not."""
    done = installed.run(*words)
    assert (done.code, done.out, done.err) == (0, "", "")


def test_a_file_of_answers_that_is_not_there_is_refused_and_nothing_is_laid(prefix: Prefix, installer: Path) -> None:
    done = prefix.run(str(installer), "/S", "/ANSWERS=C:\\nowhere\\answers.ini", "/D=C:\\elsewhere")
    assert done.code == NO_ANSWERS
    assert not prefix.at("C:\\elsewhere").exists()


def test_over_a_running_program_an_older_release_becomes_the_one_before_and_a_third_one_goes(
    installed: Prefix, installer: Path
) -> None:
    place = installed.at(INSTALLED)
    refused = installed.at("C:\\ProgramData\\kiosk-dvc\\state\\refused")
    with installed.started(f"{INSTALLED}\\kiosk-dvc-screen.exe"):
        wait_until(runs, "the installed program runs")
        for name in ("0.0.1", "0.0.2"):
            (place / "releases" / name).mkdir()
            (place / "releases" / name / "kiosk-dvc.exe").write_bytes(b"")
        (place / "current").write_text("0.0.2")
        refused.write_text(version())
        well(installed, str(installer), "/S")
        assert not runs()
    assert sorted(path.name for path in (place / "releases").iterdir()) == ["0.0.2", version()]
    assert [(place / name).read_text() for name in ("current", "previous")] == [version(), "0.0.2"]
    assert not refused.exists()
    assert "may-thu" in installed.at(SETTINGS).read_text("utf-8")


def test_removal_keeps_the_settings(installed: Prefix, installer: Path) -> None:
    well(installed, f"{INSTALLED}\\uninstall.exe", "/S", f"_?={INSTALLED}")
    left = [path.name for path in installed.at(INSTALLED).rglob("*")] if installed.at(INSTALLED).exists() else []
    assert left in ([], ["uninstall.exe"])  # with `_?=` it waits for its end, and cannot take itself away
    assert installed.at(SETTINGS).exists()
    asked = installed.run("reg", "query", "HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\kiosk-dvc")
    assert asked.code != 0
    left_locked = {name: told for name, place in LOCKED.items() if (told := installed.registered(*place))}
    assert left_locked == {"set before": "0x0"}


def test_an_account_that_is_not_there_is_told_and_the_program_installed_all_the_same(
    prefix: Prefix, installer: Path
) -> None:
    prefix.at("C:\\stick\\nobody.ini").write_text("[station]\r\nuser=nobody-of-that-name\r\n", newline="")
    assert prefix.run(str(installer), "/S", "/ANSWERS=C:\\stick\\nobody.ini").code == NO_RIGHTS
    assert prefix.run(f"{INSTALLED}\\kiosk-dvc.exe", "--version").code == 0


def test_removal_takes_the_settings_where_that_is_asked(installed: Prefix, installer: Path) -> None:
    well(installed, f"{INSTALLED}\\uninstall.exe", "/S", "/REMOVE_SETTINGS", f"_?={INSTALLED}")
    assert not installed.at("C:\\ProgramData\\kiosk-dvc").exists()
