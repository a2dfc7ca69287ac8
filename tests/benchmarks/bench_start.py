"""How long until the first usable screen, cold and warm, against a bare PySide6 window doing the same imports.

Each start is a process of its own. Cold: an empty HOME and no counts yet; what `./station` and the package prepare
(parsed content, compiled pages, byte code) is there. Warm: the same HOME again. `bare` imports the same modules and
shows one empty window. Memory is the resident set at first frame. The shares of processor time stand still where
other programs make the clock's shares jump.
Run: `./station bench start --json`.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parents[2]

REPORT = """
import resource, json, sys, time
sys.modules["rich"] = None
def report():
    print(json.dumps({"ms": (time.perf_counter() - started) * 1000, "cpu_ms": time.process_time() * 1000,
                      "rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""
KIOSK = (
    """
import time
started = time.perf_counter()
"""
    + REPORT
    + """
import gc
gc.disable()  # as `ui.__main__` does
import os
from pathlib import Path
from PySide6.QtCore import QSize
from kiosk.clock import Clock
from kiosk.settings import read_settings
from kiosk.station.station import open_station
from ui.window.app import App, Shape
from ui.program.station import application, virtual
qt = application()
state = Path(os.environ["KIOSK_STATE"])
station = open_station(virtual(read_settings(), "nguyen-van-an", state / "paper"), Clock(), state=state)
app = App(station.services, station.card_reader, station.settings.devices,
          Shape(size=QSize(1080, 1920), pixels_per_mm=4.0, motion=False))
app.window.frameSwapped.connect(qt.quit)
qt.exec()
report()
os._exit(0)
"""
)
BARE = (
    """
import time
started = time.perf_counter()
"""
    + REPORT
    + """
import os, sys
import PySide6.QtCore, PySide6.QtGui, PySide6.QtQml, PySide6.QtQuick, PySide6.QtSvg
import kiosk.station.station, ui.window.app, ui.program.station
os.environ.setdefault("QT_QUICK_BACKEND", "software")
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow
qt = QGuiApplication(sys.argv)
window = QQuickWindow()
window.resize(1080, 1920)
window.frameSwapped.connect(qt.quit)
window.show()
qt.exec()
report()
os._exit(0)
"""
)


def start(program: str, home: Path) -> dict[str, float]:
    """One process; milliseconds to its first frame and megabytes then."""
    env = {
        **os.environ,
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "KIOSK_STATE": str(home / "state"),
        "QT_QPA_PLATFORM": "offscreen",
        "QT_QUICK_BACKEND": "software",
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run([sys.executable, "-c", program], env=env, capture_output=True, text=True, check=True)
    measured: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return measured


def measure(rounds: int) -> dict[str, float]:
    """Medians over `rounds`, the three kinds of start taken in turn."""
    cold, warm, bare = [], [], []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory(prefix="bench-start-") as folder:
            home = Path(folder)
            cold.append(start(KIOSK, home))
            warm.append(start(KIOSK, home))
            bare.append(start(BARE, home))
    median = {
        name: {key: statistics.median(one[key] for one in taken) for key in ("ms", "cpu_ms", "rss_mb")}
        for name, taken in (("cold", cold), ("warm", warm), ("bare", bare))
    }
    return {
        "cold_ms": round(median["cold"]["ms"], 1),
        "warm_ms": round(median["warm"]["ms"], 1),
        "bare_ms": round(median["bare"]["ms"], 1),
        "cold_to_bare": round(median["cold"]["ms"] / median["bare"]["ms"], 2),
        "warm_to_bare": round(median["warm"]["ms"] / median["bare"]["ms"], 2),
        "cold_to_bare_cpu": round(median["cold"]["cpu_ms"] / median["bare"]["cpu_ms"], 2),
        "warm_to_bare_cpu": round(median["warm"]["cpu_ms"] / median["bare"]["cpu_ms"], 2),
        "rss_mb": round(median["warm"]["rss_mb"], 1),
        "bare_rss_mb": round(median["bare"]["rss_mb"], 1),
        "rounds": rounds,
    }


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.option("--rounds", default=5, show_default=True)
def main(as_json: bool, rounds: int) -> None:
    """Cold and warm start to the first frame, and memory."""
    figures = measure(rounds)
    if as_json:
        click.echo(json.dumps(figures))
    else:
        for name, value in figures.items():
            click.echo(f"{name:18} {value}")


if __name__ == "__main__":
    main()
