"""A card finds its row through every way offices write; what is not the card's is told by its field."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import openpyxl
import pytest

from kiosk.counts.events import ListOutcome
from kiosk.officer.roster.columns import ListColumn, guess
from kiosk.officer.roster.copying import Added, copy_of
from kiosk.officer.roster.listed_people import listed_people
from kiosk.officer.roster.matching import Difference, Note, RosterIndex, Sought
from kiosk.officer.roster.old_fonts import writing_of
from kiosk.officer.roster.tables import Table, table_of
from tests.helpers.made_up_list import made_up_list, places, workbook

known = cache(places)
CARD = Sought(
    name="Nguyễn Thị Hòa",
    birth="10/02/1990",
    number="040190012345",
    old_number="186123456",
    address="Xóm 3, Xã Vân Tụ, Tỉnh Nghệ An",
)
HEADINGS = ("STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Số CMND", "Nơi thường trú")


def index(*rows: Sequence[Any], headings: Sequence[Any] = HEADINGS) -> RosterIndex:
    table = Table(name="x", rows=[tuple(headings), *map(tuple, rows)])
    writing = writing_of(cell for row in table.rows for cell in row if isinstance(cell, str))
    return RosterIndex(listed_people(table, guess(table, writing)), known)


def row(
    name: str = CARD.name, birth: object = CARD.birth, number: object = CARD.number, old: object = "", place: str = ""
) -> Sequence[Any]:
    return (1, name, birth, number, old, place or CARD.address)


@pytest.mark.parametrize(
    ("listed", "notes"),
    [
        (row(), ()),
        (row(name="NGUYEN THI HOA"), (Note.NO_MARKS,)),
        (row(name="nguyễn thị hoà"), ()),
        (row(name="Hòa Nguyễn Thị"), (Note.OTHER_ORDER,)),
        (row(birth=1990), (Note.ONLY_YEAR,)),
        (row(birth="1990"), (Note.ONLY_YEAR,)),
        (row(birth=date(1990, 2, 10)), ()),
        (row(birth=32914), ()),
        (row(birth="10-2-90"), ()),
        (row(birth="1990-02-10"), ()),
        (row(number=40190012345), ()),
        (row(number=40190012345.0), ()),
        (row(number="0401 9001 2345"), ()),
        (row(number="", old="186123456"), (Note.OLD_NUMBER,)),
        (row(number="", old=186123456), (Note.OLD_NUMBER,)),
        (row(number="186123456"), (Note.OLD_NUMBER,)),
        (row(number=""), ()),
        *[
            (row(birth=birth), ())
            for birth in (
                "10 tháng 02 năm 1990",
                "ngày 10/2/1990",
                "Sinh ngày 10 tháng 2 năm 1990",
                "10,02,1990",
                "10//02//1990",
                "10-Feb-1990",
                "Feb 10, 1990",
                "10021990",
                19900210,
                "10/02/1990 00:00:00",
                "１０/02/1990",
                "10.2.90",
            )
        ],
        (row(birth="00/00/1990"), (Note.ONLY_YEAR,)),
        (row(birth="__/__/1990"), (Note.ONLY_YEAR,)),
        (row(birth="tháng 2/1990"), (Note.ONLY_YEAR,)),
        (row(birth="không rõ"), (Note.UNREAD_BIRTH,)),
        (row(birth="10/02/19900"), (Note.UNREAD_BIRTH,)),
        (row(birth="-"), ()),
        (row(number="040190012345/186123456"), ()),
        (row(number="186 123 456; 0401 9001 2345"), ()),
        (row(number="4.0190012345E+10"), ()),
        (row(number="4,019E+10"), (Note.UNREAD_NUMBER,)),
        (row(number="０40190012345"), ()),
        (row(name="Nguyễn\u00a0Thị  Hòa\u200b"), ()),
        (row(name=unicodedata.normalize("NFD", CARD.name)), ()),
        (row(place="Vân Tụ"), ()),
        (row(place="Xóm 3, xã Vân Tụ"), ()),
    ],
)
def test_what_is_only_written_in_another_way_is_the_same(listed: Sequence[Any], notes: tuple[Note, ...]) -> None:
    found = index(listed).match(CARD)
    assert (found.outcome, found.row, found.differs) == (ListOutcome.SAME, 1, ())
    assert found.notes == notes


@pytest.mark.parametrize(
    ("listed", "field"),
    [
        (row(name="Nguyễn Thị Hóa"), Difference.NAME),
        (row(name="Nguyễn Thị Hòan"), Difference.NAME),
        (row(birth="11/02/1990"), Difference.BIRTH),
        (row(birth=1991), Difference.BIRTH),
        (row(number="040190012346"), Difference.NUMBER),
        (row(place="Xóm 3, Xã Yên Thành, Tỉnh Nghệ An"), Difference.ADDRESS),
        (row(place="Hà Nội"), Difference.ADDRESS),
    ],
)
def test_what_is_not_the_card_s_is_told(listed: Sequence[Any], field: Difference) -> None:
    found = index(listed).match(CARD)
    assert (found.outcome, found.differs) == (ListOutcome.DIFFERS, (field,))


@pytest.mark.parametrize("written", ["Đặng Đình Đức", "Ðặng Ðình Ðức", "ÐẶNG ĐÌNH ÐỨC"])
def test_letters_that_look_like_d_with_a_bar_are_that_letter(written: str) -> None:
    card = replace(CARD, name="Đặng Đình Đức")
    assert index(row(name=written)).match(card).outcome is ListOutcome.SAME


@pytest.mark.parametrize("birth", ["11 tháng 02 năm 1990", "11-Feb-1990", "11,02,1990", "10 tháng 3 năm 1990"])
def test_another_birth_in_words_is_told(birth: str) -> None:
    assert index(row(birth=birth)).match(CARD).differs == (Difference.BIRTH,)


def test_somebody_else_of_the_same_name_and_year_is_not_this_person() -> None:
    other = index(row(birth="20/07/1990", number="040190777777", place="Xóm 9, Xã Kim Bảng, Tỉnh Nghệ An"))
    assert other.match(CARD).outcome is ListOutcome.ABSENT


def test_a_person_on_the_list_twice_is_pointed_out() -> None:
    assert Note.TWICE in index(row(), row()).match(CARD).notes


def test_columns_of_men_and_women_split_names_and_a_row_of_numbers_are_understood() -> None:
    table = Table(
        name="x",
        rows=[
            ("DANH SÁCH HỘ NGHÈO", None, None, None, None, None),
            (),
            ("TT", "Họ và tên đệm", "Tên", "Năm sinh", None, "Mã định danh"),
            (None, None, None, "Nam", "Nữ", None),
            (1, 2, 3, 4, 5, 6),
            (1, "Nguyễn Thị", "Hòa", None, 1990, "040190012345"),
        ],
        merged=[(2, 3, 2, 4), (2, 0, 3, 0), (2, 1, 3, 1), (2, 2, 3, 2), (2, 5, 3, 5)],
    )
    guessed = guess(table, writing_of([]))
    assert guessed.first_row == 5
    assert guessed.columns == {
        1: ListColumn.FAMILY_NAME,
        2: ListColumn.GIVEN_NAME,
        3: ListColumn.BIRTH_MALE,
        4: ListColumn.BIRTH_FEMALE,
        5: ListColumn.NUMBER,
    }
    found = RosterIndex(listed_people(table, guessed), known).match(CARD)
    assert (found.outcome, found.row) == (ListOutcome.SAME, 5)


def test_columns_without_known_headings_are_told_by_what_stands_in_them() -> None:
    table = Table(name="x", rows=[("Họ tên", "a", "b"), *[("An", "040190012345", "10/02/1990")] * 5])
    assert guess(table, writing_of([])).columns == {0: ListColumn.NAME, 1: ListColumn.NUMBER, 2: ListColumn.BIRTH}


def test_the_fingerprint_is_of_the_headings_alone() -> None:
    one = guess(Table(name="x", rows=[HEADINGS, row()]), writing_of([]))
    other = guess(Table(name="x", rows=[HEADINGS, row(name="Ai Khác", number="1")]), writing_of([]))
    assert one.fingerprint == other.fingerprint
    assert "Họ" not in one.fingerprint


def test_a_list_in_an_old_font_is_matched_in_unicode() -> None:
    names = ("NguyÔn ThÞ Hßa", "TrÇn V¨n §øc", "§Æng H÷u Ph­íc", "Bïi ThÕ Kû", "Ph¹m Quang Träng", "Vò ThÞ H»ng")
    rows = [(name, "Xãm 3, x· V©n Tô") for name in names]
    listed = index(*[(1, name, "10/02/1990", "", "", place) for name, place in rows])
    assert listed.match(CARD).outcome is ListOutcome.SAME


def test_planted_differences_are_found_and_nothing_else() -> None:
    made = made_up_list(1_500, 150)
    table = table_of(workbook(made.rows))
    listed = RosterIndex(listed_people(table, guess(table, writing_of([]))), known)
    flagged = [listed.match(each.card).outcome is not ListOutcome.SAME for each in made.cards]
    planted = [each.differs is not None or each.row is None for each in made.cards]
    hits = sum(a and b for a, b in zip(flagged, planted, strict=True))
    assert hits >= 0.99 * sum(planted)
    assert hits >= 0.99 * sum(flagged)


def test_the_copy_keeps_every_cell_and_writes_no_formula() -> None:
    rows: list[Sequence[Any]] = [
        ("Họ và tên", "Ngày sinh", "Ghi chú"),
        ("An", date(1990, 2, 10), '=HYPERLINK("http://x")'),
        ("Bình", 1991, 3.5),
    ]
    made = copy_of(
        b"a csv",
        Table(name="S/1", rows=rows),
        0,
        ("Kết quả", "Khác", "Ngày"),
        {2: Added(outcome="Khớp", details="=1+1", day="x")},
    )
    sheet = openpyxl.load_workbook(io.BytesIO(made.data)).active
    assert sheet is not None
    cells = [[cell.value for cell in each] for each in sheet.iter_rows()]
    assert cells[0] == ["Họ và tên", "Ngày sinh", "Ghi chú", "Kết quả", "Khác", "Ngày"]
    assert cells[1][1].date() == date(1990, 2, 10)
    assert cells[1][2] == '=HYPERLINK("http://x")'
    assert cells[2] == ["Bình", 1991, 3.5, "Khớp", "=1+1", "x"]
    assert {cell.data_type for each in sheet.iter_rows() for cell in each} <= {"s", "n", "d"}
