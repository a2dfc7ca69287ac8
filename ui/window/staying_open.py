"""A window on the whole screen that nobody closes: neither a key of a compositor nor a gesture ends the kiosk.

Only the program itself lets it close, and a signal to its process ends it as before.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QWindow


class StayingOpen(QObject):
    """Refuses to close its window until `end`."""

    def __init__(self, window: QWindow) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def end(self) -> None:
        """From now on the window may close."""
        self._window.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the wish to close, and leave it unheard."""
        if event.type() != QEvent.Type.Close:
            return False
        event.ignore()
        return True
