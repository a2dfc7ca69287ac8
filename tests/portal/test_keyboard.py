"""The kiosk's keyboard beside what opens in a page, on the smallest screen: a list keeps its room until it is
searched, and what is typed into stays above the keys."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from kiosk.filing.messages import Look
from tests.portal import walks
from tests.portal.conftest import Start
from tests.portal.hand.person import Person
from tests.portal.standins import hosts
from tests.portal.standins.portals import Portals
from tests.portal.test_visits import FILL, begin
from tests.portal.visitor import visit_of

SMALL = Look(width=1280, height=720, fullscreen=False)
KEY = "Dấu cách"
"""Of every layout with letters."""
BOX_OF = """(css => {
  const shown = each => each.checkVisibility() && each.getBoundingClientRect().height > 1;
  const box = [...document.querySelectorAll(css)].find(shown)?.getBoundingClientRect();
  return box ? { x: box.x, y: box.y, width: box.width, height: box.height } : null;
})"""
CORNER_OF = """(index => {
  const box = [...document.querySelectorAll('iframe, frame')][index].getBoundingClientRect();
  return { x: box.x, y: box.y };
})"""


def typing(person: Person) -> bool:
    """Whether the kiosk's keyboard is there."""
    return person.can_press(KEY)


def box_of(person: Person, css: str, path: tuple[int, ...] = ()) -> dict[str, Any] | None:
    """Where the first such element stands in the page's part of the window, nothing scrolled; in its own pixels."""
    box = person.look(list(path), f"{BOX_OF}({json.dumps(css)})")
    if not box:
        return None
    for length in range(len(path) - 1, -1, -1):
        corner = person.look(list(path[:length]), f"{CORNER_OF}({path[length]})")
        box["x"], box["y"] = box["x"] + corner["x"], box["y"] + corner["y"]
    return dict(box)


def in_sight(person: Person, css: str, path: tuple[int, ...] = ()) -> dict[str, Any] | None:
    """The same where the whole of it stands in sight; else None."""
    view, box = person.ask(do="frames"), box_of(person, css, path)
    low = 0 if box is None else (box["y"] + box["height"]) * view["zoom"]
    return box if box and box["y"] >= -1 and low <= view["height"] + 1 else None


def touch(person: Person, css: str, path: tuple[int, ...] = ()) -> None:
    """Touch it where it stands, once it is in sight and at rest; nothing is scrolled for that."""

    def at_rest() -> dict[str, Any] | None:
        before = in_sight(person, css, path)
        time.sleep(0.2)
        return before if before is not None and before == in_sight(person, css, path) else None

    box = person.until(at_rest, f"{css} in sight", 6)
    view = person.ask(do="frames")
    x, y = box["x"] + min(box["width"] / 2, 40), box["y"] + box["height"] / 2
    person.ask(do="tap", x=view["x"] + x * view["zoom"], y=view["y"] + y * view["zoom"])
    time.sleep(0.15)


def test_a_field_stays_above_the_keyboard_and_a_list_keeps_its_room_on_the_smallest_screen(
    portals: Portals, start: Start
) -> None:
    portals.begin("police-tam-tru", hosts.POLICE)
    _, person = begin(portals, start, visit_of("dang-ky-tam-tru", look=SMALL))
    walks.sign_in_at_the_police(person, portals)
    person.until(lambda: person.can_press(FILL), "the offer to fill", 40)

    person.tap_on("#txtNOTIFICATION_EMAIL")
    person.until(lambda: typing(person), "the keyboard")
    person.until(lambda: in_sight(person, "#txtNOTIFICATION_EMAIL"), "the field above the keyboard", 5)

    person.tap_on("#select2-cboRECEIVER_TYPE-container")
    person.until(lambda: in_sight(person, ".select2-results__option:last-child"), "every row", 5)
    person.until(lambda: not typing(person), "the room of the keyboard")
    touch(person, ".select2-results__option:last-child")
    chosen = "document.getElementById('cboRECEIVER_TYPE').value"
    person.until(lambda: person.look([], chosen), "the row that was touched")
    assert not typing(person)

    person.tap_on("#select2-cboRECEIVE_ADDR_CITY_CODE-container")
    touch(person, ".select2-search__field")
    person.until(lambda: typing(person), "the keyboard for the field of the list")
    person.until(lambda: in_sight(person, ".select2-search__field"), "that field above the keyboard", 5)
    person.ask(do="type", text="Nghệ An")
    touch(person, ".select2-results__option")
    chosen = "document.getElementById('cboRECEIVE_ADDR_CITY_CODE').value"
    person.until(lambda: person.look([], chosen) == "Tỉnh Nghệ An", "the province that was searched")

    person.tap_on("#txtTEMP_RESIDENT_TO")
    person.until(lambda: typing(person), "the keyboard for a date")
    person.until(lambda: in_sight(person, "#txtTEMP_RESIDENT_TO"), "the date above the keyboard", 5)

    person.tap_on("#cboGENDER_CUNGTD0")
    person.sees("Nữ")
    person.until(lambda: not typing(person), "the rows of a native list in the keyboard's room")
    person.press("Nữ")
    person.until(lambda: person.look([], "document.getElementById('cboGENDER_CUNGTD0').value") == "Nữ", "its row")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("procedure", "form", "host", "box", "row"),
    [
        (
            "dang-ky-khai-tu",
            "national-khai-tu",
            hosts.NATIONAL,
            "[data-name*=citizenDantoc] .sd-dropdown",
            ".sv-list__item",
        ),
        (
            "dang-ky-ket-hon",
            "moj-ket-hon",
            hosts.JUSTICE,
            "#custom-select-DanTocBenNam .input-field-select",
            ".input-field-select-options > div",
        ),
    ],
)  # fmt: skip
def test_the_lists_of_other_families_open_without_the_keyboard_and_are_searched_above_it(
    portals: Portals, start: Start, procedure: str, form: str, host: str, box: str, row: str
) -> None:
    portals.begin(form, host)
    _, person = begin(portals, start, visit_of(procedure, look=SMALL))
    person.reads("Chọn cơ quan thực hiện")
    person.tap("Chọn tỉnh/thành phố")
    person.until(lambda: in_sight(person, "ul[role=listbox] li"), "rows of the portal's own box", 5)
    assert not typing(person)
    touch(person, "input[placeholder='Tìm kiếm']")
    person.until(lambda: typing(person), "the keyboard for the field of the box")
    person.until(lambda: in_sight(person, "input[placeholder='Tìm kiếm']"), "that field above the keyboard", 5)
    walks.to_the_form(person, portals)
    person.until(lambda: person.can_press(FILL), "the offer to fill", 40)
    path = next((tuple(each["path"]) for each in person.frames() if hosts.E_FORM in each["address"]), ())
    person.tap_on(box)
    person.until(lambda: in_sight(person, row, path), "rows of the form's list", 5)
    time.sleep(0.6)
    assert not typing(person)
    assert in_sight(person, row, path), "the list still stands"
