"""Filling a page: drivers first, what was rebuilt is mended, nothing is entered where two things could be meant."""

from __future__ import annotations

import pytest

from kiosk.filing.entry import ControlKind, Entry
from kiosk.filing.messages import PortalVisit
from kiosk.filing.page_rules import Rules
from kiosk.filing.reading_back import FieldState
from tests.unit.ui.portal.pages_played import PlayedPage, opening_list, played, radio, text
from ui.portal.filling import Filling, fill, order_of

RULES = Rules(system="page", start="https://dichvucong.gov.vn/", hosts=("dichvucong.gov.vn",))
NAME = Entry(id="ten", says="Họ tên", value="NGUYỄN THỊ THỬ", labels=("Họ, chữ đệm, tên",))
COMMUNE = Entry(id="xa", says="Xã", value="Xã Con Cuông", labels=("Phường/Xã",), kind=ControlKind.CHOICE)
RELATION = Entry(
    id="qh", says="Quan hệ", value="Mẹ đẻ", labels=("Quan hệ",), kind=ControlKind.CHOICE, order=-10, waits_ms=300
)
GROUP = "(6) Quan hệ:"


def relation() -> list[dict[str, object]]:
    return [radio("qh", "Cha đẻ", GROUP), radio("qh", "Mẹ đẻ", GROUP)]


def filled(page: PlayedPage, *entries: Entry, only: frozenset[str] = frozenset()) -> tuple[Filling, list[str]]:
    told: list[str] = []
    visit = PortalVisit(procedure="p", rules=RULES, entries=entries)
    filling = played(
        page, lambda front: fill(front, visit, Filling(), lambda entry, _filling: told.append(entry), only)
    )
    return filling, told


def states(filling: Filling) -> dict[str, FieldState]:
    return {each.entry.id: each.state for each in filling.sight.entries}


def test_drivers_are_entered_before_what_they_rebuild() -> None:
    page = PlayedPage([text("ten", "(1) Họ, chữ đệm, tên:"), *relation()])
    filling, told = filled(page, NAME, RELATION)
    assert told[:2] == ["qh", "ten"]
    assert set(states(filling).values()) == {FieldState.FILLED}


def test_a_field_that_its_driver_empties_two_seconds_later_is_filled_again() -> None:
    def habit(page: PlayedPage, name: str) -> None:
        if name == "qh":
            page.later.append((page.waited + 1900, lambda: page.named("ten").update(value="")))

    page = PlayedPage([text("ten", "Họ, chữ đệm, tên"), *relation()], habit)
    filling, _ = filled(page, NAME, RELATION)
    assert page.log.count("ten") == 2
    assert states(filling)["ten"] is FieldState.FILLED


def test_a_field_that_never_keeps_what_is_entered_is_tried_a_few_times_and_left_to_the_person() -> None:
    page = PlayedPage([text("ten", "Họ, chữ đệm, tên")], lambda page, name: page.named(name).update(value=""))
    filling, _ = filled(page, NAME)
    assert states(filling)["ten"] is FieldState.EMPTY
    assert 2 <= page.log.count("ten") <= 20 * len(NAME.value)


def test_where_letters_do_not_arrive_the_element_s_own_setter_enters_the_value() -> None:
    page = PlayedPage([text("ten", "Họ, chữ đệm, tên")], deaf_to_letters=True)
    filling, _ = filled(page, NAME)
    assert page.named("ten")["value"] == NAME.value
    assert states(filling)["ten"] is FieldState.FILLED


def test_a_row_is_chosen_only_when_it_is_the_one_that_is_meant() -> None:
    page = PlayedPage([opening_list("xa", "Phường/Xã")], rows={"xa": ["Xã Con Cuông", "Xã Con"]})
    filled(page, COMMUNE)
    assert page.named("xa")["value"] == "Xã Con Cuông"
    twice = PlayedPage([opening_list("xa", "Phường/Xã")], rows={"xa": ["Xã Con Cuông", "Xã Con Cuông"]})
    left, _ = filled(twice, COMMUNE)
    assert twice.named("xa")["value"] == ""
    assert states(left)["xa"] is FieldState.EMPTY


