"""The eSCL client against recorded answers (SOURCES.md): every rule, and no job left behind."""

from __future__ import annotations

import httpx
import pytest

from devices.errors import (
    ScannerBusyError,
    ScannerCoverOpenError,
    ScannerError,
    ScannerJamError,
    ScannerNoDocumentsError,
    ScannerNoGlassError,
    ScannerPageLostError,
    ScannerUnreachableError,
)
from devices.scanner.escl import EsclScanner
from devices.scanner.interface import ColorMode, InputSource, ScannedPage, ScannerTrouble, ScanSettings
from devices.status import Readiness
from tests.unit.devices.scanner.escl_device import Clock, RecordedDevice, answer, jpeg

FEEDER = ScanSettings(source=InputSource.FEEDER)


def scanner(device: RecordedDevice) -> EsclScanner:
    clock = Clock()
    return EsclScanner("http://scanner.test/eSCL", transport=device.transport, sleep=clock.sleep, clock=clock)


def scan(device: RecordedDevice, settings: ScanSettings | None = None) -> list[ScannedPage]:
    return list(scanner(device).scan(settings or ScanSettings()))


def adf(state: str) -> bytes:
    return answer("status-idle").replace(b"ScannerAdfLoaded", state.encode())


def test_the_platen_gives_one_page_and_the_job_is_deleted() -> None:
    device = RecordedDevice(pages=[jpeg(), jpeg()])
    pages = scan(device)
    assert [page.image.size for page in pages] == [(64, 90)]
    assert device.asked.count("GET /eSCL/ScanJobs/1001/NextDocument") == 1
    assert not device.job_is_left


def test_the_request_asks_for_a4_in_colour_as_jpeg_at_the_next_finer_resolution() -> None:
    device = RecordedDevice()
    pages = scan(device, ScanSettings(resolution=250, color_mode=ColorMode.GRAYSCALE8))
    assert pages[0].resolution == 300
    for part in (
        "<pwg:InputSource>Platen<",
        "<scan:ColorMode>Grayscale8<",
        "<scan:XResolution>300<",
        "<pwg:Width>2480<",
        "<pwg:Height>3508<",
        "image/jpeg",
        "<pwg:Version>2.63<",
    ):
        assert part in device.settings


def test_a_feeder_gives_every_page_and_404_ends_it() -> None:
    device = RecordedDevice(pages=[jpeg(10 * n) for n in range(5)], status_at_end=adf("ScannerAdfEmpty"))
    assert len(scan(device, FEEDER)) == 5
    assert not device.job_is_left


@pytest.mark.parametrize("status", [404, 409, 410])
def test_any_of_the_three_ends_counts_when_the_feeder_is_empty(status: int) -> None:
    device = RecordedDevice(at_end=status, status_at_end=adf("ScannerAdfEmpty"))
    assert len(scan(device, FEEDER)) == 1


@pytest.mark.parametrize(
    ("state", "error"),
    [
        ("ScannerAdfJam", ScannerJamError),
        ("ScannerAdfMispick", ScannerJamError),
        ("ScannerAdfMultipickDetected", ScannerJamError),
        ("ScannerAdfHatchOpen", ScannerCoverOpenError),
    ],
)
def test_a_fault_after_the_second_page_keeps_two_pages_and_is_named(state: str, error: type[ScannerError]) -> None:
    device = RecordedDevice(pages=[jpeg(), jpeg()], at_end=409, status_at_end=adf(state))
    run = scanner(device).scan(FEEDER)
    pages = [next(run), next(run)]
    with pytest.raises(error):
        next(run)
    assert len(pages) == 2
    assert not device.job_is_left


def test_an_end_with_409_while_paper_lies_in_the_feeder_is_a_lost_page() -> None:
    device = RecordedDevice(at_end=409)
    with pytest.raises(ScannerPageLostError):
        scan(device, FEEDER)


