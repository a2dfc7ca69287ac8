"""Tables that are not plain rows: options as rows, grids of questions, rows that are always there."""

from __future__ import annotations

from dataclasses import replace

from kiosk.forms import Journey, printed
from kiosk.forms.printed import PrintedItem
from tests.unit.kiosk.forms.people import CONTEXT, answered, journey


def start(form_id: str) -> Journey:
    return journey(form_id, context=replace(CONTEXT, procedure=None))


def table(sheet: Journey, label: str) -> PrintedItem:
    return next(item for item in printed(sheet).items if label in item.label)


def test_an_unanswered_list_of_signs_prints_every_line_without_a_tick() -> None:
    rows = table(start("khuyet-tat-01"), "Khuyết tật nhìn").rows
    assert [row[0] for row in rows] == ["3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7"]
    assert {row[2:] for row in rows} == {("", "")}


def test_an_answered_list_ticks_yes_or_no_on_every_line() -> None:
    sheet = answered(start("khuyet-tat-01"), viec="xac-dinh", dt_nhin="d1,d3")
    assert [row[2:] for row in table(sheet, "Khuyết tật nhìn").rows[:3]] == [("x", ""), ("", "x"), ("x", "")]


def test_a_grid_crosses_the_column_of_the_chosen_degree() -> None:
    sheet = answered(start("khuyet-tat-01"), viec="xac-dinh", duoi_6="no", md_2="giup")
    grid = table(sheet, "Mức độ khuyết tật")
    assert len(grid.columns) == 5
    assert grid.rows[1] == ("2. Ăn, uống", "", "x", "", "")
    assert grid.rows[0] == ("1. Đi lại", "", "", "", "")


def test_the_card_fills_the_side_of_its_holder_in_the_table_of_both_parties() -> None:
    first = printed(start("hotich-ket-hon")).items[0].rows[0]
    assert first == ("Họ, chữ đệm, tên", "Nguyễn Thị Mẫu", "")
    turned = printed(start("hotich-ket-hon").answered("ben", "nam")).items[0].rows[0]
    assert turned == ("Họ, chữ đệm, tên", "", "Nguyễn Thị Mẫu")


def test_a_mother_who_registers_her_child_is_not_asked_for_her_name_again() -> None:
    birth = start("hotich-khai-sinh").answered("quan_he", "me")
    assert "me_ho_ten" not in [page.key for page in birth.pages]
    labels = {item.label: item.value for item in printed(birth).items}
    assert labels["Họ, chữ đệm, tên người mẹ"] == "Nguyễn Thị Mẫu"
    assert labels["Họ, chữ đệm, tên người cha"] == ""


def test_a_birth_date_stands_in_words_beside_the_digits() -> None:
    birth = start("hotich-khai-sinh").answered("con_ngay_sinh", "5/11/2026")
    values = [item.value for item in printed(birth).items]
    assert "ngày năm tháng mười một năm hai nghìn không trăm hai mươi sáu" in values


def test_a_passport_form_takes_family_name_and_given_names_apart_in_capitals() -> None:
    values = [item.value for item in printed(start("ho-chieu-tk01")).items[:2]]
    assert values == ["NGUYỄN", "THỊ MẪU"]


def test_several_choices_are_one_a_line() -> None:
    sheet = start("can-cuoc-dc02").answered("noi_dung", "the,tich-hop")
    item = next(item for item in printed(sheet).items if item.label.startswith("Nội dung đề nghị"))
    assert item.value.split("\n") == [item.options[0], item.options[7]]
