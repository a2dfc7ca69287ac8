"""Plays a recorded card again: a demo card behaves as the recorded one did, status by status and in its time.

A transcript holds no values, so a live virtual card does the cryptography; where the recorded card answered with
another status word, fell silent or left the field, this one does too. A reader that asks for other things than the
recorded one did is answered by the demo card until the two meet again.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from devices.card_reader.transcript import RESET, Exchange, Transcript
from devices.card_reader.virtual_card.card import VirtualCard
from devices.errors import CardError, CardLiftedError, CardSilentError

STATUS_AND_CHECKSUM = 14
"""Bytes of a protected answer without data: objects 99 and 8E."""
FAILURES: dict[str, type[CardError]] = {error.code: error for error in (CardLiftedError, CardSilentError)}


class ReplayedCard:
    """The demo card under the habits of a recorded one."""

    def __init__(
        self, transcript: Transcript, card: VirtualCard, *, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        """`card` must be of the same kind (access, files) for the two to stay in step."""
        self._transcript = transcript
        self._card = card
        self._sleep = sleep
        self._rest: list[Exchange] = list(transcript.exchanges)

    @property
    def atr(self) -> bytes:
        return bytes.fromhex(self._transcript.atr)

    def reset(self) -> None:
        """A reset in the record is passed; the first one is none."""
        if self._rest and self._rest[0].header == RESET:
            self._rest.pop(0)
        self._card.reset()

    def transmit(self, command: bytes) -> bytes:
        """The demo card's answer, bent to what the recorded card said."""
        recorded = self._next(command[:4].hex())
        if recorded is None:
            return self._card.transmit(command)
        self._sleep(recorded.milliseconds / 1000)
        if recorded.failure:
            raise FAILURES.get(recorded.failure, CardLiftedError)
        if recorded.status == "9000" or recorded.received > STATUS_AND_CHECKSUM:
            return self._card.transmit(command)
        if recorded.received == 0:
            self._card.drop_session()
            return bytes.fromhex(recorded.status)
        return self._card.transmit(command, imposed=int(recorded.status, 16))

    def _next(self, header: str) -> Exchange | None:
        """The recorded exchange of that command, skipping what this reader did not ask for."""
        for at, exchange in enumerate(self._rest):
            if exchange.header == header:
                del self._rest[: at + 1]
                return exchange
        return None
