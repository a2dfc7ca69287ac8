"""The virtual card behind QEMU's USB reader, spoken to as QEMU does (libcacard's `vscard_common.h`)."""

from __future__ import annotations

import socket
import struct
from collections.abc import Iterator

import pytest

from release.image.verify.card import HEADER, NO_CARD, CardHolder, Kind
from tests.helpers.personas import card, persona, run_pace

NO_FILE_ASKED = bytes.fromhex("00A4000C023F00")


class UsbReader:
    """QEMU's side of the line."""

    def __init__(self, line: socket.socket) -> None:
        self._line = line
        line.settimeout(5)

    def told(self) -> tuple[int, int, bytes]:
        kind, reader, length = HEADER.unpack(self._exactly(HEADER.size))
        return kind, reader, self._exactly(length)

    def _exactly(self, length: int) -> bytes:
        data = b""
        while len(data) < length:
            data += self._line.recv(1)
        return data

    def ask(self, command: bytes) -> None:
        for at, piece in enumerate((HEADER.pack(Kind.APDU, 0, len(command)), command)):
            self._line.sendall(piece[: 1 + at])  # as a stream may bring it
            self._line.sendall(piece[1 + at :])

    def transmit(self, command: bytes, /) -> bytes:
        self.ask(command)
        kind, _, answer = self.told()
        assert kind == Kind.APDU
        return answer


@pytest.fixture
def line() -> Iterator[tuple[CardHolder, UsbReader]]:
    ours, qemus = socket.socketpair()
    with qemus, CardHolder(ours) as holder:
        reader = UsbReader(qemus)
        assert reader.told() == (Kind.INIT, 0xFFFFFFFF, b"VSCD" + struct.pack(">II", 2, 0))
        assert reader.told() == (Kind.READER_ADD, 0xFFFFFFFF, b"kiosk\0")
        yield holder, reader


def test_a_card_is_laid_down_read_over_pace_and_lifted(line: tuple[CardHolder, UsbReader]) -> None:
    holder, reader = line
    made = persona()
    holder.lay_down(card(made))
    assert reader.told() == (Kind.ATR, 0, bytes.fromhex(made.chip.atr))
    run_pace(reader, made)
    assert holder.exchanges > 4
    holder.lift()
    assert reader.told() == (Kind.CARD_REMOVE, 0, b"")


def test_a_reader_without_a_card_is_told_so(line: tuple[CardHolder, UsbReader]) -> None:
    _, reader = line
    reader.ask(NO_FILE_ASKED)
    assert reader.told() == (Kind.ERROR, 0, NO_CARD)


def test_the_next_card_begins_anew(line: tuple[CardHolder, UsbReader]) -> None:
    holder, reader = line
    for name in ("nguyen-van-an", "bui-thi-nga"):
        holder.lay_down(card(persona(name)))
        assert reader.told()[0] == Kind.ATR
        assert len(reader.transmit(NO_FILE_ASKED)) >= 2
        assert holder.exchanges == 1
