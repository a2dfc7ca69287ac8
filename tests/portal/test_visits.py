"""Whole visits: from the procedure's page to the code, with the real program, at practice portals.

The three civil-status forms that no public copy shows (`evidence: inferred`) are laid after the declaration's own
words: what is proved with them is the way, not the labels.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from kiosk.filing.messages import Filed, Look, PortalVisit
from tests.portal import walks
from tests.portal.conftest import Start
from tests.portal.hand.person import Person
from tests.portal.hand.started import Started
from tests.portal.standins import hosts
from tests.portal.standins.forms import form
from tests.portal.standins.portals import Portals
from tests.portal.visitor import LOOK, left_empty, visit_of, wrong

FILINGS = {
    "dang-ky-khai-sinh": ("national-khai-sinh", hosts.NATIONAL),
    "dang-ky-khai-tu": ("national-khai-tu", hosts.NATIONAL),
    "ban-sao-trich-luc-ho-tich": ("national-trich-luc", hosts.NATIONAL),
    "cai-chinh-ho-tich": ("national-cai-chinh", hosts.NATIONAL),
    "dang-ky-ket-hon": ("moj-ket-hon", hosts.JUSTICE),
    "xac-nhan-tinh-trang-hon-nhan": ("moj-tinh-trang-hon-nhan", hosts.JUSTICE),
    "dang-ky-lai-khai-sinh": ("moj-khai-sinh-lai", hosts.JUSTICE),
    "khai-sinh-kem-nhan-cha-me-con": ("moj-khai-sinh-nhan-con", hosts.JUSTICE),
    "nhan-cha-me-con": ("moj-nhan-cha-me-con", hosts.JUSTICE),
    "dang-ky-tam-tru": ("police-tam-tru", hosts.POLICE),
    "lien-thong-khai-sinh-thuong-tru-bhyt": ("joint-khai-sinh", hosts.JOINT),
    "lien-thong-khai-tu-mai-tang": ("joint-khai-tu", hosts.JOINT),
    "tro-cap-huu-tri-xa-hoi": ("formio-bao-tro", hosts.FORMIO),
}
"""Procedure -> the practice form, and the host it stands on."""
GIVEN = {"lien-thong-khai-tu-mai-tang": {"quan_he": "con đẻ", "nguyen_nhan": "tuổi già"}}
"""What the person says in own words, and the page has a list for."""
LOOKS = {
    "portrait": LOOK,
    "landscape": Look(width=1920, height=1080, fullscreen=False),
    "portrait-largest": Look(width=1080, height=1920, fullscreen=False, text_size=4),
    "landscape-largest": Look(width=1920, height=1080, fullscreen=False, text_size=4),
}
QUICK = ("dang-ky-khai-tu", "xac-nhan-tinh-trang-hon-nhan")
PLAYED_ALSO = {
    "dang-ky-khai-tu": "landscape-largest",
    "xac-nhan-tinh-trang-hon-nhan": "portrait-largest",
    "dang-ky-tam-tru": "landscape",
}
"""Visits that the long form also plays from begin to end in another shape; in pictures every visit stands in each."""
FILL, FILL_AGAIN = "Điền giúp tôi", "Điền lại giúp tôi"
MOST_SECONDS_OF_FILLING = 150.0
LONGER_THAN_A_GESTURE_S = 7.0
"""Chromium lets a page open a window for five seconds after a tap; whoever is asked something may think longer."""


def begin(portals: Portals, start: Start, visit: PortalVisit) -> tuple[Started, Person]:
    """The program in front of the procedure's page."""
    started, person = begin_anywhere(portals, start, visit)
    person.until(lambda: person.address() == visit.rules.start, "the procedure's page")
    return started, person


def begin_anywhere(portals: Portals, start: Start, visit: PortalVisit) -> tuple[Started, Person]:
    """The program with this visit, whatever becomes of its first page."""
    words = ["--hosts", ",".join(hosts.PORTALS), "--stand-in", f"127.0.0.1:{portals.server.port}", "--windowed"]
    started = start("ui.portal", words)
    started.begin(visit)
    return started, Person(started)


def fill(person: Person) -> None:
    """The person asks the kiosk to fill, and waits until it has read everything back."""
    person.press(FILL, 40)
    person.until(lambda: person.can_press(FILL_AGAIN), "the end of filling", MOST_SECONDS_OF_FILLING)
    if any("Còn trống" in name for name in person.names()):  # a list was late: the person asks once more
        person.press(FILL_AGAIN)
        person.until(lambda: person.can_press(FILL_AGAIN), "the end of the second filling", 90)


