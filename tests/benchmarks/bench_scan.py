"""How long a scanned page takes, and how much memory twenty need.

A page is A4 in colour at 200 dpi, 2 degrees askew on a grey lid; crop, deskew and gate are timed together, best and
median of twelve, wall and CPU. Memory is the peak of this process over a feeder of twenty pages and their PDF.

`./station bench scan --json`. Goals (issue 5): 250 ms a page, 300 MB for twenty.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Generator
from datetime import date

import click
from PIL import Image

from devices.scanner.interface import InputSource, ScannedPage, ScannerStatus, ScanSettings
from devices.status import Readiness
from kiosk.documents import Typesetter, declaration
from kiosk.scanning.gate import judge
from kiosk.scanning.lease import Alone
from kiosk.scanning.page import page_of
from kiosk.scanning.pdf import Packed, pack
from kiosk.scanning.station_scanner import StationScanner
from kiosk.scanning.straighten import straighten
from tests.helpers.pages import pages_of
from tests.unit.kiosk.documents.sheets import ct01

DPI, PAGES, ROUNDS, SKEW = 200, 20, 12, 2.0
GOALS = {"page_ms": 250, "memory_mb": 300}
LID = (90, 92, 94)


def a_scan() -> Image.Image:
    """A filled declaration on off-white paper on the glass."""
    grey = pages_of(declaration(Typesetter(), ct01(), printed_on=date(2026, 11, 23)).pdf, DPI)[0]
    paper = Image.merge("RGB", [grey.point([int(v * part) for v in range(256)]) for part in (0.94, 0.93, 0.9)])
    glass = Image.new("RGB", (round(216 / 25.4 * DPI), round(297 / 25.4 * DPI)), LID)
    mask = Image.new("L", paper.size, 255).rotate(SKEW, expand=True)
    turned = paper.rotate(SKEW, Image.Resampling.BICUBIC, expand=True, fillcolor=LID)
    glass.paste(turned, ((glass.width - turned.width) // 2, (glass.height - turned.height) // 2), mask)
    return glass


class _Feeder:
    """A scanner that gives the same sheet again and again, each time as a picture of its own."""

    def __init__(self, sheet: Image.Image) -> None:
        self._sheet = sheet

    def status(self) -> ScannerStatus:
        """Always ready."""
        return ScannerStatus(readiness=Readiness.READY)

    def scan(self, settings: ScanSettings) -> Generator[ScannedPage, None, None]:
        """Twenty sheets."""
        for _ in range(PAGES):
            yield ScannedPage(image=self._sheet.copy(), resolution=settings.resolution)

    def close(self) -> None:
        """Nothing is open."""


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return (time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000


def page_figures() -> dict[str, float]:
    """Milliseconds for one page."""
    scan = a_scan()
    sheet = straighten(scan, DPI)
    parts: dict[str, Callable[[], object]] = {
        "page": lambda: judge(straighten(scan, DPI), DPI),
        "straighten": lambda: straighten(scan, DPI),
        "gate": lambda: judge(sheet, DPI),
        "page_with_encoding": lambda: page_of(ScannedPage(image=scan, resolution=DPI)),
    }
    figures: dict[str, float] = {}
    for name, work in parts.items():
        runs = [_timed(work) for _ in range(ROUNDS)]
        figures[f"scan_{name}_wall_ms"] = round(min(wall for wall, _ in runs), 1)
        figures[f"scan_{name}_median_wall_ms"] = round(statistics.median(wall for wall, _ in runs), 1)
        figures[f"scan_{name}_cpu_ms"] = round(min(cpu for _, cpu in runs), 1)
    return figures


def memory_figures() -> dict[str, float]:
    """Peak of a process of its own: nothing measured before it counts."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_scan", "--memory"]
    told = subprocess.run(command, capture_output=True, check=True).stdout
    figures: dict[str, float] = json.loads(told)
    return figures


def _twenty_pages() -> dict[str, float]:
    scan = a_scan()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    start = time.perf_counter()
    outcome = StationScanner(_Feeder(scan), Alone(), "may-1").scan(ScanSettings(source=InputSource.FEEDER))
    scanned = time.perf_counter()
    packed = pack(getattr(outcome, "pages", ()), 5_000_000)
    done = time.perf_counter()
    return {
        "scan_20_pages_peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
        "scan_before_peak_mb": round(before, 1),
        "scan_20_pages_s": round(scanned - start, 2),
        "scan_20_pages_pdf_s": round(done - scanned, 2),
        "scan_20_pages_pdf_mb": round(len(packed.pdf) / 1e6, 2) if isinstance(packed, Packed) else -1.0,
    }


@click.command
@click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")
@click.option("--memory", is_flag=True, help="Only the memory, in this process.")
def main(as_json: bool, memory: bool) -> None:
    """Measure and print."""
    if memory:
        click.echo(json.dumps(_twenty_pages()))
        return
    figures: dict[str, object] = {**page_figures(), **memory_figures(), "goals": GOALS}
    if as_json:
        click.echo(json.dumps(figures))
        return
    for name, value in figures.items():
        click.echo(f"{name}: {value}")


if __name__ == "__main__":
    main()
