"""The sections of the report, in their order. Long lists are ranked and cut; what is cut is summed in a last row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from devices.status import DeviceFamily
from kiosk.counts.catalogue import CountCatalogue, stored
from kiosk.counts.disclosure import PLACE, Cell, withheld_of
from kiosk.counts.events import Band, EventKind, Length
from kiosk.counts.kinds import MEANINGS
from kiosk.counts.period import WEEKDAYS, Period
from kiosk.counts.report import FEW, Figures, Report, ReportSection, Row, Scope, Unit
from kiosk.counts.subject_words import DEVICES
from kiosk.i18n import Text

_TROUBLES = (EventKind.DEVICE_TROUBLE, EventKind.PRINT_TROUBLE, EventKind.SCAN_FAILED, EventKind.COUNTING_TROUBLE)
_PLAIN = frozenset({EventKind.VISIT_BAND, EventKind.VISIT_LENGTH, EventKind.ACCESSIBILITY_USED})
"""Kinds whose subjects need no code beside their words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The figures of a period and of the one before, with the catalogue that names them."""

    now: Figures
    before: Figures
    catalogue: CountCatalogue
    withheld_now: frozenset[Cell] = frozenset()
    withheld_before: frozenset[Cell] = frozenset()
    place: str = PLACE

    def row(self, kind: EventKind) -> Row:
        """One row for a kind as a whole."""
        meaning = MEANINGS[kind]
        return Row(
            label=meaning.text,
            now=self.now.sum(kind),
            before=self.before.sum(kind),
            protected=meaning.about_visitors,
            withheld_now=(self.place, kind) in self.withheld_now,
            withheld_before=(self.place, kind) in self.withheld_before,
        )

    def subject_row(self, kind: EventKind, subject: str) -> Row:
        """The counts of `subject` now and before, under the name that the catalogue has for it."""
        pair = (kind, stored(subject))
        said = self.catalogue.said(*pair)
        return Row(
            label=said.text,
            code=said.code or ("" if kind in _PLAIN else subject),
            now=self.now.sums.get(pair, 0),
            before=self.before.sums.get(pair, 0),
            protected=MEANINGS[kind].about_visitors,
            withheld_now=(self.place, kind, subject) in self.withheld_now,
            withheld_before=(self.place, kind, subject) in self.withheld_before,
        )

    def ranked(self, kinds: Sequence[EventKind], most: int) -> tuple[Row, ...]:
        """The subjects of one kind or several, the most frequent first."""
        rows = [self.subject_row(kind, key) for kind in kinds for key in {*self.now.of(kind), *self.before.of(kind)}]
        rows.sort(key=lambda row: (-row.now, -row.before, row.code, row.label.vi))
        rest = rows[most:]
        return (*rows[:most], _rest(rest)) if rest else tuple(rows)

    def fixed(self, kind: EventKind, subjects: tuple[str, ...]) -> tuple[Row, ...]:
        """The subjects of a kind in their own order, those without a number too."""
        return tuple(self.subject_row(kind, subject) for subject in subjects)


def _rest(rows: Sequence[Row]) -> Row:
    """The sum of what was cut, told only where each of its parts may be: reports of other periods cut elsewhere."""
    return Row(
        label=Text("Còn lại ({number} mục)", "The rest ({number})").filled(number=len(rows)),
        now=sum(row.now for row in rows),
        before=sum(row.before for row in rows),
        protected=any(row.protected for row in rows),
        withheld_now=any(row.withheld_now or (row.protected and 0 < row.now < FEW) for row in rows),
        withheld_before=any(row.withheld_before or (row.protected and 0 < row.before < FEW) for row in rows),
    )


def report_for(
    period: Period,
    now: Figures,
    before: Figures,
    catalogue: CountCatalogue,
    scope: Scope,
    *,
    made_on: date,
    exact: bool = False,
    withheld: tuple[frozenset[Cell], frozenset[Cell]] | None = None,
    place: str = PLACE,
) -> Report:
    """The report of a period against the one before it; `exact` numbers are for inside the station only. `withheld`,
    of this period and the one before, where reports of several places are handed out beside each other; else of these
    alone."""
    unsaid_now, unsaid_before = withheld or (withheld_of(now, place), withheld_of(before, place))
    both = Compared(
        now=now,
        before=before,
        catalogue=catalogue,
        withheld_now=unsaid_now,
        withheld_before=unsaid_before,
        place=place,
    )
    sections = sections_of(both)
    return Report(period=period, scope=scope, made_on=made_on, exact=exact, sections=sections)


def sections_of(both: Compared) -> tuple[ReportSection, ...]:
    """Every section, also those with nothing in them: a reader must see that nothing happened."""
    kinds = EventKind
    visits = (kinds.VISIT_STARTED, kinds.VISIT_FINISHED, kinds.VISIT_LEFT, kinds.VISIT_TIMED_OUT,
              kinds.LANGUAGE_ENGLISH, kinds.CONSENT_GIVEN, kinds.CONSENT_REFUSED, kinds.CARD_READ, kinds.CARD_FAILED,
              kinds.SCAN_FINISHED, kinds.SEARCH_EMPTY, kinds.HELP_CALLED)  # fmt: skip
    papers = (kinds.FORM_STARTED, kinds.FORM_FINISHED, kinds.FORM_PRINTED, kinds.LEAFLET_PRINTED, kinds.SLIP_PRINTED)
    return (
        _section("visits", "Lượt phục vụ", "Visits", tuple(both.row(kind) for kind in visits)),
        _by_day(both),
        _drawn(
            "bands", "Theo khung giờ", "By time of day", both.fixed(kinds.VISIT_BAND, tuple(b.value for b in Band))
        ),
        _drawn(
            "lengths",
            "Theo thời gian dùng",
            "By length",
            both.fixed(kinds.VISIT_LENGTH, tuple(e.value for e in Length)),
        ),
        _section("services", "Thủ tục được hỏi", "Services asked for", both.ranked((kinds.PROCEDURE_VIEWED,), 12)),
        _section("papers", "Giấy tờ", "Papers", tuple(both.row(kind) for kind in papers)),
        _section("forms", "Tờ khai đã in", "Forms printed", both.ranked((kinds.FORM_PRINTED,), 8)),
        _section("leaflets", "Tờ hướng dẫn đã in", "Leaflets printed", both.ranked((kinds.LEAFLET_PRINTED,), 8)),
        _section(
            "vneid-steps", "VNeID: bước đã tới", "VNeID: steps reached", both.ranked((kinds.VNEID_STEP_REACHED,), 8)
        ),
        _section("vneid-problems", "VNeID: vấn đề", "VNeID: problems", both.ranked((kinds.VNEID_PROBLEM_CHOSEN,), 8)),
        _section("stuck", "Nơi người dân bị vướng", "Where people get stuck", both.ranked((kinds.GOT_STUCK,), 10)),
        _section("card-errors", "Lỗi đọc thẻ", "Card reading errors", both.ranked((kinds.CARD_FAILED,), 6)),
        _section("aids", "Tiện ích trợ giúp", "Accessibility aids", both.ranked((kinds.ACCESSIBILITY_USED,), 6)),
        _section(
            "devices",
            "Thiết bị dùng được",
            "DeviceFamily uptime",
            tuple(_uptime(both, device) for device in DeviceFamily),
        ),
        _section("troubles", "Thiết bị trục trặc", "DeviceFamily troubles", both.ranked(_TROUBLES, 10)),
        _section("volunteers", "Tình nguyện viên", "Volunteers", _volunteers(both)),
    )


def _section(key: str, vi: str, en: str, rows: tuple[Row, ...]) -> ReportSection:
    return ReportSection(key=key, title=Text(vi, en), rows=rows)


def _drawn(key: str, vi: str, en: str, rows: tuple[Row, ...]) -> ReportSection:
    return ReportSection(key=key, title=Text(vi, en), rows=rows, drawn=True)


def _by_day(both: Compared) -> ReportSection:
    """Weekdays, in a month too: one line for each day of the week keeps the table short."""
    rows = [
        Row(
            label=name,
            now=sum(count for day, count in both.now.visits.items() if day.isoweekday() == number),
            before=sum(count for day, count in both.before.visits.items() if day.isoweekday() == number),
            withheld_now=(both.place, number) in both.withheld_now,
            withheld_before=(both.place, number) in both.withheld_before,
        )
        for number, name in enumerate(WEEKDAYS, start=1)
    ]
    return _drawn("weekdays", "Lượt theo ngày trong tuần", "Visits by day of the week", tuple(rows))


def _uptime(both: Compared, device: DeviceFamily) -> Row:
    return Row(
        label=DEVICES[device],
        now=_per_mille(both.now, device),
        before=_per_mille(both.before, device),
        unit=Unit.PER_MILLE,
        protected=False,
    )


def _per_mille(figures: Figures, device: DeviceFamily) -> int:
    """How often the device was ready when it was looked at; 0 when it never was looked at."""
    looks = {
        key: count for key, count in figures.of(EventKind.DEVICE_CHECKED).items() if key.startswith(device.value)
    }
    ready = looks.get(f"{device.value}/ready", 0)
    return round(1000 * ready / sum(looks.values())) if looks else 0


def _volunteers(both: Compared) -> tuple[Row, ...]:
    minutes = EventKind.VOLUNTEER_MINUTES
    hours = Row(
        label=Text("Số giờ trực", "Hours on duty"),
        now=both.now.sum(minutes),
        before=both.before.sum(minutes),
        unit=Unit.MINUTES,
        protected=False,
    )
    return (both.row(EventKind.VOLUNTEERS), hours)
