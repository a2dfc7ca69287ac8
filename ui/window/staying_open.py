"""A window on the whole screen that nobody closes: neither a key of a compositor nor a gesture ends the kiosk.

Only the program itself lets it close, and a signal to its process ends it as before. A compositor gives the whole
screen to one window of a place and takes it from the one before (sway does, when the official page opens over the
kiosk): whoever comes to the front again takes it back.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QWindow


class StayingOpen(QObject):
    """Refuses to close its window until `end`, and keeps it on the whole screen while it is in front."""

    def __init__(self, window: QWindow) -> None:
        super().__init__(window)
        window.installEventFilter(self)
        window.activeChanged.connect(self._fill)

    @property
    def _window(self) -> QWindow:
        """Asked of Qt and not kept: a window that its own child holds is let go by the collector, at any moment, and
        Qt may be telling it just then that another one is in front."""
        window = self.parent()
        assert isinstance(window, QWindow)
        return window

    def end(self) -> None:
        """From now on the window may close."""
        window = self._window
        window.removeEventFilter(self)
        window.activeChanged.disconnect(self._fill)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the wish to close, and leave it unheard."""
        if event.type() != QEvent.Type.Close:
            return False
        event.ignore()
        return True

    def _fill(self) -> None:
        """Not while another window is in front: it would lose the screen in its turn."""
        window = self._window
        if window.isActive() and window.visibility() is not QWindow.Visibility.FullScreen:
            window.showFullScreen()
