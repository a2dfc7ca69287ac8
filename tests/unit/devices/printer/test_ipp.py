"""The IPP driver against answers that no healthy printer gives; the healthy ones: tests/devices/test_cups.py."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import httpx
import pytest

from devices.errors import (
    PrinterAsleepError,
    PrinterBusyError,
    PrinterError,
    PrinterPasswordError,
    PrinterRefusedError,
    PrinterUnreachableError,
    PrintJobLostError,
    WrongDocumentError,
)
from devices.printer.interface import JobState, PrinterTrouble
from devices.printer.ipp import IppPrinter
from devices.printer.ipp_client import http_address
from devices.status import Readiness
from kiosk.documents import Typesetter
from kiosk.documents.testpage import self_test_page
from tests.helpers.ipp_answers import IDLE, PRINT_JOB, Device, refused

URI = "ipp://printer.test/ipp/print"


def answer(status: int, body: bytes = b"") -> httpx.Response:
    return httpx.Response(200, content=b"\x01\x01" + status.to_bytes(2, "big") + bytes(4) + body + b"\x03")


def printer(handler: Callable[[httpx.Request], httpx.Response], device_uri: str = "") -> IppPrinter:
    return IppPrinter(URI, device_uri=device_uri, transport=httpx.MockTransport(handler))


def job(state: int, *reasons: str) -> bytes:
    told = b"".join(
        b"\x44" + len(name).to_bytes(2, "big") + name + len(reason).to_bytes(2, "big") + reason.encode()
        for name, reason in zip([b"job-state-reasons", *[b""] * 9], reasons, strict=False)
    )
    return b"\x02\x23\x00\x09job-state\x00\x04" + state.to_bytes(4, "big") + told


def refuse_connection(request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("refused", request=request)


def say_nothing(request: httpx.Request) -> httpx.Response:
    raise httpx.ReadTimeout("silent", request=request)


@pytest.mark.parametrize(
    ("uri", "address"),
    [
        ("ipp://printer.local/ipp/print", "http://printer.local:631/ipp/print"),
        ("ipp://10.0.0.7:8631/printers/may-in", "http://10.0.0.7:8631/printers/may-in"),
        ("ipps://printer.local/ipp/print", "https://printer.local:631/ipp/print"),
        ("ipp://[fe80::1]/ipp/print", "http://[fe80::1]:631/ipp/print"),
        ("http://printer.local/ipp", "http://printer.local/ipp"),
    ],
)
def test_an_ipp_address_is_spoken_to_over_http(uri: str, address: str) -> None:
    assert http_address(uri) == address


@pytest.mark.parametrize("uri", ["usb://HP/LaserJet", "printer.local", "ipp://", ""])
def test_an_address_that_is_none_is_refused_at_once(uri: str) -> None:
    with pytest.raises(ValueError, match="ipp://"):
        IppPrinter(uri)


def test_a_printer_that_is_off_is_a_status_and_no_exception() -> None:
    status = printer(refuse_connection).status()
    assert (status.readiness, status.trouble) == (Readiness.BROKEN, PrinterTrouble.OFFLINE)


@pytest.mark.parametrize(
    ("handler", "trouble"),
    [
        (say_nothing, PrinterTrouble.ASLEEP),
        (lambda _: httpx.Response(200, html="<html>a router's login page</html>"), PrinterTrouble.NOT_IPP),
        (lambda _: httpx.Response(404), PrinterTrouble.NOT_IPP),
        (lambda _: httpx.Response(405), PrinterTrouble.NOT_IPP),
        (lambda _: httpx.Response(401), PrinterTrouble.PASSWORD),
        (lambda _: httpx.Response(403), PrinterTrouble.PASSWORD),
        (lambda _: answer(0x0402), PrinterTrouble.PASSWORD),
        (lambda _: answer(0x041E), PrinterTrouble.PASSWORD),
        (lambda _: httpx.Response(426), PrinterTrouble.HTTPS_WANTED),
        (lambda _: httpx.Response(301, headers={"Location": "https://printer.test/"}), PrinterTrouble.MOVED),
        (lambda _: httpx.Response(302), PrinterTrouble.MOVED),
        (lambda _: httpx.Response(308), PrinterTrouble.MOVED),
        (lambda _: httpx.Response(503), PrinterTrouble.BUSY),
        (lambda _: answer(0x0507), PrinterTrouble.BUSY),
        (lambda _: httpx.Response(500), PrinterTrouble.FAILED),
        (lambda _: httpx.Response(200, content=b"noise"), PrinterTrouble.FAILED),
        (lambda _: answer(0x0501), PrinterTrouble.FAILED),
        (lambda _: answer(0x0504), PrinterTrouble.FAILED),
    ],
)
def test_a_printer_that_gives_no_status_gives_the_cause(
    handler: Callable[[httpx.Request], httpx.Response], trouble: PrinterTrouble
) -> None:
    status = printer(handler).status()
    assert (status.readiness, status.trouble) == (trouble.readiness, trouble)


def test_only_what_was_surely_not_taken_may_be_sent_again() -> None:
    with pytest.raises(PrinterUnreachableError):
        printer(refuse_connection).submit(b"%PDF", job_name="declaration")
    for busy in (0x0502, 0x0505, 0x0506, 0x0507):
        with pytest.raises(PrinterBusyError):
            Device(replies={PRINT_JOB: refused(busy)}).printer().submit(b"%PDF", job_name="declaration")
    with pytest.raises(PrinterAsleepError):
        Device(replies={PRINT_JOB: say_nothing}).printer().submit(b"%PDF", job_name="declaration")


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (0x040A, WrongDocumentError),
        (0x0411, WrongDocumentError),
        (0x041B, WrongDocumentError),
        (0x0401, PrinterPasswordError),
        (0x041F, PrinterPasswordError),
        (0x0400, PrinterRefusedError),
        (0x040B, PrinterRefusedError),
        (0x0501, PrinterRefusedError),
        (0x0500, PrinterError),
        (0x0504, PrinterError),
    ],
)
def test_a_print_that_is_refused_says_why(status: int, error: type[PrinterError]) -> None:
    with pytest.raises(PrinterError) as told:
        Device(replies={PRINT_JOB: refused(status)}).printer().submit(b"%PDF", job_name="declaration")
    assert type(told.value) is error


def test_a_device_that_takes_no_document_of_ours_is_told_before_anybody_prints() -> None:
    device = Device(printer_facts={**IDLE, "document-format-supported": ["application/vnd.hp-PCL"]})
    status = device.printer().status()
    assert (status.readiness, status.trouble) == (Readiness.BROKEN, PrinterTrouble.WRONG_DOCUMENT)
    with pytest.raises(WrongDocumentError):
        device.printer().submit(b"%PDF", job_name="declaration")
    assert device.times(PRINT_JOB) == 0


@pytest.mark.parametrize("loaded", ["na_letter_8.5x11in", "iso_a5_148x210mm"])
def test_another_paper_than_a4_is_told_before_anybody_prints(loaded: str) -> None:
    status = Device(printer_facts={**IDLE, "media-ready": [loaded]}).printer().status()
    assert (status.readiness, status.trouble) == (Readiness.ATTENTION, PrinterTrouble.WRONG_PAPER)


def test_a_device_that_takes_rasters_only_gets_one() -> None:
    raster = {"document-format-supported": ["image/urf"], "urf-supported": ["W8", "RS300"]}
    device = Device(printer_facts={**IDLE, **raster})
    pdf = self_test_page(Typesetter(), station="may-1", printed_on=date(2026, 11, 23)).pdf
    assert device.printer().submit(pdf, job_name="test-page") == 7
    (sent,) = [body for operation, body in device.asked if operation == PRINT_JOB]
    assert b"image/urf" in sent
    assert b"UNIRAST" in sent
    assert b"%PDF" not in sent


def test_a_document_that_cannot_be_drawn_is_a_fault_of_ours() -> None:
    raster = {"document-format-supported": ["image/urf"], "urf-supported": ["W8", "RS300"]}
    with pytest.raises(PrinterError):
        Device(printer_facts={**IDLE, **raster}).printer().submit(b"no PDF", job_name="declaration")


def test_a_refusal_keeps_its_status_code() -> None:
    with pytest.raises(PrinterRefusedError) as told:
        printer(lambda _: answer(0x040A)).submit(b"%PDF", job_name="declaration")
    assert told.value.status == 0x040A


def test_the_papers_that_lie_in_the_printer_are_told() -> None:
    a4, a5 = b"iso_a4_210x297mm", b"iso_a5_148x210mm"
    loaded = b"\x04\x23\x00\x0dprinter-state\x00\x04\x00\x00\x00\x03"
    loaded += b"\x44\x00\x0bmedia-ready\x00\x10" + a4 + b"\x44\x00\x00\x00\x10" + a5
    assert printer(lambda _: answer(0, loaded)).status().media == {a4.decode(), a5.decode()}


def test_an_unknown_job_is_lost() -> None:
    with pytest.raises(PrintJobLostError):
        printer(lambda _: answer(0x0406)).job(1)


def test_an_answer_without_a_job_is_an_error() -> None:
    with pytest.raises(PrinterError, match="job-id"):
        printer(lambda _: answer(0)).submit(b"%PDF", job_name="declaration")
    with pytest.raises(PrinterError, match="job-state"):
        printer(lambda _: answer(0)).job(1)


def test_cancelled_by_nobody_is_aborted() -> None:
    assert printer(lambda _: answer(0, job(7, "none"))).job(1).state is JobState.ABORTED
    assert printer(lambda _: answer(0, job(7, "job-canceled-by-user"))).job(1).state is JobState.CANCELED


def test_a_queue_that_is_down_before_a_healthy_device_is_offline() -> None:
    def only_the_device(request: httpx.Request) -> httpx.Response:
        if request.url.host == "device.test":
            return answer(0, b"\x04\x23\x00\x0dprinter-state\x00\x04\x00\x00\x00\x03")
        return refuse_connection(request)

    status = printer(only_the_device, device_uri="ipp://device.test/ipp/print").status()
    assert status.trouble is PrinterTrouble.OFFLINE


def test_neither_document_nor_job_name_is_in_an_error() -> None:
    with pytest.raises(PrinterError) as fault:
        printer(say_nothing).submit(b"%PDF secret", job_name="secret-name")
    assert "secret" not in repr(fault.value)
