"""A bare QtWebEngine view, with none of the program's defences: what the practice portals are tried on.

Reads the visit's first message from standard input and opens its address; says nothing and ends by a signal. The
words are those of `python -m ui.portal` that matter here.
"""

from __future__ import annotations

import argparse
import os
import sys

from kiosk.filing.messages import PortalVisit, Ready
from kiosk.filing.wire import packed, read_from_kiosk

QML = """
import QtQuick
import QtQuick.Window
import QtWebEngine
Window {
    visible: true
    width: 1080
    height: 1300
    property var popups: []
    WebEngineProfile { id: memory; offTheRecord: true; httpAcceptLanguage: "vi-VN,vi" }
    WebEngineView {
        id: view
        objectName: "view"
        anchors.fill: parent
        profile: memory
        focus: true
        onNewWindowRequested: request => { popup.visible = true; request.openIn(popup) }
        onJavaScriptDialogRequested: request => { request.accepted = true; request.dialogAccept() }
        onFileDialogRequested: request => { request.accepted = true; request.dialogAccept([paper]) }
        property string paper
    }
    WebEngineView {
        id: popup
        anchors.fill: parent
        profile: memory
        visible: false
        onWindowCloseRequested: visible = false
    }
}
"""


def main() -> int:
    """Until a signal ends it."""
    words = argparse.ArgumentParser()
    words.add_argument("--hosts", required=True)
    words.add_argument("--stand-in", required=True)
    words.add_argument("--paper", default="")
    asked = words.parse_args()
    rules = ", ".join(f"MAP {host} {asked.stand_in}" for host in asked.hosts.split(","))
    os.environ["QT_QUICK_BACKEND"] = "software"
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = f'--disable-gpu --host-resolver-rules="{rules}"'
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQml import QQmlApplicationEngine
    from PySide6.QtQuick import QQuickItem
    from PySide6.QtWebEngineCore import qWebEngineChromiumSecurityPatchVersion, qWebEngineChromiumVersion
    from PySide6.QtWebEngineQuick import QtWebEngineQuick

    QtWebEngineQuick.initialize()
    application = QGuiApplication(sys.argv)
    engine = QQmlApplicationEngine()
    engine.loadData(QML.encode())
    window = engine.rootObjects()[0]
    view = window.findChild(QQuickItem, "view")
    view.setProperty("paper", asked.paper)
    ready = Ready(chromium=qWebEngineChromiumVersion(), security_patch=qWebEngineChromiumSecurityPatchVersion())
    sys.stdout.buffer.write(packed(ready))
    sys.stdout.buffer.flush()
    visit = read_from_kiosk(sys.stdin.buffer.read1)
    if isinstance(visit, PortalVisit):
        view.setProperty("url", QUrl(visit.rules.start))
    view.forceActiveFocus()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
