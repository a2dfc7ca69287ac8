"""A TCP connection of which every call ends by one deadline, whatever the other side does or leaves undone.

A time-out for each call is not enough: a device that sends one byte a second never lets one run out, and a silent
name server has none. Nothing is kept between two connections. Faults are `OSError`, a deadline its `TimeoutError`.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable
from contextlib import suppress

from devices.timed_call import OverdueError, TimedCall

CONNECTING_S = 3.0
"""Seconds a device in the same building may take to accept; one that is off does not answer at all."""


class Deadline:
    """An end on the clock for everything that belongs together."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        """`seconds` from now, by `clock`."""
        self.clock = clock
        self.until = clock() + seconds

    def left(self) -> float:
        """The seconds that remain; raises `TimeoutError` when none do."""
        seconds = self.until - self.clock()
        if seconds <= 0:
            raise TimeoutError("the deadline has passed")
        return seconds


class BoundedConnection:
    """One open connection; made by `opened`, closed by whoever had it opened."""

    def __init__(self, connected: socket.socket, deadline: Deadline) -> None:
        self._socket = connected
        self._deadline = deadline

    @classmethod
    def opened(cls, host: str, port: int, deadline: Deadline) -> BoundedConnection:
        """Find the host and connect to the first of its addresses that accepts. Raises `OSError`."""
        fault: OSError = OSError("the name has no address")
        for family, kind, protocol, _, address in _addresses(host, port, deadline):
            candidate = socket.socket(family, kind, protocol)
            try:
                candidate.settimeout(min(CONNECTING_S, deadline.left()))
                candidate.connect(address)
                candidate.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            except OSError as refused:
                candidate.close()
                fault = refused
            else:
                return cls(candidate, deadline)
        raise fault

    def secured(self, context: ssl.SSLContext, host: str | None) -> BoundedConnection:
        """The same connection under TLS; `self` is not used afterwards. Raises `ssl.SSLError` among `OSError`."""
        self._socket.settimeout(self._deadline.left())
        return BoundedConnection(context.wrap_socket(self._socket, server_hostname=host), self._deadline)

    @property
    def certificate(self) -> bytes:
        """The certificate of the other side, DER; empty without TLS."""
        return (self._socket.getpeercert(binary_form=True) or b"") if isinstance(self._socket, ssl.SSLSocket) else b""

    @property
    def socket(self) -> socket.socket:
        """The socket beneath, for looking at its state and its certificate; nothing is sent or read through it."""
        return self._socket

    def send(self, data: bytes) -> None:
        """All of `data`: the socket's time-out bounds the whole of `sendall`."""
        self._socket.settimeout(self._deadline.left())
        self._socket.sendall(data)

    def receive(self, most: int) -> bytes:
        """What has come, at most `most` bytes; empty at the end."""
        self._socket.settimeout(self._deadline.left())
        return self._socket.recv(most)

    def line(self, most: int) -> bytes:
        """One line with its end, or what there was before the connection ended; raises `OSError` for a longer one."""
        read = bytearray()
        while not read.endswith(b"\n") and (byte := self.receive(1)):
            read += byte
            if len(read) > most:
                raise OSError(f"a line of more than {most} bytes")
        return bytes(read)

    def close(self) -> None:
        """Close it; the other side need not agree."""
        with suppress(OSError):
            self._socket.close()


def _addresses(host: str, port: int, deadline: Deadline) -> list[tuple[int, int, int, str, tuple[str, int]]]:
    """Asked by a thread that may be left behind: the system's resolver has no time limit of its own."""
    asked = TimedCall(
        lambda: socket.getaddrinfo(host, port, type=socket.SOCK_STREAM), "name-of-device", deadline.clock
    )
    try:
        return asked.result(deadline.until)  # type: ignore[return-value]  # an IPv6 address has two more parts
    except OverdueError:
        raise TimeoutError("no answer of the name server by the deadline") from None
    except UnicodeError:
        raise OSError("a name that no host can have") from None
