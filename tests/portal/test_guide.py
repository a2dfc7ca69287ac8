"""What the guide beside the page does besides filling: the page larger, moved by a finger, the guide read aloud."""

from __future__ import annotations

import time
from pathlib import Path

import msgspec
import pytest

from kiosk.filing.messages import PortalVisit
from tests.portal import walks
from tests.portal.conftest import Start
from tests.portal.hand.person import Person
from tests.portal.hand.started import Home
from tests.portal.standins import hosts
from tests.portal.standins.portals import Portals
from tests.portal.test_visits import begin
from tests.portal.visitor import FAMILY, visit_of

VOICE = '#!/bin/sh\ncat >>"$HOME/said"\necho >>"$HOME/said"\n'
"""In the place of espeak-ng: writes down what it is given to say."""


@pytest.fixture
def visit(portals: Portals) -> PortalVisit:
    portals.begin("national-khai-sinh", hosts.NATIONAL)
    return visit_of("dang-ky-khai-sinh")


def wide(person: Person) -> int:
    """How many of its own pixels the page is wide: the larger it is shown, the fewer."""
    return int(person.look([], "innerWidth"))


def said(home: Path) -> str:
    """What the voice was given until now."""
    file = home / "said"
    return file.read_text("utf-8") if file.exists() else ""


@pytest.mark.slow
def test_the_page_is_shown_in_three_sizes(portals: Portals, start: Start, visit: PortalVisit) -> None:
    _, person = begin(portals, start, visit)
    person.reads("Chọn cơ quan thực hiện")
    seen = [wide(person)]
    for _ in range(3):
        person.press("Phóng to trang")
        person.until(lambda: wide(person) != seen[-1], "another size")
        seen.append(wide(person))
    assert seen[0] > seen[1] > seen[2]
    assert seen[3] == seen[0]


@pytest.mark.slow
def test_a_finger_moves_the_page(portals: Portals, start: Start, visit: PortalVisit) -> None:
    _, person = begin(portals, start, visit)
    walks.to_the_form(person, portals)
    person.reads("Lưu và nộp hồ sơ")
    person.look([], "scrollTo(0, 0); 1")
    view = person.ask(do="frames")
    middle, low, high = view["x"] + view["width"] / 2, view["y"] + 600, view["y"] + 100
    person.ask(do="swipe", **{"from": [middle, low], "to": [middle, high]})
    person.until(lambda: person.look([], "scrollY") > 200, "the page further down", 5)
    assert person.look([], "String(getSelection())") == "", "it was moved, not marked"


@pytest.mark.slow
def test_the_guide_is_read_aloud_and_behind_the_curtain_no_value(
    portals: Portals, start: Start, home: Home, visit: PortalVisit
) -> None:
    voice = home.folder / "bin" / "espeak-ng"
    voice.parent.mkdir()
    voice.write_text(VOICE)
    voice.chmod(0o755)
    for path in (voice.parent, voice):
        path.chmod(0o755)
    aloud = msgspec.structs.replace(visit, look=msgspec.structs.replace(visit.look, read_aloud=True))
    _, person = begin(portals, start, aloud)
    person.until(lambda: "Nộp trực tuyến" in said(home.folder), "the step, read aloud")
    walks.choose_agency(person)
    person.until(lambda: "tự đăng nhập" in said(home.folder), "what the login asks of the person")
    assert FAMILY not in said(home.folder)


@pytest.mark.slow
def test_the_page_opens_no_menu_of_the_browser(portals: Portals, start: Start, visit: PortalVisit) -> None:
    _, person = begin(portals, start, visit)
    person.sees("Nộp trực tuyến")
    view, before = person.ask(do="frames"), sorted(person.names())
    for share in (0.2, 0.5, 0.8):
        told = person.ask(do="menu", x=view["x"] + share * view["width"], y=view["y"] + share * view["height"])
        time.sleep(0.5)
        assert told["windows"] == 1
        assert sorted(person.names()) == before
        assert person.ask(do="frames")["views"] == view["views"]
