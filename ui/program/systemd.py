"""Tells systemd that the window is up and that its thread still turns: sd_notify(3) with the standard library.

The beat is a timer of the GUI thread, so a hung GUI thread is a silent one and the service is killed and started
again (`WatchdogSec=` in config/deployment). Without NOTIFY_SOCKET, as in the demo or on Windows, nothing happens.
WATCHDOG_PID is not compared: it names the compositor, the service's main process, and not this program inside it.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer

BEATS_PER_TIMEOUT = 3


class Watchdog(QObject):
    """Says READY once the event loop turns, then beats three times per watchdog time-out until it is deleted."""

    def __init__(self, parent: QObject, environment: Mapping[str, str] = os.environ) -> None:
        super().__init__(parent)
        self._address = environment.get("NOTIFY_SOCKET", "")
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)
        if not self._address:
            return
        QTimer.singleShot(0, self, self._ready)
        if microseconds := int(environment.get("WATCHDOG_USEC", "0")):
            self._timer.start(microseconds // 1000 // BEATS_PER_TIMEOUT)

    def _ready(self) -> None:
        self._tell(b"READY=1")

    def _beat(self) -> None:
        self._tell(b"WATCHDOG=1")

    def _tell(self, message: bytes) -> None:
        """One datagram; a deaf systemd must not stop the kiosk."""
        address = f"\0{self._address[1:]}" if self._address.startswith("@") else self._address
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
            line.setblocking(False)
            try:
                line.sendto(message, address)
            except OSError:
                return