def test_an_empty_feeder_is_told_before_a_job_is_made_by_a_device_that_once_had_paper() -> None:
    device = RecordedDevice(status=adf("ScannerAdfLoaded"))
    asked = scanner(device)
    assert asked.status().trouble is None
    device.status = adf("ScannerAdfEmpty")
    with pytest.raises(ScannerNoDocumentsError):
        list(asked.scan(FEEDER))
    assert not any(line.startswith("POST") for line in device.asked)


def test_a_device_that_always_calls_its_feeder_empty_is_tried_and_scans() -> None:
    device = RecordedDevice(pages=[jpeg(), jpeg()], status=adf("ScannerAdfEmpty"))
    asked = scanner(device)
    assert len(list(asked.scan(FEEDER))) == 2
    device.pages = [jpeg()]
    assert len(list(asked.scan(FEEDER))) == 1


def test_an_empty_feeder_is_tried_once_and_then_believed() -> None:
    device = RecordedDevice(pages=[], status=adf("ScannerAdfEmpty"))
    asked = scanner(device)
    for _ in range(3):
        with pytest.raises(ScannerNoDocumentsError):
            list(asked.scan(FEEDER))
    assert sum(line.startswith("POST") for line in device.asked) == 1


def test_an_empty_feeder_of_a_device_that_cannot_tell_is_tried() -> None:
    device = RecordedDevice(capabilities="capabilities-feeder-only", status=adf("ScannerAdfEmpty"))
    assert len(scan(device, FEEDER)) == 1


def test_an_empty_feeder_found_by_trying_is_no_lost_page() -> None:
    device = RecordedDevice(capabilities="capabilities-feeder-only", pages=[], status=adf("ScannerAdfEmpty"))
    with pytest.raises(ScannerNoDocumentsError):
        scan(device, FEEDER)


def test_not_yet_is_asked_again() -> None:
    device = RecordedDevice(not_yet=3)
    assert len(scan(device)) == 1


def test_not_yet_for_ever_is_busy_and_the_job_is_deleted() -> None:
    device = RecordedDevice(not_yet=10**6)
    with pytest.raises(ScannerBusyError):
        scan(device)
    assert not device.job_is_left


def test_a_job_refused_with_503_is_busy() -> None:
    with pytest.raises(ScannerBusyError):
        scan(RecordedDevice(create_status=503))


@pytest.mark.parametrize("body", [b"", b"\xff\xd8 no image", jpeg()[:200]])
def test_a_page_without_a_whole_image_is_a_lost_page_and_the_job_is_deleted(body: bytes) -> None:
    device = RecordedDevice(pages=[body])
    with pytest.raises(ScannerPageLostError):
        scan(device)
    assert not device.job_is_left


def test_the_job_is_looked_for_at_our_address_whatever_host_the_device_names() -> None:
    device = RecordedDevice(location="https://192.0.2.7:443/eSCL/ScanJobs/1001/")
    assert len(scan(device)) == 1


def test_a_scan_given_up_half_way_deletes_its_job() -> None:
    device = RecordedDevice(pages=[jpeg()] * 5)
    run = scanner(device).scan(FEEDER)
    next(run)
    run.close()
    assert not device.job_is_left


def test_a_device_left_processing_is_busy() -> None:
    device = RecordedDevice(status=answer("status-processing"))
    assert scanner(device).status().trouble is ScannerTrouble.BUSY
    with pytest.raises(ScannerBusyError):
        scan(device)


def test_status_names_sources_and_model() -> None:
    status = scanner(RecordedDevice()).status()
    assert status.readiness is Readiness.READY
    assert status.sources == frozenset(InputSource)
    assert status.model == "EPSON XP-7100 Series"


def test_a_device_without_a_platen_has_only_its_feeder() -> None:
    device = RecordedDevice(capabilities="capabilities-feeder-only")
    assert scanner(device).status().sources == {InputSource.FEEDER}
    with pytest.raises(ScannerNoGlassError):
        scan(device)


