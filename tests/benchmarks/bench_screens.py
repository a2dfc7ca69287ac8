"""How the screens feel: page switch, keystroke to painted letter, frames a second of the fade, memory over visits.

Software rendering, offscreen, the real window over the real station with virtual devices. A page switch is timed
from the touch until the frame after it was painted, once without motion (all that is seen of the page is there) and
once with it (its fade begins); the first visit, which compiles every page, is not counted. The visits print nothing:
what the library that sets papers adds, once for all visits, is told by itself.
Run: `./station bench screens --json` (500 visits; `--visits` for fewer).
"""

from __future__ import annotations

import json
import math
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import click
from PySide6.QtCore import QElapsedTimer
from PySide6.QtQuick import QQuickItem

from kiosk.session import EndReason, Screen
from tests.helpers.kiosk_window import KioskWindow, kiosk_window
from ui.played.screen_user import live

LETTERS = "dang ky tam tru"
EARLY = 50
PAGE = 4096
PATIENCE_MS = 5_000


def resident_mb() -> float:
    """Resident memory now, in megabytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * PAGE / 1e6


def percentile(values: list[float], share: float) -> float:
    """Nearest rank."""
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def until_painted(window: KioskWindow, action: Callable[[], object]) -> float:
    """Milliseconds from the action to the end of the next painted frame."""
    painted: list[float] = []
    connection = window.app.window.frameSwapped.connect(lambda: painted.append(time.perf_counter()))
    start = time.perf_counter()
    action()
    patience = QElapsedTimer()
    patience.start()
    while not painted and patience.elapsed() < PATIENCE_MS:
        live(5)
    window.app.window.frameSwapped.disconnect(connection)
    return (painted[0] - start) * 1000 if painted else PATIENCE_MS


def visit(window: KioskWindow, pause_ms: int = 0) -> list[float]:
    """One visit without a card: from the idle screen through search, procedure and questions to goodbye.

    `pause_ms` after each page lets its fade end.
    """
    visit, session = window.app.visit, window.app.visit.session
    steps: list[Callable[[], object]] = [
        visit.begin,
        lambda: visit.act(lambda: session.go(Screen.GUIDES)),
        lambda: visit.act(lambda: session.choose_life_event("chuyen-nha")),
        lambda: visit.act(lambda: session.choose_procedure("dang-ky-tam-tru")),
        lambda: visit.act(session.fill_form),
        lambda: visit.act(lambda: session.consent(given=False)),
        lambda: visit.act(lambda: session.answer("toi")),
        lambda: visit.act(lambda: session.answer("Nguyễn Văn An")),
        lambda: visit.act(lambda: session.answer("10/02/1990")),
        lambda: visit.act(session.back),
        lambda: visit.act(lambda: session.go(Screen.GUIDES)),
        lambda: visit.act(lambda: session.go(Screen.HELP)),
        lambda: visit.end(EndReason.LEFT),
        visit.next_person,
    ]
    taken = []
    for step in steps:
        taken.append(until_painted(window, step))
        window.user.rest(pause_ms)
    return taken


def keystrokes(window: KioskWindow) -> list[float]:
    """Milliseconds a letter, typed into the search field."""
    window.app.visit.begin()
    window.app.visit.act(lambda: window.app.visit.session.go(Screen.SEARCH))
    window.user.settle()
    taken = [until_painted(window, lambda letter=letter: window.user.type(letter)) for letter in LETTERS]  # type: ignore[misc]
    window.app.visit.end(EndReason.LEFT)
    window.app.visit.next_person()
    return taken


def frames_a_second(window: KioskWindow) -> float:
    """Different pictures painted while one page fades into the next, over the time from the first to the last."""
    painted: dict[float, float] = {}
    window.app.look.setProperty("motion", True)
    window.app.visit.begin()
    window.user.rest(400)
    connection = window.app.window.frameSwapped.connect(lambda: note(window, painted))
    window.app.visit.act(lambda: window.app.visit.session.go(Screen.GUIDES))
    window.user.rest(300)
    window.app.window.frameSwapped.disconnect(connection)
    window.app.look.setProperty("motion", False)
    window.app.visit.end(EndReason.LEFT)
    window.app.visit.next_person()
    times = list(painted.values())
    return (len(times) - 1) / (times[-1] - times[0]) if len(times) > 1 else 0.0


def note(window: KioskWindow, painted: dict[float, float]) -> None:
    """When this blend of the two pages was first painted."""
    picture = window.app.window.findChild(QQuickItem, "pageBefore")
    if picture is not None:
        painted.setdefault(picture.opacity(), time.perf_counter())


def fading_switches(window: KioskWindow) -> list[float]:
    """Milliseconds until the first frame of each fade, over three visits."""
    window.app.look.setProperty("motion", True)
    taken = [ms for _ in range(3) for ms in visit(window, pause_ms=300)]
    window.app.look.setProperty("motion", False)
    return taken


def with_papers_mb(window: KioskWindow) -> float:
    """Resident memory once a leaflet was set, pictured, and read in full size on the print screen."""
    user, look = window.user, window.app.visit
    look.begin()
    session = look.session
    look.act(lambda: session.choose_procedure("dang-ky-tam-tru"))
    look.act(session.print_papers)
    user.wait_for(lambda: bool(session.paper.sheets), "the leaflet")
    user.press("Xem to: Giấy hướng dẫn")
    user.settle()
    return resident_mb()


def measure(visits: int) -> dict[str, float]:
    """All figures."""
    with tempfile.TemporaryDirectory(prefix="bench-screens-") as folder, kiosk_window(Path(folder)) as window:
        visit(window)
        switches: list[float] = []
        early = 0.0
        for number in range(1, visits + 1):
            switches += visit(window)
            if number == min(EARLY, max(1, visits // 10)):
                early = resident_mb()
        late = resident_mb()
        faded = fading_switches(window)
        typed = keystrokes(window) + keystrokes(window)
        return {
            "visits": visits,
            "page_switch_p50_ms": round(percentile(switches, 0.5), 1),
            "page_switch_p95_ms": round(percentile(switches, 0.95), 1),
            "page_switch_fading_p95_ms": round(percentile(faded, 0.95), 1),
            "keystroke_p95_ms": round(percentile(typed, 0.95), 1),
            "fade_frames_per_second": round(frames_a_second(window), 1),
            "rss_mb": round(late, 1),
            "rss_growth_percent": round((late / early - 1) * 100, 2),
            "rss_with_papers_mb": round(with_papers_mb(window), 1),
        }


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.option("--visits", default=500, show_default=True)
def main(as_json: bool, visits: int) -> None:
    """Page switch, keystroke, fade and memory."""
    figures = measure(visits)
    if as_json:
        click.echo(json.dumps(figures))
    else:
        for name, value in figures.items():
            click.echo(f"{name:26} {value}")


if __name__ == "__main__":
    main()
