"""The register scans as the window knows them: a page under the lid, its index typed twice, the file on the stick.

The scanner's worker scans and writes, one after the other. Pages and index are kept until both lie on the stick;
whatever goes wrong on the way leaves them where they are. All of it ends with the officer.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from devices.errors import StickError
from devices.scanner.interface import ScanSettings
from kiosk.counts.events import EventKind
from kiosk.officer.registers import words
from kiosk.officer.registers.book_list import ListedRecord
from kiosk.officer.registers.entry import (
    IndexField,
    Oddity,
    RegisterEntry,
    Typed,
    oddities,
)
from kiosk.officer.registers.index_typing import IndexTyping
from kiosk.officer.registers.kinds import RegisterKind, Registers
from kiosk.officer.registers.naming import file_name
from kiosk.officer.registers.sitting import BesideFiles, Sitting, with_list, with_record
from kiosk.officer.registers.stage import RegisterStage
from kiosk.officer.services import OfficerServices
from kiosk.scanning.hand_over import let_go
from kiosk.scanning.job import ScanJob
from kiosk.scanning.pdf import archived
from kiosk.scanning.station_scanner import HeldByOther, Scanned, ScanOutcome
from ui.officer.open_work import OpenWork
from ui.staff.staff_side import StaffSide
from ui.visit.jobs import Worker

MOST_PAGES = 6
"""Of one record: more belong to another one."""
KEPT_FOR_NEXT = (IndexField.BOOK, IndexField.YEAR)
"""What the next page of a book most likely has too; offered at the first typing only."""
SCAN_FAILED, STICK_FAILED, NO_CONTENT = "scanner.failed", StickError.code, "registers.no-content"
T = TypeVar("T")


class RegisterScans:
    """One sitting at one stick, a record at a time."""

    def __init__(self, side: StaffSide, services: OfficerServices) -> None:
        self._side = side
        self._services = services
        self._work = OpenWork(side)
        self._reset()
        side.left.connect(self.leave)
        side.open_work.append(lambda: self.is_open)

    def _reset(self) -> None:
        self.kind: RegisterKind | None = None
        self.sitting = Sitting()
        self.stage = RegisterStage.KIND
        self.released = False
        """Whether the stick was let go and may be pulled out."""
        self.written = ""
        """The file that was laid down last."""
        self.code: str | None = None if self._services.registers else NO_CONTENT
        self.said = ""
        """Who has the scanner, where the other PC has it."""
        self._last_typed: Typed = {}
        self._last_pages = ScanJob()
        """Of the record written last, for another one on the same page."""
        self._forget_record()

    def _forget_record(self) -> None:
        self.job = ScanJob()
        self.looked_at = 0
        self.index = IndexTyping()

    # ------------------------------------------------------------ what stands
    @property
    def busy(self) -> bool:
        """Whether a thread is at work on it."""
        return self._work.busy

    @property
    def registers(self) -> Registers | None:
        """The kinds of registers, where the content has them."""
        return self._services.registers

    @property
    def entry(self) -> RegisterEntry | None:
        """The index, once both typings agree."""
        return self.index.agreed(self.kind.id) if self.kind else None

    @property
    def oddities(self) -> tuple[Oddity, ...]:
        """What should be looked at once more before it is written."""
        entry = self.entry
        if entry is None:
            return ()
        return (*oddities(entry), *([Oddity.SCANNED_ALREADY] if self.sitting.has(entry) else []))

    @property
    def is_open(self) -> bool:
        """A page is scanned or being scanned, or the list does not lie on the stick yet."""
        return bool(self.job.pages) or self.sitting.unlisted or self.busy

    # ------------------------------------------------------------ the page
    def choose(self, place: int) -> None:
        """The register at `place`; what was scanned stays."""
        if self.registers and 0 <= place < len(self.registers.kinds):
            self.kind, self.stage = self.registers.kinds[place], RegisterStage.PAGE

    def other_register(self) -> None:
        """Choose another register; only between two records."""
        if not self.job.pages and not self.busy:
            self.stage = RegisterStage.KIND

    def scan(self, *, anew: bool = False) -> None:
        """One more page of this record, or `anew` the one that is looked at."""
        if self.busy or self.registers is None or (len(self.job.pages) >= MOST_PAGES and not anew):
            return
        settings, scanner = ScanSettings(resolution=self.registers.rule.resolution), self._services.scanner
        self.written, self._last_pages = "", ScanJob()

        def scanned(outcome: ScanOutcome) -> None:
            if isinstance(outcome, HeldByOther):
                self.code, self.said = outcome.code, self._side.say(outcome.lease.said)
                return
            self.code = None if isinstance(outcome, Scanned) else outcome.code
            for page in outcome.pages:
                self.job = self.job.redone(self.looked_at, page) if anew else self.job.with_pages([page])
            if outcome.pages and not anew:
                self.looked_at = len(self.job.pages) - 1

        self._do(lambda: scanner.scan(settings), scanned, SCAN_FAILED)

    def change(self, change: Callable[[ScanJob, int], ScanJob]) -> None:
        """Turn, keep, uncut or drop the page that is looked at."""
        if self.job.pages and not self.busy:
            self.job = change(self.job, self.looked_at)
            self.looked_at = max(0, min(self.looked_at, len(self.job.pages) - 1))

    def look_at(self, by: int) -> None:
        """The next page of this record, or the one before."""
        self.looked_at = max(0, min(self.looked_at + by, len(self.job.pages) - 1))

    # ------------------------------------------------------------ the index
    def begin_index(self) -> None:
        """Every page is clear or kept: type the index, or go on where it was left."""
        if not self.may_index:
            return
        offered = {field: text for field, text in self._last_typed.items() if field in KEPT_FOR_NEXT}
        self.code = None
        self._turn(lambda: self.index.begin(offered))

    @property
    def may_index(self) -> bool:
        """There are pages, each clear or kept, and nothing is under way."""
        return bool(self.job.pages) and not self.job.to_redo and not self.busy

    @property
    def may_take_same_page(self) -> bool:
        """The record before this one is written, and its page still here."""
        return bool(self._last_pages.pages) and not self.job.pages and not self.busy

    def same_page(self) -> None:
        """Another record stands on the page that was written last."""
        if self.may_take_same_page:
            self.job, self.looked_at = self._last_pages, 0
            self.index.first = {IndexField.PAGE: self._last_typed[IndexField.PAGE]}
            self.begin_index()

    def give(self, text: str) -> None:
        """The field that is asked for: refused where it cannot be, else the next one."""
        year = self._services.today().year
        self._turn(lambda: self.index.give(text, year))

    def step_back(self) -> None:
        """To the field before, from the first one to the page."""
        self._turn(self.index.step_back)

    def retype(self, field: IndexField) -> None:
        """Neither is right, or one that agrees is wrong: this field once more, and twice again."""
        self._turn(lambda: self.index.retype(field))

    def _turn(self, step: Callable[[], None]) -> None:
        step()
        self.stage = self.index.stage

    # ------------------------------------------------------------ the stick
    def write(self) -> None:
        """The record onto the stick, and the list behind it."""
        entry, kind, registers = self.entry, self.kind, self.registers
        if entry is None or kind is None or registers is None or self.busy:
            return
        pages, sitting, port, beside = self.job.pages, self.sitting, self._services.port, self._beside()
        record = ListedRecord(
            kind=self._side.say(kind.name),
            entry=entry,
            file=file_name(registers.rule, entry),
            pages=len(pages),
            day=self._services.today(),
        )
        self._do(lambda: with_record(port, sitting, record, archived(pages), beside), self._was_written, STICK_FAILED)

    def write_list(self) -> None:
        """The list once more, where the stick took the record and not the list."""
        sitting, port, beside = self.sitting, self._services.port, self._beside()
        self._do(lambda: with_list(port, sitting, beside), self._listed, STICK_FAILED)

    def finish(self) -> None:
        """Let the stick go, so that it may be pulled out."""
        port = self._services.port

        def gone(_: None) -> None:
            self.released = True

        self._do(lambda: let_go(port), gone, STICK_FAILED)

    def leave(self) -> None:
        """The officer leaves: pages, index and names go; the scanner is free for the other PC."""
        self._work.end()
        if self.sitting.records or self.job.pages:
            self._side.visit.jobs.farewell(Worker.SCANNER, self._services.scanner.release)
        self._reset()

    def _beside(self) -> BesideFiles:
        say, day = self._side.say, self._services.today()
        return BesideFiles(
            name=words.LIST_NAME.format(day=day.isoformat()), headings=tuple(say(each) for each in words.HEADINGS)
        )

    def _was_written(self, sitting: Sitting) -> None:
        self._side.services.counts.count(EventKind.REGISTER_SCANNED)
        self._last_typed, self._last_pages = self.index.first, self.job
        self._forget_record()
        self.written, self.released = sitting.records[-1].file, False
        self._listed(sitting)

    def _listed(self, sitting: Sitting) -> None:
        self.sitting, self.code = sitting, sitting.code or None
        self.stage = RegisterStage.PAGE

    def _do(self, work: Callable[[], T], done: Callable[[T], None], failed: str) -> None:
        self.code, self.said = None, ""

        def broke(fault: Exception) -> None:
            self.code = fault.code if isinstance(fault, StickError) else failed

        self._work.run(work, done, broke, Worker.SCANNER)
