"""Check your answers: all of them once more before the paper."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from devices.printer.interface import PrinterStatus
from devices.status import Readiness
from kiosk.forms.check_answers import AnswerLine, check_answers
from kiosk.forms.journey import Journey
from kiosk.forms.printed import SheetStatus
from kiosk.i18n import Text
from ui.list_models.value_list import ValueList, ValueRow
from ui.shown.failure import failure_words
from ui.shown.old_place import old_place
from ui.shown.sections import section_names
from ui.view_models.screen_model import ScreenModel, ScreenParts
from ui.visit.current_visit import CurrentVisit

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1

_MASKED = Text(vi="số đã che", en="hidden number")


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckProps:
    """`trouble` says how the printer stands when it does not stand well. `wants_to_file`: the person came to file
    online, so that is the main action."""

    place: str = ""
    sections: tuple[str, ...] = ()
    has_numbers: bool = False
    numbers_shown: bool = False
    official: bool = True
    trouble: str = ""
    remedy: str = ""
    can_file: bool = False
    wants_to_file: bool = False


def answer_rows(visit: CurrentVisit, *, numbers_shown: bool) -> list[ValueRow]:
    """Every answer that applies; the name of a group on its first line."""
    journey = visit.session.form.journey
    if journey is None:
        return []
    return [
        _row(visit, line, visit.say(group.name) if place == 0 else "", numbers_shown=numbers_shown)
        for group in check_answers(journey, visit.language)
        for place, line in enumerate(group.lines)
    ]


def _row(visit: CurrentVisit, line: AnswerLine, group: str, *, numbers_shown: bool) -> ValueRow:
    hide = line.masked is not None and not numbers_shown
    return ValueRow(
        key=line.question,
        label=visit.say(line.label),
        value=line.masked or "" if hide else line.value,
        spoken=visit.say(_MASKED) if hide else line.value,
        origin=line.origin,
        group=group,
        note=old_place(visit, line.value) if line.is_address else "",
    )


def derive_check(
    visit: CurrentVisit,
    journey: Journey,
    printer: PrinterStatus | None,
    *,
    numbers_shown: bool,
    can_file: bool = False,
) -> CheckProps:
    """What is said about all answers together, and how the printer stands that is to print them."""
    trouble = printer.trouble if printer and printer.readiness is not Readiness.READY else None
    words = failure_words(visit, trouble.code if trouble else None)
    groups = check_answers(journey, visit.language)
    return CheckProps(
        sections=section_names(journey, visit.language),
        place=visit.say(journey.definition.name),
        has_numbers=any(line.masked for group in groups for line in group.lines),
        numbers_shown=numbers_shown,
        official=journey.definition.status is SheetStatus.OFFICIAL,
        trouble=words.title,
        remedy=words.remedy,
        can_file=can_file,
        wants_to_file=can_file and visit.session.portal.wanted,
    )


@QmlElement
class CheckViewModel(ScreenModel[CheckProps]):
    """The last look before the paper."""

    never = Signal()

    def __init__(self, parts: ScreenParts) -> None:
        super().__init__(parts)
        self._papers = parts.papers
        self._online = parts.online
        self._values = ValueList()
        parts.papers.changed.connect(self._printer_changed)

    values = Property(QObject, lambda self: self._values, notify=never)

    def derive(self) -> CheckProps:
        journey = self.visit.session.form.journey
        if journey is None:
            return CheckProps()
        self._values.show(answer_rows(self.visit, numbers_shown=self.props.numbers_shown))
        return derive_check(
            self.visit,
            journey,
            self._papers.status,
            numbers_shown=self.props.numbers_shown,
            can_file=self._online.is_offered,
        )

    def wipe(self) -> None:
        self._values.show([])
        super().wipe()

    @Slot(str)
    def change(self, question: str) -> None:
        """Go to one question and come back."""
        self.visit.act(lambda: self.visit.session.open_question(question))

    @Slot()
    def showNumbers(self) -> None:
        """Show the numbers, or hide them again."""
        self.show(replace(self.props, numbers_shown=not self.props.numbers_shown))
        self.refresh()

    @Slot()
    def fileOnline(self) -> None:
        """To the official page, with these answers."""
        self._online.begin()

    @Slot()
    def printPapers(self) -> None:
        """Print the declaration and the leaflet."""
        self.visit.act(self.visit.session.print_papers)

    def _printer_changed(self) -> None:
        if self.visit.session.form.journey is not None and self.props != CheckProps():
            self.refresh()
