"""What the staff screens work with, handed in by whoever opened the station. Nothing of a visitor is in reach; the
officer's part reads cards for the officer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from devices.status import DeviceFamily
from kiosk.counts.period import month_of, week_of
from kiosk.counts.report import Report
from kiosk.counts.station_report import station_report
from kiosk.counts.store import CountStore
from kiosk.doctor.card import LadderResult
from kiosk.doctor.examination import Check, Found, Service
from kiosk.errors import Failure
from kiosk.forms.places import LaterPlaces
from kiosk.identification import AccessKey
from kiosk.officer.services import OfficerServices
from kiosk.procedures.staff_notes import NotedProcedure
from kiosk.settings import DeviceSettings, Settings
from kiosk.staff.fitting import FoundDevice
from kiosk.staff.own_commands import CommandOutcome, OwnCommand
from kiosk.staff.papers import StaffPapers
from kiosk.staff.roles import RolePins


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffServices:
    """The services of one station that its staff uses."""

    settings: Settings
    state: Path
    """The folder of the station's state."""
    overrides: Path
    """The folder of this station's own settings: the only place the technician's screen writes to."""
    pins: RolePins
    checks: Callable[[], Sequence[tuple[Service, Check]]]
    """The doctor's checks of this station; asking for them opens no device yet."""
    find: Callable[[DeviceFamily], Sequence[FoundDevice]]
    """The devices of one kind that this PC sees, and those of the other PC; takes up to 30 s."""
    try_out: Callable[[DeviceFamily, DeviceSettings], Found]
    """How a device with these settings stands; takes up to 10 s."""
    latest: Callable[[], Settings]
    """The settings as the wizard has left them; reads files."""
    be_found: Callable[[bool], None]
    """Open this PC's devices to the other PC, or close them; takes up to 60 s. Raises `SharingRefusedError`."""
    climb: Callable[[AccessKey | None], LadderResult]
    """The reader ladder with the card in the field; keeps nothing of it."""
    counts: CountStore
    papers: StaffPapers
    notes: Callable[[], Sequence[NotedProcedure]]
    """What the content tells the staff of the procedures offered here. Raises `ContentError`."""
    places: LaterPlaces
    officer: OfficerServices
    failures: Mapping[str, Failure]
    carry_out: Callable[[OwnCommand], CommandOutcome]
    """Take new content, or send the counts; takes minutes."""
    today: Callable[[], date]

    def report(self, *, month: bool, exact: bool) -> Report:
        """Exact, for inside the station: the week or month of today, as far as it has come. Else the last that is
        over: two papers of one week that still runs would tell by subtraction what one day brought. Raises
        `sqlite3.Error`."""
        today = self.today()
        running = month_of(today) if month else week_of(today)
        period = running if exact else running.before
        return station_report(self.counts, period, self.settings.kiosk.commune, made_on=today, exact=exact)
