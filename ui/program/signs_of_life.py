"""Tells the service manager that the window is up and that its thread still turns.

The beat is a timer of the GUI thread, so a hung GUI thread is a silent one, and the program is started again. Where
nobody watches, as in the demo, nothing happens.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer

from devices.system.service_manager import ServiceManager

BEATS_PER_TIMEOUT = 3


class SignsOfLife(QObject):
    """Says ready once the event loop turns, then beats three times per watchdog time-out until it is deleted."""

    def __init__(self, parent: QObject, environment: Mapping[str, str] = os.environ) -> None:
        super().__init__(parent)
        self._manager = manager = ServiceManager(environment)  # a signal alone would not keep it
        self._timer = QTimer(self)
        self._timer.timeout.connect(manager.alive)
        if not manager.listens:
            return
        QTimer.singleShot(0, self, manager.ready)
        if manager.timeout_ms:
            self._timer.start(manager.timeout_ms // BEATS_PER_TIMEOUT)
