"""A card reader that needs no hardware: one virtual card in a virtual field, with everything that can go wrong.

It is a driver like `pcsc`, shipped, and used by the demo, by training and by the tests. A card may be laid
down or lifted by another thread (a screen) than the one that reads.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from devices.card_reader.interface import CardReaderState, CardSession
from devices.card_reader.virtual_card.persona import Persona, read_persona
from devices.errors import (
    CardAbsentError,
    CardError,
    CardLiftedError,
    CardSilentError,
    ReaderAbsentError,
    ReaderBusyError,
    ReaderServiceAbsentError,
)

if TYPE_CHECKING:
    from devices.card_reader.virtual_card.card import VirtualCard

READER_NAME = "Virtual reader PICC 0"
TROUBLES: dict[CardReaderState, type[CardError]] = {
    CardReaderState.SERVICE_ABSENT: ReaderServiceAbsentError,
    CardReaderState.READER_ABSENT: ReaderAbsentError,
    CardReaderState.READER_BUSY: ReaderBusyError,
    CardReaderState.NO_CARD: CardAbsentError,
    CardReaderState.CARD_MUTE: CardSilentError,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What an exchange costs in the field: a constant, and each byte at the bit rate (ISO 14443: 106 kbit/s up)."""

    exchange_seconds: float = 0.0
    bits_per_second: float = 0.0

    def seconds(self, size: int) -> float:
        """Time for one exchange of `size` bytes in both directions together; 0.0 for an ideal link."""
        transfer = size * 8 / self.bits_per_second if self.bits_per_second else 0.0
        return self.exchange_seconds + transfer


class FieldChip(Protocol):
    """What can lie in the virtual field: a virtual card, or a recorded one."""

    @property
    def atr(self) -> bytes:
        """Answer to reset, as PC/SC makes one for a contactless card."""
        ...

    def reset(self) -> None:
        """Warm reset: secure messaging, selected application and selected file are gone."""
        ...

    def transmit(self, command: bytes, /) -> bytes:
        """One command APDU in, one response APDU out, its status word last."""
        ...


class PersonaFolder:
    """The demo cards of a folder, by file name without suffix; each card is personalised once."""

    def __init__(self, folder: Path) -> None:
        """`folder` holds `*.json` and `photos`."""
        self._folder = folder

    def names(self) -> tuple[str, ...]:
        """File names without suffix, sorted."""
        return tuple(sorted(path.stem for path in self._folder.glob("*.json")))

    def persona(self, name: str) -> Persona:
        """Read `NAME.json` anew. Raises `PersonaError` for a file that is missing or no persona."""
        return read_persona(self._folder / f"{name}.json")

    def card(self, name: str, *, sleep: Callable[[float], None] = time.sleep) -> VirtualCard:
        """A fresh card of that persona. The chip's cryptography is loaded now, not at the start of a station."""
        from devices.card_reader.virtual_card.card import VirtualCard

        return VirtualCard(self.persona(name), self._folder / "photos", sleep=sleep)


class SimulatedReader:
    """One virtual reader: first what `CardReader` asks for, then what people and chance do to it."""

    def __init__(
        self, personas: PersonaFolder, *, link: Link | None = None, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        """`sleep` waits for the link and for slow chips; a benchmark gives a counter instead."""
        self._personas = personas
        self._link = link or Link()
        self._sleep = sleep
        self._lock = threading.RLock()
        self._trouble: CardReaderState | None = None
        self._card: FieldChip | None = None
        self._lifted: FieldChip | None = None
        self._bytes_until_lift: int | None = None
        self._polls_until_return: int | None = None
        self._presence = 0

    def state(self) -> CardReaderState:
        """How it stands now; counts as one look for a card that comes back by itself."""
        with self._lock:
            if self._trouble:
                return self._trouble
            self._maybe_return()
            return CardReaderState.CARD_PRESENT if self._card else CardReaderState.NO_CARD

    def readers(self) -> Sequence[str]:
        """The name of the one reader; none while a test has the service or the reader away."""
        absent = self._trouble in (CardReaderState.SERVICE_ABSENT, CardReaderState.READER_ABSENT)
        return () if absent else (READER_NAME,)

    @contextmanager
    def connect(self) -> Iterator[CardSession]:
        """Open the card in the field; it starts from reset."""
        if (state := self.state()) is not CardReaderState.CARD_PRESENT:
            raise TROUBLES[state]
        with self._lock:
            card, presence = self._card, self._presence
        if card is None:
            raise CardAbsentError
        card.reset()
        yield SimulatedSession(self, card, presence)

    def insert(self, card: str | FieldChip) -> FieldChip:
        """Lay a card down: a persona's name, or a card made before."""
        chosen = self._personas.card(card, sleep=self._sleep) if isinstance(card, str) else card
        with self._lock:
            self._card, self._lifted, self._presence = chosen, None, self._presence + 1
        return chosen

    def lift(self) -> None:
        """Take the card away; an exchange under way fails."""
        with self._lock:
            self._lifted, self._card = self._card or self._lifted, None
            self._presence += 1
            self._bytes_until_lift = None

    def put_back(self) -> None:
        """Lay the lifted card down again."""
        with self._lock:
            if self._lifted:
                self.insert(self._lifted)

    def lift_after(self, received_bytes: int, *, returns_after_looks: int | None = None) -> None:
        """The card leaves once that many response bytes have come; optionally it is back at the n-th `state()`."""
        with self._lock:
            self._bytes_until_lift, self._polls_until_return = received_bytes, returns_after_looks

    def set_trouble(self, trouble: CardReaderState | None) -> None:
        """Service, reader or card in trouble until set to None."""
        with self._lock:
            self._trouble = trouble
            self._presence += 1

    def exchange(self, card: FieldChip, presence: int, command: bytes) -> bytes:
        """One exchange of a session; raises what the field does to it."""
        self._demand(presence)
        response = card.transmit(command)
        if seconds := self._link.seconds(len(command) + len(response)):
            self._sleep(seconds)
        self._demand(presence)
        self._count_down(len(response))
        return response

    def restart(self, card: FieldChip, presence: int) -> None:
        """Warm reset for a session; raises what the field did to its card."""
        self._demand(presence)
        card.reset()

    def _demand(self, presence: int) -> None:
        with self._lock:
            if self._trouble:
                raise TROUBLES[self._trouble]
            if presence != self._presence:
                raise CardLiftedError

    def _count_down(self, received: int) -> None:
        with self._lock:
            if self._bytes_until_lift is None:
                return
            self._bytes_until_lift -= received
            if self._bytes_until_lift < 0:
                self.lift()
                raise CardLiftedError

    def _maybe_return(self) -> None:
        if self._card is None and self._lifted and self._polls_until_return is not None:
            self._polls_until_return -= 1
            if self._polls_until_return <= 0:
                self._polls_until_return = None
                self.put_back()


class SimulatedSession:
    """One connection to the virtual card; a card that was lifted, even if laid back, is another presence."""

    def __init__(self, reader: SimulatedReader, card: FieldChip, presence: int) -> None:
        """Made by `SimulatedReader.connect`; `presence` is the reader's number of this presence."""
        self._reader = reader
        self._card = card
        self._presence = presence

    @property
    def reader_name(self) -> str:
        return READER_NAME

    @property
    def atr(self) -> bytes:
        return self._card.atr

    def transmit(self, command: bytes, /) -> bytes:
        return self._reader.exchange(self._card, self._presence, command)

    def reset(self) -> None:
        """Warm reset; raises `CardLiftedError` for a card that is gone."""
        self._reader.restart(self._card, self._presence)
