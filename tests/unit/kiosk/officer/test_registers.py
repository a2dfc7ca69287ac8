"""Register scans without a window: what may be typed, how files are named, what the stick and the list have."""

from __future__ import annotations

import gc
import io
import tracemalloc
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.errors import StickAbsentError, StickFullError, StickReadOnlyError
from devices.stick.simulator import SimulatedPort, SimulatedStick
from kiosk.content.pack import Pack
from kiosk.officer.registers import words
from kiosk.officer.registers.book_list import ListedRecord, book_list
from kiosk.officer.registers.entry import (
    EntryFault,
    IndexField,
    Oddity,
    RegisterEntry,
    differing,
    entry_of,
    fault_of,
    oddities,
    tidied,
)
from kiosk.officer.registers.kinds import NamingRule, Registers, faults_of, read_registers
from kiosk.officer.registers.naming import file_name
from kiosk.officer.registers.sitting import BesideFiles, Sitting, with_list, with_record
from tests.helpers.days import TODAY
from tests.helpers.sources import ROOT

REGISTERS = read_registers(Pack(ROOT / "assets" / "content"))
BESIDE = BesideFiles(name="danh-sach.xlsx", headings=tuple(text.vi for text in words.HEADINGS))


def entry(**changes: str) -> RegisterEntry:
    fields = {"kind": "KS", "book": "01", "page": "12", "number": "12", "year": "2005", "name": "Lò Thị Mẫu"}
    return RegisterEntry(**{**fields, **changes})


@pytest.mark.parametrize(
    ("asked", "text", "fault"),
    [
        (IndexField.BOOK, " 01 / 2005 ", None),
        (IndexField.BOOK, "2a", None),
        (IndexField.BOOK, "bìa", EntryFault.NO_BOOK),
        (IndexField.BOOK, "=1+1", EntryFault.NO_BOOK),
        (IndexField.PAGE, "0", EntryFault.NO_NUMBER),
        (IndexField.PAGE, "-3", EntryFault.NO_NUMBER),
        (IndexField.PAGE, "²", EntryFault.NO_NUMBER),
        (IndexField.PAGE, "2001", EntryFault.TOO_LARGE),
        (IndexField.NUMBER, "12a", None),
        (IndexField.NUMBER, "000", EntryFault.NO_NUMBER),
        (IndexField.NUMBER, "A12", EntryFault.NO_NUMBER),
        (IndexField.YEAR, "2027", EntryFault.YEAR_TO_COME),
        (IndexField.YEAR, "205", EntryFault.YEAR_TOO_OLD),
        (IndexField.YEAR, "2026", None),
        (IndexField.NAME, "H'Hen Niê", None),
        (IndexField.NAME, "Đặng Văn Mẫu, Hồ Thị Mẫu", None),
        (IndexField.NAME, "Mẫu", EntryFault.NO_NAME),
        (IndexField.NAME, "Lò 2", EntryFault.NO_NAME),
        (IndexField.NAME, '=HYPERLINK("x")', EntryFault.NO_NAME),
        *((each, "  ", EntryFault.EMPTY) for each in IndexField),
    ],
)
def test_what_cannot_be_is_refused_where_it_is_typed(asked: IndexField, text: str, fault: EntryFault | None) -> None:
    assert fault_of(asked, text, 2026) is fault


def test_two_ways_of_writing_one_thing_are_no_difference_and_everything_else_is() -> None:
    first = {
        IndexField.BOOK: "01/2005",
        IndexField.PAGE: "012",
        IndexField.NUMBER: "12a",
        IndexField.YEAR: "2005",
        IndexField.NAME: "Trần Thị Hòa",
    }
    same = {
        IndexField.BOOK: "1 / 2005",
        IndexField.PAGE: "12",
        IndexField.NUMBER: "12A",
        IndexField.YEAR: "2005",
        IndexField.NAME: "TRẦN THỊ  HOÀ",
    }
    assert differing(first, same) == ()
    for field in IndexField:
        assert differing(first, {**same, field: same[field] + "1"}) == (field,)
    assert differing(first, {**same, IndexField.NAME: "Trần Thị Hoa"}) == (IndexField.NAME,)
    assert entry_of("KS", first) == entry(book="01/2005", number="12A", name="Trần Thị Hòa")


