"""A virtual card whose answers wait: a reading that goes on for as long as a test needs it to."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from devices.card_reader.simulator import FieldChip, SimulatedReader


class HeldCard:
    """A card that answers no command before `free` is set; then it answers as the card in it does."""

    def __init__(self, card: FieldChip) -> None:
        self._card = card
        self.asked = threading.Event()
        self.free = threading.Event()

    @property
    def atr(self) -> bytes:
        """That of the card in it."""
        return self._card.atr

    def reset(self) -> None:
        """Warm reset of the card in it; never waits."""
        self._card.reset()

    def transmit(self, command: bytes, /) -> bytes:
        """The answer of the card in it, once it may answer."""
        self.asked.set()
        self.free.wait()
        return self._card.transmit(command)


@contextmanager
def held_card(reader: SimulatedReader, persona: str) -> Iterator[HeldCard]:
    """Lay this persona's card into the virtual field, held; freed at the end at the latest, so that no worker waits
    for a test that failed."""
    card = HeldCard(reader.insert(persona))
    reader.lift()
    reader.insert(card)
    try:
        yield card
    finally:
        card.free.set()
