"""One card in a PC/SC reader, held in a transaction from the connection until it is let go."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from smartcard import scard

from devices.card_reader.pcsc_service import PcscService, check
from devices.errors import (
    CardAbsentError,
    CardError,
    CardExchangeError,
    CardLiftedError,
    CardSilentError,
    ReaderBusyError,
)
from devices.timed_call import OverdueError

Result = TypeVar("Result")
BOTH_PROTOCOLS = scard.SCARD_PROTOCOL_T0 | scard.SCARD_PROTOCOL_T1


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
