"""The window of the portal's process: our own screens' engine and dress, with the official page in the middle."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from ui.portal.link import PageLink
from ui.portal.portal_model import FilingViewModel
from ui.portal.ways_out import WaysOut
from ui.window import engine as qml

QML = Path(__file__).with_name("qml")
MAIN = QML / "Kiosk" / "Portal" / "PortalWindow.qml"


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingBy:
    """The window with Chromium in it and nobody's data: what a visit takes over."""

    engine: QQmlApplicationEngine
    look: QObject
    window: QQuickWindow
    official: QQuickItem
    link: PageLink
    model: FilingViewModel
    ways: WaysOut


def dressed(engine: QQmlApplicationEngine) -> QObject:
    """Fonts and modules for the engine; the look of its screens (`Kiosk/Style`)."""
    qml.load_fonts()
    qml.dress(engine)
    engine.addImportPath(str(QML))
    engine.warnings.connect(_told)
    return qml.look(engine)


def opened(engine: QQmlApplicationEngine, model: FilingViewModel, link: PageLink) -> QQuickWindow:
    """The window, loaded and not yet shown. Raises `RuntimeError` when its QML is broken."""
    engine.setInitialProperties({"portal": model, "link": link})
    engine.load(QUrl.fromLocalFile(str(MAIN)))
    roots = engine.rootObjects()
    if not roots or not isinstance(roots[-1], QQuickWindow):
        raise RuntimeError("the portal's window could not be loaded; the log names the place")
    return roots[-1]


def item(window: QQuickWindow, name: str) -> QQuickItem:
    """The item with that object name. Raises `RuntimeError` where there is none."""
    found = window.findChild(QQuickItem, name)
    if found is None:
        raise RuntimeError(f"the portal's window has no {name}")
    return found


def _told(warnings: Sequence[object]) -> None:
    """Our own QML's faults: file and line, as Qt says them."""
    for warning in warnings:
        sys.stderr.write(f"qml: {warning.toString()}\n")  # type: ignore[attr-defined]
