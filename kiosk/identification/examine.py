"""One read of one card down to its verdict, for any purpose: the part that identifying and a technician's read share.

A wrong key costs attempts; after a lifted card the same call with the same `PartialRead` goes on at the byte reached.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Final

from devices.card_reader.interface import CardReader
from devices.emrtd.access_keys import AccessKey
from devices.emrtd.errors import CardChangedError, NotAnIdentityCardError, WrongKeyError
from devices.emrtd.lds.files import ElementaryFile
from devices.emrtd.partial_read import PartialRead
from devices.emrtd.reading import FileRead, Phase, Rung, Statistics
from devices.emrtd.verdict import FindingState, Verdict
from devices.errors import CardError
from devices.iso7816.block_sizes import BlockSizes
from devices.iso7816.meter import Meter
from kiosk.identification.outcome import NotIdentified

if TYPE_CHECKING:
    from devices.emrtd.trust import TrustStore

RUNGS: Final[Mapping[str, Rung]] = {
    "reader.service-absent": Rung.SERVICE,
    "reader.driver-absent": Rung.DRIVER,
    "reader.absent": Rung.READER,
    "reader.busy": Rung.READER,
    "card.not-identity-card": Rung.APPLICATION,
    "card.wrong-key": Rung.ACCESS,
    "card.needs-mrz": Rung.ACCESS,
    "card.session-lost": Rung.DATA,
    "card.malformed": Rung.DATA,
    "card.refused": Rung.DATA,
    "card.changed": Rung.DATA,
}
"""Which layer broke, by failure code; any other code is the card's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What a read is for: the key, the files in order, how many attempts are left, and whom to trust."""

    key: AccessKey = field(repr=False)
    files: tuple[ElementaryFile, ...]
    attempts_left: int
    trust: TrustStore
    now: datetime
    """The time, with its zone, by which certificates hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """The raw files of an opened card and what was proved of them."""

    files: Mapping[ElementaryFile, bytes] = field(repr=False)
    receipt: tuple[FileRead, ...]
    verdict: Verdict
    access: str
    statistics: Statistics


def examine(
    reader: CardReader,
    task: Task,
    on_phase: Callable[[Phase], None],
    sizes: BlockSizes,
    gathered: PartialRead,
) -> Examination | NotIdentified:
    """Read and judge; blocks for as long as the card takes. Raises nothing for a card or a reader that fails."""
    # The cryptography behind a read costs a tenth of a second to load: `prepare_reading` or the first card pays it,
    # not the start.
    from devices.emrtd.document_reader import DocumentReader
    from devices.emrtd.verification import judge

    started = time.perf_counter()
    on_phase(Phase.CONNECTING)
    try:
        with reader.connect() as session:
            meter = Meter(session)
            document = DocumentReader(meter, sizes, on_phase, task.attempts_left)
            read = document.read(task.key, task.files, gathered)
    except WrongKeyError as refused:
        left = max(task.attempts_left - refused.spent, 0)
        return NotIdentified(code=refused.code, rung=Rung.ACCESS, attempts_left=left)
    except (CardChangedError, NotAnIdentityCardError) as fault:
        return _start_over(fault, gathered)
    except CardError as fault:
        keep = None if gathered.is_empty else gathered
        return NotIdentified(code=fault.code, rung=RUNGS.get(fault.code, Rung.CARD), partial=keep)
    verdict = judge(gathered.files, read.proof, task.trust, task.now, read.card_access)
    # Bytes of two sessions count only when the signed hashes say that they are of one card.
    if gathered.resumed and verdict.integrity.state is not FindingState.CONFIRMED:
        return _start_over(CardChangedError(), gathered)
    milliseconds = (time.perf_counter() - started) * 1000
    cost = Statistics(
        apdus=meter.apdus, bytes_out=meter.bytes_out, bytes_in=meter.bytes_in, milliseconds=milliseconds
    )
    return Examination(
        files=gathered.files, receipt=gathered.receipt, verdict=verdict, access=read.access, statistics=cost
    )


def _start_over(fault: CardError, gathered: PartialRead) -> NotIdentified:
    """What was read belongs to no card any more."""
    gathered.wipe()
    return NotIdentified(code=fault.code, rung=RUNGS[fault.code])
