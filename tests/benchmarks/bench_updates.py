"""What an update costs: bytes on the line, seconds at the station, and the check at every start.

Publishes the shipped pack from a made-up province, serves it with a static web server on loopback, updates from it.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from pathlib import Path

from kiosk import paths
from kiosk.cli.pack_trial import faults_in
from kiosk.clock import Clock
from kiosk.content.updates import PackFolder, current_pack
from kiosk.content.updates.fetchers import WebFetcher
from kiosk.content.updates.trusted_source import TrustedSource
from kiosk.content.updates.updating import update
from kiosk.settings import read_settings
from tests.helpers.province import Province, static_server

SHIPPED = paths.assets() / "content"


def milliseconds(start: float) -> float:
    """Since `start` of `perf_counter`."""
    return round((time.perf_counter() - start) * 1000, 1)


def bytes_of_a_look(province: Province, folder: PackFolder, address: str) -> int:
    """What looking for news receives."""
    fetcher = WebFetcher()
    folder.make_ready()
    TrustedSource(province.root, folder, fetcher, f"{address}/").look()
    fetcher.close()
    return fetcher.received


def measure(scratch: Path) -> dict[str, object]:
    """All figures of one round."""
    province, folder = Province(scratch / "repo"), PackFolder(scratch / "state")
    province.publish(SHIPPED)
    (archive,) = (province.public / "targets").iterdir()
    found: dict[str, object] = {"pack_bytes": archive.stat().st_size}
    with static_server(province.public) as address:
        found["first_look_bytes"] = bytes_of_a_look(province, folder, address)
        start = time.perf_counter()
        found["outcome"] = type(update(address, folder, province.root, trial=lambda _: (), now=Clock().utc)).__name__
        found["update_without_trial_ms"] = milliseconds(start)
        start = time.perf_counter()
        update(address, folder, province.root, trial=lambda _: (), now=Clock().utc)
        found["nothing_new_ms"] = milliseconds(start)
        found["nothing_new_bytes"] = bytes_of_a_look(province, folder, address)
    start = time.perf_counter()
    current_pack(scratch / "state", SHIPPED)
    found["check_at_start_ms"] = milliseconds(start)
    start = time.perf_counter()
    found["trial_faults"] = len(faults_in(SHIPPED, read_settings(), scratch / "trial", Clock()))
    found["trial_ms"] = milliseconds(start)
    return found


def main() -> None:
    """Measure once and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON object")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-updates-") as scratch:
        found = measure(Path(scratch))
    if asked.json:
        print(json.dumps(found, indent=1))
        return
    for name, value in found.items():
        print(f"{name:<26} {value}")


if __name__ == "__main__":
    main()
