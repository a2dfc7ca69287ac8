"""Two hundred pages of a register in one sitting, through the officer's window: whether the memory grows.

The scanner is the simulator with the drawn pages at the resolution of `registers.toml`, the stick a folder. Growth
compares the last ten pages with those behind the first ten, when everything has been used once. The list on the stick
must have every page, and each file must be there. Apache PDFBox' Preflight judges the first and the last as PDF/A-1b,
where this computer has it.

`./station bench registers --json`. Bound (issue 21): under 3 %.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

import openpyxl
from PySide6.QtCore import Qt

from devices.stick.simulator import SimulatedPort, SimulatedStick
from kiosk.clock import Clock
from kiosk.counts.events import Role
from kiosk.officer.registers.stage import RegisterStage
from kiosk.staff import RolePins
from tests.helpers import preflight
from tests.helpers.kiosk_window import KioskWindow, kiosk_window
from ui.staff.pages import StaffPage
from ui.view_models.officer_registers import RegistersViewModel

PAGES, WARM, LOOKED_AT = 200, 10, 10
MOST_GROWTH = 3.0
PIN = "204617"
PATIENCE_MS = 120_000


def memory_mb() -> float:
    """What this process holds now (statm of proc(5))."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * 4096 / 1e6


def sign_in(window: KioskWindow) -> RegistersViewModel:
    """To the register of births, as an officer."""
    user = window.user
    window.app.window.requestActivate()
    user.settle()
    user.key(Qt.Key.Key_F12)
    for digit in PIN:
        user.press(digit)
    user.press("Mở phần nhân viên")
    user.wait_to_see("Cán bộ làm việc gì?")
    user.press("Quét sổ hộ tịch")
    user.press("Sổ đăng ký khai sinh")
    if window.app.staff is None:
        raise LookupError("no staff side")
    model = window.app.staff.models[StaffPage.REGISTERS]
    if not isinstance(model, RegistersViewModel):
        raise TypeError("another page")
    return model


def one_page(window: KioskWindow, model: RegistersViewModel, number: int) -> None:
    """Scan, type twice, write."""
    model.scan()
    window.user.wait_for(lambda: model.props.may_index, f"page {number}")
    window.app.window.grabWindow()
    model.beginIndex()
    for text in ("01/2005", str(number), str(number), "2005", "Lò Thị Mẫu Đơn") * 2:
        model.give(text)
    if model.props.stage is not RegisterStage.COMPARE:
        raise RuntimeError("the typings do not agree")
    model.write()
    window.user.wait_for(lambda: model.props.records == number, f"record {number}")


def measure(pages: int) -> dict[str, float | str]:
    """All figures."""
    held: list[float] = []
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as name:
        folder, stick = Path(name) / "station", Path(name) / "usb"
        stick.mkdir()
        RolePins(folder / "state", Clock().seconds).of(Role.OFFICER).set(PIN)
        port = SimulatedPort(SimulatedStick(stick), put_in_anew=True)
        with kiosk_window(folder, port=port) as window:
            window.user._patience_ms = PATIENCE_MS
            model = sign_in(window)
            wall, cpu = time.perf_counter(), time.process_time()
            for number in range(1, pages + 1):
                one_page(window, model, number)
                held.append(memory_mb())
            wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        sheet = openpyxl.load_workbook(next(stick.glob("*.xlsx"))).active
        files = sorted(stick.glob("*.pdf"))
        listed = sheet.max_row - 1 if sheet is not None else 0
        judged = preflight.verdict([files[0], files[-1]])
    early = statistics.median(held[WARM : WARM + LOOKED_AT])
    late = statistics.median(held[-LOOKED_AT:])
    return {
        "pages": pages,
        "files": len(files),
        "listed": listed,
        "memory_early_mb": round(early, 1),
        "memory_late_mb": round(late, 1),
        "memory_most_mb": round(max(held), 1),
        "growth_percent": round((late / early - 1) * 100, 2),
        "page_cpu_s": round(cpu / pages, 2),
        "page_wall_s": round(wall / pages, 2),
        "preflight": judged,
    }


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--pages", type=int, default=PAGES)
    asked = parser.parse_args()
    figures = measure(asked.pages)
    missed = [key for key in ("files", "listed") if figures[key] != asked.pages]
    missed += ["growth_percent"] if float(figures["growth_percent"]) >= MOST_GROWTH else []
    missed += ["preflight"] if figures["preflight"] not in (preflight.VALID, preflight.ABSENT) else []
    print(json.dumps({**figures, "missed": missed}, indent=None if asked.json else 2))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
