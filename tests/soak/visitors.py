"""One process that lives through visit after visit in the real window, faults among them; a line of JSON for each.

Three kinds of visitor take turns by chance: one who knows the
way and takes her papers home (no faults: it shows that after all of them the station still serves), one who presses
what comes, and one who goes away in the middle. Every tenth visit the station rests, and its memory is measured.
"""

from __future__ import annotations

import ctypes
import json
import random
import sys
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType

import msgspec
from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible, QAccessibleInterface

from devices.card_reader.simulator import PersonaFolder, SimulatedReader
from devices.printer.simulator import SimulatedPrinter
from devices.scanner.simulator import SimulatedScanner
from devices.stick.simulator import SimulatedPort
from kiosk import paths
from kiosk.clock import Clock
from kiosk.session import EndReason, Screen
from kiosk.settings import Settings, read_settings
from kiosk.station.station import Station, open_station
from tests.soak.faults import FaultyClock, Surroundings, faults
from ui.played.played_visit import PlayedVisit
from ui.played.screen_user import NotShownError, ScreenUser, live
from ui.played.visit import card_digits, play_visit
from ui.program.station import application, virtual
from ui.window.app import App, Shape

PERSONA = "nguyen-van-an"
SIZE = QSize(540, 960)
FAULT, LEADS, LEAVES = 0.12, 0.65, 0.02
"""Chances: of a fault before a press; of a press that leads on; of going away after one."""
GOAL = 0.05
"""Share of the visitors who know the way."""
MOST_PRESSES = 16
REST_EVERY, REST_MS = 10, 900
PATIENCE_MS = 60_000
LEADING = (
    "Chạm vào đây để bắt đầu", "Đăng ký tạm trú", "Điền tờ khai", "Đồng ý và đọc thẻ",
    "Đọc thẻ", "Đúng, điền tờ khai", "Cho tôi", "Không", "Tiếp tục", "Bỏ qua, tiếp tục", "In giấy", "Bắt đầu in",
    "Tôi đã nhận đủ giấy", "Quét giấy tờ", "Quét", "Xong", "Đọc lại thẻ", "Thử lại", "Khai bằng tay",
)  # fmt: skip
TYPED = ("0912345678", "Lê Văn Bảy", "van tu", "12", "01", "khai sinh", "x" * 300, "040075001234")


@dataclass(slots=True, kw_only=True)
class Unplayed(PlayedVisit):
    """A visit of which no picture is kept; what its touches took goes to `took`."""

    took: list[float] = field(default_factory=list)

    def touch(self, name: str) -> None:
        """Press a button, and take the time until the window has answered."""
        self.user.wait_for(lambda: self.user.can_press(name), f"a button named {name!r}")
        started = time.perf_counter()
        self.user.press(name)
        self.user.settle()
        self.took.append(time.perf_counter() - started)

    def keep(self, name: str) -> None:
        """Nothing."""


class Visitors:
    """Plays visits in one window, one after another."""

    def __init__(self, app: App, station: Station, around: Surroundings, seed: int) -> None:
        self._app, self._station, self._around = app, station, around
        self._user = ScreenUser(app.window, PATIENCE_MS)
        self._chance = random.Random(seed)
        self._faults = faults(around, self._chance)
        self.uncaught: list[str] = []
        self._stuck_prints = 0

    def visit(self, number: int) -> dict[str, object]:
        """One visitor from idle screen to idle screen; what is to be told of it."""
        happened: list[str] = []
        took: list[float] = []
        knows_the_way = self._chance.random() < GOAL or number == 0
        missed = ""
        try:
            if knows_the_way:
                self._reach_the_goal(took)
            else:
                self._press_what_comes(took, happened)
        except NotShownError as fault:
            missed = str(fault)
        around_again = time.perf_counter()
        stuck = self._back_to_idle()
        told: dict[str, object] = {
            "visit": number,
            "kind": "goal" if knows_the_way else "any",
            "faults": happened,
            "presses": len(took),
            "slowest_ms": round(1000 * max(took, default=0.0), 1),
            "all_ms": round(1000 * sum(took), 1),
            "ending_ms": round(1000 * (time.perf_counter() - around_again), 1),
            "missed": missed,
            "stuck": stuck,
            "uncaught": self.uncaught[:],
            "qml": len(self._app.warnings),
        }
        self.uncaught.clear()
        if number % REST_EVERY == REST_EVERY - 1:
            self._user.rest(REST_MS)
            told |= measured()
        return told

    def _reach_the_goal(self, took: list[float]) -> None:
        played = Unplayed(folder=Path(), app=self._app, user=self._user, took=took)
        play_visit(played, self._station, card_digits(PERSONA))

    def _press_what_comes(self, took: list[float], happened: list[str]) -> None:
        for _ in range(self._chance.randrange(4, MOST_PRESSES)):
            if self._chance.random() < FAULT:
                name = self._chance.choice(list(self._faults))
                self._faults[name]()
                happened.append(name)
            if not self._press_one(took) or self._chance.random() < LEAVES:
                return

    def _press_one(self, took: list[float]) -> bool:
        """One press, or some typing; whether the visit goes on."""
        if self._app.visit.screen is Screen.END:
            return False
        if self._app.visit.screen is Screen.CARD:
            self._around.lay_card(PERSONA)
            for digit in card_digits(PERSONA):
                if self._user.can_press(digit):
                    self._user.press(digit)
        elif self._user.focused() is not None and self._chance.random() < 0.5:
            self._user.type(self._chance.choice(TYPED))
        control = self._chosen()
        if control is None:
            self._user.rest(100)
            return True
        started = time.perf_counter()
        control.actionInterface().doAction("Press")
        self._user.settle()
        took.append(time.perf_counter() - started)
        return True

    def _chosen(self) -> QAccessibleInterface | None:
        there = [item for item in self._user.tree() if is_pressable(item)]
        leading = [item for item in there if item.text(QAccessible.Text.Name) in LEADING]
        among = leading if leading and self._chance.random() < LEADS else there
        return self._chance.choice(among) if among else None

    def _back_to_idle(self) -> list[str]:
        """End the visit, put everything right, and see what does not come to rest."""
        reason = self._chance.choice(list(EndReason))
        if reason is EndReason.TIMED_OUT:
            self._app.inactivity.gone.emit()
        else:
            self._app.visit.end(reason)
        self._around.mend()
        self._app.visit.next_person()
        waits = {
            "the idle screen": lambda: self._app.visit.screen is Screen.IDLE,
            "the workers": lambda: not self._app.jobs.under_way,
            "the reader": lambda: self._around.reader.state().value == "no-card",
        }
        stuck = [what for what, rests in waits.items() if not self._comes_to_rest(rests, what)]
        self._stuck_prints = self._stuck_prints + 1 if self._around.printer.waiting else 0
        return [*stuck, "the printer"] if self._stuck_prints > 2 else stuck

    def _comes_to_rest(self, rests: object, what: str) -> bool:
        try:
            self._user.wait_for(rests, what)  # type: ignore[arg-type]
        except NotShownError:
            return False
        live()
        return True


