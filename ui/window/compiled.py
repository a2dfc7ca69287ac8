"""Compiles the QML files into `.qmlc` files beside them, as the engine itself would at its first start.

The engine takes such a file as long as the time stamp of its source fits, so an edited page is never shown as it was;
a file holds the path of its source, so it is made where the program lies, while it is installed. The first start
then neither compiles nor waits for some forty small files to reach the disk.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine

from ui.shown import enums  # noqa: F401 register the types the pages name
from ui.view_models import pano, staff  # noqa: F401
from ui.window import (
    app,  # noqa: F401 register the types the pages name
    engine,
)


class PageFaultError(Exception):
    """A QML file that does not compile; the message is the engine's."""


def compile_pages(folder: Path = engine.QML) -> int:
    """Compile every QML file below `folder`; how many. For a process of its own. Raises `PageFaultError`."""
    # The engine holds some of its files open to the end of the process: Windows then keeps their folder.
    with tempfile.TemporaryDirectory(prefix="qml-", ignore_cleanup_errors=True) as cache:
        os.environ["QML_DISK_CACHE_PATH"] = cache  # read once, by the first engine
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        program = QGuiApplication.instance() or QGuiApplication(["compile"])
        pages = sorted([*folder.rglob("*.qml"), *folder.rglob("*.js")])
        for page in pages:
            _beside(page).unlink(missing_ok=True)
        compiler = QQmlEngine()
        compiler.addImportPath(str(folder))
        for page in (
            page for page in pages if page.suffix == ".qml"
        ):  # a script comes with the page that imports it: by itself it is no component
            component = QQmlComponent(compiler, QUrl.fromLocalFile(str(page)))
            if not component.isReady():
                raise PageFaultError(component.errorString())
        del compiler, program
        return sum(_taken(Path(cache), page) for page in pages)


def _beside(page: Path) -> Path:
    return page.with_suffix(f"{page.suffix}c")


def _taken(cache: Path, page: Path) -> bool:
    """The engine names what it compiled by the hash of the source's path, with forward slashes on Windows too."""
    name = hashlib.sha1(page.as_posix().encode(), usedforsecurity=False).hexdigest()
    made = cache / f"{name}{_beside(page).suffix}"
    if made.exists():
        shutil.copyfile(made, _beside(page))
    return made.exists()
