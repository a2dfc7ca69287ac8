"""The report: its numbers, what it hides, and that every format says the same."""

from __future__ import annotations

import csv
import io
import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from kiosk.counts import days, event_docs
from kiosk.counts.catalogue import NO_SUBJECT
from kiosk.counts.events import EventKind
from kiosk.counts.period import month_of, read_month, read_week, week_of
from kiosk.counts.report import Report, Row, Unit, figures_of
from kiosk.counts.report_sections import report_for
from kiosk.counts.report_table import Line, as_csv, as_text, as_xlsx, lines_of
from kiosk.counts.station_report import scope_of, station_report
from kiosk.counts.totals import Total
from kiosk.documents.report import report_paper
from kiosk.documents.typesetter import Typesetter
from kiosk.i18n import BOTH, Language, Text
from kiosk.settings import read_settings
from tests.helpers.counting import monday_morning, shipped_catalogue, store_in
from tests.helpers.pages import text_of, words_outside

COMMUNE = read_settings(overrides=Path("/none")).kiosk.commune
WEEK = read_week("2026-W47")
ROOT = Path(__file__).resolve().parents[4]


def busy_week(seed: int, *, rows: int = 150) -> list[Total]:
    """Two weeks of made-up totals."""
    chance = random.Random(seed)
    events = [event for event, _ in shipped_catalogue().pairs()]
    return [
        Total(day=day, kind=event.kind, subject=event.subject, count=chance.randint(1, 30))
        for day in (*WEEK.before.days, *WEEK.days)
        for event in chance.sample(events, rows)
    ]


def made(totals: list[Total], *, exact: bool = False) -> Report:
    """The report of those totals."""
    now = figures_of(total for total in totals if WEEK.first <= total.day <= WEEK.last)
    before = figures_of(total for total in totals if total.day < WEEK.first)
    scope = replace(scope_of(COMMUNE), one_pc=False)
    return report_for(WEEK, now, before, shipped_catalogue(), scope, made_on=date(2026, 11, 23), exact=exact)


def test_weeks_and_months_are_those_of_the_calendar() -> None:
    assert (WEEK.first, WEEK.last) == (date(2026, 11, 16), date(2026, 11, 22))
    assert week_of(date(2027, 1, 1)).key == "2026-W53"
    assert week_of(date(2027, 1, 4)).before.key == "2026-W53"
    assert month_of(date(2028, 2, 10)).last == date(2028, 2, 29)
    assert read_month("2026-01").before.key == "2025-12"


@pytest.mark.parametrize("text", ["2026-47", "2026-W54", "W47", "2026-W", ""])
def test_a_week_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        read_week(text)


@pytest.mark.parametrize("text", ["2026-13", "2026-00", "11/2026", ""])
def test_a_month_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        read_month(text)


def test_a_row_holds_the_sum_of_both_periods() -> None:
    totals = busy_week(1)
    for section in made(totals).sections:
        if section.key == "visits":
            row = section.rows[0]
    started = [total for total in totals if total.kind is EventKind.VISIT_STARTED]
    assert row.now == sum(total.count for total in started if total.day >= WEEK.first)
    assert row.before == sum(total.count for total in started if total.day < WEEK.first)


def test_small_numbers_of_people_are_hidden_and_so_is_the_difference() -> None:
    report = made([])
    row = Row(label=Text("", ""), now=4, before=9)
    assert (report.said(4, row), report.said(0, row), report.said(5, row), report.change(row)) == ("<5", "0", "5", "")
    inside = made([], exact=True)
    assert (inside.said(4, row), inside.change(row)) == ("4", "-5")


def test_numbers_of_devices_and_volunteers_are_not_hidden() -> None:
    report = made([])
    assert report.said(2, Row(label=Text("", ""), now=2, before=0, protected=False)) == "2"
    hours = Row(label=Text("", ""), now=450, before=90, unit=Unit.MINUTES, protected=False)
    assert (report.said(450, hours), report.change(hours)) == ("7,5", "+6,0")
    assert report.said(985, Row(label=Text("", ""), now=985, before=0, unit=Unit.PER_MILLE)) == "98,5%"


def test_where_people_get_stuck_is_ranked_and_named() -> None:
    totals = [
        Total(day=WEEK.first, kind=event.kind, subject=event.subject, count=count)
        for count, screen in ((6, "card"), (30, "question"), (11, "vneid-kich-hoat/otp"))
        for event in [shipped_catalogue().event(EventKind.GOT_STUCK, screen)]
    ]
    stuck = next(section for section in made(totals).sections if section.key == "stuck")
    assert [(row.code, row.now) for row in stuck.rows] == [("question", 30), ("vneid-kich-hoat/otp", 11), ("card", 6)]
    assert stuck.rows[0].label.vi == "Câu hỏi của tờ khai"


