"""What starts the program, and starts it again when it is silent, hears that it lives.

Linux: systemd, by the datagrams of sd_notify(3); WATCHDOG_PID is not compared, since it names the compositor, the
service's main process, and not this program inside it. Windows: `kiosk-dvc-screen.exe`
(config/deployment/windows/screen.c), by an event whose name it hands over. Both tell their time-out in WATCHDOG_USEC.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

NAMED_BY = "KIOSK_ALIVE" if sys.platform == "win32" else "NOTIFY_SOCKET"


class ServiceManager:
    """Deaf where nobody watches, as in the demo; a call never fails and never waits."""

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        self._address = environment.get(NAMED_BY, "")
        self._timeout_us = int(environment.get("WATCHDOG_USEC", "0"))

    @property
    def listens(self) -> bool:
        """Whether anybody watches this program."""
        return bool(self._address)

    @property
    def timeout_ms(self) -> int:
        """After so many milliseconds of silence the program is ended and started again; 0 for never."""
        return self._timeout_us // 1000 if self._address else 0

    def ready(self) -> None:
        """Say that the program is up: systemd counts the start as done (`READY=1`, sd_notify(3))."""
        _tell(self._address, b"READY=1")

    def alive(self) -> None:
        """Say once more, within `timeout_ms`, that the program lives (`WATCHDOG=1`)."""
        _tell(self._address, b"WATCHDOG=1")


if sys.platform == "win32":
    import ctypes

    _EVENT_MODIFY_STATE = 0x0002

    def _tell(address: str, _message: bytes) -> None:
        kernel = ctypes.windll.kernel32
        kernel.OpenEventW.restype = ctypes.c_void_p
        if event := kernel.OpenEventW(_EVENT_MODIFY_STATE, False, address):
            kernel.SetEvent(ctypes.c_void_p(event))
            kernel.CloseHandle(ctypes.c_void_p(event))

else:
    import socket

    def _tell(address: str, message: bytes) -> None:
        """One datagram; a deaf systemd must not stop the kiosk."""
        address = f"\0{address[1:]}" if address.startswith("@") else address
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
            line.setblocking(False)
            try:
                line.sendto(message, address)
            except OSError:
                return
