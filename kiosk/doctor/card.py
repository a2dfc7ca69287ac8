"""The reader ladder: service, driver, reader, card, application, access, data; the first rung that breaks is told.

    climb(reader, key=…, trust=…, now=…, on_rung=…) -> LadderResult

Every rung takes at most 5 s, the limit of a call. It reads values only to know that they can be read, and keeps
none: a `LadderResult` holds codes. Its words are in `config/failures.toml`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Final

from devices.card_reader.interface import CardReader, CardReaderState
from devices.card_reader.usb import usb_card_readers
from devices.emrtd.lds.files import ElementaryFile
from devices.errors import CardError
from devices.iso7816.block_sizes import BlockSizes
from devices.iso7816.connection import Connection
from kiosk.identification import (
    ATTEMPTS,
    AccessKey,
    Examination,
    FileStatus,
    PartialRead,
    Rung,
    Task,
    TrustStore,
    examine,
)

AID: Final = bytes.fromhex("00A4040C07A0000002471001")
NOT_FOUND: Final = bytes.fromhex("6A82")
DRIVER_ABSENT: Final = "reader.driver-absent"
NOT_IDENTITY_CARD: Final = "card.not-identity-card"
NO_DATA: Final = "card.no-data"
FILES: Final = (ElementaryFile.DG13, ElementaryFile.DG1, ElementaryFile.SOD)
ORDER: Final = tuple(Rung)
STATES: Final = {
    CardReaderState.SERVICE_ABSENT: (Rung.SERVICE, "reader.service-absent"),
    CardReaderState.READER_ABSENT: (Rung.READER, "reader.absent"),
    CardReaderState.READER_BUSY: (Rung.READER, "reader.busy"),
    CardReaderState.NO_CARD: (Rung.CARD, "card.absent"),
    CardReaderState.CARD_MUTE: (Rung.CARD, "card.silent"),
}


class RungState(Enum):
    """HOLDS carries what is above it; NOT_TRIED lies above the break, or no key was given."""

    HOLDS = "holds"
    BROKEN = "broken"
    NOT_TRIED = "not-tried"


@dataclass(frozen=True, slots=True, kw_only=True)
class RungResult:
    """One rung; `code` is a key of `config/failures.toml` where it is broken."""

    rung: Rung
    state: RungState
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderResult:
    """All seven rungs from the bottom up."""

    rungs: tuple[RungResult, ...]

    @property
    def broken(self) -> RungResult | None:
        """The rung that broke, if one did."""
        return next((result for result in self.rungs if result.state is RungState.BROKEN), None)


def climb(
    reader: CardReader,
    *,
    key: AccessKey | None,
    trust: TrustStore,
    now: datetime,
    on_rung: Callable[[RungResult], None] = lambda _: None,
    plugged_in: Callable[[], Sequence[str]] = usb_card_readers,
) -> LadderResult:
    """Climb until a rung breaks. Without a `key` the last two rungs are not tried. Raises nothing."""
    climber = _Climber(reader, plugged_in, on_rung)
    broken = climber.to_the_card() or climber.to_the_application()
    if broken is None and key is not None:
        broken = climber.to_the_data(key, trust, now)
    if broken is None and key is not None:
        climber.hold_up_to(Rung.DATA)
    return climber.ladder()


class _Climber:
    """Notes each rung as soon as it is known."""

    def __init__(
        self, reader: CardReader, plugged_in: Callable[[], Sequence[str]], on_rung: Callable[[RungResult], None]
    ) -> None:
        self._reader = reader
        self._plugged_in = plugged_in
        self._on_rung = on_rung
        self._results: list[RungResult] = []

    def to_the_card(self) -> str | None:
        """Service, driver, reader and card, by one look and one connection."""
        state = self._reader.state()
        if state in STATES:
            rung, code = STATES[state]
            if state is CardReaderState.READER_ABSENT and self._plugged_in():
                rung, code = Rung.DRIVER, DRIVER_ABSENT
            return self._break(rung, code)
        self.hold_up_to(Rung.READER)
        return None

    def to_the_application(self) -> str | None:
        """The card answers, and has the application; before PACE some cards only refuse to say so."""
        try:
            with self._reader.connect() as session:
                answer = _select(session)
        except CardError as fault:
            rung = {code: rung for rung, code in STATES.values()}.get(fault.code, Rung.CARD)
            return self._break(rung, fault.code)
        self.hold_up_to(Rung.CARD)
        if answer == NOT_FOUND:
            return self._break(Rung.APPLICATION, NOT_IDENTITY_CARD)
        self.hold_up_to(Rung.APPLICATION)
        return None

    def to_the_data(self, key: AccessKey, trust: TrustStore, now: datetime) -> str | None:
        """Open with the key, read the text, judge it; what is read is dropped here."""
        task = Task(key=key, files=FILES, attempts_left=ATTEMPTS, trust=trust, now=now)
        gathered = PartialRead()
        outcome = examine(self._reader, task, lambda _: None, BlockSizes(), gathered)
        gathered.wipe()
        if not isinstance(outcome, Examination):
            return self._break(outcome.rung, outcome.code)
        self.hold_up_to(Rung.ACCESS)
        if any(file.status is not FileStatus.READ for file in outcome.receipt if file.name != "SOD"):
            return self._break(Rung.DATA, NO_DATA)
        return None

    def hold_up_to(self, rung: Rung) -> None:
        """Everything up to here carries."""
        for each in ORDER[len(self._results) : ORDER.index(rung) + 1]:
            self._note(RungResult(rung=each, state=RungState.HOLDS))

    def ladder(self) -> LadderResult:
        """All rungs; those above the last known one were not tried."""
        rest = (RungResult(rung=rung, state=RungState.NOT_TRIED) for rung in ORDER[len(self._results) :])
        return LadderResult(rungs=(*self._results, *rest))

    def _break(self, rung: Rung, code: str) -> str:
        """Everything below carries, this one does not. A rung known to hold that broke later is told as broken."""
        at = ORDER.index(rung)
        if at < len(self._results):
            del self._results[at:]
        elif at:
            self.hold_up_to(ORDER[at - 1])
        self._note(RungResult(rung=rung, state=RungState.BROKEN, code=code))
        return code

    def _note(self, result: RungResult) -> None:
        self._results.append(result)
        self._on_rung(result)


def _select(session: Connection) -> bytes:
    return session.transmit(AID)[-2:]
