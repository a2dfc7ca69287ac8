"""The project's virtual card in the machine's USB reader: what QEMU and the holder of a card say to each other.

`ccid-card-passthru` of QEMU speaks the protocol of libcacard's `vscard_common.h`: a header of three big-endian words
(kind, reader, length), then the bytes. The machine's own pcscd and CCID driver see an ordinary reader.
"""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from enum import IntEnum
from pathlib import Path
from typing import Final, Self

from devices.card_reader.virtual_card.card import VirtualCard
from devices.errors import CardSilentError

HEADER: Final = struct.Struct(">III")
MAGIC: Final = b"VSCD"
VERSION: Final = 2
NO_READER: Final = 0xFFFFFFFF
NO_CARD: Final = struct.pack(">I", 1)
"""VSC_GENERAL_ERROR."""


class Kind(IntEnum):
    """VSCMsgType, as far as it is spoken here."""

    INIT = 1
    ERROR = 2
    READER_ADD = 3
    ATR = 5
    CARD_REMOVE = 6
    APDU = 7


class CardHolder:
    """Lays a card on the machine's reader and takes it off; answers on a thread of its own. A context manager."""

    def __init__(self, place: Path | socket.socket) -> None:
        if isinstance(place, socket.socket):
            self._line = place
        else:
            self._line = socket.socket(socket.AF_UNIX)
            self._line.connect(str(place))
        self._one_at_a_time = threading.Lock()
        self._card: VirtualCard | None = None
        self.exchanges = 0
        """With the card that lies there, or lay there last."""
        self._say(Kind.INIT, MAGIC + struct.pack(">II", VERSION, 0), reader=NO_READER)
        self._say(Kind.READER_ADD, b"kiosk\0", reader=NO_READER)
        self._answering = threading.Thread(target=self._answer_all, daemon=True)
        self._answering.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):
            self._line.shutdown(socket.SHUT_RDWR)
        self._line.close()
        self._answering.join(5)

    def lay_down(self, card: VirtualCard) -> None:
        """The card is on the reader."""
        self._card, self.exchanges = card, 0
        self._say(Kind.ATR, card.atr)

    def lift(self) -> None:
        """The card is taken off, in the middle of whatever it was doing."""
        self._card = None
        self._say(Kind.CARD_REMOVE)

    def _say(self, kind: Kind, data: bytes = b"", *, reader: int = 0) -> None:
        with self._one_at_a_time:
            self._line.sendall(HEADER.pack(kind, reader, len(data)) + data)

    def _answer_all(self) -> None:
        with contextlib.suppress(OSError, EOFError):
            while True:
                kind, _, length = HEADER.unpack(self._exactly(HEADER.size))
                command = self._exactly(length)
                if kind == Kind.APDU:
                    self._answer(command)

    def _answer(self, command: bytes) -> None:
        card = self._card
        if card is None:
            self._say(Kind.ERROR, NO_CARD)
            return
        self.exchanges += 1
        with contextlib.suppress(CardSilentError):  # a card that says nothing: the reader waits
            self._say(Kind.APDU, card.transmit(command))

    def _exactly(self, length: int) -> bytes:
        data = b""
        while len(data) < length:
            piece = self._line.recv(length - len(data))
            if not piece:
                raise EOFError
            data += piece
        return data
