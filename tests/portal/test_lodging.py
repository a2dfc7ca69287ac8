"""The notice of an overnight guest: its place comes from the host's card, the guests are the person's own to type."""

from __future__ import annotations

import pytest

from kiosk.filing.entries import Known
from kiosk.filing.guests import GuestField, KnownGuest, KnownHouse
from kiosk.filing.visit import portal_visit
from kiosk.i18n import Language
from kiosk.person import Origin, PersonField, PersonRecord, Sourced
from tests.portal import walks
from tests.portal.conftest import Start
from tests.portal.standins import hosts
from tests.portal.standins.portals import Portals
from tests.portal.test_visits import FILL, FILL_AGAIN, begin, fill
from tests.portal.visitor import LOOK
from tests.unit.kiosk.filing.filled import ADDRESS, filed_at, places

HOST = PersonRecord(fields={PersonField.PLACE_OF_RESIDENCE: Sourced(value=ADDRESS, origin=Origin.CHIP)})


@pytest.mark.slow
def test_the_place_of_an_overnight_guest_is_filled_and_its_kind_left_to_the_person(
    portals: Portals, start: Start
) -> None:
    portals.begin("police-luu-tru", hosts.POLICE)
    visit = portal_visit(
        filed_at("thong-bao-luu-tru"), Known(person=HOST), places, Language.VI, look=LOOK, silence_s=900
    )
    _, person = begin(portals, start, visit)
    person.tap("Tài khoản Định danh điện tử cấp bởi Bộ Công an dành cho Công dân")
    walks.sign_in(person, portals)
    person.reads("Người lưu trú")
    rows = "document.querySelectorAll('option').length"
    person.until(lambda: person.look([], rows) > 5, "the rows of the lists")
    fill(person)  # once more where a list came late
    code = "[...document.querySelectorAll('select')].map(list => list.value)"
    assert person.look([], code) == ["Tỉnh Nghệ An", "Xã Vân Tụ", "", ""]
    person.sees("Loại hình")
    person.sees("Còn 2 ô")


FATHER = {
    GuestField.NAME: "Nguyễn Văn An",
    GuestField.NUMBER: "040090012345",
    GuestField.BIRTH: "10/02/1990",
    GuestField.SEX: "Nam",
    GuestField.NATIONALITY: "Việt Nam",
    GuestField.ETHNICITY: "Kinh",
    GuestField.RESIDENCE: ADDRESS,
    GuestField.ROOM: "204",
    GuestField.ARRIVAL: "30/11/2026",
    GuestField.DEPARTURE: "02/12/2026",
    GuestField.REASON: "Du lịch",
}
CHILD = {**FATHER, GuestField.NAME: "Nguyễn Ngọc Châu", GuestField.BIRTH: "05/06/2019", GuestField.SEX: "Nữ"}
CHILD.pop(GuestField.NUMBER)


def test_an_officers_list_is_carried_guest_by_guest_and_saved_by_the_officer(portals: Portals, start: Start) -> None:
    portals.begin("police-luu-tru", hosts.POLICE)
    house = KnownHouse(name="Nhà nghỉ Hương Sen", place="Xã Vân Tụ, Tỉnh Nghệ An")
    known = Known(guests=(KnownGuest(values=FATHER), KnownGuest(values=CHILD)), house=house)
    visit = portal_visit(filed_at("thong-bao-luu-tru"), known, places, Language.VI, look=LOOK, silence_s=900)
    _, person = begin(portals, start, visit)
    person.tap("Tài khoản Định danh điện tử cấp bởi Bộ Công an dành cho Công dân")
    walks.sign_in(person, portals)
    person.reads("Người lưu trú")
    person.sees("Khách 1 trên 2: Nguyễn Văn An")
    person.until(lambda: person.look([], "document.querySelectorAll('option').length") > 5, "the rows of the lists")
    fill(person)
    kind = "accomStay_cboACCOMMODATION_TYPE"
    chosen = f"const box = document.getElementById('{kind}'); box.value = 'Nhà nghỉ';"
    person.look(
        [], f"(() => {{ {chosen} box.dispatchEvent(new Event('change', {{ bubbles: true }})); return 1; }})()"
    )
    houses = "document.querySelectorAll('#accomStay_cboNAME option').length"
    person.until(lambda: person.look([], houses) > 1, "the houses of the kind that the officer has chosen")
    person.press(FILL_AGAIN, 40)
    name = "document.getElementById('accomStay_cboNAME').value"
    person.until(lambda: person.look([], name) == house.name, "the name of the house", 90)
    code = "[...document.querySelectorAll('select')].map(list => list.value)"
    assert person.look([], code) == ["Tỉnh Nghệ An", "Xã Vân Tụ", "Nhà nghỉ", "Nhà nghỉ Hương Sen"]
    for turn in (FILL_AGAIN, FILL):
        person.tap("Thêm người lưu trú")
        person.reads("Địa chỉ chi tiết")
        person.press(turn, 40)
        person.until(lambda: person.can_press("Điền lại giúp tôi"), "the end of filling", 120)
        person.tap("Lưu khách")
        if person.can_press("Khách tiếp theo"):
            person.press("Khách tiếp theo")
            person.sees("Khách 2 trên 2: Nguyễn Ngọc Châu")
    code = "[...document.querySelectorAll('#listed tr')].map(row => [...row.cells].map(cell => cell.innerText))"
    place = ["Tỉnh Nghệ An", "Xã Vân Tụ"]
    stay = ["204", "Du lịch", "30/11/2026", "02/12/2026"]
    assert person.look([], code) == [
        ["Nguyễn Văn An", "040090012345", "10/02/1990", "Nam", *place, *stay],
        ["Nguyễn Ngọc Châu", "", "05/06/2019", "Nữ", *place, *stay],
    ]
    assert portals.submitted == [], "saving and submitting are the officer's"
