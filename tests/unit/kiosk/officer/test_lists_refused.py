"""A file that is broken, locked, armed or far too large ends as a sentence, before anything of it is held."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import cache

import openpyxl
import pytest

from kiosk.errors import failure_book
from kiosk.officer.roster.refusals import ListRefusedError, ListTooLargeError
from kiosk.officer.roster.tables import table_of

SHEET = "xl/worksheets/sheet1.xml"


def workbook(*rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows or (("Họ và tên", "Ngày sinh"), ("Nguyễn Văn An", "1990")):
        assert book.active is not None
        book.active.append(row)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def with_part(name: str, content: bytes, *, data: bytes | None = None) -> bytes:
    """The same workbook with one part more, or another one under its name."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data or workbook())) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part.filename, old.read(part))
        new.writestr(name, content)
    return made.getvalue()


def one_cell_at(place: str, row: int) -> bytes:
    xml = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        f'<row r="{row}"><c r="{place}" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>'
    )
    return with_part(SHEET, xml.encode())


def other_archive(part: str) -> bytes:
    """A document of another kind, which is a zip too."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(part, b"<x/>")
    return made.getvalue()


def compound(kind: str) -> bytes:
    return bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600 + kind.encode("utf-16-le") + b"\0" * 600


def sheet_of(rows: str, after: str = "", *, part: str = SHEET, data: bytes | None = None) -> bytes:
    """A workbook whose sheet has two plain rows and these."""
    plain = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="B{n}"><v>2</v></c></row>' for n in (1, 2))
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    xml = f'<worksheet xmlns="{space}"><sheetData>{plain}{rows}</sheetData>{after}</worksheet>'
    return with_part(part, xml.encode(), data=data)


def sheet_elsewhere(rows: str) -> bytes:
    """Its sheet does not lie where sheets lie."""
    ways = "xl/_rels/workbook.xml.rels"
    with zipfile.ZipFile(io.BytesIO(workbook())) as made:
        content = made.read(ways).replace(b"worksheets/sheet1.xml", b"media/image1.png")
    return sheet_of(rows, part="xl/media/image1.png", data=with_part(ways, content))


FAR = {
    "single quotes": "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
    "a line's end before it": '<row\nr="1048576"><c\nr="XFD1048576"><v>1</v></c></row>',
    "room around the sign": '<row r ="1048576"><c r = "XFD1048576"><v>1</v></c></row>',
    "more room than is looked at": f'<row r="3"><c r{" " * 300_000}="XFD1048576"><v>1</v></c></row>',
    "room behind the sign": f'<row r="3"><c r={" " * 300_000}"XFD1048576"><v>1</v></c></row>',
    "small letters": '<row r="3"><c r="xfd99999"><v>1</v></c></row>',
    "only the cell is far": '<row r="3"><c r="GZ1048576"><v>1</v></c></row>',
    "zeros before it": '<row r="3"><c r="GZ000001048576"><v>1</v></c></row>',
    "many zeros before it": f'<row r="3"><c r="GZ{"0" * 300_000}1048576"><v>1</v></c></row>',
    "a row of fourteen digits": '<row r="99999999999999"><c><v>1</v></c></row>',
    "a row of six digits": '<row r="200051"><c r="A200051"><v>1</v></c></row>',
}


@pytest.mark.parametrize("rows", FAR.values(), ids=FAR)
@pytest.mark.parametrize("make", [sheet_of, sheet_elsewhere])
def test_a_cell_far_away_is_found_however_it_is_written(make: Callable[[str], bytes], rows: str) -> None:
    with pytest.raises(ListTooLargeError):
        table_of(make(rows))


def test_merged_areas_are_bound_by_the_rows_that_are_there() -> None:
    far = sheet_of("", '<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="C9:A1"/></mergeCells>')
    table = table_of(far)
    assert table.merged == [(0, 0, 1, 199)]
    assert [len(row) for row in table.read()] == [200, 200]
    over = sheet_of("", "<mergeCells>" + '<mergeCell ref="A1:GZ20000"/>' * 420_000 + "</mergeCells>")
    with pytest.raises(ListTooLargeError):
        table_of(over)


@pytest.mark.parametrize("empty", [0, 3])
def test_a_list_has_as_many_rows_as_its_last_one_says(empty: int) -> None:
    table = table_of(workbook(*[()] * empty, ("Họ và tên", "Ngày sinh"), ("Nguyễn Văn An", "1990")))
    assert len(table.rows) == empty + 2 == len(list(table.read()))


@cache
def bomb() -> bytes:
    """A workbook whose sheet is 30 MB of nothing."""
    return with_part(SHEET, b"<worksheet><sheetData>" + b" " * 30_000_000 + b"</sheetData></worksheet>")


REFUSED: list[tuple[str, bytes | Callable[[], bytes]]] = [
    ("roster.broken", workbook()[:-200]),
    ("roster.broken", b"PK\x03\x04" + b"\0" * 50),
    ("roster.broken", with_part(SHEET, b"<worksheet><sheetData><row><c")),
    ("roster.broken", b"\0\1\2\3" * 20),
    ("roster.password", compound("EncryptedPackage")),
    ("roster.old-format", compound("Workbook")),
    ("roster.macros", with_part("xl/vbaProject.bin", b"macro")),
    ("roster.too-large", bomb),
    ("roster.too-large", one_cell_at("A1048576", 1_048_576)),
    ("roster.too-large", one_cell_at("XFD1", 1)),
    ("roster.too-large", "\n".join("a;b" for _ in range(200_060)).encode()),
    ("roster.empty", b"\n\n;;\n"),
    ("roster.empty", b""),
    ("roster.old-format", b"<html><meta charset=utf-8><table><tr><td>Nguyen Van An</td></tr></table></html>"),
    ("roster.old-format", b'\xef\xbb\xbf<?xml version="1.0"?><Workbook/>'),
    ("roster.old-format", other_archive("content.xml")),
    ("roster.old-format", other_archive("word/document.xml")),
    ("roster.old-format", other_archive("xl/workbook.bin")),
    ("roster.macros", with_part("xl/macrosheets/sheet1.xml", b"<x/>")),
    ("roster.broken", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"),
    ("roster.broken", bytes(range(1, 32)) * 50),
    ("roster.broken", 'Họ và tên;Năm sinh\n"Nguyễn Văn An;1990\nTrần Văn Bình;1991\n'.encode()),
    ("roster.broken", "Họ tên".encode("utf-16-le")[:-1]),
]


@pytest.mark.parametrize(("code", "data"), REFUSED, ids=lambda value: getattr(value, "__name__", str(value)[:24]))
def test_it_is_refused_with_its_own_sentence(code: str, data: bytes | Callable[[], bytes]) -> None:
    with pytest.raises(ListRefusedError) as refused:
        table_of(data if isinstance(data, bytes) else data())
    assert refused.value.code == code
    assert code in failure_book()


def test_entities_that_multiply_are_not_unfolded() -> None:
    lol = b'<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    xml = lol + (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
        b'<c r="A1" t="inlineStr"><is><t>x&b;</t></is></c></row></sheetData></worksheet>'
    )
    try:
        table = table_of(with_part(SHEET, xml))
    except ListRefusedError:
        return
    assert "haha" not in str(list(table.rows))


def test_a_formula_gives_its_last_result_and_is_never_run() -> None:
    table = table_of(workbook(("Họ và tên", "x"), ("Nguyễn Văn An", '=HYPERLINK("http://x","An")')))
    assert "=" not in str(list(table.rows))
