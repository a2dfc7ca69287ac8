"""Status words by name (ISO/IEC 7816-4:2020, tables 5 and 6), as far as identity cards use them.

It says what a word means; what to do about it is the caller's.
"""

from __future__ import annotations

from typing import Final

SUCCESS: Final = 0x9000
END_OF_FILE: Final = 0x6282
"""Warning: fewer bytes than asked for; the data that came is good."""
AUTHENTICATION_FAILED: Final = 0x6300
WRONG_LENGTH: Final = 0x6700
SECURITY_NOT_SATISFIED: Final = 0x6982
CONDITIONS_NOT_SATISFIED: Final = 0x6985
INCORRECT_DATA: Final = 0x6A80
FILE_NOT_FOUND: Final = 0x6A82
INCORRECT_P1_P2: Final = 0x6A86
LC_INCONSISTENT: Final = 0x6A87
REFERENCED_DATA_NOT_FOUND: Final = 0x6A88
WRONG_P1_P2: Final = 0x6B00
"""For READ BINARY: the offset lies behind the end of the file."""
INS_NOT_SUPPORTED: Final = 0x6D00
CLA_NOT_SUPPORTED: Final = 0x6E00


def more_available(sw: int) -> int | None:
    """61xx: bytes that GET RESPONSE would still fetch (0 means 256 or more); None for any other word."""
    return sw & 0xFF if sw >> 8 == 0x61 else None


def exact_length(sw: int) -> int | None:
    """6Cxx: the Le the card wants (0 means 256); None for any other word."""
    return sw & 0xFF if sw >> 8 == 0x6C else None


def tries_left(sw: int) -> int | None:
    """63Cx: verification failed and x tries remain; None for any other word."""
    return sw & 0xF if sw & 0xFFF0 == 0x63C0 else None
