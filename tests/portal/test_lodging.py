"""The notice of an overnight guest: its place comes from the host's card, the guests are the person's own to type."""

from __future__ import annotations

import pytest

from kiosk.filing.entries import Known
from kiosk.filing.visit import portal_visit
from kiosk.i18n import Language
from kiosk.person import Origin, PersonField, PersonRecord, Sourced
from tests.portal import walks
from tests.portal.conftest import Start
from tests.portal.standins import hosts
from tests.portal.standins.portals import Portals
from tests.portal.test_visits import begin
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
    person.press("Điền giúp tôi", 40)
    person.until(lambda: person.can_press("Điền lại giúp tôi"), "the end of filling", 90)
    code = "[...document.querySelectorAll('select')].map(list => list.value)"
    assert person.look([], code) == ["Tỉnh Nghệ An", "Xã Vân Tụ", ""]
    person.sees("Loại hình")
    person.sees("Còn 1 ô")
