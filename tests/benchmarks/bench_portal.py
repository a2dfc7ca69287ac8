"""What filing online costs: a page on the screen, thirteen fields of an e-form, memory while it lasts and afterwards.

Everything is measured beside its own yardstick in the same run, because a loaded machine makes the clock jump: the
page against a bare QtWebEngine view that shows the same page, the filling (focus, input method, taps, reading back)
against a script that sets the same thirteen values and waits as long for the page as the page asks for. The page
stands on loopback; nothing of it was measured at the live portals. The whole kiosk stands open in this process all
the while, as it does wherever a filing runs: what both map of Qt and Python counts half for each. For what filing
leaves in the kiosk, it files with a portal's program without a browser. Run: `./station bench portal --json`.
"""

from __future__ import annotations

import compileall
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from kiosk.filing.entries import Known
from kiosk.filing.entry import ControlKind, Entry
from kiosk.filing.messages import Leave, Look, PortalVisit
from kiosk.filing.visit import portal_visit
from kiosk.i18n import Language
from tests.portal.hand.kiosk_side import FRAMEWORKS
from tests.portal.hand.person import Person
from tests.portal.hand.started import ROOT, Home, Started
from tests.portal.standins import hosts
from tests.portal.standins.forms import form
from tests.portal.standins.portals import Portals
from tests.unit.kiosk.filing.filled import answered, filed_at, places

if TYPE_CHECKING:
    from tests.helpers.kiosk_window import KioskWindow

PROCEDURE, FORM = "xac-nhan-tinh-trang-hon-nhan", "moj-tinh-trang-hon-nhan"
FIRST_WORDS = "Chọn cơ quan thực hiện"
FIELDS = 13
FILL, FILL_AGAIN = "Điền giúp tôi", "Điền lại giúp tôi"
LOOK = Look(width=1080, height=1920, fullscreen=False)
PATIENCE_S = 180.0
WITHOUT_FORM = "ban-sao-tu-so-goc"
BARE, PORTAL = "tests.portal.hand.bare", "ui.portal"
SCRIPT = (Path(__file__).parent / "scripted_filling.js").read_text("utf-8")
READ = """(names => names.filter(name => [...document.querySelectorAll(
`[name="${name}"], [name^="${name}-"], [id^="${name}-"], #custom-select-${name} .input-field-select`)].some(field =>
field.type === 'checkbox' ? field.checked : field.value || (field.textContent || '').trim().replace('-- Chọn --', '')
)).length)"""


def wait(holds: Callable[[], object], what: str) -> None:
    """Look every hundredth of a second, finer than a person's helper does."""
    until = time.perf_counter() + PATIENCE_S
    while not _there(holds):
        if time.perf_counter() > until:
            raise TimeoutError(what)
        time.sleep(0.01)


def _there(holds: Callable[[], object]) -> bool:
    """False too while there is no window yet."""
    try:
        return bool(holds())
    except AssertionError:
        return False


