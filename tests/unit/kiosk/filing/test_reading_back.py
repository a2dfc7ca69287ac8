"""What stands in a field after filling."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.filing.control import Control, Field, fields_of
from kiosk.filing.entry import ControlKind, Entry
from kiosk.filing.reading_back import FieldState, date_parts, field_state, papers_named, same_value, value_in


def field(*cells: dict[str, Any]) -> Field:
    controls = [
        Control(frame=0, **{"index": n, "tag": "input", "type": "text", **cell}) for n, cell in enumerate(cells)
    ]
    (found,) = fields_of(controls)
    return found


NAME = Entry(id="name", says="Họ tên", value="Nguyễn Thị Hoà")


@pytest.mark.parametrize(
    ("value", "typed", "complaint", "state"),
    [
        ("NGUYỄN  THỊ HÒA", True, "", FieldState.FILLED),
        ("Nguyễn Thị Hoà", False, "", FieldState.FILLED),
        ("Nguyễn Thị Hoa", True, "", FieldState.DIFFERS),
        ("Trần Văn Ba", False, "", FieldState.DEFAULT),
        ("", True, "", FieldState.EMPTY),
        ("-- Chọn --", False, "", FieldState.EMPTY),
        ("Nguyễn Thị Hoà", True, "Không hợp lệ", FieldState.REFUSED),
        ("", False, "Bắt buộc nhập", FieldState.EMPTY),
    ],
)
def test_a_field_is_filled_the_portals_empty_refused_or_different(
    value: str, typed: bool, complaint: str, state: FieldState
) -> None:
    assert field_state(NAME, field({"value": value, "complaint": complaint}), typed=typed) is state


def test_a_field_that_vanished_is_empty() -> None:
    assert field_state(NAME, None, typed=True) is FieldState.EMPTY


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("01/02/2003", (1, 2, 2003)),
        ("1-2-2003", (1, 2, 2003)),
        ("2003-02-01", (1, 2, 2003)),
        ("2003-02-01T00:00:00", (1, 2, 2003)),
        ("02/2003", (2, 2003)),
        ("2003", (2003,)),
        ("", ()),
        ("__/__/____", ()),
        ("01/02/03", ()),
        ("ngày 1", ()),
    ],
)
def test_a_date_is_read_however_the_page_writes_it(text: str, parts: tuple[int, ...]) -> None:
    assert date_parts(text) == parts


def test_the_cells_of_a_date_are_read_together() -> None:
    cells = [{"name": f"d-{part}", "part": part, "value": value}
             for part, value in (("day", "01"), ("month", "02"), ("year", "2003"))]  # fmt: skip
    found = field(*cells)
    assert value_in(found) == "01/02/2003"
    assert same_value(Entry(id="d", says="d", value="1/2/2003", kind=ControlKind.DATE), value_in(found))


def test_a_date_that_cannot_be_read_equals_nothing() -> None:
    assert not same_value(Entry(id="d", says="d", value="", kind=ControlKind.DATE), "")


def test_a_choice_is_read_by_its_words_and_another_word_of_it_counts() -> None:
    boxes = [
        {"type": "checkbox", "group": "Giới tính", "label": said, "checked": said == "Nữ giới"}
        for said in ("Nam giới", "Nữ giới")
    ]
    entry = Entry(id="s", says="s", value="Nữ", options=("Nữ giới",), kind=ControlKind.CHOICE)
    assert field_state(entry, field(*boxes), typed=True) is FieldState.FILLED


def test_an_unticked_box_is_empty_and_a_file_is_known_by_its_name_in_the_row() -> None:
    tick = Entry(id="t", says="t", value="x", kind=ControlKind.TICK)
    assert (
        field_state(tick, field({"type": "checkbox", "label": "Tôi là người khai"}), typed=True) is FieldState.EMPTY
    )
    assert same_value(Entry(id="f", says="f", value="giay-bao-tu.pdf", kind=ControlKind.FILE), "1. giay-bao-tu.pdf")


def test_a_paper_is_taken_when_the_page_names_its_file_and_no_longer_one() -> None:
    papers = [
        Entry(id=f"paper.{name}", says=name, value=name, kind=ControlKind.FILE)
        for name in ("bao-tu.pdf", "giay-1.pdf", "giay-to.pdf")
    ]
    words = "Giấy chứng minh\tBAO-TU.pdf (293 kB)\nGiấy khác\tban-sao-giay-1.pdf, giay-to.pdf.exe"
    assert papers_named([NAME, *papers], words) == {"paper.bao-tu.pdf"}
