"""The legs of the tour with paper: sheets scanned, papers printed, and every trouble of the printer."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QMetaObject
from PySide6.QtQuick import QQuickItem

from devices.printer.interface import PrinterTrouble
from kiosk.documents import LeafletSize
from kiosk.session import Screen
from kiosk.session.paper_step import MOST_COPIES
from ui.audit.tour.parts import TourParts
from ui.view_models.print import PrintViewModel
from ui.view_models.scan import ScanViewModel

TROUBLES = (PrinterTrouble.OUT_OF_PAPER, PrinterTrouble.JAM, PrinterTrouble.COVER_OPEN, PrinterTrouble.OFFLINE)


def scans(parts: TourParts) -> Iterator[str]:
    """Three sheets lie ready: a written one, a blank one, a written one; no stick is plugged in."""
    driver = parts.driver
    model = parts.app.models[Screen.SCAN]
    if not isinstance(model, ScanViewModel):
        raise TypeError("the scan screen has another model")
    driver.wait(lambda: parts.app.scans.is_offered)
    yield "check answers, with a scanner"
    parts.app.shell.scanPapers()
    yield "scan, the list"
    yield from _pages(parts, model)
    model.showList()
    yield "scan, the list, ticked"
    yield from _files(parts, model)
    parts.print_papers(model.printPages)
    driver.wait(lambda: driver.session.paper.all_done)
    yield "print, the scans"
    driver.do(driver.session.back)
    model.done()


def _pages(parts: TourParts, model: ScanViewModel) -> Iterator[str]:
    model.open(1)
    yield "scan, no page yet"
    for name in ("clear", "not clear", "many pages"):
        model.scan(False)
        parts.driver.wait(lambda: not parts.app.scans.scanning)
        yield f"scan, a page, {name}"
    model.turnPage(-1)
    model.keep()
    yield "scan, a page kept as it is"


def _files(parts: TourParts, model: ScanViewModel) -> Iterator[str]:
    model.showFiles()
    parts.driver.wait(lambda: not parts.app.scans.packing)
    yield "scan, the files"
    model.copyToStick()
    parts.driver.wait(lambda: not parts.app.scans.copying)
    yield "scan, no stick"


def printing(parts: TourParts) -> Iterator[str]:
    """What and how to print, each trouble on the way, and the next steps."""
    driver, session = parts.driver, parts.driver.session
    yield from _choices(parts)
    for trouble in TROUBLES:
        yield from _troubled(parts, trouble)
    parts.print_papers(session.print_papers)
    driver.wait(lambda: session.paper.all_done)
    yield "print, done"
    driver.do(session.papers_received)
    yield "next steps"


def _choices(parts: TourParts) -> Iterator[str]:
    driver, session = parts.driver, parts.driver.session
    driver.do(session.print_papers)
    driver.wait(lambda: bool(session.paper.sheets))
    yield "print, what and how"
    yield from _full_size(parts)
    driver.do(lambda: session.paper.choose_size(LeafletSize.LARGE))
    driver.wait(lambda: bool(session.paper.sheets))
    driver.do(lambda: session.paper.choose_copies(MOST_COPIES))
    yield "print, large print and most copies"
    driver.do(session.back)


def _troubled(parts: TourParts, trouble: PrinterTrouble) -> Iterator[str]:
    """One trouble, mended; with the printer offline a person goes on without paper first."""
    driver, session = parts.driver, parts.driver.session
    parts.printer.make(trouble)
    parts.print_papers(session.print_papers)
    driver.wait(lambda: bool(session.paper.worst and session.paper.worst.trouble))
    yield f"print, {trouble.value}"
    if trouble is PrinterTrouble.OFFLINE:
        driver.do(session.papers_received)
        yield "next steps, without paper"
    parts.printer.mend()
    driver.wait(lambda: session.paper.all_done)
    driver.do(session.back)


def _full_size(parts: TourParts) -> Iterator[str]:
    """The first paper, as its button opens it, and its end."""
    model = parts.app.models[Screen.PRINT]
    if not isinstance(model, PrintViewModel):
        raise TypeError("the print screen has another model")
    large = parts.app.window.findChildren(QQuickItem, "largePaper")[
        -1
    ]  # a page that was left goes with the next frame
    first = model.rows[0]
    for key, value in (("name", first.paper.value), ("signs", True), ("pages", list(first.pages))):
        large.setProperty(key, value)
    yield "print, a paper in full size"
    QMetaObject.invokeMethod(large, "toEnd")
    yield "print, the end of a paper in full size"
    large.setProperty("pages", [])
