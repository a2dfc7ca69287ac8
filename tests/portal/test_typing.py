"""A physical keyboard in the fields of an official page: Vietnamese is composed there as in the kiosk's own."""

from __future__ import annotations

import time

import msgspec
import pytest

from tests.portal import walks
from tests.portal.conftest import Start
from tests.portal.hand.person import Person
from tests.portal.standins import hosts
from tests.portal.standins.portals import Portals
from tests.portal.test_visits import begin
from tests.portal.visitor import visit_of

SEARCH = "input[placeholder='Tìm kiếm']"


def test_telex_on_a_physical_keyboard_writes_vietnamese_into_the_page(portals: Portals, start: Start) -> None:
    portals.begin("national-khai-sinh", hosts.NATIONAL)
    visit = visit_of("dang-ky-khai-sinh")
    visit = msgspec.structs.replace(visit, look=msgspec.structs.replace(visit.look, typing="telex"))
    started = start(
        "ui.portal",
        ["--hosts", ",".join(hosts.PORTALS), "--stand-in", f"127.0.0.1:{portals.server.port}", "--windowed"],
    )
    started.begin(visit)
    person = Person(started)
    person.tap("Chọn tỉnh/thành phố")
    person.tap_on(SEARCH)
    person.until(lambda: "Dấu sắc" in person.names() or "sắc" in person.names(), "the kiosk's keyboard")
    time.sleep(0.3)
    person.ask(do="keys", text="ngheej an")
    code = f"document.querySelector({SEARCH!r}).value"
    person.until(lambda: person.look([], code) == "nghệ an", "the composed word in the page")
    person.tap("Tỉnh Nghệ An")


@pytest.mark.slow
def test_the_keyboard_writes_as_vni_says_and_the_value_of_the_touched_field_stands_above_it(
    portals: Portals, start: Start
) -> None:
    portals.begin("police-tam-tru", hosts.POLICE)
    visit = visit_of("dang-ky-tam-tru")
    visit = msgspec.structs.replace(visit, look=msgspec.structs.replace(visit.look, typing="vni"))
    _, person = begin(portals, start, visit)
    walks.sign_in_at_the_police(person, portals)
    for name in ("#txtNOTIFICATION_EMAIL", "#txtPHONE_NUMBER", "#txtSUGGEST_ADDRESS"):  # not in the guide's order
        person.tap_on(name)
        entry = next(each for each in visit.entries if name.removeprefix("#") in each.names)
        person.until(lambda entry=entry: entry.value in person.names(), f"{entry.id} above the keyboard")
    person.ask(do="keys", text="Xo1m D9o6ng")
    code = "document.getElementById('txtSUGGEST_ADDRESS').value"
    person.until(lambda: person.look([], code) == "Xóm Đông", "the composed words in the page")
