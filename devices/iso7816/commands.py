"""The commands an identity card is asked (ISO/IEC 7816-4:2020 clause 11; ICAO Doc 9303-10 clause 3.6).

Constructors of `Command` only: which answer is good is the protocol's to say.
"""

from __future__ import annotations

from typing import Final

from devices.iso7816.apdu import MAX_SHORT_NE, Command
from devices.iso7816.tlv import encode

SELECT: Final = 0xA4
READ_BINARY: Final = 0xB0
READ_BINARY_ODD: Final = 0xB1
GET_CHALLENGE: Final = 0x84
EXTERNAL_AUTHENTICATE: Final = 0x82
INTERNAL_AUTHENTICATE: Final = 0x88
MANAGE_SECURITY_ENVIRONMENT: Final = 0x22
GENERAL_AUTHENTICATE: Final = 0x86
GET_RESPONSE: Final = 0xC0
CHAINED: Final = 0x10
"""CLA bit: more commands of this step follow."""
MAX_EVEN_OFFSET: Final = 0x7FFF
"""The last offset READ BINARY can say in P1 P2; behind it only the odd instruction reaches."""
OFFSET_OBJECT: Final = 0x54
DISCRETIONARY_DATA: Final = 0x53

MASTER_FILE_FORMS: Final = (
    Command(ins=SELECT, p2=0x0C, data=b"\x3f\x00"),
    Command(ins=SELECT, p2=0x0C),
    Command(ins=SELECT, data=b"\x3f\x00", ne=MAX_SHORT_NE),
    Command(ins=SELECT, ne=MAX_SHORT_NE),
)
"""SELECT MF by identifier and without, no answer data wanted or file control information."""


def select_application(aid: bytes) -> Command:
    """SELECT by DF name, no answer data wanted."""
    return Command(ins=SELECT, p1=0x04, p2=0x0C, data=aid)


def select_file(fid: int) -> Command:
    """SELECT an elementary file under the current one, no answer data wanted."""
    return Command(ins=SELECT, p1=0x02, p2=0x0C, data=fid.to_bytes(2, "big"))


def read_short_file(sfi: int, ne: int, offset: int = 0) -> Command:
    """READ BINARY with short file identifier (1 to 30): selects the file and reads from `offset` (to 255)."""
    return Command(ins=READ_BINARY, p1=0x80 | sfi, p2=offset, ne=ne)


def read_binary(offset: int, ne: int) -> Command:
    """READ BINARY of the current file; the odd instruction for offsets above 32,767.

    The odd form answers with a data object 53 around the data, which takes part in `ne`.
    """
    if offset <= MAX_EVEN_OFFSET:
        return Command(ins=READ_BINARY, p1=offset >> 8, p2=offset & 0xFF, ne=ne)
    place = offset.to_bytes(2 if offset <= 0xFFFF else 3, "big")
    return Command(ins=READ_BINARY_ODD, data=encode(OFFSET_OBJECT, place), ne=ne)


def get_challenge(length: int = 8) -> Command:
    """GET CHALLENGE of `length` random bytes."""
    return Command(ins=GET_CHALLENGE, ne=length)


def external_authenticate(data: bytes, ne: int) -> Command:
    """EXTERNAL AUTHENTICATE, which BAC uses for both sides (mutual); `ne` bytes are expected back."""
    return Command(ins=EXTERNAL_AUTHENTICATE, data=data, ne=ne)


def internal_authenticate(challenge: bytes, ne: int = MAX_SHORT_NE) -> Command:
    """INTERNAL AUTHENTICATE: the chip signs `challenge`."""
    return Command(ins=INTERNAL_AUTHENTICATE, data=challenge, ne=ne)


def set_authentication_template(p1: int, data: bytes) -> Command:
    """MANAGE SECURITY ENVIRONMENT: SET AT; `p1` C1 for PACE, 41 for Chip Authentication."""
    return Command(ins=MANAGE_SECURITY_ENVIRONMENT, p1=p1, p2=0xA4, data=data)


def general_authenticate(dynamic_data: bytes, *, last: bool) -> Command:
    """GENERAL AUTHENTICATE around `dynamic_data` (tag 7C); all but the last command of a step are chained."""
    cla = 0 if last else CHAINED
    return Command(cla=cla, ins=GENERAL_AUTHENTICATE, data=encode(0x7C, dynamic_data), ne=MAX_SHORT_NE)