@pytest.mark.parametrize(
    ("made", "oddity"),
    [
        (entry(year="1944"), Oddity.OLD_YEAR),
        (entry(book="01/2004"), Oddity.BOOK_OF_OTHER_YEAR),
        (entry(number="3001A"), Oddity.LARGE_NUMBER),
        (entry(page="401"), Oddity.LARGE_PAGE),
        (entry(name="Lò Thị Hòang"), Oddity.NAME_IN_DOUBT),
    ],
)
def test_what_is_unlikely_is_said_before_it_is_written(made: RegisterEntry, oddity: Oddity) -> None:
    assert oddities(made) == (oddity,)
    assert oddities(entry()) == ()


def test_a_file_is_named_by_the_rule_in_plain_letters() -> None:
    assert file_name(REGISTERS.rule, entry(book="01/Đ", number="7A")) == "KS.2005.01-D.0007A.pdf"
    assert file_name(rule("{kind}_{book}_{page}_{year}_{number}"), entry()) == "KS_01_0012_2005_0012.pdf"


@given(st.text(max_size=12), st.text(max_size=12), st.text(max_size=12))
def test_whatever_was_typed_a_name_is_ascii_and_leads_to_no_folder(kind: str, book: str, number: str) -> None:
    made = file_name(REGISTERS.rule, entry(kind=kind, book=tidied(IndexField.BOOK, book), number=number))
    assert made.isascii()
    assert not set(made) & set('/\\:*?"<>|\0')


def rule(name: str, resolution: int = 300) -> NamingRule:
    return NamingRule(
        name=name, resolution=resolution, source="x", checked=TODAY, confidence=REGISTERS.rule.confidence
    )


@pytest.mark.parametrize(
    ("name", "resolution"),
    [("{kind}.{year}.{book}", 300), ("{kind}{year}{book}{number}{who}", 300), ("sổ {kind}{year}{book}{number}", 300),
     ("{kind}.{year}.{book}.{number}", 72)],
)  # fmt: skip
def test_a_rule_by_which_two_records_could_have_one_name_is_told(name: str, resolution: int) -> None:
    assert list(faults_of(Registers(rule=rule(name, resolution), kinds=REGISTERS.kinds)))
    assert list(faults_of(REGISTERS)) == []


def record(**changes: str) -> ListedRecord:
    made = entry(**changes)
    return ListedRecord(
        kind="Sổ đăng ký khai sinh", entry=made, file=file_name(REGISTERS.rule, made), pages=1, day=date(2026, 11, 30)
    )


def rows_of(data: bytes) -> list[tuple[object, ...]]:
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    assert all(cell.data_type == "s" for row in sheet.iter_rows() for cell in row)
    return list(sheet.iter_rows(min_row=2, values_only=True))


def test_no_cell_of_the_list_is_a_formula_and_no_zero_is_lost() -> None:
    (row,) = rows_of(book_list([record(name="=cmd|' /C calc'!A0", book="007")], BESIDE.headings))
    assert row[2] == "007"
    assert row[6] == "=cmd|' /C calc'!A0"


def test_records_go_to_the_stick_one_by_one_with_one_list_that_is_renewed(tmp_path: Path) -> None:
    port = SimulatedPort(SimulatedStick(tmp_path))
    (tmp_path / "danh-sach.xlsx").write_bytes(b"the officer's own")
    sitting = with_record(port, Sitting(), record(), b"%PDF 1", BESIDE)
    sitting = with_record(port, sitting, record(number="13"), b"%PDF 2", BESIDE)
    assert (tmp_path / "danh-sach.xlsx").read_bytes() == b"the officer's own"
    assert sitting.list_name == "danh-sach-2.xlsx"
    assert len(rows_of((tmp_path / "danh-sach-2.xlsx").read_bytes())) == 2
    assert sitting.has(entry(number="013"))
    assert len(list(tmp_path.iterdir())) == 4
    assert port.stick is not None
    assert not port.stick.unmounted, "it is kept for the next page"


