"""The use case: open the card in the field, read what a purpose needs, and say what was proved.

A wrong key costs one of three attempts, after which the person types by hand. After a lifted card the same call with
`partial` goes on at the byte reached. Nothing is kept here between two calls; the outcome belongs to the session.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Final

from devices.card_reader.interface import CardReader
from devices.emrtd.access_keys import AccessKey
from devices.emrtd.partial_read import PartialRead
from devices.emrtd.reading import Phase, Rung
from devices.iso7816.block_sizes import BlockSizes
from kiosk.identification.examine import Task, examine
from kiosk.identification.outcome import ATTEMPTS, Identified, NotIdentified
from kiosk.identification.person_from_card import files_for, mark_damaged, person_from_files
from kiosk.person import PersonField

if TYPE_CHECKING:
    from devices.emrtd.trust import TrustStore

WRONG_KEY: Final = "card.wrong-key"
NO_DATA: Final = "card.no-data"


def identify(
    reader: CardReader,
    key: AccessKey,
    wanted: frozenset[PersonField],
    on_phase: Callable[[Phase], None],
    *,
    trust: TrustStore,
    now: datetime,
    sizes: BlockSizes | None = None,
    photo: bool = False,
    attempts_left: int = ATTEMPTS,
    partial: PartialRead | None = None,
) -> Identified | NotIdentified:
    """Read the card in the field of `reader`; blocks for as long as the card takes (about two seconds).

    `sizes` is the station's memory of what its reader carries; `partial` comes from the `NotIdentified` of a lifted
    card; `now` carries a time zone. Raises nothing for a card, a reader or a key that fails.
    """
    if attempts_left < 1:
        return NotIdentified(code=WRONG_KEY, rung=Rung.ACCESS, attempts_left=0)
    files = files_for(wanted, photo=photo)
    task = Task(key=key, files=files, attempts_left=attempts_left, trust=trust, now=now)
    gathered = partial or PartialRead()
    outcome = examine(reader, task, on_phase, sizes or BlockSizes(), gathered)
    if isinstance(outcome, NotIdentified):
        return outcome
    gathered.wipe()
    person, damaged = person_from_files(outcome.files, wanted)
    if wanted and not person.fields:
        return NotIdentified(code=NO_DATA, rung=Rung.DATA)
    return Identified(
        person=person,
        verdict=outcome.verdict,
        fields_read=frozenset(person.fields),
        receipt=mark_damaged(outcome.receipt, damaged),
        access=outcome.access,
        statistics=outcome.statistics,
    )