class Bench:
    """The practice portals and a home that trusts them; every process it starts is ended."""

    def __init__(self) -> None:
        if sys.pycache_prefix:  # the package is compiled; a checkout's first start is nobody's everyday
            for part in ("kiosk", "devices", "ui", "tests/portal"):
                compileall.compile_dir(ROOT / part, quiet=1)
        self.portals = Portals(frameworks=FRAMEWORKS)
        self.portals.begin(FORM, hosts.JUSTICE)
        self.home = Home(self.portals.authority.pem)
        self.running: list[Started] = []

    def start(self, module: str) -> Started:
        """One program, on its way up."""
        words = ["--hosts", ",".join(hosts.PORTALS), "--stand-in", f"127.0.0.1:{self.portals.server.port}"]
        self.running.append(Started(self.home, module, [*words, *(["--windowed"] if module == PORTAL else [])]))
        return self.running[-1]

    def close(self) -> None:
        """Nothing of it stays."""
        for started in self.running:
            started.close()
        self.portals.stop()
        self.home.remove()

    # ---------------------------------------------------------------- the page
    def cold(self, module: str, visit: PortalVisit) -> float:
        """Seconds from the start of the process until the words of the page are there."""
        began = time.perf_counter()
        started = self.start(module)
        started.begin(visit)
        return self._shown(started, began)

    def warm(self, visit: PortalVisit) -> float:
        """Seconds from handing the visit to a program that stands by."""
        started = self.start(PORTAL)
        started.wait_for(lambda message: type(message).__name__ == "Ready", 90)
        time.sleep(1.0)
        began = time.perf_counter()
        started.say(visit)
        return self._shown(started, began)

    def _shown(self, started: Started, began: float) -> float:
        person = Person(started)
        wait(lambda: FIRST_WORDS in person.page_text(), "the page")
        seconds = time.perf_counter() - began
        started.kill()
        return seconds

    # ---------------------------------------------------------------- the e-form
    def filled(self, visit: PortalVisit) -> dict[str, float]:
        """Seconds of filling with trusted input, fields that hold something afterwards, and the process's memory."""
        started = self.start(PORTAL)
        started.begin(visit)
        person = Person(started)
        wait(lambda: person.can_press(FILL), "the e-form")
        began = time.perf_counter()
        person.press(FILL)
        wait(lambda: person.can_press(FILL_AGAIN), "the end of filling")
        seconds = time.perf_counter() - began
        pss = pss_mb(started.processes())
        held = int(person.look([], f"{READ}({json.dumps(names_of(visit))})"))
        started.say(Leave())
        started.process.wait(20)
        return {"s": seconds, "fields": held, "pss_mb": pss, "left_mb": pss_mb(started.processes())}

    def scripted(self, visit: PortalVisit) -> dict[str, float]:
        """The same by a script in a bare view."""
        started = self.start(BARE)
        started.begin(visit)
        person = Person(started)
        wait(lambda: "Người yêu cầu" in person.page_text(), "the e-form")
        began = time.perf_counter()
        person.look([], f"({SCRIPT})({json.dumps([_told(each) for each in visit.entries])}); 1", world=0)
        wait(lambda: person.look([], "window.__filled || 0", world=0), "the end of the script")
        seconds = time.perf_counter() - began
        held = int(person.look([], f"{READ}({json.dumps(names_of(visit))})"))
        started.kill()
        return {"s": seconds, "fields": held}


def _told(entry: Entry) -> dict[str, object]:
    return {
        "name": entry.names[0],
        "value": entry.value,
        "words": [entry.value, *entry.options],
        "kind": entry.kind.value,
        "waits": entry.waits_ms,
    }


def names_of(visit: PortalVisit) -> list[str]:
    """The names of the fields that are filled."""
    return [entry.names[0] for entry in visit.entries]


def visit_to(start: str, entries: tuple[Entry, ...] = ()) -> PortalVisit:
    """The practice filing, opening at this address."""
    at = filed_at(PROCEDURE)
    assert at.filing is not None
    known = Known(journey=answered(at.filing.form, at.procedure.code))
    made = portal_visit(at, known, places, Language.VI, look=LOOK, silence_s=900)
    rules = msgspec.structs.replace(made.rules, start=start, sign_out="")
    return msgspec.structs.replace(made, rules=rules, entries=entries)


def thirteen() -> tuple[Entry, ...]:
    """The first thirteen entries that the practice form has a field for and that are not files."""
    holes = {hole.name: hole for hole in form(FORM).holes}
    made = visit_to("https://dichvucong.gov.vn/")
    at = filed_at(PROCEDURE)
    assert at.filing is not None
    known = Known(journey=answered(at.filing.form, at.procedure.code))
    every = portal_visit(at, known, places, Language.VI, look=made.look, silence_s=900).entries
    fit = [
        msgspec.structs.replace(entry, names=tuple(name for name in entry.names if name in holes)[:1])
        for entry in every
        if entry.kind is not ControlKind.FILE and any(name in holes for name in entry.names)
    ]
    return tuple(fit[:FIELDS])


def own_mb() -> float:
    """What this process alone holds, in MB; pages of files count for more or less as others use the libraries."""
    told = Path("/proc/self/smaps_rollup").read_text()
    return sum(int(line.split()[1]) for line in told.splitlines() if line.startswith("Pss_Anon:")) / 1024


def pss_mb(processes: list[int]) -> float:
    """The proportional set size of these processes together, in MB (2^20 bytes), as Linux tells it: a page of a file
    that the kiosk or another browser maps too counts only in part."""
    total = 0
    for number in processes:
        try:
            told = (Path("/proc") / str(number) / "smaps_rollup").read_text()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in told.splitlines() if line.startswith("Pss:"))
    return total / 1024


