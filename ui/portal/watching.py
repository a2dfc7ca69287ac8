"""What is looked at from time to time while a page is in front: whether it takes letters, and the login's QR.

The window is asked by an event what takes letters: its item may not be named from Python.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QRectF, Qt, QTimer
from PySide6.QtQuick import QQuickWindow

from kiosk.filing.page_rules import Secrecy
from ui.keyboard.typist import query
from ui.portal import login_qr
from ui.portal.layouts import KeyLayout, layout_of
from ui.portal.page import PortalPage
from ui.portal.portal_model import FilingViewModel, Front
from ui.portal.work import PageGoneError, PageWorker

TYPING_MS = 250
SETTLING_LOOKS = 4
"""Looks after the keyboard has come, by which the page has got its smaller room."""
QR_MS = 1500
SPENT_AFTER = 2
"""Looks in a row in which a symbol that was there cannot be read: something covers it."""


class FieldWatch(QObject):
    """Shows the keyboard while a field of the page has the cursor, and keeps that field above it.

    A list that was opened has the cursor in the field it is searched with: it keeps its room until that field is
    touched itself.
    """

    def __init__(
        self,
        model: FilingViewModel,
        page: PortalPage,
        worker: PageWorker,
        *,
        has_focus: Callable[[], bool],
        takes_keys: Callable[[], bool],
    ) -> None:
        super().__init__(model)
        self._model, self._page, self._worker = model, page, worker
        self._has_focus, self._takes_keys = has_focus, takes_keys
        self.layout = KeyLayout.NONE
        """What the field with the cursor takes, whether or not the keyboard is shown for it."""
        self.secret = False
        """Whether that field hides what stands in it."""
        self._settling = 0
        timer = QTimer(self, interval=TYPING_MS)
        timer.timeout.connect(self.look)
        timer.start()

    def look(self) -> None:
        """Ask the window what stands at the cursor, then the page whether it wants letters there."""
        self.layout, self.secret = layout, secret = self._at_cursor()
        if layout is KeyLayout.NONE:
            self._worker.stop()
            self._show(KeyLayout.NONE, secret=False)
        elif not self._worker.busy:
            self._worker.start(
                self._of_list(), lambda list_: self._show(KeyLayout.NONE if list_ else layout, secret=secret)
            )

    def _at_cursor(self) -> tuple[KeyLayout, bool]:
        """What it takes, and whether that is hidden."""
        if self._model.props.front is not Front.PAGE or self._model.props.filling or not self._has_focus():
            return KeyLayout.NONE, False
        if query(Qt.InputMethodQuery.ImEnabled) is not True:
            return KeyLayout.DIGITS if self._takes_keys() else KeyLayout.NONE, False
        told = query(Qt.InputMethodQuery.ImHints)
        hints = Qt.InputMethodHint(told) if isinstance(told, int | Qt.InputMethodHint) else Qt.InputMethodHint.ImhNone
        secret = bool(hints & (Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData))
        return layout_of(hints), secret

    async def _of_list(self) -> bool:
        """Whether the cursor is where an open list is searched; a page that does not answer has none."""
        for frame in self._page.frames():
            try:
                told = await self._page.call(frame, "cursor")
                if told is not None and self._settling:
                    self._settling -= 1
                    await self._page.call(frame, "aboveKeyboard")
            except PageGoneError:
                continue
            if told is not None:
                return bool(told == "list")
        return False

    def _show(self, layout: KeyLayout, *, secret: bool) -> None:
        if layout is not KeyLayout.NONE and self._model.props.keyboard == KeyLayout.NONE:
            self._settling = SETTLING_LOOKS
        self._model.change(lambda props: replace(props, keyboard=layout.value, typing_secret=secret))


class QrWatch(QObject):
    """Finds the login's symbol on the picture of the page and shows it large; says when it is spent."""

    def __init__(self, model: FilingViewModel, window: QQuickWindow, area: Callable[[], QRectF]) -> None:
        super().__init__(model)
        self._model, self._window, self._area = model, window, area
        self._missing = 0
        self._text = ""
        timer = QTimer(self, interval=QR_MS)
        timer.timeout.connect(self.look)
        timer.start()

    def look(self) -> None:
        """Only on a login: nothing else of the page is anybody's to read."""
        props = self._model.props
        if props.front is not Front.PAGE or props.secrecy is not Secrecy.LOGIN or props.keyboard:
            self._text, self._missing = "", 0
            return
        picture = self._window.grabWindow()
        area = self._area()
        ratio = picture.devicePixelRatio()
        part = QRectF(area.topLeft() * ratio, area.size() * ratio).toRect()
        self._take(login_qr.text_of(picture.copy(part)))

    def _take(self, text: str) -> None:
        if text:
            self._missing = 0
            if text != self._text:
                self._text = text
                rows = tuple(tuple(row) for row in login_qr.rows_of(text))
                self._model.change(lambda props: replace(props, qr_rows=rows, qr_spent=False))
        elif self._text:
            self._missing += 1
            if self._missing >= SPENT_AFTER:
                self._text = ""
                self._model.change(lambda props: replace(props, qr_rows=(), qr_spent=True))
