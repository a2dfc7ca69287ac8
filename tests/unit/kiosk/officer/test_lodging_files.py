"""The file of a lodging list: columns of the content, texts only, closed where wanted; and the list on paper."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
import pyzipper

from kiosk.content.pack import Pack
from kiosk.filing.guests import GuestField
from kiosk.officer import lodging_words
from kiosk.officer.lodging.columns import FILE, ColumnValue, LodgingForm
from kiosk.officer.lodging.files import LodgingFiles, NoColumnsError
from kiosk.officer.papers import OfficerPapers
from kiosk.paths import assets
from kiosk.settings import read_settings
from tests.helpers.pages import text_of, words_outside
from tests.helpers.shipped import PACK
from tests.unit.kiosk.filing.filled import places
from tests.unit.kiosk.officer.test_lodging_list import family, typed

NOW = datetime(2026, 11, 30, 21, 15, tzinfo=UTC)
COMMUNE = read_settings(overrides=Path("/nowhere")).kiosk.commune
FILES = LodgingFiles(PACK, places, lambda: COMMUNE, lambda: NOW)
PASSPHRASE = "k7mw-x2hd-9cfa-p4tn"


def rows_of(content: bytes) -> list[list[str]]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [[cell.value or "" for cell in row] for row in book.worksheets[0].iter_rows()]


def test_the_columns_are_those_of_the_content_in_their_order() -> None:
    listed, _, _ = family()
    ((name, content),) = FILES.made(listed).items()
    form = FILES.form()
    assert form is not None
    assert name == "danh-sach-luu-tru-2026-11-30.xlsx"
    head, father, child = rows_of(content)
    assert head == [column.name.vi for column in form.columns]
    by_column = dict(zip((column.id for column in form.columns), father, strict=True))
    assert by_column[ColumnValue.NAME] == "Nguyễn Văn An"
    assert by_column[ColumnValue.NUMBER] == "040090012345", "no number loses its first zero"
    assert by_column[ColumnValue.PROVINCE] == "Tỉnh Nghệ An"
    assert by_column[ColumnValue.COMMUNE] == "Xã Vân Tụ"
    assert by_column[ColumnValue.ADDRESS] == "Xóm 5"
    assert (by_column[ColumnValue.ARRIVAL], by_column[ColumnValue.DEPARTURE]) == ("30/11/2026", "02/12/2026")
    assert dict(zip((column.id for column in form.columns), child, strict=True))[ColumnValue.GUARDIAN] == (
        "Nguyễn Văn An, 040090012345"
    )


def test_an_address_that_is_not_certain_is_written_whole_and_guessed_nowhere() -> None:
    listed, father, _ = family()
    listed = listed.put(father.given(GuestField.RESIDENCE, "Xóm 3, Bản Lạ, đâu đó"))
    ((_, content),) = FILES.made(listed).items()
    form = FILES.form()
    assert form is not None
    row = dict(zip((column.id for column in form.columns), rows_of(content)[1], strict=True))
    assert row[ColumnValue.ADDRESS] == "Xóm 3, Bản Lạ, đâu đó"
    assert row[ColumnValue.PROVINCE] == row[ColumnValue.COMMUNE] == ""


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("http://x","a")', "+84", "-1", "@SUM(A1)", "\t=1+1"])
def test_no_cell_is_ever_a_formula_or_a_link(text: str) -> None:
    listed, father, _ = family()
    for name in (GuestField.ROOM, GuestField.REASON, GuestField.WORKPLACE, GuestField.RESIDENCE):
        father = father.given(name, text)
    ((_, content),) = FILES.made(listed.put(father)).items()
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        sheets = b"".join(book.read(name) for name in book.namelist() if "worksheets" in name)
    assert b"<f>" not in sheets
    assert b"hyperlink" not in sheets
    types = {cell.data_type for row in openpyxl.load_workbook(io.BytesIO(content)).worksheets[0] for cell in row}
    assert types <= {"s", "n"}, "a cell without a text counts as n"


def test_the_second_sheet_says_where_from_when_and_that_the_columns_are_not_confirmed() -> None:
    listed, _, _ = family()
    ((_, content),) = FILES.made(listed).items()
    about = {
        row[0].value: row[1].value for row in openpyxl.load_workbook(io.BytesIO(content)).worksheets[1].iter_rows()
    }
    assert about["Xã, phường"] == COMMUNE.name.vi
    assert about["Lập lúc"] == "21:15 30/11/2026"
    assert "Chưa thấy mẫu nhập chính thức" in about["Về các cột"]
    assert "2.001159" in about["Nguồn của các cột"]


def test_with_a_passphrase_the_workbook_lies_in_a_closed_file() -> None:
    listed, _, _ = family()
    ((name, closed),) = FILES.made(listed, PASSPHRASE).items()
    assert name == "danh-sach-luu-tru-2026-11-30.zip"
    with pyzipper.AESZipFile(io.BytesIO(closed)) as box:
        inside = box.read("danh-sach-luu-tru-2026-11-30.xlsx", pwd=PASSPHRASE.encode())
    assert rows_of(inside)[1][0] == "Nguyễn Văn An"


def test_a_pack_without_the_columns_is_told_and_the_paper_still_comes(tmp_path: Path) -> None:
    files = LodgingFiles(Pack(tmp_path), places, lambda: COMMUNE, lambda: NOW)
    listed, _, _ = family()
    assert files.form() is None
    with pytest.raises(NoColumnsError):
        files.made(listed)
    (tmp_path / FILE).write_text("broken = [", encoding="utf-8")
    assert files.form() is None


def test_every_column_of_the_shipped_form_has_a_value_and_says_that_it_is_not_confirmed() -> None:
    form = PACK.file(FILE, LodgingForm)
    assert len({column.id for column in form.columns}) == len(form.columns) == len(ColumnValue)
    assert not form.is_confirmed
    assert form.doubt


def test_the_paper_has_everybody_with_the_child_under_the_adult_and_fits(tmp_path: Path) -> None:
    listed, _, _ = family()
    listed = listed.put(typed(listed, name="Lò Thị Pành", number="C1234567", departure=""))
    papers = OfficerPapers(lambda: COMMUNE, lambda: NOW, assets())
    pdf = papers.lodging(listed, lodging_words.NO_LAYOUT)
    text = text_of(pdf)
    assert [name in text for name in ("Nguyễn Văn An", "Đi cùng Nguyễn Văn An", "C1234567")] == [True] * 3
    assert text.count("Chưa thấy mẫu chính thức") == 1
    assert words_outside(pdf) == []
    assert "Chưa thấy mẫu" not in text_of(papers.lodging(listed, None))