@contextmanager
def kiosk_beside() -> Iterator[KioskWindow]:
    """The whole kiosk in this process, where filing online is there."""
    from tests.helpers.fake_portal import Does, program
    from tests.helpers.filing import MadeUpFiling
    from tests.helpers.kiosk_window import kiosk_window
    from ui.visit.portal_program import ChildProgram

    portal = ChildProgram(command=program(Does.FILE), modules=ROOT)
    filing = MadeUpFiling(offered=frozenset({WITHOUT_FORM}), countable_hosts=())
    with (
        tempfile.TemporaryDirectory(prefix="bench-portal-") as folder,
        kiosk_window(Path(folder), portal=portal, filing=filing) as window,
    ):
        yield window


def kiosk_before_and_after(window: KioskWindow, filings: int) -> tuple[float, float]:
    """The kiosk's own memory after three visits that filed, and after `filings` more, in MB."""
    from kiosk.session import EndReason

    front = window.app.visit

    def file_once() -> None:
        front.begin()
        front.act(lambda: front.session.choose_procedure(WITHOUT_FORM))
        window.app.online.begin()
        window.user.wait_for(lambda: front.session.is_done, "the outcome")
        front.end(EndReason.FINISHED)
        front.next_person()
        window.user.rest(200)

    for _ in range(3):
        file_once()
    before = own_mb()
    for _ in range(filings):
        file_once()
    return before, own_mb()


@click.command
@click.option("--json", "as_json", is_flag=True, help="Machine-readable.")
@click.option("--rounds", default=3, show_default=True, help="Rounds of each; the median is told.")
def main(*, as_json: bool, rounds: int) -> None:
    """A page, an e-form, and memory, each beside its yardstick."""
    page = visit_to(filed_at(PROCEDURE).start)
    e_form = visit_to(f"https://{hosts.E_FORM}{form(FORM).head['path']}", thirteen())
    bare, cold, warm, trusted, scripted = [], [], [], [], []
    with kiosk_beside() as window:
        bench = Bench()
        try:
            for _ in range(rounds):
                bare.append(bench.cold(BARE, page))
                cold.append(bench.cold(PORTAL, page))
                warm.append(bench.warm(page))
                trusted.append(bench.filled(e_form))
                scripted.append(bench.scripted(e_form))
        finally:
            bench.close()
        before, after = kiosk_before_and_after(window, 20)
    told = figures(bare, cold, warm, trusted, scripted) | {
        "kiosk_mb": round(after, 1),
        "kiosk_grew_mb": round(after - before, 1),
    }
    if as_json:
        click.echo(json.dumps(told, indent=1))
    else:
        for name, value in told.items():
            click.echo(f"{name:24} {value}")
    sys.stdout.flush()


def figures(
    bare: list[float],
    cold: list[float],
    warm: list[float],
    trusted: list[dict[str, float]],
    scripted: list[dict[str, float]],
) -> dict[str, float]:
    """Medians, their ratios, and what must not be exceeded beside them."""
    page, filling = statistics.median(bare), statistics.median(one["s"] for one in scripted)
    by_hand = statistics.median(one["s"] for one in trusted)
    return {
        "bare_page_s": round(page, 2),
        "page_s": round(statistics.median(cold), 2),
        "page_ratio": round(statistics.median(cold) / page, 2),
        "page_ratio_at_most": 1.3,
        "standby_page_s": round(statistics.median(warm), 2),
        "standby_ratio": round(statistics.median(warm) / page, 2),
        "standby_ratio_at_most": 0.5,
        "fields": min(one["fields"] for one in trusted),
        "filling_s": round(by_hand, 2),
        "scripted_fields": min(one["fields"] for one in scripted),
        "scripted_s": round(filling, 2),
        "filling_ratio": round(by_hand / filling, 2),
        "filling_ratio_at_most": 2.0,
        "pss_mb": round(max(one["pss_mb"] for one in trusted)),
        "pss_mb_at_most": 300,
        "left_mb": round(max(one["left_mb"] for one in trusted), 1),
    }


if __name__ == "__main__":
    main()
