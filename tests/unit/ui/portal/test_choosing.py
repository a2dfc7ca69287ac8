"""Choosing a row of a list that opens: lists that close by themselves, come late, draw a part, have no such row."""

from __future__ import annotations

from kiosk.filing.entry import ControlKind, Entry
from kiosk.filing.messages import PortalVisit
from kiosk.filing.page_rules import Rules
from kiosk.filing.reading_back import FieldState
from tests.unit.ui.portal.pages_played import PlayedPage, opening_list, played
from ui.portal.filling import Filling, fill

RULES = Rules(system="page", start="https://dichvucong.gov.vn/", hosts=("dichvucong.gov.vn",))
COMMUNE = Entry(id="xa", says="Xã", value="Xã Con Cuông", labels=("Phường/Xã",), kind=ControlKind.CHOICE)
PROVINCE = Entry(
    id="tinh", says="Tỉnh", value="Tỉnh Nghệ An", labels=("Tỉnh",), kind=ControlKind.CHOICE, order=-1, waits_ms=300
)


def state(page: PlayedPage, *entries: Entry) -> FieldState:
    visit = PortalVisit(procedure="p", rules=RULES, entries=entries or (COMMUNE,))
    filling = played(page, lambda front: fill(front, visit, Filling(), lambda _entry, _filling: None))
    return next(each.state for each in filling.sight.entries if each.entry.id == "xa")


def commune(rows: list[str], **more: int) -> PlayedPage:
    return PlayedPage([opening_list("xa", "Phường/Xã")], rows={"xa": rows}, **more)  # type: ignore[arg-type]


def test_a_list_that_closed_under_the_finger_is_opened_again_at_once() -> None:
    page = commune(["Xã Con Cuông"], early=2)
    assert state(page) is FieldState.FILLED
    assert page.opened == 3


def test_rows_that_are_drawn_only_when_the_list_is_scrolled_are_found() -> None:
    page = commune([f"Xã Số {number}" for number in range(60)] + ["Xã Con Cuông"], in_view=8)
    assert state(page) is FieldState.FILLED
    assert page.opened == 1


def test_a_placeholder_is_waited_out_until_the_rows_have_come() -> None:
    page = commune(["item1"])
    page.later.append((2500, lambda: page.rows.update(xa=["Xã Con Cuông"])))
    assert state(page) is FieldState.FILLED
    assert page.opened == 1


def test_a_list_that_holds_no_such_row_is_read_twice_and_costs_a_person_little_time() -> None:
    page = commune(["Xã Con", "Xã Cuông"])
    assert state(page) is FieldState.EMPTY
    assert page.opened == 2
    assert page.waited < 5000


def test_a_list_whose_rows_come_after_the_first_look_at_them_is_read_again() -> None:
    page = commune(["Chọn", "Xã Cũ"])
    page.later.append((1400, lambda: page.rows.update(xa=["Xã Con Cuông"])))
    assert state(page) is FieldState.FILLED


def test_a_list_that_another_one_changes_is_read_again_after_that() -> None:
    def habit(page: PlayedPage, name: str) -> None:
        if name == "tinh":
            page.rows["xa"] = ["Xã Con Cuông"]

    page = PlayedPage(
        [opening_list("xa", "Phường/Xã"), opening_list("tinh", "Tỉnh")],
        habit,
        rows={"xa": ["Xã Cũ"], "tinh": ["Tỉnh Nghệ An"]},
    )
    assert state(page, COMMUNE, PROVINCE) is FieldState.FILLED
