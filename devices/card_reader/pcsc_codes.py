"""What PC/SC result codes and status flags mean for us (winscard.h of Windows and pcsc-lite, by number).

The same removal shows as different codes by platform and moment.
"""

from __future__ import annotations

from collections.abc import Mapping

from devices.card_reader.interface import CardReaderState
from devices.errors import (
    CardAbsentError,
    CardError,
    CardExchangeError,
    CardLiftedError,
    CardSilentError,
    ReaderAbsentError,
    ReaderBusyError,
    ReaderServiceAbsentError,
)

DEAD_CONTEXT = frozenset({0x80100003, 0x80100013, 0x8010001D, 0x8010001E})
"""INVALID_HANDLE, F_COMM_ERROR, NO_SERVICE, SERVICE_STOPPED: the daemon went; a new context is needed."""

FAULTS: Mapping[int, type[CardError]] = {
    **dict.fromkeys(DEAD_CONTEXT, ReaderServiceAbsentError),
    0x80100009: ReaderAbsentError,  # UNKNOWN_READER
    0x80100017: ReaderAbsentError,  # READER_UNAVAILABLE
    0x8010002E: ReaderAbsentError,  # NO_READERS_AVAILABLE
    0x8010000B: ReaderBusyError,  # SHARING_VIOLATION
    0x8010000C: CardAbsentError,  # NO_SMARTCARD
    0x80100016: CardLiftedError,  # NOT_TRANSACTED
    0x80100068: CardLiftedError,  # RESET_CARD
    0x80100069: CardLiftedError,  # REMOVED_CARD
    0x8010000A: CardSilentError,  # TIMEOUT
    0x80100066: CardSilentError,  # UNRESPONSIVE_CARD
    0x80100067: CardSilentError,  # UNPOWERED_CARD
}


def fault_of(result: int) -> CardError:
    """The exception for a result code other than success; an unknown one names its number."""
    code = result & 0xFFFFFFFF
    known = FAULTS.get(code)
    return known() if known else CardExchangeError(f"PC/SC result {code:08X}")


def context_is_dead(result: int) -> bool:
    """Whether the context must be made anew."""
    return result & 0xFFFFFFFF in DEAD_CONTEXT


def state_of(flags: int) -> CardReaderState:
    """The state behind the event flags of SCardGetStatusChange."""
    meanings = (
        (0x0004 | 0x0008, CardReaderState.READER_ABSENT),  # UNKNOWN, UNAVAILABLE
        (0x0200, CardReaderState.CARD_MUTE),  # MUTE
        (0x0080, CardReaderState.READER_BUSY),  # EXCLUSIVE
        (0x0020, CardReaderState.CARD_PRESENT),  # PRESENT
    )
    return next((state for mask, state in meanings if flags & mask), CardReaderState.NO_CARD)
