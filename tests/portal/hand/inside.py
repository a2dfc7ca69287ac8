"""`python -m tests.portal.hand.inside SOCKET MODULE WORDS…`: runs the module as a program, with a hand on its window.

Commands come as lines of JSON through the socket, one answer each: the number of a descriptor, or a path to connect
to where somebody else starts the program. The program itself knows nothing of it.
"""

from __future__ import annotations

import faulthandler
import json
import runpy
import socket
import sys
import threading
import time
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot

from tests.portal.hand.finger import Finger


class _Receiver(QObject):
    """Lives in the thread of the window; `asked` brings each command there."""

    asked = Signal(str)

    def __init__(self, connection: socket.socket) -> None:
        super().__init__()
        self._connection = connection
        self._finger = Finger()
        self.asked.connect(self._do, Qt.ConnectionType.QueuedConnection)

    @Slot(str)
    def _do(self, line: str) -> None:
        command: dict[str, Any] = json.loads(line)
        try:
            self._finger.do(command, self._answer)
        except Exception as error:  # noqa: BLE001 -- the test is told, whatever it was
            self._answer({"error": f"{type(error).__name__}: {error}"})

    def _answer(self, answer: object) -> None:
        self._connection.sendall(json.dumps(answer, ensure_ascii=False).encode() + b"\n")


def _connected(place: str) -> socket.socket:
    if place.isdecimal():
        return socket.socket(fileno=int(place))
    connection = socket.socket(socket.AF_UNIX)
    connection.connect(place)
    return connection


def _listen(place: str) -> None:
    while (application := QCoreApplication.instance()) is None:
        time.sleep(0.02)
    connection = _connected(place)
    receiver = _Receiver(connection)
    receiver.moveToThread(application.thread())
    for line in connection.makefile("r", encoding="utf-8"):
        receiver.asked.emit(line)


if __name__ == "__main__":
    faulthandler.enable()
    place, module = sys.argv[1:3]
    sys.argv = [module, *sys.argv[3:]]
    threading.Thread(target=_listen, args=(place,), daemon=True).start()
    runpy.run_module(module, run_name="__main__", alter_sys=True)
