"""The words of a field where a page has laid its labels carelessly, in a real browser."""

from __future__ import annotations

import json

from kiosk.filing.messages import PortalVisit
from kiosk.filing.page_rules import Rules
from tests.portal.conftest import Start
from tests.portal.hand.person import Person
from tests.portal.standins import hosts
from tests.portal.standins.portals import Portals
from ui.portal.form_script import form_script

FIELDS = (
    ("Thư điện tử", '<label for="mail">Thư điện tử</label> <input id="mail">'),
    ("Điện thoại", '<label for="mail">Điện thoại</label> <input id="phone" placeholder="0912…">'),
    (
        "Họ tên",
        '<label for="name">Họ tên</label> <input id="name"> <label for="name" class="error">Vui lòng nhập</label>',
    ),
    ("Quê quán *", '<label for="home">Quê quán</label> <label for="home">*</label> <input id="home">'),
    ("Dân tộc", '<input id="people"> <label for="people">Dân tộc</label>'),
    ("Nghề nghiệp", '<label>Nghề nghiệp <input id="work"></label> <label for="work">Không bắt buộc</label>'),
    ("Nam", '<input type="radio" id="man"> <label for="man">Nam</label>'),
)


def test_a_copied_label_and_a_complaint_are_no_words_of_the_field(portals: Portals, start: Start) -> None:
    portals.begin("national-khai-sinh", hosts.NATIONAL)
    started = start(
        "tests.portal.hand.bare", ["--hosts", hosts.NATIONAL, "--stand-in", f"127.0.0.1:{portals.server.port}"]
    )
    started.begin(
        PortalVisit(
            procedure="x",
            rules=Rules(system="page", start=f"https://{hosts.NATIONAL}/thu-tuc-hanh-chinh/1", hosts=hosts.PORTALS),
        )
    )
    person = Person(started)
    person.reads("Chọn cơ quan thực hiện")
    page = "".join(f"<p><span>{field}</span></p>" for _, field in FIELDS)
    person.look([], f"document.body.innerHTML = {json.dumps(page)}; 1")
    scanned = person.look([], f"{form_script()}\nJSON.stringify(kioskForm.scan().controls.map(each => each.label))")
    assert json.loads(str(scanned)) == [words for words, _ in FIELDS]
