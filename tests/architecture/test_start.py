"""What the window must not load before the first screen: libraries that only a card, a scan or a paper needs."""

from __future__ import annotations

import subprocess
import sys

HEAVY = [
    "cryptography",
    "ecdsa",
    "httpx",
    "img2pdf",
    "numpy",
    "psycopg",
    "pygments",
    "rich",
    "sqlite_utils",
    "tomlkit",
    "tuf",
    "typst",
    "zxingcpp",
]


def test_the_window_loads_nothing_heavy_before_the_first_screen() -> None:
    loaded = f"[name for name in {HEAVY} if name in sys.modules]"
    ask = f"import sys, ui.window.app, kiosk.station.station, devices.scanner.simulator; print({loaded})"
    told = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
