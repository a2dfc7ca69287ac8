"""Chromium's own processes and threads, and Qt's modules for screens, begun while the rest of the program is read."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtWebEngineQuick import QtWebEngineQuick

from ui.portal.flags import chromium_flags
from ui.portal.start import Start

BEGINNING = Path(__file__).with_name("qml") / "Beginning.qml"


def begun(start: Start, meanwhile: str) -> tuple[QGuiApplication, QQmlApplicationEngine]:
    """The application and its engine, with Chromium on its way up and nobody's data in it.

    The module `meanwhile` is read by a thread of its own: Qt waits for Chromium's first process without Python. What
    goes wrong there is raised where the module is imported.
    """
    _prepare(start)
    QtWebEngineQuick.initialize()
    app = QGuiApplication([sys.argv[0]])
    app.setApplicationName("kiosk-dvc-portal")
    app.setQuitOnLastWindowClosed(False)
    reading = Thread(target=_read, args=(meanwhile,))
    reading.start()
    engine = QQmlApplicationEngine()
    engine.load(QUrl.fromLocalFile(str(BEGINNING)))
    reading.join()
    return app, engine


def _read(module: str) -> None:
    try:
        import_module(module)
    except ImportError:
        pass  # raised again in the first thread, which tells it


def _prepare(start: Start) -> None:
    """Set the environment of this process. The sandbox is on: any value of the variable that turns it off, 0 too,
    would."""
    os.environ.pop("QTWEBENGINE_DISABLE_SANDBOX", None)
    os.environ.pop("QTWEBENGINE_REMOTE_DEBUGGING", None)
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = chromium_flags(start.hosts, start.stand_ins)
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    os.environ["QML_DISK_CACHE"] = "aot,qmlc-read"  # what was compiled while installing; no file is written
