"""Pages compiled beside their sources: taken by the engine as they are, and passed over once a page was edited."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ui.window import engine

COMPILE = """
import sys
from pathlib import Path
from ui.window.compiled import compile_pages
compile_pages(Path(sys.argv[1]))
"""
LOAD = """
import sys
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine
import ui.window.app
program = QGuiApplication([])
engine = QQmlEngine()
engine.addImportPath(sys.argv[1])
component = QQmlComponent(engine, QUrl.fromLocalFile(sys.argv[1] + "/Kiosk/Components/TouchButton.qml"))
assert component.isReady(), component.errorString()
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the pages, compiled once: what the last test edits no other looks at."""
    folder = tmp_path_factory.mktemp("compiled") / "qml"
    shutil.copytree(engine.QML, folder, ignore=shutil.ignore_patterns("*.qmlc", "*.jsc"))
    run(COMPILE, folder, folder.parent / "unused")
    return folder


@pytest.fixture(scope="module")
def few(pages: Path) -> set[str]:
    """What is compiled anew beside pages of which none was touched."""
    return run(LOAD, pages, pages.parent / "cache")


def run(program: str, pages: Path, cache: Path) -> set[str]:
    """What the engine had to compile anew."""
    env = {**os.environ, "QML_DISK_CACHE_PATH": str(cache), "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-c", program, str(pages)], env=env, check=True)
    return {path.name for path in cache.iterdir()} if cache.exists() else set()


def test_every_page_is_compiled_and_the_engine_takes_it(pages: Path, few: set[str], tmp_path: Path) -> None:
    made = {page.with_suffix(".qmlc").exists() for page in pages.rglob("*.qml")}
    assert made == {True}
    compiled = pages / "Kiosk" / "Components" / "TouchButton.qmlc"
    aside = compiled.rename(tmp_path / compiled.name)
    assert len(run(LOAD, pages, tmp_path / "other")) == len(few) + 1
    aside.rename(compiled)


def test_an_edited_page_is_not_shown_as_it_was(pages: Path, few: set[str], tmp_path: Path) -> None:
    page = pages / "Kiosk" / "Components" / "TouchButton.qml"
    page.write_text(page.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert len(run(LOAD, pages, tmp_path / "other")) == len(few) + 1
