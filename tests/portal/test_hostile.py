"""A hostile page on an allowed host: nothing of what it tries gets out, gets at the machine, or keeps the person in.

The foreign hosts are in the resolver's list here, and answer: so interceptor, navigation and the policy laid on pages
hold alone. What none of them is asked about (a call redirected in a worker, whose script brings a policy of its own)
only the resolver holds, and is tried with its real list.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kiosk.filing.entry import Entry
from kiosk.filing.messages import Look, Outcome, PortalVisit
from kiosk.filing.page_rules import Rules
from tests.portal.conftest import WAY_OUT
from tests.portal.hand.person import NotThereError, Person
from tests.portal.hand.started import Home, Started
from tests.portal.standins import hosts
from tests.portal.standins.abuses import ABUSES, MACHINE, PLACES, REQUESTS, WEARING_DOWN, Abuse
from tests.portal.standins.hostile import PLACE, TRIED
from tests.portal.standins.portals import Portals

Record = Callable[[str, object], None]
EMPTY = f"https://{hosts.NATIONAL}{PLACE}trong"
REACHABLE = (*hosts.PORTALS, hosts.ELSEWHERE, hosts.LOOKALIKE)
OWN_PROGRAMS = ("python", "QtWebEngineProc", "Chrome_", "ThreadPoolForeg")
SWITCHES = ("Đã hiểu", "Không đồng ý", "Thôi, không gửi", "Đóng", "Ở lại làm tiếp")
"""The kiosk's own buttons under what a page tells or asks."""
BOXES = 12
"""More than the kiosk lets a page open."""
TAPS = 3
FAULT = re.compile(r"portal\.[a-z-]+")
"""Its code, under what the kiosk shows instead of the page."""


@dataclass(slots=True)
class Victim:
    """A portal program on the hostile page, started anew when an attempt has ended it."""

    portals: Portals
    module: str
    hosts: tuple[str, ...] = REACHABLE
    entries: tuple[Entry, ...] = ()
    started: Started | None = None
    person: Person = field(init=False)
    home: Home = field(init=False)
    width: float = 0

    def __post_init__(self) -> None:
        self.home = Home(self.portals.authority.pem)

    def ready(self, start: str = EMPTY) -> Person:
        """In front of the empty page."""
        if self.started is not None and self.started.process.poll() is None:
            try:
                self._back(start)
            except (NotThereError, OSError, ValueError):
                self.started.close()
            else:
                return self.person
        elif self.started is not None:
            self.started.close()
        words = ["--hosts", ",".join(self.hosts), "--stand-in", f"127.0.0.1:{self.portals.server.port}"]
        self.started = Started(self.home, self.module, words)
        rules = Rules(system="national", start=start, hosts=hosts.PORTALS, payment_hosts=(hosts.PAYMENT,))
        look = Look(width=1080, height=1600, fullscreen=False)
        visit = PortalVisit(procedure="x", rules=rules, entries=self.entries, look=look, silence_s=600)
        self.started.begin(visit)
        self.person = Person(self.started)
        self.person.until(lambda: self._stands(start), "the hostile page")
        self.width = self.person.ask(do="frames")["width"]
        return self.person

    def _back(self, start: str) -> None:
        for _ in range(20):
            if not (press := next((name for name in SWITCHES if self.person.can_press(name)), "")):
                break
            self.person.press(press)
        self.person.look([], f"onbeforeunload = null; location.href = '{start}'; 1", world=0)
        self.person.until(lambda: self._stands(start), "the page", 4)

    def _stands(self, start: str) -> bool:
        return self.person.address() == start and self.person.look([], "document.readyState") == "complete"

    def end(self) -> None:
        """Nothing stays."""
        if self.started is not None:
            self.started.close()
        self.home.remove()


@pytest.fixture(scope="module")
def victim(portals: Portals) -> Iterator[Victim]:
    made = Victim(portals, "ui.portal")
    yield made
    made.end()