def is_pressable(item: QAccessibleInterface) -> bool:
    """Whether a person can press this control now."""
    actions = item.actionInterface()
    return bool(actions) and not item.state().disabled and "Press" in actions.actionNames()


class _Mallinfo2(ctypes.Structure):
    """What the C library says of its memory, in bytes (malloc.h)."""

    _fields_ = tuple(
        (name, ctypes.c_size_t)
        for name in "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost".split()
    )


def _in_use_kb() -> int:
    """What is held and not given back: it grows by a leak, and not by holes between what is held."""
    libc = ctypes.CDLL(None)
    libc.mallinfo2.restype = _Mallinfo2
    told = libc.mallinfo2()
    return int(told.uordblks + told.hblkhd) // 1024


def measured() -> dict[str, object]:
    """Memory of this process alone in kB, what of it is in use, its threads and open files. Linux with glibc 2.33 or
    newer."""
    told = dict(
        line.split(":", 1) for line in Path("/proc/self/smaps_rollup").read_text().splitlines()[1:] if ":" in line
    )
    kilobytes = {name: int(told[name].split()[0]) for name in ("Pss", "Private_Dirty")}
    return {
        "pss_kb": kilobytes["Pss"],
        "own_kb": kilobytes["Private_Dirty"],
        "in_use_kb": _in_use_kb(),
        "threads": len(list(Path("/proc/self/task").iterdir())),
        "files": len(list(Path("/proc/self/fd").iterdir())),
    }


def quick(settings: Settings) -> Settings:
    """Without what only makes people wait."""
    visit = msgspec.structs.replace(settings.kiosk.visit, goodbye=60.0)
    printer = msgspec.structs.replace(settings.devices.printer, folder="")
    return msgspec.structs.replace(
        settings,
        kiosk=msgspec.structs.replace(settings.kiosk, visit=visit),
        devices=msgspec.structs.replace(settings.devices, printer=printer),
    )


def main(folder: Path, visits: int, seed: int) -> None:
    """Open the station and live through that many visits."""
    application()
    clock, port = FaultyClock(), SimulatedPort()
    settings = quick(virtual(read_settings(overrides=folder / "none"), PERSONA, folder / "paper"))
    station = open_station(settings, Clock(read=clock.read), state=folder / "state")
    assert isinstance(station.card_reader, SimulatedReader)
    assert isinstance(station.printer, SimulatedPrinter)
    assert isinstance(station.scanner, SimulatedScanner)
    services = replace(station.services, scanning=replace(station.services.scanning, port=port))
    shape = Shape(size=SIZE, pixels_per_mm=2.0, motion=False)
    app = App(services, station.card_reader, settings.devices, shape)
    app.look.setProperty("doubleTapGuard", 0)
    around = Surroundings(
        reader=station.card_reader,
        printer=station.printer,
        scanner=station.scanner,
        port=port,
        clock=clock,
        counts=folder / "state" / "counts.sqlite",
        stick=folder / "stick",
        personas=PersonaFolder(paths.assets() / "demo_cards"),
    )
    visitors = Visitors(app, station, around, seed)

    def uncaught(kind: type[BaseException], _fault: BaseException, trace: TracebackType | None) -> None:
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
        visitors.uncaught.append(f"{kind.__name__} {place}")

    sys.excepthook = uncaught
    for number in range(visits):
        sys.stdout.write(json.dumps(visitors.visit(number)) + "\n")
        sys.stdout.flush()
    app.close()
    station.close()
