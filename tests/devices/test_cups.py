"""A declaration and a leaflet through a real CUPS queue and a real IPP device: what arrives is what was set."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from devices.errors import PrintJobLostError
from devices.printer.capabilities import DocumentForm
from devices.printer.interface import JobState, PrinterTrouble
from devices.printer.ipp import IppPrinter
from devices.printer.pdf_pages import pages_of
from devices.status import Readiness
from kiosk.documents import TypesetDocument, Typesetter, declaration, leaflet
from kiosk.printing import PrintQueue, PrintState
from tests.helpers import cups
from tests.helpers.cups_raster import read_raster
from tests.helpers.pages import qr_texts, text_of
from tests.unit.kiosk.documents import procedures
from tests.unit.kiosk.documents.sheets import ct01

pytestmark = pytest.mark.real("cups")
PRINTED_ON = date(2026, 11, 23)
CANARY = "Lò Thị Kính Cẩn Vô Danh"


@pytest.fixture
def device(printing_machines: tuple[cups.Device, cups.Queue]) -> cups.Device:
    return printing_machines[0]


@pytest.fixture
def queue(printing_machines: tuple[cups.Device, cups.Queue]) -> cups.Queue:
    return printing_machines[1]


@pytest.fixture
def through_queue(device: cups.Device, queue: cups.Queue) -> Iterator[IppPrinter]:
    printer = IppPrinter(queue.uri, device_uri=device.uri)
    yield printer
    printer.close()


@pytest.fixture
def direct(device: cups.Device) -> Iterator[IppPrinter]:
    printer = IppPrinter(device.uri)
    yield printer
    printer.close()


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter()


def printed(printer: IppPrinter, device: cups.Device, document: TypesetDocument) -> Path:
    """Print and fetch the paper from the tray."""
    before = set(device.papers())
    prints = PrintQueue(printer, time.monotonic)
    ticket = prints.print(document.pdf, "declaration")
    cups.wait_until(
        lambda: prints.poll(ticket).state.is_terminal, "the print is over", stands=lambda: prints.poll(ticket)
    )
    assert prints.poll(ticket).state is PrintState.DONE
    (paper,) = set(device.papers()) - before
    return paper


@pytest.mark.parametrize("way", ["queue", "device"])
def test_the_declaration_arrives_as_pdf_with_its_text(
    device: cups.Device, through_queue: IppPrinter, direct: IppPrinter, typesetter: Typesetter, way: str
) -> None:
    printer = through_queue if way == "queue" else direct
    sheet = declaration(typesetter, ct01(name="Trần Thị Hoa Mẫu", number="040158007531"), printed_on=PRINTED_ON)
    paper = printed(printer, device, sheet)
    text = text_of(paper.read_bytes())
    assert paper.read_bytes().startswith(b"%PDF")
    assert "TỜ KHAI THAY ĐỔI THÔNG TIN CƯ TRÚ" in text
    assert "Trần Thị Hoa Mẫu" in text


def test_the_qr_of_the_leaflet_is_read_back_from_what_the_device_got(
    device: cups.Device, through_queue: IppPrinter, typesetter: Typesetter
) -> None:
    sheet = leaflet(
        typesetter,
        procedures.made_up(),
        commune=procedures.commune(),
        portal=procedures.settings().portal,
        printed_on=PRINTED_ON,
    )
    paper = printed(through_queue, device, sheet)
    assert procedures.SEARCH in qr_texts(paper.read_bytes())


def test_no_copy_and_no_name_stays_in_the_queue(
    device: cups.Device, queue: cups.Queue, through_queue: IppPrinter, typesetter: Typesetter
) -> None:
    paper = printed(through_queue, device, declaration(typesetter, ct01(name=CANARY), printed_on=PRINTED_ON))
    assert CANARY in text_of(paper.read_bytes())
    cups.wait_until(lambda: queue.spooled() == [], "the spool is empty")
    kept = b"".join(file.read_bytes() for file in queue.folder.rglob("*") if file.is_file())
    assert CANARY.encode() not in kept


def test_a_stopped_queue_is_seen_although_its_device_is_well(queue: cups.Queue, through_queue: IppPrinter) -> None:
    lpadmin = ["-h", f"127.0.0.1:{queue.port}", queue.name]
    subprocess.run(["/usr/sbin/cupsdisable", *lpadmin], check=True, timeout=30)
    try:
        status = through_queue.status()
        assert (status.readiness, status.trouble and status.trouble.value) == (Readiness.ATTENTION, "stopped")
    finally:
        subprocess.run(["/usr/sbin/cupsenable", *lpadmin], check=True, timeout=30)
    assert through_queue.status().readiness is Readiness.READY


def test_a_job_nobody_knows_is_lost_and_not_done(direct: IppPrinter) -> None:
    with pytest.raises(PrintJobLostError):
        direct.job(4711)
    with pytest.raises(PrintJobLostError):
        direct.cancel(4711)


def test_a_job_that_is_over_can_be_cancelled_without_harm(direct: IppPrinter, typesetter: Typesetter) -> None:
    job_id = direct.submit(declaration(typesetter, ct01(), printed_on=PRINTED_ON).pdf, job_name="declaration")
    cups.wait_until(lambda: direct.job(job_id).state is JobState.COMPLETED, "the job is done")
    direct.cancel(job_id)
    assert direct.job(job_id).state is JobState.COMPLETED


def test_a_device_that_signed_its_own_certificate_prints_once_that_is_pinned(
    device: cups.Device, typesetter: Typesetter
) -> None:
    uri = device.uri.replace("ipp://", "ipps://")
    unknown = IppPrinter(uri).status()
    assert unknown.trouble is PrinterTrouble.CERTIFICATE_UNKNOWN
    assert len(unknown.certificate) == 64
    changed = IppPrinter(uri, certificate="0" * 64).status()
    assert (changed.trouble, changed.certificate) == (PrinterTrouble.CERTIFICATE_CHANGED, unknown.certificate)
    pinned = IppPrinter(uri, certificate=unknown.certificate)
    assert pinned.status().readiness is Readiness.READY
    paper = printed(pinned, device, declaration(typesetter, ct01(), printed_on=PRINTED_ON))
    assert paper.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("form", [DocumentForm.PWG, DocumentForm.URF])
def test_a_device_that_takes_rasters_only_gets_the_sheet_dot_for_dot(
    tmp_path: Path, typesetter: Typesetter, form: DocumentForm
) -> None:
    if missing := cups.missing_programs():
        pytest.skip(f"not installed: {', '.join(missing)}")
    sheet = declaration(typesetter, ct01(name=CANARY), printed_on=PRINTED_ON)
    with cups.device(tmp_path / "device", form.value) as device:
        printer = IppPrinter(device.uri)
        assert printer.status().readiness is Readiness.READY
        paper = printed(printer, device, sheet)
        pages = read_raster(paper)
    assert len(pages) == sheet.pages
    for page, drawn in zip(pages, pages_of(sheet.pdf, pages[0].dpi[0], in_colour=False), strict=True):
        assert np.array_equal(page.dots, drawn)
