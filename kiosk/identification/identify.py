"""The use case: open the card in the field, read what a purpose needs, and say what was proved.

A wrong key costs one of three attempts, after which the person types by hand. After a lifted card the same call with
`partial` goes on at the byte reached. Nothing is kept here between two calls; the outcome belongs to the session.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Final

from devices.card_reader.interface import CardReader
from devices.emrtd.access_keys import AccessKey
from devices.emrtd.document_reader import DocumentRead, DocumentReader
from devices.emrtd.errors import CardChangedError, NotAnIdentityCardError, WrongKeyError
from devices.emrtd.partial_read import PartialRead
from devices.emrtd.reading import Phase, Rung, Statistics
from devices.emrtd.trust import TrustStore
from devices.emrtd.verdict import Reason
from devices.emrtd.verification import judge
from devices.errors import CardError
from devices.iso7816.block_sizes import BlockSizes
from devices.iso7816.meter import Meter
from kiosk.identification.outcome import ATTEMPTS, Identified, NotIdentified
from kiosk.identification.person_from_card import files_for, mark_damaged, person_from_files
from kiosk.person import PersonField

NO_DATA: Final = "card.no-data"
RUNGS: Final[Mapping[str, Rung]] = {
    "reader.service-absent": Rung.SERVICE,
    "reader.absent": Rung.READER,
    "reader.busy": Rung.READER,
    "card.absent": Rung.CARD,
    "card.lifted": Rung.CARD,
    "card.silent": Rung.CARD,
    "card.failed": Rung.CARD,
    "card.not-identity-card": Rung.APPLICATION,
    "card.wrong-key": Rung.ACCESS,
    "card.needs-mrz": Rung.ACCESS,
    "card.session-lost": Rung.DATA,
    "card.malformed": Rung.DATA,
    "card.refused": Rung.DATA,
    "card.changed": Rung.DATA,
    NO_DATA: Rung.DATA,
}
"""Which layer broke, by failure code; any other code of the card family is the card's."""


def identify(
    reader: CardReader,
    key: AccessKey,
    wanted: frozenset[PersonField],
    on_phase: Callable[[Phase], None],
    *,
    trust: TrustStore,
    sizes: BlockSizes | None = None,
    photo: bool = False,
    attempts_left: int = ATTEMPTS,
    partial: PartialRead | None = None,
    now: datetime | None = None,
) -> Identified | NotIdentified:
    """Read the card in the field of `reader`; blocks for as long as the card takes (about two seconds).

    `sizes` is the station's memory of what its reader carries; `partial` comes from the `NotIdentified` of a lifted
    card; `now` carries a time zone. Raises nothing for a card, a reader or a key that fails.
    """
    if attempts_left < 1:
        return NotIdentified(code=WrongKeyError.code, rung=Rung.ACCESS, attempts_left=0)
    gathered = partial or PartialRead()
    started = time.perf_counter()
    on_phase(Phase.CONNECTING)
    try:
        with reader.connect() as session:
            meter = Meter(session)
            document = DocumentReader(meter, sizes or BlockSizes(), on_phase, attempts_left)
            read = document.read(key, files_for(wanted, photo=photo), gathered)
    except WrongKeyError as refused:
        left = max(attempts_left - refused.spent, 0)
        return NotIdentified(code=refused.code, rung=Rung.ACCESS, attempts_left=left)
    except (CardChangedError, NotAnIdentityCardError) as fault:
        gathered.wipe()
        return NotIdentified(code=fault.code, rung=RUNGS[fault.code])
    except CardError as fault:
        keep = None if gathered.is_empty else gathered
        return NotIdentified(code=fault.code, rung=RUNGS.get(fault.code, Rung.CARD), partial=keep)
    return _outcome(read, gathered, wanted, trust, meter, started, now or datetime.now(UTC))


def _outcome(
    read: DocumentRead,
    gathered: PartialRead,
    wanted: frozenset[PersonField],
    trust: TrustStore,
    meter: Meter,
    started: float,
    now: datetime,
) -> Identified | NotIdentified:
    verdict = judge(gathered.files, read.proof, trust, now)
    if gathered.resumed and verdict.integrity.reason is Reason.HASH_MISMATCH:
        gathered.wipe()
        return NotIdentified(code=CardChangedError.code, rung=RUNGS[CardChangedError.code])
    person, damaged = person_from_files(gathered.files, wanted)
    receipt = mark_damaged(gathered.receipt, damaged)
    gathered.wipe()
    if wanted and not person.fields:
        return NotIdentified(code=NO_DATA, rung=RUNGS[NO_DATA])
    return Identified(
        person=person,
        verdict=verdict,
        fields_read=frozenset(person.fields),
        receipt=receipt,
        access=read.access,
        statistics=Statistics(
            apdus=meter.apdus,
            bytes_out=meter.bytes_out,
            bytes_in=meter.bytes_in,
            milliseconds=(time.perf_counter() - started) * 1000,
        ),
    )
