"""The portal's process: Chromium first, without anybody's data; then one visit; then the end of the process.

Built once and never used again: cookies, caches and Chromium's memory go with the process.
"""

from __future__ import annotations

import gc

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtWebEngineCore import qWebEngineChromiumSecurityPatchVersion, qWebEngineChromiumVersion

from kiosk.filing.hosts import BLANK
from kiosk.filing.messages import FromKiosk, Leave, PortalVisit, Ready
from ui.keyboard.typist import write_into
from ui.portal.channel import KioskLine
from ui.portal.filing import FilingInWindow
from ui.portal.guard import Guard
from ui.portal.link import PageLink
from ui.portal.portal_model import FilingViewModel
from ui.portal.portal_window import StandingBy, dressed, item, opened
from ui.portal.start import Start
from ui.portal.ways_out import WaysOut


class FilingProcess(QObject):
    """What stands by, and hands itself to the one filing."""

    def __init__(self, app: QGuiApplication, engine: QQmlApplicationEngine, channel: KioskLine, start: Start) -> None:
        super().__init__()
        self._app, self._channel, self._start = app, channel, start
        self._filing: FilingInWindow | None = None
        self._stands = self._stand_by(engine)
        channel.heard.connect(self._heard)
        channel.ended.connect(self._leave)
        self._stands.link.opened.emit(BLANK)  # what Chromium needs for its first page is there when the visit comes
        channel.say(
            Ready(
                chromium=_text(qWebEngineChromiumVersion()),
                security_patch=_text(qWebEngineChromiumSecurityPatchVersion()),
            )
        )

    def _stand_by(self, engine: QQmlApplicationEngine) -> StandingBy:
        ways, link, model = WaysOut(), PageLink(), FilingViewModel()
        link.may_open, link.may_pop_up = ways.page, ways.popup
        look = dressed(engine)
        window = opened(engine, model, link)
        write_into(window)
        official = item(window, "officialPage")
        self._guard = Guard(ways, self)
        official.property("profile").setUrlRequestInterceptor(self._guard)
        return StandingBy(
            engine=engine, look=look, window=window, official=official, link=link, model=model, ways=ways
        )

    def close(self) -> None:
        """Window and view first, while everything their bindings read is still there."""
        if self._filing is not None:
            self._filing.stop()
        self._stands.window.close()
        shiboken6.delete(self._stands.engine)

    def _heard(self, message: FromKiosk) -> None:
        if isinstance(message, Leave):
            self._leave()
        elif self._filing is None:
            self._begin(message)

    def _begin(self, visit: PortalVisit) -> None:
        self._filing = FilingInWindow(self._app, self._channel, self._stands, visit)
        self._filing.begin(windowed=self._start.windowed)

    def _leave(self) -> None:
        """The kiosk has gone, or its visit is over: sign out and end."""
        if self._filing is None:
            self._app.quit()
        else:
            self._filing.end()


def _text(told: object) -> str:
    """Qt's versions, which PySide's own types call bytes."""
    return str(told)


def run(app: QGuiApplication, engine: QQmlApplicationEngine, start: Start, incoming: int, outgoing: int) -> int:
    """The process until its one visit has ended; the exit code."""
    channel = KioskLine(incoming, outgoing)
    program = FilingProcess(app, engine, channel, start)
    gc.freeze()
    gc.enable()
    channel.open()
    code = app.exec()
    program.close()
    return code
