"""Chromium as it runs: no process of a filing is without its sandbox but the program itself; it is the one that the
doctor tells.
"""

from __future__ import annotations

from pathlib import Path

from kiosk.doctor.browser import BROWSER
from kiosk.filing.messages import Ready
from tests.portal.conftest import Start
from tests.portal.standins import hosts
from tests.portal.standins.portals import Portals
from tests.portal.test_visits import begin
from tests.portal.visitor import visit_of

SPACES = ("pid", "net", "user")


def test_every_process_but_the_program_is_shut_in_and_the_doctor_knows_the_browser(
    portals: Portals, start: Start
) -> None:
    portals.begin("national-khai-sinh", hosts.NATIONAL)
    started, person = begin(portals, start, visit_of("dang-ky-khai-sinh"))
    person.reads("Chọn cơ quan thực hiện")
    ready = started.wait_for(lambda message: isinstance(message, Ready))
    assert isinstance(ready, Ready)
    assert (ready.chromium, ready.security_patch) == (BROWSER.chromium, BROWSER.security_patch), (
        "what the doctor tells"
    )
    children = [number for number in started.processes() if number != started.process.pid]
    own = {name: Path(f"/proc/{started.process.pid}/ns/{name}").readlink() for name in SPACES}
    filtered = 0
    for number in children:
        status = dict(
            line.split(":\t", 1) for line in Path(f"/proc/{number}/status").read_text().splitlines() if ":\t" in line
        )
        assert status["NoNewPrivs"] == "1"
        shut = [name for name in SPACES if Path(f"/proc/{number}/ns/{name}").readlink() != own[name]]
        assert shut == list(SPACES), f"{number} shares what it must not"
        filtered += status["Seccomp"] == "2"
    assert filtered >= 1, "the page's own process has its calls filtered"