def test_a_list_that_somebody_changed_in_between_is_never_written_over(tmp_path: Path) -> None:
    port = SimulatedPort(SimulatedStick(tmp_path))
    sitting = with_record(port, Sitting(), record(), b"%PDF 1", BESIDE)
    (tmp_path / "danh-sach.xlsx").write_bytes(b"changed")
    sitting = with_record(port, sitting, record(number="13"), b"%PDF 2", BESIDE)
    assert (tmp_path / "danh-sach.xlsx").read_bytes() == b"changed"
    assert len(rows_of((tmp_path / sitting.list_name).read_bytes())) == 2


def test_a_second_stick_gets_a_list_of_what_lies_on_it(tmp_path: Path) -> None:
    one, two = tmp_path / "1", tmp_path / "2"
    one.mkdir()
    two.mkdir()
    port = SimulatedPort(SimulatedStick(one))
    sitting = with_record(port, Sitting(), record(), b"%PDF 1", BESIDE)
    port.stick = SimulatedStick(two)
    sitting = with_record(port, sitting, record(number="13"), b"%PDF 2", BESIDE)
    assert [row[4] for row in rows_of((two / "danh-sach.xlsx").read_bytes())] == ["13"]
    assert [row[4] for row in rows_of((one / "danh-sach.xlsx").read_bytes())] == ["12"]
    assert len(sitting.records) == 2


def test_a_stick_that_takes_the_record_and_not_the_list_is_told_and_the_list_is_written_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kiosk.officer.registers import sitting as module

    port, laid = SimulatedPort(SimulatedStick(tmp_path)), module.lay_down

    def full_for_lists(stick: SimulatedStick, name: str, content: bytes, *, instead_of: bytes = b"") -> str:
        if name.endswith(".xlsx"):
            raise StickFullError
        return laid(stick, name, content, instead_of=instead_of)

    monkeypatch.setattr(module, "lay_down", full_for_lists)
    made = with_record(port, Sitting(), record(), b"%PDF 1", BESIDE)
    assert made.unlisted
    assert made.code == "stick.full"
    assert (tmp_path / "KS.2005.01.0012.pdf").read_bytes() == b"%PDF 1"
    monkeypatch.undo()
    made = with_list(port, made, BESIDE)
    assert not made.unlisted
    assert len(rows_of((tmp_path / "danh-sach.xlsx").read_bytes())) == 1


def test_a_stick_that_was_pulled_out_takes_nothing_and_says_so(tmp_path: Path) -> None:
    with pytest.raises(StickAbsentError):
        with_record(SimulatedPort(), Sitting(), record(), b"%PDF", BESIDE)
    gone = SimulatedPort(SimulatedStick(tmp_path / "gone"))
    with pytest.raises(StickAbsentError):
        with_record(gone, Sitting(), record(), b"%PDF", BESIDE)


def test_a_read_only_stick_takes_nothing_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import errno
    import os

    def locked(*_: object, **__: object) -> int:
        raise OSError(errno.EROFS, "read-only")

    port = SimulatedPort(SimulatedStick(tmp_path))
    opened = os.open
    monkeypatch.setattr(
        "devices.system.folders.os.open",
        lambda name, flags, *rest, **kinds: locked() if flags & os.O_CREAT else opened(name, flags, *rest, **kinds),
    )
    with pytest.raises(StickReadOnlyError):
        with_record(port, Sitting(), record(), b"%PDF", BESIDE)
    assert list(tmp_path.iterdir()) == []


def test_a_sitting_holds_no_page_that_lies_on_the_stick(tmp_path: Path) -> None:
    port, sitting = SimulatedPort(SimulatedStick(tmp_path)), Sitting()
    page = 1_000_000
    for number in range(1, 4):  # what is used for the first time is loaded
        sitting = with_record(port, sitting, record(number=str(number)), bytes(page), BESIDE)
    gc.collect()
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        for number in range(4, 24):
            sitting = with_record(port, sitting, record(number=str(number)), bytes(page), BESIDE)
        gc.collect()
        grown = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    assert len(sitting.records) == 23
    assert grown < page / 10, "twenty pages leave less than a tenth of one"
