"""A record of what was said to a card and what came back, without a single value: it may be sent to anyone.

Kept are the reader's name, the answer to reset, and of each exchange the command's four header bytes, the lengths
both ways, the status word and the time. Data never is: not a nonce, not a file, not an identifier.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec

from devices import json_message
from devices.card_reader.interface import CardReader, CardReaderState, CardSession
from devices.errors import CardError
from devices.json_message import JsonMessageError

RESET = "reset"
STATUS_LENGTH = 2


class TranscriptError(Exception):
    """A transcript cannot be used; the message names file and expectation."""


class Exchange(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """One command and its answer. Lengths are bytes: `sent` whole, `received` without the status word."""

    header: str
    """CLA INS P1 P2 in hexadecimal, or `reset`."""
    sent: int = 0
    received: int = 0
    status: str = ""
    """SW1 SW2 in hexadecimal; empty when no answer came."""
    failure: str = ""
    """The failure code when no answer came."""
    milliseconds: float = 0.0


class Transcript(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The exchanges with one card from laying it down to lifting it, without any value."""

    format: int = 1
    reader: str = ""
    atr: str = ""
    exchanges: tuple[Exchange, ...] = ()

    @property
    def commands(self) -> tuple[Exchange, ...]:
        """The exchanges without the resets."""
        return tuple(exchange for exchange in self.exchanges if exchange.header != RESET)


def read_transcript(path: Path) -> Transcript:
    """Raises `TranscriptError` naming the file and what is wrong in it."""
    try:
        return json_message.decode(path.read_bytes(), Transcript)
    except (OSError, JsonMessageError) as fault:
        raise TranscriptError(f"{path}: {fault}") from fault


def write_transcript(path: Path, transcript: Transcript) -> None:
    """One line an exchange, for reading by eye."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(transcript), indent=1) + b"\n")


class RecordingReader:
    """Any reader, with every exchange of its sessions written down; all else is passed on as it is."""

    def __init__(self, reader: CardReader, clock: Callable[[], float] = time.perf_counter) -> None:
        """`clock` tells seconds since any moment; only differences are kept."""
        self._reader = reader
        self._clock = clock
        self._name = ""
        self._atr = b""
        self._exchanges: list[Exchange] = []

    @property
    def transcript(self) -> Transcript:
        """The exchanges of all sessions so far."""
        return Transcript(reader=self._name, atr=self._atr.hex(), exchanges=tuple(self._exchanges))

    def state(self) -> CardReaderState:
        return self._reader.state()

    def readers(self) -> Sequence[str]:
        return self._reader.readers()

    @contextmanager
    def connect(self) -> Iterator[CardSession]:
        """The session that the reader opens, with each exchange written down."""
        with self._reader.connect() as session:
            self._name, self._atr = session.reader_name, session.atr
            yield RecordingSession(session, self._exchanges, self._clock)


class RecordingSession:
    """One session whose exchanges are written down."""

    def __init__(self, session: CardSession, exchanges: list[Exchange], clock: Callable[[], float]) -> None:
        """Made by `RecordingReader.connect`, whose list `exchanges` it appends to."""
        self._session = session
        self._exchanges = exchanges
        self._clock = clock

    @property
    def reader_name(self) -> str:
        return self._session.reader_name

    @property
    def atr(self) -> bytes:
        return self._session.atr

    def reset(self) -> None:
        """Noted as an exchange whose header is `RESET`."""
        self._exchanges.append(Exchange(header=RESET))
        self._session.reset()

    def transmit(self, command: bytes, /) -> bytes:
        """The session's own, with its header, lengths, status and time noted."""
        started = self._clock()
        try:
            answer = self._session.transmit(command)
        except CardError as fault:
            self._note(command, b"", started, fault.code)
            raise
        self._note(command, answer, started)
        return answer

    def _note(self, command: bytes, answer: bytes, started: float, failure: str = "") -> None:
        self._exchanges.append(
            Exchange(
                header=command[:4].hex(),
                sent=len(command),
                received=max(len(answer) - STATUS_LENGTH, 0),
                status=answer[-STATUS_LENGTH:].hex(),
                failure=failure,
                milliseconds=round((self._clock() - started) * 1000, 1),
            )
        )