def tried(victim: Victim, abuse: Abuse) -> None:
    """Open the abuse's page and tap it, as a person who means no harm would."""
    person = victim.ready()
    victim.portals.caught.clear()
    victim.portals.server.recorded.requests.clear()
    opened = victim.portals.server.recorded.requests

    def asked_for() -> bool:  # again, where the page before was still coming
        person.look([], f"location.href = '{PLACE}{abuse.name}'; 1")
        time.sleep(0.3)
        return any(asked.path == PLACE + abuse.name for asked in opened)

    person.until(asked_for, "the abuse's page", 8)
    for _ in range(TAPS):
        try:
            person.tap_on("#tap", 3)
        except NotThereError:
            pass  # it has left, or hangs, or the kiosk stands before it: all of them held
        if any(asked.path == TRIED for asked in opened):
            break
    assert any(asked.path == TRIED for asked in opened), "it was never tried"
    time.sleep(abuse.seconds)


def reached(portals: Portals) -> list[str]:
    """What came to a host that is none of the visit's."""
    found = [
        f"{asked.host}{asked.path}" for asked in portals.server.recorded.requests if asked.host not in hosts.PORTALS
    ]
    return found + [asked.path for asked in portals.server.recorded.requests if asked.path in {"/port", "/plain"}]


def held(victim: Victim, *, abuse_ends_the_page: bool = False) -> list[str]:
    """What was not held; empty when everything was. Where the page still lives, its looks are the sign of life."""
    started = victim.started
    assert started is not None
    faults = [f"reached {each}" for each in reached(victim.portals)]
    faults += [f"caught {each}" for each in victim.portals.caught]
    faults += [
        f"file {path.name}"
        for path in victim.home.folder.rglob("*")
        if path.suffix in {".exe", ".pdf"} or path.name == "Downloads"
    ]
    if started.process.poll() is not None:
        ended = any(isinstance(message, Outcome) for message in [*started.heard, *list(started.messages.queue)])
        return faults if ended else [*faults, f"died without an outcome: {started.complaints()}"]
    names = {Path(f"/proc/{number}/comm").read_text().strip() for number in started.processes()}
    faults += [f"other program {name}" for name in names if not name.startswith(OWN_PROGRAMS)]
    if abuse_ends_the_page and not started.alive():
        faults.append("gives no sign of life")
    seen = victim.person.ask(do="frames")
    if seen["views"] > 2 or (seen["frames"] and seen["width"] > victim.width):
        faults.append(f"took the screen: {seen['views']} views, {seen.get('width')} wide")
    if not any(victim.person.can_press(name) for name in ("Kết thúc", *SWITCHES, "Đóng cửa sổ thanh toán")):
        faults.append(f"no way to end: {victim.person.names()}")
    return faults


def held_how(victim: Victim) -> str:
    """What became of the page, for the figures at the end: none hangs in silence for long."""
    return victim.person.until(lambda: _what_became_of_it(victim), "answer of the page, or word that it hangs", 60)


def _what_became_of_it(victim: Victim) -> str:
    started = victim.started
    assert started is not None
    if started.process.poll() is not None:
        return "the visit was ended"
    if fault := _fault(victim):
        return f"the kiosk stands before the page: {fault}"
    if any(victim.person.can_press(name) for name in SWITCHES):
        return "a box of the kiosk's own stands before the page"
    return "refused, the page stands" if victim.person.look([], "1") == 1 else ""


def _fault(victim: Victim) -> str:
    """The code of what the kiosk says instead of the page."""
    return next((found[0] for name in victim.person.names() if (found := FAULT.search(name))), "")


def shared_out() -> list[object]:
    """Every abuse that leaves the page alive; of the short form every fourth one."""
    mild = [each for each in ABUSES if not each.fatal and not each.resolver_only]
    return [
        pytest.param(each, id=each.name, marks=pytest.mark.slow if place % 4 else ())
        for place, each in enumerate(mild)
    ]


@pytest.mark.parametrize("abuse", shared_out())
def test_an_abuse_is_held(victim: Victim, abuse: Abuse, record_property: Record) -> None:
    tried(victim, abuse)
    assert held(victim) == []
    record_property(WAY_OUT, held_how(victim))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["endless-alerts", "endless-questions"])
