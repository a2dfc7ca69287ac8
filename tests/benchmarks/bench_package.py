"""What a technician carries and waits for: sizes of the package and its parts, and the frozen start against unfrozen.

A start is timed from the process to the READY that systemd would hear: window made, event loop turning. Both kinds
start in turn with the same settings (virtual devices), offscreen, cold (empty HOME) and warm (the same HOME again).
Needs a build: `./station package` first. Run: `./station bench package --json`.
"""

from __future__ import annotations

import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click

from release.folder import DIST, ROOT, megabytes
from release.parts import OVER, parts

FROZEN = [str(DIST / "kiosk-dvc"), "run", "--windowed"]
UNFROZEN = [sys.executable, "-m", "ui", "run", "--windowed"]
VIRTUAL = """
[card_reader]
driver = "simulator"
[printer]
driver = "simulator"
"""


def start(command: list[str], home: Path) -> float:
    """Milliseconds from the start of the process until it says READY."""
    listener = home / "notify"
    listener.unlink(missing_ok=True)
    places = {"HOME": home, "XDG_CACHE_HOME": home / "cache", "KIOSK_STATE": home / "state", "KIOSK_CONFIG": home}
    env = {**os.environ, **{name: str(place) for name, place in places.items()}, "NOTIFY_SOCKET": str(listener)}
    env |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind(str(listener))
        ear.settimeout(60)
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=home, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            ear.recv(100)
            return (time.perf_counter() - started) * 1000
        finally:
            process.kill()
            process.wait()


def starts(rounds: int) -> dict[str, float]:
    """Medians of cold and warm starts, frozen and unfrozen in turn."""
    taken: dict[str, list[float]] = {"frozen_cold": [], "frozen_warm": [], "unfrozen_cold": [], "unfrozen_warm": []}
    for _ in range(rounds):
        for name, command in (("frozen", FROZEN), ("unfrozen", UNFROZEN)):
            with tempfile.TemporaryDirectory(prefix="bench-package-") as folder:
                home = Path(folder)
                (home / "devices.toml").write_text(VIRTUAL, encoding="utf-8")
                taken[f"{name}_cold"].append(start(command, home))
                taken[f"{name}_warm"].append(start(command, home))
    return {f"{name}_ms": round(statistics.median(one), 1) for name, one in taken.items()}


def sizes() -> dict[str, object]:
    """MB (10^6 bytes) of the package, the installed program and its parts over 5 MB."""
    packages = sorted((ROOT / "dist").glob("kiosk-dvc_*.deb"))
    return {
        "deb_mb": round(packages[-1].stat().st_size / 1e6, 1) if packages else None,
        "installed_mb": round(megabytes(DIST), 1),
        "parts_mb": {name: round(size, 1) for name, size in parts(DIST).items() if size >= OVER},
    }


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.option("--rounds", default=5, show_default=True)
def main(as_json: bool, rounds: int) -> None:
    """Sizes, and frozen start against unfrozen."""
    if not DIST.exists():
        raise click.ClickException("nothing built yet: ./station package")
    figures = {**sizes(), **starts(rounds), "rounds": rounds}
    if as_json:
        click.echo(json.dumps(figures))
    else:
        for name, value in figures.items():
            click.echo(f"{name:18} {value}")


if __name__ == "__main__":
    main()
