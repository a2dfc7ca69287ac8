"""A real reader through PC/SC, by pyscard's plain winscard calls.

pyscard's own monitors die for good when the daemon restarts, so the status is looked up here on demand. What it does
not do: choose protocols, know files, wait for a card.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from smartcard import scard

from devices.card_reader.interface import CardReaderState, CardSession
from devices.card_reader.pcsc_codes import state_of
from devices.card_reader.pcsc_service import PcscService, check
from devices.card_reader.pcsc_session import BOTH_PROTOCOLS, PcscSession
from devices.card_reader.reader_choice import choose
from devices.card_reader.usb import usb_card_readers
from devices.errors import (
    CardError,
    CardSilentError,
    ReaderAbsentError,
    ReaderBusyError,
    ReaderDriverAbsentError,
    ReaderServiceAbsentError,
)

SECONDS_A_CALL = 4.5
# Windows looks at a new card too (certificate propagation) and holds it for some hundred milliseconds.
BUSY_TRIES, BUSY_PAUSE = 4, 0.25
IN_USE = scard.SCARD_STATE_INUSE


class PcscReader:
    """The first contactless reader of the PC/SC service, or the one named."""

    def __init__(
        self,
        *,
        preferred: str = "",
        seconds_a_call: float = SECONDS_A_CALL,
        plugged_in: Callable[[], Sequence[str]] = usb_card_readers,
    ) -> None:
        """`preferred` is part of a reader's name; empty takes the first that is not a SAM slot."""
        self._preferred = preferred
        self._plugged_in = plugged_in
        self._service = PcscService(seconds_a_call)
        self._holds_a_silent_card = False

    def state(self) -> CardReaderState:
        """One look; a look that hangs counts as a service that is away."""
        try:
            return self._service.guarded(
                lambda: state_of(self._service.flags(self._chosen())), ReaderServiceAbsentError
            )
        except ReaderServiceAbsentError:
            return CardReaderState.SERVICE_ABSENT
        except CardError:
            return CardReaderState.READER_ABSENT

    def readers(self) -> Sequence[str]:
        """All slots the service knows, SAM slots included."""
        try:
            return self._service.guarded(self._service.names, ReaderServiceAbsentError)
        except CardError:
            return ()

    @contextmanager
    def connect(self) -> Iterator[CardSession]:
        """Open the card and hold it in a transaction; it is reset when the block ends."""
        name = self._service.guarded(self._chosen, ReaderServiceAbsentError)
        card, protocol = self._connected(name)
        session = PcscSession(self._service, name, card, protocol)
        try:
            session.begin()
            session.learn_atr()
            yield session
        finally:
            self._holds_a_silent_card = session.hangs
            session.release()

    def close(self) -> None:
        """Release the PC/SC context; the reader is not used afterwards."""
        self._service.close()

    def _chosen(self) -> str:
        name = choose(self._service.names(), self._preferred)
        if name is None:
            raise ReaderDriverAbsentError if self._plugged_in() else ReaderAbsentError
        return name

    def _connected(self, name: str) -> tuple[Any, int]:
        """The card's handle and protocol; another program's short hold is waited for."""
        for tries_left in reversed(range(BUSY_TRIES)):
            try:
                return self._service.guarded(lambda: self._open(name), CardSilentError)
            except ReaderBusyError:
                if not tries_left:
                    raise
                time.sleep(BUSY_PAUSE)
            except CardSilentError as fault:
                raise self._why_it_hangs(name) from fault
        raise ReaderBusyError

    def _why_it_hangs(self, name: str) -> CardError:
        """Connecting waits for another program's transaction as it waits for a card that says nothing."""
        in_use = self._service.guarded(lambda: self._service.flags(name), ReaderServiceAbsentError) & IN_USE
        return ReaderBusyError() if in_use and not self._holds_a_silent_card else CardSilentError()

    def _open(self, name: str) -> tuple[Any, int]:
        """T=1 where the card has it: extended length needs no GET RESPONSE there."""
        context = self._service.context()
        result, card, protocol = scard.SCardConnect(context, name, scard.SCARD_SHARE_SHARED, scard.SCARD_PROTOCOL_T1)
        if result == scard.SCARD_E_PROTO_MISMATCH:
            result, card, protocol = scard.SCardConnect(context, name, scard.SCARD_SHARE_SHARED, BOTH_PROTOCOLS)
        check(result)
        return card, protocol
