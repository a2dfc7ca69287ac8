"""What is never filled: hidden and disguised fields, secrets, whatever their label says; no file goes by itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kiosk.filing.entry import Attachment, ControlKind, Entry
from kiosk.filing.messages import Look, PortalVisit
from kiosk.filing.page_rules import Actor, PortalStep, Rules
from tests.portal.hand.person import Person
from tests.portal.hand.started import Home, Started
from tests.portal.standins import hosts
from tests.portal.standins.baits import BAITS, NAME, NUMBER, Bait
from tests.portal.standins.hostile import PLACE
from tests.portal.standins.portals import Portals

START = f"https://{hosts.NATIONAL}{PLACE}moi/{BAITS[0].name}"
CANARY = "CHIM HOÀNG YẾN"
NUMBER_OF_CANARY = "001190998877"
ENTRIES = (
    Entry(id="name", says="Họ tên", value=CANARY, labels=(NAME,)),
    Entry(id="number", says="Số định danh", value=NUMBER_OF_CANARY, labels=(NUMBER,), names=("soDinhDanh",)),
    Entry(id="tick", says="Ô chọn", value=NUMBER, labels=(NUMBER,), kind=ControlKind.TICK),
)
STEP = PortalStep(id="form", says="Điền tờ khai", actor=Actor.KIOSK, hosts=(hosts.NATIONAL,), words=("Tờ khai",))
VALUES = (
    "[...document.querySelectorAll('{}')]"
    ".map(field => field.type === 'checkbox' ? String(field.checked) : field.value)"
)
CURTAIN = "Phần này riêng của"
"""With which the kiosk steps back from what is the person's own."""
PAPER = Attachment(
    name="giay-chung-sinh.pdf", says="Giấy chứng sinh", media_type="application/pdf", data=b"%PDF-1.4 x"
)


@pytest.fixture(scope="module")
def person(portals: Portals) -> Iterator[Person]:
    """In front of the first page, with values at hand."""
    home = Home(portals.authority.pem)
    words = ["--hosts", ",".join(hosts.PORTALS), "--stand-in", f"127.0.0.1:{portals.server.port}"]
    started = Started(home, "ui.portal", words)
    rules = Rules(system="national", start=START, hosts=hosts.PORTALS, steps=(STEP,))
    look = Look(width=1080, height=1600, fullscreen=False)
    visit = PortalVisit(procedure="x", rules=rules, entries=ENTRIES, attachments=(PAPER,), look=look, silence_s=600)
    started.begin(visit)
    person = Person(started)
    person.reads(NAME)
    yield person
    started.close()
    home.remove()


def filled(person: Person, bait: Bait) -> None:
    """The page, and the kiosk asked to fill it, unless it steps back from the whole page."""
    address = f"https://{hosts.NATIONAL}{PLACE}moi/{bait.name}"
    person.look([], f"location.href = '{address}'; 1")
    person.until(lambda: person.address() == address, "the page")
    offers = ("Điền giúp tôi", "Điền lại giúp tôi")
    awaited = (CURTAIN,) if bait.alone else (*offers, CURTAIN)  # the page before still offers for a moment
    offer = person.until(
        lambda: next((name for name in awaited if any(name in each for each in person.names())), ""),
        "an offer to fill, or the curtain",
    )
    if offer == CURTAIN:
        assert bait.secret
        return
    person.press(offer)
    person.until(lambda: person.look([], VALUES.format(".honest")) == [CANARY], "the honest field filled")
    person.until(lambda: person.can_press("Điền lại giúp tôi"), "the end of filling")


@pytest.mark.parametrize(
    "bait",
    [
        pytest.param(each, id=each.name, marks=pytest.mark.slow if place % 5 else ())
        for place, each in enumerate(BAITS)
    ],
)
def test_bait_stays_empty(person: Person, bait: Bait) -> None:
    filled(person, bait)
    got = [value for frame in person.frames() for value in person.look(frame["path"], VALUES.format(".bait"))]
    assert CANARY not in got
    assert NUMBER_OF_CANARY not in "".join(got)
    assert "true" not in got


def test_a_covered_chooser_gets_no_file_that_the_person_has_not_chosen(person: Person, portals: Portals) -> None:
    portals.caught.clear()
    person.look([], f"location.href = 'https://{hosts.NATIONAL}{PLACE}nut-che'; 1")
    person.reads("Nhận quà")
    person.tap_on("#file") if person.look(
        [], "document.getElementById('file').checkVisibility({opacityProperty: true})"
    ) else person.tap("Nhận quà")
    person.press("Thôi, không gửi")
    assert portals.caught == []
