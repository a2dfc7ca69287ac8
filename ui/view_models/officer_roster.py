"""The list check: which list, what its columns mean, and what it says of each card."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.counts.events import ListOutcome
from kiosk.i18n import number
from kiosk.officer import roster_words
from kiosk.officer.advice import ADVICE, Advice
from kiosk.officer.roster.columns import ListColumn
from kiosk.officer.roster.stage import ListStage
from ui.list_models.roster_list import ListColumnRow, ListColumnRows, ListFileList, ListFileRow
from ui.officer.roster_check import RosterCheck
from ui.view_models.desk import DeskViewModel
from ui.view_models.staff_model import StaffModel, StaffParts

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1
_ORDER: tuple[ListColumn | None, ...] = (None, *ListColumn)


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterProps:
    """`stage` says which part is in front; the last card has its `outcome`, none before the first."""

    stage: ListStage = ListStage.PICK
    busy: bool = False
    name: str = ""
    writing: str = ""
    can_agree: bool = False
    people: int = 0
    checked: int = 0
    absent: int = 0
    last_name: str = field(default="", repr=False)
    outcome: ListOutcome | None = None
    outcome_words: str = ""
    differences: str = ""
    notes: str = ""
    advice: Advice | None = None
    advice_words: str = ""
    specimen: bool = False
    row: int = 0
    unsaved: bool = False
    copied: str = ""
    looks_the_same: bool = False
    trouble: str = ""
    remedy: str = ""


@QmlElement
class RosterViewModel(StaffModel[RosterProps]):
    """Finds the lists, shows the columns for a yes, holds card after card against the list."""

    never = Signal()

    def __init__(self, parts: StaffParts) -> None:
        super().__init__(parts)
        self._check = RosterCheck(parts.side, parts.side.services.officer)
        self._desk = DeskViewModel(parts.side, self._check.desk)
        self._files, self._columns = ListFileList(), ListColumnRows()

    def desk_model(self) -> DeskViewModel:
        """The card at the desk; QML knows it as `desk`."""
        return self._desk

    desk = Property(DeskViewModel, desk_model, notify=never)
    files = Property(QObject, lambda self: self._files, notify=never)
    columns = Property(QObject, lambda self: self._columns, notify=never)

    def enter(self) -> None:
        """Look for lists, unless one is open."""
        self._check.look()

    def derive(self) -> RosterProps:
        check, say = self._check, self.side.say
        self._desk.refresh()
        self._files.show([ListFileRow(name=file.name, size=self._size(file.size)) for file in check.files])
        self._columns.show(self._column_rows())
        words = self.side.failure(check.code) if check.code else None
        last = check.last.told if check.last else None
        return RosterProps(
            stage=check.stage,
            busy=check.busy,
            name=check.name,
            writing=say(roster_words.WRITINGS[check.opened.writing]) if check.opened else "",
            can_agree=bool(check.columns) and not check.busy,
            people=check.people,
            checked=len(check.beside),
            absent=check.absent,
            last_name=check.last.name if check.last else "",
            outcome=last.outcome if last else None,
            outcome_words=say(roster_words.OUTCOMES[last.outcome]) if last else "",
            differences=say(roster_words.differences(last)) if last and last.differs else "",
            notes=say(roster_words.notes(last)) if last and last.notes else "",
            advice=check.last.advice if check.last else None,
            advice_words=say(ADVICE[check.last.advice]) if check.last else "",
            specimen=check.last.specimen if check.last else False,
            row=last.row + 1 if last and last.row is not None else 0,
            unsaved=check.unsaved,
            copied=check.copied,
            looks_the_same=check.looks_the_same,
            trouble=words.title if words else "",
            remedy=words.remedy if words else "",
        )

    def wipe(self) -> None:
        self._files.show(())
        self._columns.show(())
        self._desk.wipe()
        super().wipe()

    @Slot()
    def look(self) -> None:
        """Look at the stick once more."""
        self.side.act(self._check.look)

    @Slot(int)
    def open(self, place: int) -> None:
        """Read the list at `place`."""
        self.side.act(lambda: self._check.open(place))

    @Slot(int)
    def nextMeaning(self, place: int) -> None:
        """The column at `place` is something else: the next meaning that no other column has."""
        now = _ORDER.index(self._check.columns.get(place))
        taken = {column for at, column in self._check.columns.items() if at != place}
        following = [*_ORDER[now + 1 :], *_ORDER[: now + 1]]
        chosen = next(column for column in following if column is None or column not in taken)
        self.side.act(lambda: self._check.choose(place, chosen))

    @Slot()
    def agree(self) -> None:
        """Take the columns as they are shown: from now on cards are compared by them."""
        self.side.act(self._check.agree)

    @Slot()
    def takeAlong(self) -> None:
        """The copy onto the officer's stick."""
        self.side.act(self._check.copy)

    @Slot()
    def close(self) -> None:
        """Put the list away; another one may be opened."""

        def again() -> None:
            self._check.close()
            self._check.look()

        self.side.act(again)

    def _column_rows(self) -> list[ListColumnRow]:
        check = self._check
        headings = check.opened.headings if check.opened and check.stage is ListStage.COLUMNS else ()
        return [
            self._column(place, heading) for place, heading in enumerate(headings) if self._is_worth(place, heading)
        ]

    def _is_worth(self, place: int, heading: str) -> bool:
        return bool(heading) or place in self._check.columns

    def _column(self, place: int, heading: str) -> ListColumnRow:
        column = self._check.columns.get(place)
        meaning = self.side.say(roster_words.COLUMNS[column]) if column else self.side.say(roster_words.NOT_COMPARED)
        return ListColumnRow(place=place, heading=heading, meaning=meaning, column=column)

    def _size(self, size: int) -> str:
        return self.side.say(roster_words.SIZE.filled(size=number(max(0.1, size / 1_000_000), 1)))
