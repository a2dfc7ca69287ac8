"""A physical keyboard in the fields of an official page: Vietnamese is composed there as in the kiosk's own."""

from __future__ import annotations

import time

import msgspec

from tests.portal.conftest import Start
from tests.portal.hand.person import Person
from tests.portal.standins import hosts
from tests.portal.standins.portals import Portals
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
