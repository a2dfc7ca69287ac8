"""The register scans: which register, the page under the lid, its index typed twice, what lies on the stick."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.officer.registers import words
from kiosk.officer.registers.entry import IndexField
from kiosk.officer.registers.stage import RegisterStage
from kiosk.scanning.job import ScanJob
from kiosk.scanning.page import JudgedPage
from ui.list_models.register_list import IndexRows, RegisterKindList, RegisterKindRow
from ui.officer.register_scans import RegisterScans
from ui.shown.qml_values import member
from ui.view_models.register_index import index_rows, with_field
from ui.view_models.registers_props import RegistersProps
from ui.view_models.staff_model import StaffModel, StaffParts

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class RegistersViewModel(StaffModel[RegistersProps]):
    """Scans, takes both typings, writes to the stick; forgets everything with the officer."""

    never = Signal()
    fieldTurned = Signal()
    """Another field is asked for: what stands in the entry is of the one before."""

    def __init__(self, parts: StaffParts) -> None:
        super().__init__(parts)
        self._scans = RegisterScans(parts.side, parts.side.services.officer)
        self._pictures = parts.scans
        self._kinds, self._index = RegisterKindList(), IndexRows()

    kinds = Property(QObject, lambda self: self._kinds, notify=never)
    index = Property(QObject, lambda self: self._index, notify=never)

    def derive(self) -> RegistersProps:
        scans, say = self._scans, self.side.say
        registers = scans.registers
        self._kinds.show(
            [RegisterKindRow(name=say(kind.name), short=kind.id) for kind in registers.kinds] if registers else []
        )
        self._index.show(index_rows(self.side, scans))
        words_of_code = self.side.failure(scans.code) if scans.code else None
        props = RegistersProps(
            stage=scans.stage,
            busy=scans.busy,
            register=say(scans.kind.name) if scans.kind else "",
            unconfirmed=registers is not None and not registers.is_confirmed,
            may_index=scans.may_index,
            may_take_same_page=scans.may_take_same_page,
            differing=len(scans.index.differing) if scans.stage is RegisterStage.COMPARE else 0,
            oddities=", ".join(say(words.ODDITIES[each]) for each in scans.oddities),
            may_write=scans.entry is not None and not scans.busy,
            records=len(scans.sitting.records),
            written=scans.written,
            list_name=scans.sitting.list_name,
            unlisted=scans.sitting.unlisted,
            released=scans.released,
            trouble=words_of_code.title if words_of_code else "",
            remedy=scans.said or (words_of_code.remedy if words_of_code else ""),
        )
        return with_field(self.side, scans, self._with_page(props))

    def wipe(self) -> None:
        self._pictures.clear()
        self._kinds.show(())
        self._index.show(())
        super().wipe()

    # ------------------------------------------------------------ the page
    @Slot(int)
    def choose(self, place: int) -> None:
        """Go on with the register in row `place`, counted from 0."""
        self.side.act(lambda: self._scans.choose(place))

    @Slot()
    def otherRegister(self) -> None:
        """Another register, between two records."""
        self.side.act(self._scans.other_register)

    @Slot()
    def scan(self) -> None:
        """Scan one more page of the register."""
        self.side.act(self._scans.scan)

    @Slot()
    def scanAgain(self) -> None:
        """The page that is looked at once more."""
        self.side.act(lambda: self._scans.scan(anew=True))

    @Slot(int)
    def turnPage(self, by: int) -> None:
        """The next page of this record, or the one before."""
        self.side.act(lambda: self._scans.look_at(by))

    @Slot()
    def turnOver(self) -> None:
        """The page the other way up."""
        self._change(ScanJob.turned)

    @Slot()
    def uncut(self) -> None:
        """The page as it lay on the glass."""
        self._change(ScanJob.uncut)

    @Slot()
    def keep(self) -> None:
        """The page as it is, in spite of what the machine says."""
        self._change(ScanJob.accepted)

    @Slot()
    def remove(self) -> None:
        """Throw away the page that is looked at."""
        self._change(ScanJob.without)

    # ------------------------------------------------------------ the index
    @Slot()
    def beginIndex(self) -> None:
        """The pages are right: type the index."""
        self._turn_field(self._scans.begin_index)

    @Slot()
    def samePage(self) -> None:
        """Another record stands on the page that was written."""
        self._turn_field(self._scans.same_page)

    @Slot(str)
    def give(self, text: str) -> None:
        """What was typed into the field that is asked for."""
        self._turn_field(lambda: self._scans.give(text))

    @Slot()
    def stepBack(self) -> None:
        """The field before; from the first one to the page."""
        self._turn_field(self._scans.step_back)

    @Slot(int, bool)
    def take(self, asked: int, of_first: bool) -> None:  # noqa: FBT001 a slot
        """Of two that differ, this one is right."""
        wanted = member(IndexField, asked)
        if wanted is not None:
            self.side.act(lambda: self._scans.index.take(wanted, of_first=of_first))

    @Slot(int)
    def retype(self, asked: int) -> None:
        """Type this field once more, and twice again."""
        wanted = member(IndexField, asked)
        if wanted is not None:
            self._turn_field(lambda: self._scans.retype(wanted))

    # ------------------------------------------------------------ the stick
    @Slot()
    def write(self) -> None:
        """The record onto the stick."""
        self.side.act(self._scans.write)

    @Slot()
    def writeList(self) -> None:
        """Write the sitting's list onto the stick once more."""
        self.side.act(self._scans.write_list)

    @Slot()
    def finish(self) -> None:
        """Let the stick go, so that it may be pulled out."""
        self.side.act(self._scans.finish)

    def _change(self, change: Callable[[ScanJob, int], ScanJob]) -> None:
        self.side.act(lambda: self._scans.change(change))

    def _turn_field(self, action: Callable[[], object]) -> None:
        self.side.act(action)
        if not self.props.error:
            self.fieldTurned.emit()

    def _with_page(self, props: RegistersProps) -> RegistersProps:
        scans = self._scans
        if not scans.job.pages:
            self._pictures.clear()
            return props
        page: JudgedPage = scans.job.pages[scans.looked_at]
        worst = page.verdict.worst
        said = self.side.failure(worst.code) if worst else None
        return replace(
            props,
            page=scans.looked_at + 1,
            page_count=len(scans.job.pages),
            picture=self._pictures.put(page.after)[0],
            clear=page.is_good,
            accepted=page.accepted,
            fault=said.title if said else "",
            advice=said.remedy if said else "",
        )
