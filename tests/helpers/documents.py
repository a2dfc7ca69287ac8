"""Whole reads of virtual cards, below the use case."""

from __future__ import annotations

from collections.abc import Callable

from devices.card_reader.simulator import SimulatedReader
from devices.card_reader.virtual_card.mrz import mrz_information
from devices.card_reader.virtual_card.persona import Persona
from devices.emrtd.access_keys import AccessKey, key_from_number
from devices.emrtd.document_reader import DocumentRead, DocumentReader
from devices.emrtd.lds.files import ElementaryFile
from devices.emrtd.partial_read import PartialRead
from devices.emrtd.reading import Phase
from devices.emrtd.trust import TrustStore, read_trust_folder
from devices.emrtd.verdict import Verdict
from devices.emrtd.verification import judge
from devices.iso7816.block_sizes import BlockSizes
from devices.iso7816.connection import Connection
from kiosk.clock import Clock
from kiosk.paths import shipped_config
from tests.helpers.personas import reader_with

ALL = tuple(ElementaryFile[name] for name in ("DG13", "DG1", "SOD", "DG14", "DG15", "DG2"))
TEXT = ALL[:-1]


def can_of(made: Persona) -> AccessKey:
    """The CAN of a persona's card."""
    return key_from_number(made.holder.personal_number)


def mrz_of(made: Persona) -> AccessKey:
    """The MRZ key of a persona's card."""
    return AccessKey(mrz_candidates=(mrz_information(made.holder),))


def read(
    card: Persona | SimulatedReader,
    key: AccessKey,
    files: tuple[ElementaryFile, ...] = TEXT,
    *,
    partial: PartialRead | None = None,
    sizes: BlockSizes | None = None,
    attempts: int = 3,
    wrap: Callable[[Connection], Connection] | None = None,
    on_phase: Callable[[Phase], None] = lambda _: None,
) -> tuple[DocumentRead, PartialRead]:
    """One read of a persona's card, or of the one on a reader; `wrap` puts something between card and reader."""
    gathered = partial or PartialRead()
    reader = card if isinstance(card, SimulatedReader) else reader_with(card)
    with reader.connect() as session:
        chip = session if wrap is None else Between(session, wrap(session))
        document = DocumentReader(chip, sizes or BlockSizes(), on_phase, attempts)
        return document.read(key, files, gathered), gathered


def verdict_of(card: Persona, key: AccessKey, trust: TrustStore | None = None) -> Verdict:
    """The verdict on a persona's card, with the shipped trust folder unless another store is given."""
    outcome, gathered = read(card, key)
    return judge(gathered.files, outcome.proof, trust or shipped_trust(), Clock().utc(), outcome.card_access)


def shipped_trust() -> TrustStore:
    """The specimen roots."""
    return read_trust_folder(shipped_config() / "trust")


class Between:
    """A card whose exchanges pass through something else; its resets do not."""

    reader_name = "between"

    def __init__(self, session: Connection, inner: Connection) -> None:
        self._session = session
        self._inner = inner
        self.resets = 0

    def transmit(self, command: bytes, /) -> bytes:
        """Through the thing between."""
        return self._inner.transmit(command)

    def reset(self) -> None:
        """Counted, and passed on past what is between."""
        self.resets += 1
        self._session.reset()  # type: ignore[attr-defined]
