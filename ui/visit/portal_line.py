"""The line to a portal's process: bytes out, bytes in, and a way to end a process that no longer listens.

`send`, `read`, `over` and `close` wait and belong on a worker; `kill` does not wait and may be called from anywhere.
"""

from __future__ import annotations

import os
import select
import signal
import socket
import struct
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from devices.system.pipes import NO_WINDOW

CONNECT_S = 5.0
_CREDENTIALS = struct.Struct("3i")
"""Process, user and group of who wrote (`SCM_CREDENTIALS`, unix(7))."""
_PASS_CREDENTIALS = 16
"""`SO_PASSCRED`; named by Python on Linux only."""
_CREDENTIALS_KIND = 2
"""`SCM_CREDENTIALS`."""


class PortalLine(Protocol):
    """The line to one process of the portal: bytes out and in."""

    def send(self, data: bytes) -> None:
        """Hand all of it over. Raises `OSError` when nobody is there any more."""
        ...

    def read(self, most: int) -> bytes:
        """Some bytes as they come, none at the end."""
        ...

    def kill(self) -> None:
        """End the process at once. Does nothing once it has ended."""
        ...

    def over(self, seconds: float) -> bool:
        """Whether the process has ended, waiting up to so long."""
        ...

    def close(self) -> None:
        """Let go of the line, after the process has ended."""
        ...


class PortalProgram(Protocol):
    """What a portal's process is made from; each call makes another one."""

    def open(self) -> PortalLine:
        """Start the portal's program and speak to it. Raises `OSError` where it cannot be started."""
        ...


class ChildLine:
    """A child process, spoken to by its standard input and output."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        """`command` and `environment` hold nothing of a person. Raises `OSError`."""
        self._child = subprocess.Popen(
            list(command),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
            env=dict(environment),
            start_new_session=sys.platform != "win32",
            creationflags=NO_WINDOW,
        )

    def send(self, data: bytes) -> None:
        pipe = self._child.stdin
        rest = memoryview(data)
        while rest and pipe is not None:
            rest = rest[pipe.write(rest) or 0 :]

    def read(self, most: int) -> bytes:
        pipe = self._child.stdout
        return b"" if pipe is None else pipe.read(most)

    def kill(self) -> None:
        if self._child.returncode is not None:
            return  # its number may be another process's by now
        with suppress(ProcessLookupError, PermissionError):
            if sys.platform == "win32":
                self._child.kill()
            else:
                os.killpg(self._child.pid, signal.SIGKILL)  # what it started holds our pipe too

    def over(self, seconds: float) -> bool:
        with suppress(subprocess.TimeoutExpired):
            self._child.wait(seconds)
        return self._child.returncode is not None

    def close(self) -> None:
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()


class SocketLine:
    """A process that systemd starts for the connection, with the socket as its standard input and output.

    Who writes is told by the kernel with what was written, so that a process that hangs can be ended by its number.
    """

    def __init__(self, path: Path) -> None:
        """Connect to the socket at `path`. Raises `OSError` when nobody listens there."""
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._process: int | None = None
        try:
            self._socket.setsockopt(socket.SOL_SOCKET, _PASS_CREDENTIALS, 1)
            self._socket.settimeout(CONNECT_S)
            self._socket.connect(str(path))
            self._socket.settimeout(None)
        except OSError:
            self._socket.close()
            raise

    def send(self, data: bytes) -> None:
        self._socket.sendall(data)

    def read(self, most: int) -> bytes:
        data, told, _flags, _from = self._socket.recvmsg(most, socket.CMSG_SPACE(_CREDENTIALS.size))
        if self._process is None:
            self._process = _process_of(told)
        return data

    def kill(self) -> None:
        with suppress(OSError):
            if self._process is not None:
                signal.pidfd_send_signal(self._process, signal.SIGKILL)
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)  # ends a `read` that waits

    def over(self, seconds: float) -> bool:
        """A process that has written nothing yet is not known: with the line gone it is taken to end by itself."""
        if self._process is None:
            return True
        watch = select.poll()
        watch.register(self._process, select.POLLIN)  # readable once the process has ended (pidfd_open(2))
        return bool(watch.poll(int(seconds * 1000)))

    def close(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            os.close(process)
        self._socket.close()


def _process_of(told: Sequence[tuple[int, int, bytes]]) -> int | None:
    """A handle on the process that wrote, None when the kernel does not say or it has ended already."""
    for level, kind, data in told:
        if level == socket.SOL_SOCKET and kind == _CREDENTIALS_KIND and len(data) >= _CREDENTIALS.size:
            number = _CREDENTIALS.unpack_from(data)[0]
            with suppress(OSError):
                return os.pidfd_open(number) if number > 0 else None
    return None
