"""The scans of a visit: wanted papers, pages, redo, PDFs, hand-over, and nothing left at the end."""

from __future__ import annotations

import gc
import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from devices.scanner.interface import InputSource, ScannerTrouble, ScanSettings
from devices.scanner.simulator import Carelessness
from devices.stick.simulator import SimulatedStick
from kiosk.counts.events import EventKind
from kiosk.scanning.hand_over import HandedOver, NotHandedOver
from kiosk.scanning.lease import Lease
from kiosk.scanning.page import JudgedPage
from kiosk.scanning.pdf import Packed
from kiosk.scanning.station_scanner import HeldByOther
from kiosk.session import EndReason, Screen
from kiosk.session.paper_step import Paper
from kiosk.session.scan_step import LOOSE
from tests.helpers.visits import Visit, visit
from tests.unit.kiosk.scanning.glass import sheet
from tests.unit.kiosk.scanning.test_station_scanner import _card

FEEDER = ScanSettings(source=InputSource.FEEDER)
PROCEDURE = "dang-ky-tam-tru"


@pytest.fixture
def going(tmp_path: Path) -> Visit:
    """A visit whose procedure has papers to scan, two sheets in the feeder."""
    started = visit(tmp_path)
    started.session.begin()
    started.session.choose_procedure(PROCEDURE)
    assert started.session.procedure is not None
    started.session.scan.want(started.session.procedure, None)
    started.scanner.lay(sheet(0), sheet(1))
    return started


def scan(going: Visit, settings: ScanSettings = FEEDER, document: str = "") -> None:
    step = going.session.scan
    step.scanned(step.scan_job(settings, document)(lambda _page: None))


def test_the_papers_of_the_procedure_are_wanted_and_ticked_off(going: Visit) -> None:
    step = going.session.scan
    first = step.job.wanted[0]
    assert first in step.job.missing(step.optional)
    scan(going, document=first)
    assert step.job.ticked == {first}
    assert step.may_hand_over


def test_a_trouble_is_told_and_the_pages_before_it_are_kept(going: Visit) -> None:
    going.scanner.jam_after(1)
    scan(going)
    step = going.session.scan
    assert step.trouble == "scanner.jam"
    assert len(step.job.pages) == 1
    going.scanner.mend()
    scan(going)
    assert step.trouble is None
    assert len(step.job.pages) == 3


def test_the_other_station_is_named(going: Visit) -> None:
    step = going.session.scan
    step.scanned(HeldByOther(lease=Lease(holder="may-2", seconds_left=60)))
    assert step.held is not None
    assert step.held.lease.said.vi == "Máy số 2 đang quét"
    assert step.trouble == "scanner.other-station"
    scan(going)
    assert step.held is None


def test_a_page_that_is_not_clear_is_redone_in_its_place(going: Visit) -> None:
    step = going.session.scan
    going.scanner.careless = Carelessness(face_up=True)
    scan(going, document=step.job.wanted[0])
    assert step.job.to_redo == (0, 1)
    assert not step.may_hand_over
    going.scanner.careless = Carelessness()
    going.scanner.lay(sheet(0))
    step.redone(0, step.scan_job(ScanSettings())(lambda _page: None))
    assert step.job.to_redo == (1,)
    going.scanner.make(ScannerTrouble.OFFLINE)
    step.redone(1, step.scan_job(ScanSettings())(lambda _page: None))
    assert step.trouble == "scanner.offline"
    assert len(step.job.pages) == 2
    step.change(step.job.accepted(1))
    assert step.may_hand_over


def test_one_pdf_a_paper_goes_to_the_stick(going: Visit, tmp_path: Path) -> None:
    step = going.session.scan
    first = step.job.wanted[0]
    scan(going, document=first)
    scan(going, ScanSettings())
    step.packed_up(step.pack_job()())
    assert [*step.files] == [first, LOOSE]
    packed = step.files[first]
    assert isinstance(packed, Packed)
    assert len(PdfReader(io.BytesIO(packed.pdf)).pages) == 2
    step.handed_over(step.hand_over_job()())
    assert step.outcome == NotHandedOver(code="stick.absent")
    (tmp_path / "usb").mkdir()
    going.port.stick = SimulatedStick(tmp_path / "usb")
    step.handed_over(step.hand_over_job()())
    assert step.outcome == HandedOver(names=(f"{first}.pdf", f"{LOOSE}.pdf"))
    assert (tmp_path / "usb" / f"{first}.pdf").read_bytes() == packed.pdf


def test_a_change_of_the_pages_throws_the_old_files_away(going: Visit) -> None:
    step = going.session.scan
    scan(going)
    step.packed_up(step.pack_job()())
    assert step.files
    step.change(step.job.moved(1, 0))
    assert not step.files


def test_a_failed_scan_and_a_hand_over_are_counted_without_a_name(going: Visit, tmp_path: Path) -> None:
    session = going.session
    going.scanner.make(ScannerTrouble.JAM)
    session.pages_scanned(session.scan.scan_job(FEEDER)(lambda _page: None))
    assert (EventKind.SCAN_FAILED, "scanner.jam") in going.counted.events
    going.scanner.mend()
    session.pages_scanned(session.scan.scan_job(FEEDER)(lambda _page: None))
    session.pages_scanned(session.scan.scan_job(ScanSettings())(lambda _page: None), redo=0)
    session.scan.packed_up(session.scan.pack_job()())
    session.scans_handed_over(session.scan.hand_over_job()())
    assert (EventKind.SCAN_FAILED, "stick.absent") in going.counted.events
    (tmp_path / "usb").mkdir()
    going.port.stick = SimulatedStick(tmp_path / "usb")
    session.scans_handed_over(session.scan.hand_over_job()())
    assert (EventKind.SCAN_FINISHED, "") in going.counted.events


def test_the_scans_can_be_printed_instead(going: Visit) -> None:
    session = going.session
    scan(going)
    session.scan.packed_up(session.scan.pack_job()())
    session.print_scans()
    assert session.screen is Screen.PRINT
    session.papers_rendered(session.render_job()())
    assert [sheet.paper for sheet in session.paper.sheets] == [Paper.SCAN]
    session.papers_moved(session.paper.print_job()())
    for _ in range(4):
        session.papers_moved(session.paper.poll_job()())
    assert session.paper.all_done
    assert (EventKind.SCAN_FINISHED, "") in going.counted.events
    session.print_papers(only_leaflet=True)
    assert [sheet.paper for sheet in session.render_job()()] == [Paper.LEAFLET]


def test_the_code_of_a_scanned_card_is_a_key(going: Visit) -> None:
    step = going.session.scan
    assert step.card_key is None
    going.scanner.lay(_card())
    scan(going, ScanSettings(resolution=300))
    key = step.card_key
    assert key is not None
    assert key.can == "123456"
    going.scanner.lay(sheet(0))
    scan(going, ScanSettings())
    assert step.card_key is None


def test_nothing_stays_after_the_visit(going: Visit) -> None:
    of_other_tests = _pages_and_files()
    scan(going)
    step = going.session.scan
    step.packed_up(step.pack_job()())
    del step
    going.session.end(EndReason.TIMED_OUT)
    assert going.session.scan.job.pages == ()
    going.session.scan.release_job()()
    going.scanner.lay()
    gc.collect()
    assert [thing for thing in _pages_and_files() if not any(thing is other for other in of_other_tests)] == []


def _pages_and_files() -> list[JudgedPage | Packed]:
    return [thing for thing in gc.get_objects() if isinstance(thing, JudgedPage | Packed)]
