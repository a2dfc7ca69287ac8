"""What a session that broke in the middle of a read teaches, so that the same thing breaks no third one.

Some chips end the session where others give a status word inside the seal: at the end of a file, or for a block they
find too long. Opening the chip anew, and how often, is `document_reader`'s.
"""

from __future__ import annotations

from devices.emrtd.errors import SessionLostError
from devices.emrtd.file_reader import ChipHabits
from devices.errors import CardError, CardExchangeError, CardLiftedError
from devices.iso7816.block_sizes import LARGEST_SHORT, SMALLEST, BlockSizes
from devices.iso7816.status_words import WRONG_LENGTH, exact_length


def new_session_may_help(fault: CardError, size: int) -> bool:
    """Whether the session broke, or the reader did not carry a block of `size` bytes.

    A lift counts as that while extended length is unproven, for some drivers report it so.
    """
    if isinstance(fault, CardLiftedError):
        return size > LARGEST_SHORT
    return isinstance(fault, SessionLostError | CardExchangeError) or type(fault) is CardError


def learn_from_loss(
    fault: CardError, sizes: BlockSizes, reader_name: str, habits: ChipHabits, *, at_start: bool
) -> None:
    """Set for the next session what the last one broke of; `at_start`: on the first block of a file.

    A bare 6700 is the length: the longest short block next, then the smallest. A loss at a file's first block is
    taken for its end (bare 6B00 and 6282): header first from now on, then exact lengths. Any other is the block's
    size.
    """
    sw = fault.sw if isinstance(fault, SessionLostError) else None
    if sw is not None and (sw == WRONG_LENGTH or exact_length(sw) is not None):
        sizes.lower(reader_name, LARGEST_SHORT if sizes.size(reader_name) > LARGEST_SHORT else SMALLEST)
    elif isinstance(fault, SessionLostError) and at_start and not habits.exact_only:
        habits.exact_only = True
    else:
        sizes.lower(reader_name)