def test_what_the_portal_has_written_by_itself_stays_until_the_person_asks() -> None:
    page = PlayedPage([text("ten", "Họ, chữ đệm, tên", value="TRẦN THỊ KHÁC")])
    filling, told = filled(page, NAME)
    assert (told, states(filling)["ten"]) == ([], FieldState.DEFAULT)
    mended, told = filled(page, NAME, only=frozenset({"ten"}))
    assert (told[0], states(mended)["ten"]) == ("ten", FieldState.FILLED)


@pytest.mark.parametrize("native", [True, False])
def test_a_driver_that_was_right_from_the_beginning_is_chosen_anew_where_its_list_never_came(native: bool) -> None:
    province = Entry(id="noi.tinh", says="Tỉnh", value="Tỉnh Nghệ An", labels=("Tỉnh",), order=1, waits_ms=300)
    commune = Entry(id="noi.xa", says="Xã", value="Xã Con Cuông", labels=("Phường/Xã",), order=2)

    def habit(page: PlayedPage, name: str) -> None:
        if name == "tinh":
            page.rows["xa"] = ["Chọn", "Xã Con Cuông"]

    rows = {"tinh": ["Chọn", "Tỉnh Nghệ An"], "xa": ["Chọn"]}
    driver = opening_list("tinh", "Tỉnh") | {"value": "Tỉnh Nghệ An"}
    if native:
        driver |= {"type": "select-one", "tag": "select", "options": rows["tinh"]}
    page = PlayedPage([driver, opening_list("xa", "Phường/Xã")], habit, rows=rows)
    filling, _ = filled(page, province, commune)
    assert set(states(filling).values()) == {FieldState.FILLED}
    assert page.log.count("tinh") == 1
    never = PlayedPage([driver, opening_list("xa", "Phường/Xã")], rows={**rows, "xa": ["Chọn"]})
    left, _ = filled(never, province, commune)
    assert states(left)["noi.xa"] is FieldState.EMPTY
    assert never.log.count("tinh") == 1, "once, and then it is the person's"


def test_a_read_only_field_is_left_alone() -> None:
    page = PlayedPage([text("ten", "Họ, chữ đệm, tên", read_only=True)])
    filling, told = filled(page, NAME)
    assert (told, states(filling)["ten"]) == ([], FieldState.EMPTY)


def test_files_and_secrets_are_never_entered() -> None:
    paper = Entry(id="gcs", says="Giấy", value="a.pdf", labels=("Giấy chứng sinh",), kind=ControlKind.FILE)
    code = Entry(id="otp", says="Mã", value="123456", labels=("Mã OTP",))
    page = PlayedPage([{**text("gcs", "Giấy chứng sinh"), "type": "file"}, text("x", "Mã OTP")])
    filling, told = filled(page, paper, code)
    assert told == []
    assert page.log == []
    assert filling.typed == set()
    assert order_of((paper, code)) == [code]


def test_a_date_in_three_cells_is_entered_cell_by_cell_and_an_unknown_day_is_left_empty() -> None:
    cells = [text(f"ns-{part}", "Ngày sinh" if part == "day" else "", part=part) for part in ("day", "month", "year")]
    born = Entry(id="ns", says="Ngày sinh", value="5/3/1990", labels=("Ngày sinh",), kind=ControlKind.DATE)
    page = PlayedPage(cells)
    filled(page, born)
    assert [each["value"] for each in page.controls] == ["05", "03", "1990"]
    year = PlayedPage([{**each, "value": ""} for each in cells])
    filled(year, Entry(id="ns", says="Năm", value="1956", labels=("Ngày sinh",), kind=ControlKind.DATE))
    assert [each["value"] for each in year.controls] == ["", "", "1956"]
