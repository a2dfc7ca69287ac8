"""The copy of a workbook looks as the officer's own; one that cannot be kept so is copied plainly, and says so."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.table import Table as Named

from kiosk.officer.roster.copying import Added, MadeCopy, copy_of
from kiosk.officer.roster.tables import table_of

HEADINGS = ("Kết quả", "Khác", "Ngày")
ROWS = 6


def workbook() -> bytes:
    """A title over merged cells, a table with fonts and a formula, a second sheet, a comment."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Danh sách & sổ"
    sheet.append(["DANH SÁCH HƯỞNG CHẾ ĐỘ"])
    sheet.merge_cells("A1:D1")
    sheet.append(["Họ và tên", "Ngày sinh", "Tiền", "Cộng"])
    for number in range(ROWS):
        sheet.append([f"Người <{number}>", date(1990, 2, number + 1), number * 10, f"=C{number + 3}*2"])
    for place in ("A2", "B2", "C2", "D2"):
        sheet[place].font = Font(name="Times New Roman", size=14, bold=True)
        sheet[place].fill = PatternFill("solid", fgColor="FFFFCC00")
    sheet["E4"].fill = PatternFill("solid", fgColor="FF00FF00")  # blank, where a column comes
    sheet["H4"] = None
    sheet["H4"].fill = PatternFill("solid", fgColor="FF0000FF")
    sheet["A3"].comment = Comment("xem lại", "cán bộ")
    sheet.column_dimensions["A"].width = 41
    sheet.add_table(Named(displayName="Bang", ref=f"A2:D{ROWS + 2}"))
    other = book.create_sheet("Ghi chú")
    other["B2"] = "giữ lại"
    other["B3"] = "=1+1"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def changed(
    data: bytes, *, put: dict[str, bytes] | None = None, replace: tuple[str, bytes, bytes] | None = None
) -> bytes:
    """The archive with further parts, or with other words in one."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            if replace and part.filename == replace[0]:
                assert replace[1] in content
                content = content.replace(replace[1], replace[2])
            new.writestr(part.filename, content)
        for name, content in (put or {}).items():
            new.writestr(name, content)
    return made.getvalue()


def copied(data: bytes) -> MadeCopy:
    added = {3: Added(outcome="Khớp", details="=1+1 & <x>", day="30/11/2026")}
    return copy_of(data, table_of(data), 1, HEADINGS, added)


SHEET = "xl/worksheets/sheet1.xml"


def test_fonts_widths_merged_cells_comments_tables_and_other_sheets_stay() -> None:
    made = copied(workbook())
    assert made.looks_the_same
    book = openpyxl.load_workbook(io.BytesIO(made.data))
    sheet = book["Danh sách & sổ"]
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A1:D1"]
    assert sheet["A2"].font.name == "Times New Roman"
    assert sheet["E2"].value == "Kết quả"
    assert sheet["E2"].font.b, "a new heading looks as its neighbour"
    born = datetime.fromisoformat("1990-02-02")
    assert [cell.value for cell in sheet[4]][:7] == [
        "Người <1>", born, 10, None, "Khớp", "=1+1 & <x>", "30/11/2026"
    ]  # fmt: skip
    assert sheet["H4"].fill.fgColor.rgb == "FF0000FF"
    assert sheet.column_dimensions["A"].width == 41
    assert sheet.column_dimensions["E"].width > 20
    assert sheet["A3"].comment is not None
    assert sheet["A3"].comment.text == "xem lại"
    assert list(sheet.tables) == ["Bang"]
    assert book["Ghi chú"]["B2"].value == "giữ lại"


def test_no_formula_of_any_sheet_goes_along_and_its_last_result_does() -> None:
    xml = zipfile.ZipFile(io.BytesIO(workbook())).read(SHEET)
    (without,) = re.findall(rb"<f>C4\*2</f><v ?(?:/>|></v>)", xml)
    data = changed(workbook(), replace=(SHEET, without, b"<f>C4*2</f><v>20</v>"))
    made = copied(data)
    assert made.looks_the_same
    with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
        for name in archive.namelist():
            assert b"<f>" not in archive.read(name)
            assert "calcChain" not in name
    assert openpyxl.load_workbook(io.BytesIO(made.data))["Danh sách & sổ"]["D4"].value == 20


def with_prefix() -> bytes:
    """As the Open XML SDK writes it: every element of the sheet with a prefix of its name space."""
    xml = zipfile.ZipFile(io.BytesIO(workbook())).read(SHEET)
    prefixed = re.sub(rb"<(/?)(?=[a-zA-Z])", rb"<\1x:", xml).replace(b"xmlns=", b"xmlns:x=")
    return changed(workbook(), replace=(SHEET, xml, prefixed))


def test_a_sheet_whose_elements_have_a_prefix_is_understood() -> None:
    made = copied(with_prefix())
    assert made.looks_the_same
    rows = list(table_of(made.data).rows)
    assert list(rows[3][4:]) == ["Khớp", "=1+1 & <x>", "30/11/2026"]


XML = zipfile.ZipFile(io.BytesIO(workbook())).read(SHEET)
FORMULA_BY_NAME = b"<definedNames><definedName name='x'>cmd|' /C calc'!A0</definedName></definedNames>"
NOT_KEPT = {
    "links to other workbooks": changed(workbook(), put={"xl/externalLinks/externalLink1.xml": b"<externalLink/>"}),
    "a connection": changed(workbook(), put={"xl/connections.xml": b"<connections/>"}),
    "an embedded object": changed(workbook(), put={"xl/embeddings/oleObject1.bin": b"x"}),
    "rows without places": changed(workbook(), replace=(SHEET, b'<row r="4"', b"<row")),
    "cells without places": changed(workbook(), replace=(SHEET, b'<c r="B4"', b"<c")),
    "a row inside a comment": changed(
        workbook(), replace=(SHEET, b"<sheetData>", b'<sheetData><!--<row r="4">-->')
    ),
    "a name that is a formula": changed(
        workbook(), replace=("xl/workbook.xml", b"</sheets>", b"</sheets>" + FORMULA_BY_NAME)
    ),
}  # fmt: skip


@pytest.mark.parametrize("data", NOT_KEPT.values(), ids=NOT_KEPT)
def test_what_could_fetch_something_or_is_written_otherwise_is_copied_plainly(data: bytes) -> None:
    made = copied(data)
    assert not made.looks_the_same
    sheet = openpyxl.load_workbook(io.BytesIO(made.data)).active
    assert sheet is not None
    assert sheet["A4"].value == "Người <1>"
    assert {sheet["E4"].value, sheet["F4"].value} == {"Khớp", "=1+1 & <x>"}
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d", "inlineStr"}


def test_a_plain_copy_has_days_times_numbers_and_texts_as_they_were() -> None:
    made = copied("Họ và tên;Ngày sinh\nAn;1990\n\nBình;=1+1\n".encode())
    assert not made.looks_the_same
    sheet = openpyxl.load_workbook(io.BytesIO(made.data)).active
    assert sheet is not None
    assert [cell.value for cell in sheet[4]] == ["Bình", "=1+1", "Khớp", "=1+1 & <x>", "30/11/2026"]
    assert {cell.data_type for cell in sheet[4]} == {"s"}
