"""The weekly or monthly report on paper: one to three A4 pages, laid out as an office report, with small bars.

Decree 30/2020/NĐ-CP, annex I gives the head (issuing body on the left, country on the right), place and date, and the
signature block. The numbers are those of `kiosk.counts.report_table`, word for word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from kiosk.counts.period import MONTHS
from kiosk.counts.report import HIDDEN, WITHHELD, Report, ReportSection, Row
from kiosk.counts.report_table import COLUMNS, NOTHING, Line, caution_of, lines_of
from kiosk.documents.typesetter import TypesetDocument, Typesetter
from kiosk.documents.wording import PAGE, day
from kiosk.i18n import Language, Text
from kiosk.settings import CommuneSettings

TITLE = Text("BÁO CÁO", "REPORT")
SUBTITLE = Text(
    "Hoạt động của điểm hỗ trợ dịch vụ công, {period}",
    "Work of the public service help point, {period}",
)
SPAN = Text("Từ {first} đến {last}. Kỳ trước: {before}.", "From {first} to {last}. Before: {before}.")
STATIONS = Text("Số máy có số liệu: {number}.", "PCs with figures: {number}.")
HIDDEN_NOTE = Text(
    "“<5”: ít hơn 5 lượt, không ghi số cụ thể để không lộ ai đã đến. “*”: không ghi, để không tính ngược ra số nhỏ.",
    "“<5”: fewer than 5; the exact number is not given, so that nobody can be recognised. “*”: not given, so that no"
    " small number can be worked out.",
)
BARS_NOTE = Text("Thanh đậm: kỳ này. Thanh nhạt: kỳ trước.", "Dark bar: this period. Light bar: before.")
ANONYMOUS = Text(
    "Máy chỉ đếm lượt, không ghi ai đã đến. Mẫu báo cáo tự soạn, chưa có mẫu chính thức.",
    "The station counts without knowing anyone. No official template is known; this one is our own.",
)
PLACED = Text(
    "{commune}, ngày {day:02} tháng {month:02} năm {year}",
    "{commune}, {day} {name} {year}",
)
SIGNERS = (Text("NGƯỜI LẬP BÁO CÁO", "PREPARED BY"), Text("NGƯỜI PHỤ TRÁCH", "IN CHARGE"))


def report_paper(
    typesetter: Typesetter, report: Report, commune: CommuneSettings, *, language: Language = Language.VI
) -> TypesetDocument:
    """The PDF. `commune` gives the words of the head."""
    period = report.period
    span = SPAN.say(language).format(
        first=day(period.first), last=day(period.last), before=period.before.title.say(language)
    )
    lines = iter(lines_of(report, language))
    data: dict[str, object] = {
        "language": language.code,
        "above": commune.name.say(language).upper(),
        "office": report.scope.office.say(language).upper(),
        "title": TITLE.say(language),
        "subtitle": SUBTITLE.say(language).format(period=period.title.say(language)),
        "place": report.scope.place.say(language),
        "placed": _placed(report, commune, language),
        "span": f"{span} {STATIONS.say(language).format(number=report.scope.stations)}",
        "columns": [column.say(language) for column in COLUMNS[1:]],
        "sections": [_section(report, section, lines, language) for section in report.sections],
        "caution": caution.say(language) if (caution := caution_of(report)) else "",
        "notes": [note.say(language) for note in (*(() if report.exact else (HIDDEN_NOTE,)), BARS_NOTE, ANONYMOUS)],
        "signers": [signer.say(language) for signer in SIGNERS],
        "page_word": PAGE.say(language),
        "specimen": False,
        "specimen_words": "",
    }
    return typesetter.typeset("report", data, printed_on=report.made_on)


def _placed(report: Report, commune: CommuneSettings, language: Language) -> str:
    made = report.made_on
    gaps = {"day": made.day, "month": made.month, "name": MONTHS[made.month - 1], "year": made.year}
    return PLACED.filled(commune=commune.name, **gaps).say(language)


def _section(report: Report, section: ReportSection, lines: Iterator[Line], language: Language) -> dict[str, object]:
    taken = [next(lines) for _ in section.rows or (None,)]
    return {
        "title": section.title.say(language),
        "rows": [asdict(line) for line in taken] if section.rows else [],
        "nothing": NOTHING.say(language),
        "bars": [_bars(report, section, row) for row in section.rows] if section.drawn else [],
    }


def _bars(report: Report, section: ReportSection, row: Row) -> list[float]:
    """This period's and the period before's share of the longest bar; a hidden number has no bar."""
    shown = [number for each in section.rows for number in (each.now, each.before)]
    longest = max([*shown, 1])
    return [
        number / longest if said.lstrip("0") not in ("", HIDDEN, WITHHELD) else 0.0
        for number, said in ((row.now, report.now(row)), (row.before, report.before(row)))
    ]
