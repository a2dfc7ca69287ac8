"""Which PACE the chip offers: EF.CardAccess, read before any key (ICAO Doc 9303-11 clause 4.2 step 1).

Being the first command of all, the read also finds out whether extended length passes, while no session can be lost.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from devices.emrtd.lds.card_access import VIETNAMESE, PaceOffer, pace_offers, parse_card_access
from devices.emrtd.lds.files import CARD_ACCESS_FID, CARD_ACCESS_SFI
from devices.emrtd.lds.security_infos import SecurityInfos
from devices.emrtd.master_file import select_master_file
from devices.errors import CardError
from devices.iso7816 import tlv
from devices.iso7816.apdu import Command, Response
from devices.iso7816.asking_again import ask
from devices.iso7816.block_sizes import LARGEST_SHORT, BlockSizes
from devices.iso7816.commands import read_binary, read_short_file, select_file
from devices.iso7816.connection import Connection, ResettableConnection
from devices.iso7816.errors import MalformedError
from devices.iso7816.status_words import END_OF_FILE, SUCCESS, WRONG_LENGTH, exact_length

LONGEST: Final = 8_192
"""Bytes taken from a chip for the file; the longest known has 306."""
_GOOD: Final = frozenset({SUCCESS, END_OF_FILE})


@dataclass(frozen=True, slots=True, kw_only=True)
class CardAccess:
    """What the chip offers, and what its file said; `infos` None where it could not be read."""

    offers: tuple[PaceOffer, ...]
    infos: SecurityInfos | None = None


def read_card_access(chip: ResettableConnection, link: Connection, sizes: BlockSizes) -> CardAccess:
    """The offers to take; any trouble with the file means what every Vietnamese card says.

    No offer where the file has only what this program does not speak. Lowers `sizes` when the reader carries short
    APDUs only. Raises what the link raises under short APDUs.
    """
    content = _by_short_id(chip, link, sizes) or _by_selecting(link)
    if content is not None:
        try:
            infos = parse_card_access(content)
        except MalformedError:
            pass
        else:
            return CardAccess(offers=pace_offers(infos), infos=infos)
    return CardAccess(offers=pace_offers(parse_card_access(VIETNAMESE)))


def _by_short_id(chip: ResettableConnection, link: Connection, sizes: BlockSizes) -> bytes | None:
    size = sizes.size(chip.reader_name)
    try:
        answer = _send(link, read_short_file(CARD_ACCESS_SFI, size))
    except CardError:
        if size <= LARGEST_SHORT:
            raise
        chip.reset()  # raises when the card is really gone
        answer = Response(sw=WRONG_LENGTH)
    if _is_too_long(answer) and size > LARGEST_SHORT:
        sizes.lower(chip.reader_name, LARGEST_SHORT)
    return _whole(link, _shorter(chip.reader_name, link, sizes) if _is_too_long(answer) else answer)


def _is_too_long(answer: Response) -> bool:
    return answer.sw == WRONG_LENGTH or exact_length(answer.sw) is not None


def _shorter(reader_name: str, link: Connection, sizes: BlockSizes) -> Response:
    """The first block in the longest form the chip takes; while no session is on, finding out costs none."""
    longest = sizes.size(reader_name)
    while True:
        answer = ask(link, read_short_file(CARD_ACCESS_SFI, sizes.size(reader_name)), extended=False)
        if answer.sw != WRONG_LENGTH:
            return answer
        if not sizes.lower(reader_name):
            # It is not the length that this chip finds wrong.
            sizes.restore(reader_name, longest)
            return answer


def _by_selecting(link: Connection) -> bytes | None:
    """For chips without short identifiers; selecting the master file is best effort and never fatal."""
    for master_file_first in (False, True):
        if master_file_first:
            select_master_file(link)
        if _send(link, select_file(CARD_ACCESS_FID)).sw == SUCCESS:
            content = _whole(link, ask(link, read_binary(0, LARGEST_SHORT), extended=False))
            if content is not None:
                return content
    return None


def _whole(link: Connection, first: Response) -> bytes | None:
    """The file to the length it states, whose beginning has come; None where the chip does not give it."""
    if first.sw not in _GOOD or not first.data:
        return None
    content = first.data
    try:
        _, header, length = tlv.read_header(content)
    except MalformedError:
        return content
    total = min(header + length, LONGEST)
    while len(content) < total:
        block = ask(link, read_binary(len(content), min(LARGEST_SHORT, total - len(content))), extended=False)
        if block.sw not in _GOOD or not block.data:
            break
        content += block.data
    return content[:total]


def _send(link: Connection, command: Command) -> Response:
    return Response.decode(link.transmit(command.encode()))