def kept(person: Person, pictures: Path | None, name: str, look: Look) -> None:
    """Pictures of the window in every shape, where pictures are wanted; then it is as it was."""
    if pictures is None:
        return
    pictures.mkdir(parents=True, exist_ok=True)
    inside = Path(person.started.home) / "picture.png"
    for shape, worn in LOOKS.items():
        person.wears(worn)
        person.picture(inside)
        (pictures / f"{name}-{shape}.png").write_bytes(inside.read_bytes())
    person.wears(look)


def members_of(visit: PortalVisit) -> list[tuple[str, ...]]:
    """The rows of a table of persons, as the visit knows them."""
    rows: dict[int, list[str]] = {}
    for entry in visit.entries:
        if entry.row:
            rows.setdefault(entry.row, []).append(entry.value)
    return [tuple(rows[number]) for number in sorted(rows)]


def params() -> list[object]:
    """Every procedure as the kiosk stands; some of them in another shape too."""
    slow = [
        pytest.param(each, LOOKS[shape], id=f"{each}-{shape}", marks=pytest.mark.slow)
        for each, shape in PLAYED_ALSO.items()
    ]
    return [
        *(pytest.param(each, LOOK, id=each, marks=[] if each in QUICK else pytest.mark.slow) for each in FILINGS),
        *slow,
    ]


@pytest.mark.parametrize(("procedure", "look"), params())
def test_a_procedure_is_filed_and_its_code_caught(
    portals: Portals, start: Start, procedure: str, look: Look, request: pytest.FixtureRequest
) -> None:
    pictures, shown = request.config.getoption("--pictures"), request.node.callspec.id
    pictures = pictures if look is LOOK else None
    name, host = FILINGS[procedure]
    portals.begin(name, host)
    visit = visit_of(procedure, look=look, given=GIVEN.get(procedure))
    if host == hosts.JOINT:  # sends on to the login at once
        started, person = begin_anywhere(portals, start, visit)
        person.reads("Quét mã QR")
    else:
        started, person = begin(portals, start, visit)
    kept(person, pictures, f"{shown}-1-begin", look)
    match host:
        case hosts.POLICE:
            walks.sign_in_at_the_police(person, portals)
        case hosts.JOINT:
            walks.sign_in(person, portals)
        case _:
            walks.to_the_form(person, portals)
    person.until(lambda: person.can_press(FILL), "the offer to fill", 40)
    if host == hosts.POLICE:
        walks.begin_residence(person)
    kept(person, pictures, f"{shown}-2-form", look)
    fill(person)
    if host == hosts.JOINT:
        walks.go_on_to_the_next_step(person)
        fill(person)
    assert not person.look([], "document.querySelectorAll('.flatpickr-calendar.open').length"), (
        "a calendar hangs open"
    )
    assert not [name for name in person.names() if "Chưa\u00a0đúng" in name], (
        "the kiosk reads back what it has entered"
    )
    kept(person, pictures, f"{shown}-3-filled", look)
    if host == hosts.POLICE:
        walks.finish_residence(person)
    walks.file_it(person, portals)
    if host == hosts.POLICE:
        walks.pay(person, thinks_s=LONGER_THAN_A_GESTURE_S)
    person.until(lambda: portals.submitted and not portals.submitted[-1].draft, "the dossier at the portal")
    sent = portals.submitted[-1]
    mixed_up = wrong(form(name), sent.values, visit.entries)
    assert not mixed_up, mixed_up
    empty = left_empty(form(name), sent.values, visit.entries) if form(name).head["evidence"] == "seen" else []
    assert not empty, empty
    assert members_of(visit) == [tuple(row) for row in sent.values.get("thanhVien", [])]
    person.until(lambda: any(sent.code in each for each in person.names()), "the code, large")
    kept(person, pictures, f"{shown}-4-filed", look)
    person.press("Xong, kết thúc")
    told = started.outcome()
    assert isinstance(told, Filed)
    assert told.code == sent.code
    person_gone = time.monotonic() + 5
    while started.processes() and time.monotonic() < person_gone:
        time.sleep(0.1)
    assert started.processes() == []
    asked = [request.path for request in portals.server.recorded.requests]
    assert "/dang-xuat" in asked, "the portal was never asked to sign out"