def test_device_uptime_is_the_share_of_looks_that_found_it_ready() -> None:
    looks = {"printer/ready": 197, "printer/broken": 2, "printer/attention": 1}
    totals = [
        Total(day=WEEK.first, kind=EventKind.DEVICE_CHECKED, subject=event.subject, count=count)
        for key, count in looks.items()
        for event in [shipped_catalogue().event(EventKind.DEVICE_CHECKED, key)]
    ]
    report = made(totals)
    devices = next(section for section in report.sections if section.key == "devices")
    assert [report.said(row.now, row) for row in devices.rows] == ["0,0%", "98,5%", "0,0%"]


def from_csv(content: bytes) -> list[Line]:
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    return [Line(*row) for row in rows[1:]]


def from_xlsx(content: bytes) -> list[Line]:
    """Numbers come back as numbers: a difference above zero has lost its sign."""
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    lines = []
    for row in sheet.iter_rows(min_row=4, max_col=6, values_only=True):
        change = f"{row[5]:+d}" if isinstance(row[5], int) and row[5] else row[5]
        lines.append(Line(*("" if cell is None else str(cell) for cell in (*row[:5], change))))
    return lines


def from_text(text: str) -> list[list[str]]:
    """Words of each line, without the headings."""
    return [line.split() for line in text.splitlines()[1:] if line and not line.startswith("== ")]


@pytest.mark.parametrize("language", BOTH, ids=lambda language: language.code)
@pytest.mark.parametrize(
    ("seed", "rows"),
    [(1, 0), (2, 20), (3, 150), (4, 60)],
    ids=["empty", "quiet", "busy", "usual"],
)
def test_all_formats_say_the_same(seed: int, rows: int, language: Language) -> None:
    report = made(busy_week(seed, rows=rows))
    lines = list(lines_of(report, language))
    assert from_csv(as_csv(report, language)) == lines
    assert from_xlsx(as_xlsx(report, language)) == lines
    words = [f"{x.label} {x.code} {x.now} {x.before} {x.change}".split() for x in lines]
    assert from_text(as_text(report, language)) == words
    paper = report_paper(Typesetter(), report, COMMUNE, language=language)
    assert 1 <= paper.pages <= 3
    printed = text_of(paper.pdf)
    at = 0
    for line in words:
        at = found_from(printed, line, at)
    assert words_outside(paper.pdf) == []


def found_from(printed: str, words: list[str], at: int) -> int:
    """Where those words stand next to each other after `at`; a code may be broken by a hyphen at the line's end."""
    plain = printed.replace(" ", "")
    found = plain.find("".join(words), at)
    assert found >= at, words
    return found + 1


def test_the_report_of_a_store_has_closed_and_open_days_and_typed_hours(tmp_path: Path) -> None:
    clock = monday_morning()
    store = store_in(tmp_path, clock)
    for _ in range(7):
        store.count(EventKind.VISIT_STARTED)
    store.close_today()
    clock.turn(days=1)
    store.count(EventKind.VISIT_STARTED)
    days.enter(store.connection, clock().date(), {EventKind.VOLUNTEERS: 3, EventKind.VOLUNTEER_MINUTES: 90})
    report = station_report(store, week_of(clock().date()), COMMUNE, made_on=clock().date(), exact=True)
    shown = {(line.section, line.label): line.now for line in lines_of(report, Language.VI)}
    assert shown["Lượt phục vụ", "Lượt bắt đầu"] == "8"
    assert shown["Theo khung giờ", "8–10 giờ"] == "8"
    assert shown["Lượt theo ngày trong tuần", "Thứ Hai"] == "7"
    assert shown["Tình nguyện viên", "Số giờ trực"] == "1,5"
    store.close()


def test_the_documentation_of_events_is_what_the_command_writes() -> None:
    written = (ROOT / "docs" / "events.md").read_text(encoding="utf-8")
    assert written == event_docs.page(shipped_catalogue()), "run ./station kiosk counts events --out docs/events.md"


def test_a_kind_without_subject_is_no_subject() -> None:
    assert shipped_catalogue().event(EventKind.VISIT_STARTED).subject == NO_SUBJECT
