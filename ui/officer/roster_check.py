"""The list check as the window knows it: a list from the officer's stick, its columns agreed, card after card.

The list itself is held by a process of its own; here stand only what it said of the cards that were read. All of it
ends with the officer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from devices.errors import StickError
from kiosk.counts.events import EventKind, ListOutcome
from kiosk.identification import Identified
from kiosk.officer import roster_words
from kiosk.officer.advice import Advice, advice_of
from kiosk.officer.roster.asked_of_card import ASKED, match_of
from kiosk.officer.roster.columns import ListColumn
from kiosk.officer.roster.line import RosterLine
from kiosk.officer.roster.messages import BesideRow, Copy, ListAnswer, Opened, UseColumns
from kiosk.officer.roster.refusals import ListRefusedError
from kiosk.officer.roster.stage import ListStage
from kiosk.officer.services import OfficerServices
from kiosk.officer.stick_files import ListFile, lists_on, read_list
from kiosk.officer.validity import validity_of
from kiosk.person import PersonField
from kiosk.scanning.hand_over import HandedOver, NotHandedOver, hand_over
from ui.officer.card_desk import CardDesk
from ui.officer.open_work import OpenWork
from ui.staff.staff_side import StaffSide
from ui.visit.jobs import Worker

BROKEN = ListRefusedError.code
COPY_NAME = "{name}-doi-chieu.xlsx"
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedCard:
    """A card that was read, and what the list says of it."""

    name: str = field(repr=False)
    told: ListAnswer
    advice: Advice
    """What the card itself proved: a forged one may stand on any list."""
    specimen: bool


class RosterCheck:
    """One list at a time."""

    def __init__(self, side: StaffSide, services: OfficerServices) -> None:
        self._side = side
        self._services = services
        self._line: RosterLine | None = None
        self._opening: list[RosterLine] = []
        """The process that is still reading; filled by the thread that waits for it."""
        self._work = OpenWork(side)
        self.desk = CardDesk(side, services, ASKED, lambda read: read, self._was_read)
        self._reset()
        side.left.connect(self.close)
        side.open_work.append(lambda: self.is_open)

    def _reset(self) -> None:
        self.stage = ListStage.PICK
        self.files: Sequence[ListFile] = ()
        self.name = ""
        self.opened: Opened | None = None
        self.columns: Mapping[int, ListColumn] = {}
        self.people = 0
        self.last: ListedCard | None = None
        self.beside: dict[int, BesideRow] = {}
        self.absent = 0
        self.code: str | None = None
        """Why the last step did not succeed."""
        self.copied = ""
        """The name of the copy on the stick, once it is there."""
        self.looks_the_same = False
        """Whether that copy has fonts, widths and other sheets of the officer's own."""
        self.unsaved = False

    @property
    def busy(self) -> bool:
        """Whether a thread is at work on it."""
        return self._work.busy

    @property
    def is_open(self) -> bool:
        """A list is being worked on, and what it said does not lie on the stick yet."""
        return self.desk.is_busy or (self.stage is not ListStage.PICK and not self.copied)

    def look(self) -> None:
        """Which lists are on the stick?"""
        if self.stage is ListStage.PICK:
            self._do(lambda: lists_on(self._services.port), self._found, Worker.SCANNER)

    def open(self, place: int) -> None:
        """Read the list at `place` of those found, in a process of its own."""
        if not 0 <= place < len(self.files) or self.stage is not ListStage.PICK:
            return
        self.name, self.stage, self.code = self.files[place].name, ListStage.OPENING, None
        port, name, open_line = self._services.port, self.name, self._services.open_line
        self._opening = opening = []
        number = self._work.number

        def work() -> tuple[RosterLine, Opened]:
            data = read_list(port, name)
            line = open_line()
            opening.append(line)
            try:
                return line, line.open(data)
            except BaseException:
                line.close()
                raise

        self._side.visit.jobs.run(
            Worker.STAFF,
            work,
            lambda made: self._was_opened(number, made),
            lambda fault: self._not_opened(number, fault),
        )

    def choose(self, place: int, column: ListColumn | None) -> None:
        """The officer's own word on the column at `place`; one meaning stands at one column."""
        columns = {at: meaning for at, meaning in self.columns.items() if at != place and meaning is not column}
        self.columns = {**columns, place: column} if column else columns

    def agree(self) -> None:
        """The officer's yes to the columns."""
        line, opened = self._line, self.opened
        if line is None or opened is None or not self.columns or self.busy:
            return
        columns = dict(self.columns)

        def work() -> int:
            people = line.use(UseColumns(columns=columns)).people
            self._services.remembered.keep(opened.fingerprint, columns)
            return people

        self._do(work, self._may_match)

    def copy(self) -> None:
        """The copy with what was found, onto the officer's stick."""
        line = self._line
        if line is None or self.busy:
            return
        say, beside, port = self._side.say, dict(self.beside), self._services.port
        headings = tuple(say(heading) for heading in roster_words.ADDED)
        target = COPY_NAME.format(name=self.name.rpartition(".")[0] or self.name)

        def work() -> tuple[HandedOver | NotHandedOver, bool]:
            made = line.copy(Copy(headings=headings, rows=beside))
            return hand_over(port, {target: made.data}), made.looks_the_same

        self._do(work, self._handed_over)

    def close(self) -> None:
        """Another list, or the officer leaves: the process ends with everything it held."""
        self._work.end()
        for waiting in self._opening:
            waiting.kill()
        self._opening = []
        if self._line is not None:
            line, self._line = self._line, None
            line.kill()
            self._side.visit.jobs.farewell(Worker.STAFF, line.close)
        self.desk.forget()
        self._reset()

    def _found(self, files: Sequence[ListFile]) -> None:
        self.files = files

    def _was_opened(self, number: int, made: tuple[RosterLine, Opened]) -> None:
        line, opened = made
        if number != self._work.number:
            self._side.visit.jobs.farewell(Worker.STAFF, line.close)
            return

        def take() -> None:
            self._line, self.opened, self.stage = line, opened, ListStage.COLUMNS
            remembered = self._services.remembered.of(opened.fingerprint)
            self.columns = dict(remembered or opened.columns)

        self._side.act(take)

    def _not_opened(self, number: int, fault: Exception) -> None:
        if number == self._work.number:
            self._side.act(lambda: self._fail(fault))

    def _may_match(self, people: int) -> None:
        self.people, self.stage = people, ListStage.CARDS
        self.desk.warm()

    def _was_read(self, read: Identified) -> None:
        line, person = self._line, read.person
        if line is None:
            return
        card = match_of(person)
        validity = validity_of(person.get(PersonField.DATE_OF_EXPIRY), self._services.today())
        advice, specimen = advice_of(read.verdict, validity), read.verdict.specimen
        self._do(
            lambda: line.match(card),
            lambda told: self._was_told(ListedCard(name=card.name, told=told, advice=advice, specimen=specimen)),
        )

    def _was_told(self, card: ListedCard) -> None:
        self.last, told = card, card.told
        self._side.services.counts.count(EventKind.ROSTER_CHECKED, told.outcome.value)
        if told.row is None or told.outcome is ListOutcome.ABSENT:
            self.absent += 1
            return
        self.beside[told.row] = roster_words.beside_row(told, self._side.say, self._services.today())
        self.unsaved, self.copied = True, ""

    def _handed_over(self, copied: tuple[HandedOver | NotHandedOver, bool]) -> None:
        outcome, self.looks_the_same = copied
        if isinstance(outcome, NotHandedOver):
            self.code = outcome.code
        else:
            self.unsaved, self.copied = False, outcome.names[0]

    def _do(self, work: Callable[[], T], done: Callable[[T], None], worker: Worker = Worker.STAFF) -> None:
        self.code = None
        self._work.run(work, done, self._fail, worker)

    def _fail(self, fault: Exception) -> None:
        self.code = fault.code if isinstance(fault, StickError | ListRefusedError) else BROKEN
        if self.stage is ListStage.OPENING:
            self.stage = ListStage.PICK
