"""The report as one table of words, and that table as CSV, XLSX and plain text. The PDF is made of the same table."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Sequence
from dataclasses import astuple, dataclass

import xlsxwriter

from kiosk.counts.report import Report
from kiosk.i18n import Language, Text

COLUMNS = (
    Text("Mục", "Section"),
    Text("Nội dung", "Item"),
    Text("Mã", "Code"),
    Text("Kỳ này", "This period"),
    Text("Kỳ trước", "Before"),
    Text("Tăng giảm", "Change"),
)
_REPORT = Text("Báo cáo {period}", "Report, {period}")
NOTHING = Text("Không có số liệu", "No figures")

_EXACT = Text("CHỈ DÙNG TRONG ĐIỂM HỖ TRỢ: có số nhỏ hơn 5.", "FOR USE INSIDE THE HELP POINT: numbers below 5.")
_ONE_PC = Text(
    "CHỈ DÙNG TRONG ĐIỂM HỖ TRỢ: số của riêng máy này, không công bố cùng báo cáo của xã.",
    "FOR USE INSIDE THE HELP POINT: of this PC alone, not to be published beside the commune's report.",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is read, in every format."""

    section: str
    label: str
    code: str
    now: str
    before: str
    change: str


def kind_of(report: Report) -> Text:
    """The report by its period."""
    return _REPORT.filled(period=report.period.title)


def title_of(report: Report, language: Language) -> str:
    """What stands above the table."""
    return f"{kind_of(report).say(language)} · {report.scope.place.say(language)}"


def caution_of(report: Report) -> Text | None:
    """Why it is not for everybody: small numbers are in it, or can be had from it and the commune's (decision 29)."""
    if report.exact:
        return _EXACT
    return _ONE_PC if report.scope.one_pc else None


def lines_of(report: Report, language: Language) -> tuple[Line, ...]:
    """Every row of every section; a section without rows has one line that says so."""
    lines = []
    for section in report.sections:
        title = section.title.say(language)
        for row in section.rows:
            now, before = report.now(row), report.before(row)
            lines.append(Line(title, row.label.say(language), row.code, now, before, report.change(row)))
        if not section.rows:
            lines.append(Line(title, NOTHING.say(language), "", "", "", ""))
    return tuple(lines)


def as_csv(report: Report, language: Language) -> bytes:
    """UTF-8 with the mark that spreadsheet programs look for."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([column.say(language) for column in COLUMNS])
    writer.writerows(astuple(line) for line in lines_of(report, language))
    if caution := caution_of(report):
        writer.writerow([caution.say(language), *[""] * (len(COLUMNS) - 1)])
    return out.getvalue().encode("utf-8-sig")


def as_text(report: Report, language: Language) -> str:
    """For a terminal: one heading a section, columns aligned by what the letters take."""
    caution = caution_of(report)
    out = [title_of(report, language), *([caution.say(language)] if caution else [])]
    lines = lines_of(report, language)
    label = max((_width(line.label) for line in lines), default=0)
    code = max((_width(line.code) for line in lines), default=0)
    section = ""
    for line in lines:
        if line.section != section:
            section = line.section
            out += ["", f"== {section}"]
        numbers = f"{line.now:>9}{line.before:>9}{line.change:>9}"
        out.append(f"{_padded(line.label, label)}  {_padded(line.code, code)}{numbers}".rstrip())
    return "\n".join(out) + "\n"


def as_xlsx(report: Report, language: Language) -> bytes:
    """One sheet, numbers as numbers, a chart for each section that is drawn."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet(report.period.key)
    bold = book.add_format({"bold": True, "bottom": 1})
    sheet.write(0, 0, title_of(report, language), book.add_format({"bold": True, "font_size": 14}))
    if caution := caution_of(report):
        sheet.write(1, 0, caution.say(language), book.add_format({"bold": True}))
    for column, (text, width) in enumerate(zip(COLUMNS, (28, 60, 26, 12, 12, 12), strict=True)):
        sheet.set_column(column, column, width)
        sheet.write(2, column, text.say(language), bold)
    lines = lines_of(report, language)
    for number, line in enumerate(lines, start=3):
        for column, text in enumerate(astuple(line)):
            _write(sheet, number, column, text)
    sheet.freeze_panes(3, 0)
    _draw(book, sheet, report, language, lines)
    book.close()
    return out.getvalue()


def _write(sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, text: str) -> None:
    if column >= 3 and text.lstrip("+-").isdecimal():
        sheet.write_number(row, column, int(text))
    else:
        sheet.write_string(row, column, text)


def _draw(
    book: xlsxwriter.Workbook,
    sheet: xlsxwriter.worksheet.Worksheet,
    report: Report,
    language: Language,
    lines: Sequence[Line],
) -> None:
    top = 2
    for section in report.sections:
        title = section.title.say(language)
        rows = [number for number, line in enumerate(lines, start=3) if line.section == title]
        if not section.drawn or not rows:
            continue
        chart = book.add_chart({"type": "bar"})
        for column in (3, 4):
            chart.add_series(
                {
                    "name": COLUMNS[column].say(language),
                    "categories": [report.period.key, rows[0], 1, rows[-1], 1],
                    "values": [report.period.key, rows[0], column, rows[-1], column],
                }
            )
        chart.set_title({"name": title, "name_font": {"size": 11}})
        chart.set_y_axis({"reverse": True})
        sheet.insert_chart(top, 7, chart)
        top += 16


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))
