"""What the officer's screens work with, handed in by whoever opened the station."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from devices.card_reader.interface import CardReaderState
from devices.stick.interface import Port
from kiosk.identification import AccessKey, Identified, NotIdentified, PartialRead, Phase
from kiosk.officer.lodging.files import LodgingFiles
from kiosk.officer.lodging.filing import GuestPages
from kiosk.officer.papers import OfficerPapers
from kiosk.officer.registers.kinds import Registers
from kiosk.officer.roster.line import RosterLine
from kiosk.officer.roster.remembered import RememberedColumns
from kiosk.person import PersonField
from kiosk.scanning.station_scanner import StationScanner


class ReadOfficersCard(Protocol):
    """Reads the card that lies on the reader, for an officer."""

    def __call__(
        self,
        key: AccessKey,
        wanted: frozenset[PersonField],
        on_phase: Callable[[Phase], None],
        /,
        *,
        photo: bool,
        attempts_left: int,
        partial: PartialRead,
    ) -> Identified | NotIdentified:
        """Blocks for as long as the card takes; raises nothing for a card that fails."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerServices:
    """The services of one station that its officer uses."""

    read_card: ReadOfficersCard
    reader_state: Callable[[], CardReaderState]
    """How the reader stands; takes up to 5 s, so it is asked by a thread."""
    papers: OfficerPapers
    port: Port
    """Where the officer's own stick is plugged in."""
    remembered: RememberedColumns
    open_line: Callable[[], RosterLine]
    """Starts a process that reads one list."""
    scanner: StationScanner
    """Under whose lid the page of a register lies."""
    registers: Registers | None
    """None where the content of this station has none that can be used."""
    lodging: LodgingFiles
    guest_pages: GuestPages
    today: Callable[[], date]
