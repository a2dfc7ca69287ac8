"""As much of the Wayland wire protocol as a foreign hand at the screen needs: requests out, events in.

Wayland's own description ("Wire Format"), and of wlr-protocols and virtual-keyboard-unstable-v1 the requests and
events that `hand` names. One message is the object's number, length and opcode, then arguments of four bytes each.
"""

from __future__ import annotations

import socket
import struct
from collections.abc import Callable
from pathlib import Path

_SERVERS = 0xFF000000
"""From here on the compositor numbers what it makes."""
Event = Callable[[int, bytes], None]
"""What an object does with an event: its opcode and its arguments."""


class Wire:
    """One connection. `globals` are the compositor's offers by name: number and version."""

    def __init__(self, path: Path) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(30)
        self._socket.connect(str(path))
        self._unread = b""
        self._next = 2
        self._heard: dict[int, Event] = {1: self._complaint}
        self.globals: dict[str, tuple[int, int]] = {}
        self._registry = self.made(self._offer)
        self.send(1, 1, self._registry)
        self.round_trip()

    def close(self) -> None:
        """Hang up; what was made goes with the connection."""
        self._socket.close()

    def made(self, heard: Event = lambda _opcode, _arguments: None) -> int:
        """The number for a new object, whose events go to `heard`."""
        number, self._next = self._next, self._next + 1
        self._heard[number] = heard
        return number

    def listen(self, number: int, heard: Event) -> None:
        """Hear the events of what the compositor made."""
        assert number >= _SERVERS
        self._heard[number] = heard

    def bind(self, name: str, version: int, heard: Event = lambda _opcode, _arguments: None) -> int:
        """One of the compositor's offers as an object. Raises `KeyError` for what it does not offer."""
        offer, newest = self.globals[name]
        number = self.made(heard)
        text = name.encode() + b"\0"
        words = struct.pack("=II", offer, len(text)) + text + bytes(-len(text) % 4)
        self._write(self._registry, 0, words + struct.pack("=II", min(version, newest), number))
        return number

    def send(self, number: int, opcode: int, *arguments: int, file: int | None = None) -> None:
        """One request; `file` is a descriptor that goes beside it."""
        self._write(number, opcode, b"".join(struct.pack("=I", each & 0xFFFFFFFF) for each in arguments), file)

    def send_text(self, number: int, opcode: int, text: str, *, file: int) -> None:
        """One request with a text and a descriptor."""
        raw = text.encode() + b"\0"
        self._write(number, opcode, struct.pack("=I", len(raw)) + raw + bytes(-len(raw) % 4), file)

    def round_trip(self) -> None:
        """Until the compositor has done everything that was asked before."""
        done: list[int] = []
        back = self.made(lambda _opcode, _arguments: done.append(1))
        self.send(1, 0, back)
        while not done:
            self._read()

    def _write(self, number: int, opcode: int, words: bytes, file: int | None = None) -> None:
        message = struct.pack("=II", number, (len(words) + 8) << 16 | opcode) + words
        if file is None:
            self._socket.sendall(message)
        else:
            socket.send_fds(self._socket, [message], [file])

    def _read(self) -> None:
        piece = self._socket.recv(65_536)
        if not piece:
            raise ConnectionResetError("the compositor has hung up")
        self._unread += piece
        while len(self._unread) >= 8:
            number, head = struct.unpack_from("=II", self._unread)
            length = head >> 16
            if len(self._unread) < length:
                return
            arguments, self._unread = self._unread[8:length], self._unread[length:]
            if heard := self._heard.get(number):
                heard(head & 0xFFFF, arguments)

    def _offer(self, opcode: int, arguments: bytes) -> None:
        if opcode == 0:
            number, length = struct.unpack_from("=II", arguments)
            name = arguments[8 : 8 + length - 1].decode()
            (version,) = struct.unpack_from("=I", arguments, 8 + length + -length % 4)
            self.globals[name] = (number, version)

    def _complaint(self, opcode: int, arguments: bytes) -> None:
        if opcode == 0:
            raise RuntimeError(f"the compositor refuses: {arguments[12:].rstrip(bytes(1)).decode(errors='replace')}")


def words_of(arguments: bytes) -> tuple[int, ...]:
    """Arguments that are all numbers."""
    return struct.unpack(f"={len(arguments) // 4}I", arguments)


def text_of(arguments: bytes) -> str:
    """An argument that is a text."""
    (length,) = struct.unpack_from("=I", arguments)
    return arguments[4 : 4 + max(length - 1, 0)].decode()
