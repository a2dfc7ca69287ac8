"""Chromium's own processes and threads, begun before the rest of the program is read: they come up meanwhile."""

from __future__ import annotations

import os
import sys

from PySide6.QtGui import QGuiApplication
from PySide6.QtWebEngineQuick import QQuickWebEngineProfile, QtWebEngineQuick

from ui.portal.flags import chromium_flags
from ui.portal.start import Start


def begun(start: Start) -> QGuiApplication:
    """The application, with Chromium on its way up and nobody's data in it."""
    _prepare(start)
    QtWebEngineQuick.initialize()
    app = QGuiApplication([sys.argv[0]])
    app.setApplicationName("kiosk-dvc-portal")
    app.setQuitOnLastWindowClosed(False)
    QQuickWebEngineProfile(app).deleteLater()  # off the record; no page ever uses it: the first one begins Chromium
    return app


def _prepare(start: Start) -> None:
    """Set the environment of this process. The sandbox is on: any value of the variable that turns it off, 0 too,
    would."""
    os.environ.pop("QTWEBENGINE_DISABLE_SANDBOX", None)
    os.environ.pop("QTWEBENGINE_REMOTE_DEBUGGING", None)
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = chromium_flags(start.hosts, start.stand_ins)
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    os.environ["QML_DISK_CACHE"] = "aot,qmlc-read"  # what was compiled while installing; no file is written
