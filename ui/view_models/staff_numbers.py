"""The counts of today, this week or this month, and the report on paper."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Property, QEnum, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.counts.period import day_of
from kiosk.i18n import Text
from kiosk.staff.numbers import CountLine, lines_of_day, report_lines
from ui.list_models.count_list import CountList, count_row
from ui.shown.failure import FailureWords
from ui.shown.qml_values import known, member
from ui.view_models.staff_model import StaffModel, StaffParts

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1
UNREADABLE = "doctor.counts-broken"


class Span(Enum):
    """How much of the counts is in front."""

    TODAY = auto()
    WEEK = auto()
    MONTH = auto()


@QmlElement
class Counts(QObject):
    """What the page of the counts may ask about."""

    QEnum(known(Span))


@dataclass(frozen=True, slots=True, kw_only=True)
class NumbersProps:
    """`empty`: nobody has come yet."""

    span: Span = Span.TODAY
    period: str = ""
    loading: bool = False
    empty: bool = False
    trouble: str = ""
    remedy: str = ""


@QmlElement
class NumbersViewModel(StaffModel[NumbersProps]):
    """Reads the counts on the staff's thread."""

    countsChanged = Signal()

    def __init__(self, parts: StaffParts) -> None:
        super().__init__(parts)
        self._print_jobs = parts.print_jobs
        self._list = CountList()
        self._span = Span.TODAY
        self._lines: tuple[CountLine, ...] | None = None
        self._period: Text | None = None
        self._failed = False

    def _counts(self) -> QObject:
        return self._list

    counts = Property(QObject, _counts, notify=countsChanged)

    def enter(self) -> None:
        """Read the numbers of today."""
        self._read(Span.TODAY)

    def derive(self) -> NumbersProps:
        lines = self._lines or ()
        self._list.show([count_row(self.side, line) for line in lines])
        words = self.side.failure(UNREADABLE) if self._failed else FailureWords()
        return NumbersProps(
            span=self._span,
            period=self.side.say(self._period) if self._period else "",
            loading=self._lines is None and not self._failed,
            empty=self._lines is not None and not any(line.count for line in lines),
            trouble=words.title,
            remedy=words.remedy,
        )

    def wipe(self) -> None:
        self._span, self._lines, self._period, self._failed = Span.TODAY, None, None, False
        self._list.show(())
        super().wipe()

    @Slot(int)
    def showSpan(self, told: int) -> None:
        """Today, the week or the month."""
        if span := member(Span, told):
            self.side.act(lambda: self._read(span))

    @Slot()
    def printReport(self) -> None:
        """The week or month before on paper, without numbers under 5."""
        services, month = self.side.services, self._span is Span.MONTH
        self.side.run(
            lambda: services.report(month=month, exact=False),
            lambda report: self._print_jobs.print(services.papers.report(report)),
            lambda _: self._broke(self._span),
        )

    def _read(self, span: Span) -> None:
        self._span, self._lines, self._failed = span, None, False
        services = self.side.services
        today = services.today()

        def work() -> tuple[Text, tuple[CountLine, ...]]:
            if span is Span.TODAY:
                return day_of(today).title, lines_of_day(services.counts, today)
            report = services.report(month=span is Span.MONTH, exact=True)
            return report.period.title, report_lines(report)

        self.side.run(work, lambda read: self._was_read(span, *read), lambda _: self._broke(span))

    def _was_read(self, span: Span, period: Text, lines: tuple[CountLine, ...]) -> None:
        if span == self._span:
            self._period, self._lines = period, lines

    def _broke(self, span: Span) -> None:
        if span == self._span:
            self._failed = True
