"""`doctor paper`: print the test page, wait for the technician to lay it on the glass, scan it, measure it.

With a virtual printer and scanner the page goes from one to the other by itself. Prints nothing but the test page.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import asdict
from datetime import date
from typing import Any

import click

from devices.errors import ScannerError
from devices.pictures import picture
from devices.printer.interface import Printer
from devices.scanner.interface import ColorMode, Scanner, ScanSettings
from kiosk.cli.absent_printer import why_nothing_comes
from kiosk.cli.progress import awaited, waiting
from kiosk.doctor.paper import PaperScore, score
from kiosk.documents import Typesetter
from kiosk.documents.testpage import self_test_page
from kiosk.errors import Failure, failure_book
from kiosk.i18n import Language, Text
from kiosk.printing import PrintQueue, PrintState, Ticket

DPI = 200
POLL_S = 1.0
LAY_DOWN = Text(
    "Úp trang vừa in lên mặt kính máy quét, đóng nắp, rồi nhấn Enter.",
    "Lay the printed page face down on the glass, close the lid, then press Enter.",
)
ALL_GOOD = Text("In và quét đều đúng.", "Printing and scanning are both true.")
ON_ITS_WAY: Mapping[PrintState, Text] = {
    PrintState.PENDING: Text("chờ in", "waiting to be printed"),
    PrintState.PRINTING: Text("đang in", "printing"),
}
"""What is said until the paper is there; a trouble of the printer has its own words."""
MEASURED: Mapping[str, Text] = {
    "qr": Text("mã QR", "QR code"),
    "scale_across": Text("tỷ lệ ngang", "scale across"),
    "scale_along": Text("tỷ lệ dọc", "scale along"),
    "skew": Text("độ nghiêng", "skew in degrees"),
    "patches": Text("các ô xám", "grey patches"),
    "streaks": Text("số vệt", "streaks"),
    "missing": Text("số dấu thiếu", "missing marks"),
}


class PaperLoop:
    """One run over these devices; `said` gets each line as it is known."""

    def __init__(
        self, printer: Printer, scanner: Scanner, station: str, today: date, said: Callable[[Text], None]
    ) -> None:
        self._printer = printer
        self._scanner = scanner
        self._typesetter = Typesetter()
        self._station = station
        self._today = today
        self._said = said

    def print(self, deadline_s: float) -> str | None:
        """Print the page and wait for the paper; the failure code when none comes.

        A printer that cannot print at all is told in seconds; one that somebody can help is waited for.
        """
        if code := why_nothing_comes(self._printer):
            return code
        page = self_test_page(self._typesetter, station=self._station, printed_on=self._today)
        queue = PrintQueue(self._printer, time.monotonic, deadline_s=deadline_s)
        ticket = queue.print(page.pdf, "test-page")
        for news in awaited(news_of(queue, ticket)):
            self._said(news)
        progress = queue.poll(ticket)
        lay = getattr(self._scanner, "lay", None)
        if lay is not None:
            seen = picture(self._typesetter.pictures(page.pdf, most=1, dots_per_inch=DPI)[0])
            seen.info["dpi"] = (DPI, DPI)
            lay(seen)
        return None if progress.state is PrintState.DONE else progress.trouble or "printer.failed"

    @property
    def is_virtual(self) -> bool:
        """Whether the page gets onto the glass by itself."""
        return hasattr(self._scanner, "lay")

    def scan(self) -> PaperScore | str:
        """Scan the glass and measure; the failure code when no page comes."""
        settings = ScanSettings(resolution=DPI, color_mode=ColorMode.GRAYSCALE8)
        try:
            with closing(self._scanner.scan(settings)) as run:
                page = next(run)
        except ScannerError as fault:
            return fault.code
        return score(page.image, page.resolution)


def news_of(queue: PrintQueue, ticket: Ticket) -> Iterator[Text]:
    """How a print stands, each time that it stands otherwise, until nothing more happens to it."""
    before = None
    while not (progress := queue.poll(ticket)).state.is_terminal:
        said = failure_book()[progress.trouble].title if progress.trouble else ON_ITS_WAY[progress.state]
        if said != before:
            yield said
        before = said
        time.sleep(POLL_S)


def run(loop: PaperLoop, *, prints: bool, deadline_s: float, language: Language, as_json: bool) -> int:
    """The whole loop; 0 when everything is true, else 1."""
    book = failure_book()
    if prints:
        if code := loop.print(deadline_s):
            return _end([code], None, book, language, as_json=as_json)
        if not loop.is_virtual and not as_json:
            click.echo(LAY_DOWN.say(language))
            sys.stdin.readline()
    with waiting():
        found = loop.scan()
    if isinstance(found, str):
        return _end([found], None, book, language, as_json=as_json)
    return _end([fault.code for fault in found.faults], found, book, language, as_json=as_json)


def _end(codes: list[str], found: PaperScore | None, book: Any, language: Language, *, as_json: bool) -> int:
    measured = {key: value for key, value in asdict(found).items() if key != "faults"} if found else {}
    if as_json:
        click.echo(json.dumps({"codes": codes, **measured}, ensure_ascii=False))
        return int(bool(codes))
    for name, value in measured.items():
        told = ", ".join(map(str, value)) if isinstance(value, tuple) else value
        click.echo(f"{MEASURED[name].say(language):15} {told}")
    for code in codes:
        failure: Failure = book[code]
        click.echo(f"{failure.title.say(language)} {failure.at_console.say(language)}")
    if not codes:
        click.echo(ALL_GOOD.say(language))
    return int(bool(codes))