def test_a_device_that_is_off_is_a_status_and_at_a_scan_an_error() -> None:
    def off(request: httpx.Request) -> None:
        raise httpx.ConnectError("off", request=request)

    device = RecordedDevice(failing=off)
    assert scanner(device).status().trouble is ScannerTrouble.OFFLINE
    with pytest.raises(ScannerUnreachableError):
        scan(device)


def test_a_cable_pulled_at_the_page_is_an_error_that_names_no_address() -> None:
    def pulled(request: httpx.Request) -> None:
        if request.url.path.endswith("NextDocument"):
            raise httpx.ReadError("pulled", request=request)

    with pytest.raises(ScannerError) as fault:
        scan(RecordedDevice(failing=pulled))
    assert "scanner.test" not in str(fault.value)


@pytest.mark.parametrize(
    ("status", "trouble"),
    [
        (301, ScannerTrouble.MOVED),
        (302, ScannerTrouble.MOVED),
        (401, ScannerTrouble.PASSWORD),
        (403, ScannerTrouble.PASSWORD),
        (404, ScannerTrouble.NOT_ESCL),
        (426, ScannerTrouble.HTTPS_WANTED),
        (500, ScannerTrouble.OFFLINE),
        (503, ScannerTrouble.BUSY),
    ],
)
def test_each_refusal_of_the_device_has_its_own_cause(status: int, trouble: ScannerTrouble) -> None:
    device = RecordedDevice(refusal=status)
    assert scanner(device).status().trouble is trouble
    with pytest.raises(ScannerError):
        scan(device)


def test_firmware_that_answers_only_to_localhost_is_called_so() -> None:
    names: list[str] = []

    def named(request: httpx.Request) -> None:
        names.append(request.headers["host"])

    device = RecordedDevice(failing=named)
    real = device._answer

    def strict(request: httpx.Request) -> httpx.Response:
        answered = real(request)
        return answered if request.headers["host"] == "localhost" else httpx.Response(403)

    device._answer = strict  # type: ignore[method-assign]
    assert len(scan(device)) == 1
    assert names[0] == "scanner.test"
    assert set(names[1:]) == {"localhost"}


@pytest.mark.parametrize(
    "location",
    [
        "https://192.0.2.7:443/eSCL/ScanJobs/1001/",
        "http://x//192.0.2.9:8080/../eSCL/ScanJobs/1001",
        "http://[fe80/eSCL/ScanJobs/1001",
        "//192.0.2.9/eSCL/ScanJobs/1001",
        "ScanJobs/1001",
        "/eSCL/ScanJobs/1001?host=192.0.2.9#x",
    ],
)
def test_no_location_sends_anything_to_another_host(location: str) -> None:
    hosts: set[str] = set()

    def watched(request: httpx.Request) -> None:
        hosts.add(request.url.host)

    device = RecordedDevice(location=location, failing=watched)
    try:
        scan(device)
    except ScannerError:
        pass
    assert hosts == {"scanner.test"}


@pytest.mark.parametrize("location", ["http://[fe80/eSCL/ScanJobs/1001", "ScanJobs/1001"])
def test_a_location_that_is_no_address_still_leads_to_the_job(location: str) -> None:
    device = RecordedDevice(location=location)
    assert len(scan(device)) == 1
    assert not device.job_is_left


@pytest.mark.parametrize("location", ["", "http://192.0.2.7", "/", "?"])
def test_a_job_without_an_address_is_an_error(location: str) -> None:
    with pytest.raises(ScannerError):
        scan(RecordedDevice(location=location))


@pytest.mark.parametrize("message", [b"", b"<html/>", b"<a", b"<!DOCTYPE x [<!ENTITY y 'z'>]><ScannerStatus/>"])
def test_a_message_that_is_none_comes_from_no_scanner_and_is_never_a_crash(message: bytes) -> None:
    assert scanner(RecordedDevice(status=message)).status().trouble is ScannerTrouble.NOT_ESCL


def test_an_address_that_is_none_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match="http"):
        EsclScanner("scanner.local")
