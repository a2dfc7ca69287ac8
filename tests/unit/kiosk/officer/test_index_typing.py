"""The index of one record typed twice: field after field, back, compared, one field once more."""

from __future__ import annotations

from kiosk.officer.registers.entry import IndexField
from kiosk.officer.registers.index_typing import ORDER, IndexTyping
from kiosk.officer.registers.stage import RegisterStage

YEAR = 2026
RECORD = {
    IndexField.BOOK: "01/1987",
    IndexField.PAGE: "12",
    IndexField.NUMBER: "34",
    IndexField.YEAR: "1987",
    IndexField.NAME: "Trần Thị Bưởi",
}


def typed_once(index: IndexTyping, **otherwise: str) -> None:
    for field in ORDER:
        index.give(otherwise.get(field.value, RECORD[field]), YEAR)


def test_two_typings_that_agree_are_the_entry() -> None:
    index = IndexTyping()
    index.begin({})
    typed_once(index)
    assert (index.stage, index.asked) == (RegisterStage.AGAIN, ORDER[0])
    assert index.agreed("birth") is None
    typed_once(index)
    assert index.stage is RegisterStage.COMPARE
    entry = index.agreed("birth")
    assert entry is not None
    assert (entry.kind, entry.book, entry.name) == ("birth", "01/1987", "Trần Thị Bưởi")


def test_what_cannot_be_stays_asked_for() -> None:
    index = IndexTyping()
    index.begin({})
    index.give("", YEAR)
    assert index.fault is not None
    assert index.asked is ORDER[0]
    index.give(RECORD[ORDER[0]], YEAR)
    assert index.fault is None
    assert index.asked is ORDER[1]


def test_of_two_that_differ_one_is_taken_or_the_field_is_typed_twice_once_more() -> None:
    index = IndexTyping()
    index.begin({})
    typed_once(index)
    typed_once(index, page="13")
    assert index.differing == (IndexField.PAGE,)
    index.retype(IndexField.PAGE)
    index.give("14", YEAR)
    assert (index.stage, index.asked) == (RegisterStage.AGAIN, IndexField.PAGE)
    index.give("15", YEAR)
    assert index.differing == (IndexField.PAGE,)
    index.take(IndexField.PAGE, of_first=True)
    entry = index.agreed("birth")
    assert entry is not None
    assert entry.page == "14"


def test_back_leads_through_both_typings_to_the_page() -> None:
    index = IndexTyping()
    index.begin({})
    typed_once(index)
    typed_once(index)
    for _ in range(2 * len(ORDER)):
        index.step_back()
    assert (index.stage, index.at) == (RegisterStage.FIRST, 0)
    index.step_back()
    assert index.stage is RegisterStage.PAGE
    index.begin({})
    assert index.stage is RegisterStage.COMPARE, "what was typed is kept"
