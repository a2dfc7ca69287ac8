"""The context of the PC/SC service: which slots there are, what their flags say, and what a result code means here.

One context is kept from read to read and renewed when the service came back. Every call has a time limit
(`devices.timed_call`). What it does not do: connect a card.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, TypeVar

from smartcard import scard

from devices.card_reader.interface import CardReaderState
from devices.card_reader.pcsc_codes import context_is_dead, fault_of, state_of
from devices.errors import CardError, ReaderServiceAbsentError
from devices.timed_call import LimitedCalls, OverdueError

Result = TypeVar("Result")
# A card that has just left is still reported as present until the daemon looks again (every 400 ms).
REMOVAL_MILLISECONDS = 600


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


def check(result: int) -> None:
    """Raise what a result code other than success means."""
    if result != scard.SCARD_S_SUCCESS:
        raise fault_of(result)
