"""Status words by name (ISO/IEC 7816-4:2020, tables 5 and 6), as far as identity cards use them.

It says what a word means; what to do about it is the caller's.
"""

from __future__ import annotations

from typing import Final

SUCCESS: Final = 0x9000
END_OF_FILE: Final = 0x6282
"""Warning: fewer bytes than asked for; the data that came is good."""
SELECTED_FILE_DEACTIVATED: Final = 0x6283
AUTHENTICATION_FAILED: Final = 0x6300
WRONG_LENGTH: Final = 0x6700
SECURITY_NOT_SATISFIED: Final = 0x6982
AUTHENTICATION_BLOCKED: Final = 0x6983
CONDITIONS_NOT_SATISFIED: Final = 0x6985
COMMAND_NOT_ALLOWED: Final = 0x6986
SM_OBJECTS_MISSING: Final = 0x6987
SM_OBJECTS_INCORRECT: Final = 0x6988
INCORRECT_DATA: Final = 0x6A80
FUNCTION_NOT_SUPPORTED: Final = 0x6A81
FILE_NOT_FOUND: Final = 0x6A82
INCORRECT_P1_P2: Final = 0x6A86
LC_INCONSISTENT: Final = 0x6A87
REFERENCED_DATA_NOT_FOUND: Final = 0x6A88
WRONG_P1_P2: Final = 0x6B00
"""For READ BINARY: the offset lies behind the end of the file."""
INS_NOT_SUPPORTED: Final = 0x6D00
CLA_NOT_SUPPORTED: Final = 0x6E00
UNKNOWN_ERROR: Final = 0x6F00

_NAMES: Final = {value: name for name, value in tuple(globals().items()) if name.isupper()}


def name_of(sw: int) -> str:
    """The name of a status word for a log or a technician, or its four hex digits."""
    if more_available(sw) is not None:
        return "MORE_AVAILABLE"
    if exact_length(sw) is not None:
        return "WRONG_LE"
    if tries_left(sw) is not None:
        return "TRIES_LEFT"
    return _NAMES.get(sw, f"{sw:04X}")


def more_available(sw: int) -> int | None:
    """61xx: bytes that GET RESPONSE would still fetch (0 means 256 or more); None for any other word."""
    return sw & 0xFF if sw >> 8 == 0x61 else None


def exact_length(sw: int) -> int | None:
    """6Cxx: the Le the card wants (0 means 256); None for any other word."""
    return sw & 0xFF if sw >> 8 == 0x6C else None


def tries_left(sw: int) -> int | None:
    """63Cx: verification failed and x tries remain; None for any other word."""
    return sw & 0xF if sw & 0xFFF0 == 0x63C0 else None
