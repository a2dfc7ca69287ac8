"""How long `kiosk doctor --json` takes when a device of each kind is dead at once, over real sockets on loopback.

silent: reader's service, printer, scanner, portal and update source take the call and never answer. swallowing: their
addresses lose every packet. nameless: they have names, and the name server is silent (needs a network namespace).
The whole process is timed, its start included. Run: `./station bench doctor --json`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click

from tests.helpers.dead_station import DEVICES, KIOSK, dead_station, may_be_without_names, without_names

ROOT = Path(__file__).resolve().parents[2]
DOCTOR = [sys.executable, "-m", "ui", "doctor", "--json"]
NAMES = {name: f"{name}.kiosk.example" for name in ("printer", "scanner", "portal", "updates")}


def timed(command: list[str], env: dict[str, str]) -> dict[str, object]:
    """Seconds of the whole run, and what it found of each service outside."""
    whole = {**os.environ, **env, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    started = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, env=whole, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - started
    found = {line["service"]: line for line in json.loads(done.stdout)}
    outside = ("card-reader", "printer", "scanner", "network")
    told = {name: f"{found[name]['code']} {found[name]['milliseconds']:.0f} ms" for name in outside}
    return {"seconds": round(seconds, 1), **told}


def nameless(folder: Path) -> dict[str, object]:
    """All devices have names, and nobody answers for names."""
    (folder / "devices.toml").write_text(DEVICES.format(**NAMES), encoding="utf-8")
    (folder / "kiosk.toml").write_text(KIOSK.format(**NAMES), encoding="utf-8")
    places = {"KIOSK_CONFIG": str(folder), "KIOSK_STATE": str(folder / "state")}
    places["PCSCLITE_CSOCK_NAME"] = str(folder / "nobody.comm")
    return timed(without_names(folder, *DOCTOR), places)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def main(as_json: bool) -> None:
    """A station of which everything outside is dead, and how long the doctor takes."""
    figures: dict[str, object] = {}
    for kind in ("silent", "swallowing", "nameless"):
        with tempfile.TemporaryDirectory(prefix="bench-doctor-") as name:
            if kind == "nameless":
                figures[kind] = nameless(Path(name)) if may_be_without_names() else "not allowed here"
                continue
            with dead_station(Path(name), kind) as env:
                figures[kind] = timed(DOCTOR, env)
    if as_json:
        click.echo(json.dumps(figures))
    else:
        for kind, told in figures.items():
            click.echo(f"{kind:12} {told}")


if __name__ == "__main__":
    main()
