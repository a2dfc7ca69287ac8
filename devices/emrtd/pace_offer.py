"""Which PACE the chip offers: EF.CardAccess, read before any key (ICAO Doc 9303-11 clause 4.2 step 1).

Being the first command of all, the read also finds out whether extended length passes, while no session can be lost.
"""

from __future__ import annotations

from typing import Final

from devices.emrtd.access import PaceOffer
from devices.emrtd.lds.card_access import VIETNAMESE, best_pace, parse_card_access
from devices.emrtd.lds.files import CARD_ACCESS_FID, CARD_ACCESS_SFI
from devices.errors import CardError
from devices.iso7816.apdu import Command, Response
from devices.iso7816.block_sizes import LARGEST_SHORT, BlockSizes
from devices.iso7816.commands import read_binary, read_short_file, select_file, select_master_file
from devices.iso7816.connection import Connection, ResettableConnection
from devices.iso7816.errors import MalformedError
from devices.iso7816.status_words import END_OF_FILE, SUCCESS, WRONG_LENGTH, exact_length

_GOOD: Final = frozenset({SUCCESS, END_OF_FILE})


def read_pace_offer(chip: ResettableConnection, link: Connection, sizes: BlockSizes) -> PaceOffer | None:
    """The offer to take; any trouble with the file means what every Vietnamese card says.

    None where the file offers only what this program does not speak. Lowers `sizes` when the reader carries short
    APDUs only. Raises what the link raises under short APDUs.
    """
    content = _by_short_id(chip, link, sizes) or _by_selecting(link)
    if content is not None:
        try:
            return best_pace(parse_card_access(content))
        except MalformedError:
            pass
    return best_pace(parse_card_access(VIETNAMESE))


def _by_short_id(chip: ResettableConnection, link: Connection, sizes: BlockSizes) -> bytes | None:
    size = sizes.size(chip.reader_name)
    try:
        answer = _send(link, read_short_file(CARD_ACCESS_SFI, size))
    except CardError:
        if size <= LARGEST_SHORT:
            raise
        chip.reset()  # raises when the card is really gone
        answer = Response(sw=WRONG_LENGTH)
    if size > LARGEST_SHORT and (answer.sw == WRONG_LENGTH or exact_length(answer.sw) is not None):
        sizes.lower(chip.reader_name, LARGEST_SHORT)
        answer = _send(link, read_short_file(CARD_ACCESS_SFI, LARGEST_SHORT))
    return answer.data if answer.sw in _GOOD else None


def _by_selecting(link: Connection) -> bytes | None:
    """For chips without short identifiers; selecting the master file is best effort and never fatal."""
    for master_file_first in (False, True):
        if master_file_first:
            _send(link, select_master_file())
        if _send(link, select_file(CARD_ACCESS_FID)).sw == SUCCESS:
            answer = _send(link, read_binary(0, LARGEST_SHORT))
            if answer.sw in _GOOD:
                return answer.data
    return None


def _send(link: Connection, command: Command) -> Response:
    return Response.decode(link.transmit(command.encode()))
