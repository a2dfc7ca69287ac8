"""A real reader through PC/SC: the only importer of pyscard, and only of its plain winscard calls.

pyscard's own monitors die for good when the daemon restarts, so the status is looked up here on demand. One
context is kept from read to read and renewed when the service came back. Every call has a time limit
(`devices.timed_call`). What it does not do: choose protocols, know files, wait for a card.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

from smartcard import scard

from devices.card_reader.interface import CardReaderState, CardSession
from devices.card_reader.pcsc_codes import context_is_dead, fault_of, state_of
from devices.card_reader.reader_choice import choose
from devices.card_reader.usb import usb_card_readers
from devices.errors import (
    CardAbsentError,
    CardError,
    CardExchangeError,
    CardLiftedError,
    CardSilentError,
    ReaderAbsentError,
    ReaderBusyError,
    ReaderDriverAbsentError,
    ReaderServiceAbsentError,
)
from devices.timed_call import LimitedCalls, OverdueError

Result = TypeVar("Result")
SECONDS_A_CALL = 4.5
BOTH_PROTOCOLS = scard.SCARD_PROTOCOL_T0 | scard.SCARD_PROTOCOL_T1
# Windows looks at a new card too (certificate propagation) and holds it for some hundred milliseconds.
BUSY_TRIES, BUSY_PAUSE = 4, 0.25
# A card that has just left is still reported as present until the daemon looks again (every 400 ms).
REMOVAL_MILLISECONDS = 600
IN_USE = scard.SCARD_STATE_INUSE


class PcscService:
    """The context: made when first needed, kept, and made anew after the service went or a call hung."""

    def __init__(self, seconds_a_call: float) -> None:
        """`seconds_a_call` is the limit of every call."""
        self._limit = LimitedCalls(seconds_a_call, "pcsc")
        self._context: Any = None

    def guarded(
        self,
        call: Callable[[], Result],
        when_overdue: type[CardError],
        *,
        afterwards: Callable[[], object] | None = None,
    ) -> Result:
        """The call within its time; a context that hangs or died is not used again."""
        try:
            return self._limit.call(call, afterwards=afterwards)
        except OverdueError as fault:
            self._context = None
            raise when_overdue from fault
        except ReaderServiceAbsentError:
            self._context = None
            raise

    def context(self) -> Any:
        """The SCARDCONTEXT, established when there is none. Call it inside `guarded`: establishing can hang."""
        if self._context is None:
            result, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_USER)
            check(result)
            self._context = context
        return self._context

    def names(self) -> Sequence[str]:
        """The slots, inside `guarded`; a context that died with the last daemon is renewed once."""
        result, names = scard.SCardListReaders(self.context(), [])
        if context_is_dead(result):
            self._context = None
            result, names = scard.SCardListReaders(self.context(), [])
        if result == scard.SCARD_E_NO_READERS_AVAILABLE:
            return ()
        check(result)
        return tuple(names)

    def flags(self, name: str, known: int = scard.SCARD_STATE_UNAWARE, milliseconds: int = 0) -> int:
        """Event flags of one slot, inside `guarded`; waits so long for a change from `known`."""
        result, states = scard.SCardGetStatusChange(self.context(), milliseconds, [(name, known)])
        if result != scard.SCARD_E_TIMEOUT:
            check(result)
        flags: int = states[0][1]
        return flags

    def card_is_gone(self, name: str) -> bool:
        """Whether an exchange failed because the card left, told from one the driver could not carry."""
        flags = self.flags(name)
        if state_of(flags) is CardReaderState.CARD_PRESENT:
            flags = self.flags(name, flags & ~scard.SCARD_STATE_CHANGED, REMOVAL_MILLISECONDS)
        return state_of(flags) is not CardReaderState.CARD_PRESENT

    def close(self) -> None:
        """Release the context (SCardReleaseContext) and end the thread that made the calls."""
        context, self._context = self._context, None
        if context is not None:
            with suppress(OverdueError):
                self._limit.call(lambda: scard.SCardReleaseContext(context))
        self._limit.close()


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


class PcscSession:
    """One card, connected from `PcscReader.connect` until `release`."""

    def __init__(self, service: PcscService, name: str, card: Any, protocol: int) -> None:
        """Made by `PcscReader.connect` only, with the handle and the active protocol of SCardConnect."""
        self._service = service
        self._name = name
        self._card = card
        self._protocol = protocol
        self._atr = b""
        self.hangs = False
        """A call of this session never came back."""

    @property
    def reader_name(self) -> str:
        """The service's name of the slot."""
        return self._name

    @property
    def atr(self) -> bytes:
        """The answer to reset, as the service told it when the session began (ISO/IEC 7816-3 clause 8.2)."""
        return self._atr

    def begin(self) -> None:
        """Hold the card; another program's transaction is waited for, as long as the limit of a call allows."""

        def release() -> None:
            self._let_go(scard.SCARD_LEAVE_CARD)

        self._call(lambda: check(scard.SCardBeginTransaction(self._card)), ReaderBusyError, release)

    def learn_atr(self) -> None:
        """Keep the ATR that the service reports, so that `atr` never asks a reader that may hang."""
        self._atr = self._call(self._told_atr)

    def transmit(self, command: bytes, /) -> bytes:
        """Send one command APDU and give the answer's bytes, status word included. Raises `CardError`."""
        return self._call(lambda: self._exchange(command))

    def reset(self) -> None:
        """Warm reset inside the transaction; a card that is gone by then was lifted."""
        self._protocol = self._call(self._reconnect)

    def release(self) -> None:
        """Reset the card and let it go; a hanging one is let go by the thread it holds, if that ever ends."""
        if not self.hangs:
            with suppress(CardError):
                self._service.guarded(self._let_go, CardSilentError)

    def _let_go(self, disposition: int = scard.SCARD_RESET_CARD) -> None:
        scard.SCardEndTransaction(self._card, scard.SCARD_LEAVE_CARD)
        scard.SCardDisconnect(self._card, disposition)

    def _told_atr(self) -> bytes:
        result, _, _, _, atr = scard.SCardStatus(self._card)
        check(result)
        return bytes(atr)

    def _reconnect(self) -> int:
        shared, warm = scard.SCARD_SHARE_SHARED, scard.SCARD_RESET_CARD
        result, protocol = scard.SCardReconnect(self._card, shared, BOTH_PROTOCOLS, warm)
        if result != scard.SCARD_S_SUCCESS and self._service.card_is_gone(self._name):
            raise CardLiftedError
        check(result)
        return int(protocol)

    def _exchange(self, command: bytes) -> bytes:
        is_t1 = self._protocol == scard.SCARD_PROTOCOL_T1
        header = scard.SCARD_PCI_T1 if is_t1 else scard.SCARD_PCI_T0
        result, answer = scard.SCardTransmit(self._card, header, list(command))
        if result == scard.SCARD_E_NOT_TRANSACTED or (result == scard.SCARD_S_SUCCESS and len(answer) < 2):
            raise CardLiftedError if self._service.card_is_gone(self._name) else CardExchangeError
        check(result)
        return bytes(answer)

    def _call(
        self,
        call: Callable[[], Result],
        when_overdue: type[CardError] = CardSilentError,
        afterwards: Callable[[], object] | None = None,
    ) -> Result:
        """One guarded call; a session that hung once is not asked again."""
        if self.hangs:
            raise when_overdue
        try:
            return self._service.guarded(call, when_overdue, afterwards=afterwards or self._let_go)
        except CardAbsentError as fault:
            raise CardLiftedError from fault
        except CardError as fault:
            self.hangs = isinstance(fault.__cause__, OverdueError)
            raise


def check(result: int) -> None:
    """Raise what a result code other than success means."""
    if result != scard.SCARD_S_SUCCESS:
        raise fault_of(result)
