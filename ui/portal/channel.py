"""The line to the kiosk: messages in by a thread of their own, messages out at once.

Standard input and output are kept for it alone: whatever else writes to standard output of this process (a library,
Chromium's children) goes to standard error instead. The end of the input is a message too: nobody is there any more.
"""

from __future__ import annotations

import os
import sys
import threading

from PySide6.QtCore import QObject, Signal

from kiosk.filing.messages import FromPortal
from kiosk.filing.wire import NotUnderstoodError, packed, read_from_kiosk


class KioskLine(QObject):
    """Signals arrive in the thread of whoever connects: the window's."""

    heard = Signal(object)
    """A `PortalVisit` or a `Leave`."""
    ended = Signal()
    """The kiosk has gone, or what it said is no message."""

    def __init__(self, incoming: int, outgoing: int) -> None:
        super().__init__()
        self._incoming = incoming
        self._outgoing = outgoing
        self._thread = threading.Thread(target=self._listen, name="kiosk", daemon=True)

    def open(self) -> None:
        """Begin to listen, once everybody is connected."""
        self._thread.start()

    def say(self, message: FromPortal) -> None:
        """One message, whole. A kiosk that has gone is no fault here: `ended` tells it."""
        left = memoryview(packed(message))
        try:
            while left:
                left = left[os.write(self._outgoing, left) :]
        except OSError:
            pass

    def _listen(self) -> None:
        try:
            while (message := read_from_kiosk(lambda most: os.read(self._incoming, most))) is not None:
                self.heard.emit(message)
        except (NotUnderstoodError, OSError, RuntimeError):  # the last: the window is gone already
            pass
        try:
            self.ended.emit()
        except RuntimeError:
            pass


def standard_streams() -> tuple[int, int]:
    """Descriptors of input and output for the channel alone, not inherited by children; both streams then lead
    elsewhere."""
    incoming, outgoing = os.dup(sys.stdin.fileno()), os.dup(sys.stdout.fileno())
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return incoming, outgoing