def test_whoever_answers_boxes_without_end_is_freed_of_them(victim: Victim, name: str) -> None:
    tried(victim, next(each for each in ABUSES if each.name == name))
    person = victim.person
    for _ in range(BOXES):
        person.until(lambda: any(map(person.can_press, SWITCHES)) or _fault(victim), "a box, or the end of them")
        if _fault(victim):
            break
        person.press(next(filter(person.can_press, SWITCHES)))
    assert _fault(victim) == "portal.nagging"
    person.press("Kết thúc")


@pytest.mark.parametrize("abuse", [each for each in ABUSES if each.resolver_only], ids=lambda abuse: abuse.name)
def test_what_nobody_else_is_asked_about_the_resolver_holds(
    portals: Portals, abuse: Abuse, record_property: Record
) -> None:
    narrow = Victim(portals, "ui.portal", hosts=hosts.PORTALS)
    try:
        tried(narrow, abuse)
        assert held(narrow) == []
        record_property(WAY_OUT, held_how(narrow))
    finally:
        narrow.end()


@pytest.mark.slow
@pytest.mark.parametrize("abuse", [each for each in ABUSES if each.fatal], ids=lambda abuse: abuse.name)
def test_what_eats_the_machine_is_held_and_the_visit_can_be_ended(
    victim: Victim, abuse: Abuse, record_property: Record
) -> None:
    tried(victim, abuse)
    assert held(victim, abuse_ends_the_page=True) == []
    record_property(WAY_OUT, held_how(victim))
    started = victim.started
    assert started is not None
    if started.process.poll() is None:
        victim.person.press("Kết thúc")
        if (
            victim.person.until(
                lambda: started.process.poll() is not None or victim.person.can_press("Ở lại làm tiếp"),
                "the question",
            )
            and started.process.poll() is None
        ):
            victim.person.press("Kết thúc")
        started.outcome(20)


@pytest.mark.slow
def test_the_abuses_do_get_out_of_a_bare_browser(portals: Portals) -> None:
    """Else they would prove nothing."""
    bare = Victim(portals, "tests.portal.hand.bare")
    out = []
    try:
        for abuse in (*REQUESTS, *PLACES):
            if bare.started is not None:
                bare.started.close()
                bare.started = None
            tried(bare, abuse)
            out += [abuse.name] if reached(portals) else []
    finally:
        bare.end()
    assert len(out) >= 36, sorted({each.name for each in (*REQUESTS, *PLACES)} - set(out))


@pytest.mark.parametrize(
    "host",
    [
        pytest.param(hosts.EXPIRED, marks=pytest.mark.slow),
        pytest.param(hosts.MISNAMED, marks=pytest.mark.slow),
        hosts.UNKNOWN_ISSUER,
    ],
)
def test_a_wrong_certificate_is_told_and_never_passed_over(portals: Portals, host: str) -> None:
    bad = Victim(portals, "ui.portal", hosts=(*REACHABLE, host))
    portals.server.recorded.requests.clear()
    try:
        words = ["--hosts", ",".join(bad.hosts), "--stand-in", f"127.0.0.1:{portals.server.port}"]
        bad.started = Started(bad.home, "ui.portal", words)
        rules = Rules(system="page", start=f"https://{host}/", hosts=(host,))
        bad.started.begin(
            PortalVisit(procedure="x", rules=rules, look=Look(width=1080, height=1600, fullscreen=False))
        )
        person = Person(bad.started)
        person.until(lambda: person.can_press("Kết thúc"), "a way to end")
        person.until(
            lambda: person.can_press("Mở lại từ đầu") or person.can_press("Tải lại trang"), "the fault's screen"
        )
        assert not portals.server.recorded.of(host)
    finally:
        bad.end()


def test_there_are_at_least_forty_ways_out_and_abuses() -> None:
    assert len(REQUESTS) + len(PLACES) + len(MACHINE) + len(WEARING_DOWN) >= 40
