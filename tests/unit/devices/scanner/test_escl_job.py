"""No page is lost in silence: what devices answer between two sheets, while the lamp warms up, and past the last."""

from __future__ import annotations

import pytest

from devices.errors import (
    ScannerError,
    ScannerJamError,
    ScannerNoDocumentsError,
    ScannerPageLostError,
    ScannerSheetsLeftError,
)
from devices.scanner.escl import MOST_PAGES, EsclScanner
from devices.scanner.interface import InputSource, ScanSettings
from tests.unit.devices.scanner.escl_device import Clock, RecordedDevice, jpeg, state

FEEDER, PLATEN = ScanSettings(source=InputSource.FEEDER), ScanSettings()
EMPTY, LOADED, PROCESSING = "ScannerAdfEmpty", "ScannerAdfLoaded", "ScannerAdfProcessing"
MESSAGE = b'<?xml version="1.0"?><error/>'


def run(device: RecordedDevice, settings: ScanSettings = FEEDER) -> tuple[int, type[Exception] | None]:
    """How many pages came, and what ended it when it did not end well."""
    clock, pages = Clock(), 0
    scanner = EsclScanner("http://scanner.test/eSCL", transport=device.transport, sleep=clock.sleep, clock=clock)
    try:
        for _ in scanner.scan(settings):
            pages += 1
    except ScannerError as fault:
        return pages, type(fault)
    finally:
        assert not device.job_is_left
    return pages, None


@pytest.mark.parametrize("refusal", [(404, b""), (410, b""), (409, b""), (200, MESSAGE), (503, b"")])
@pytest.mark.parametrize("adf", [LOADED, PROCESSING])
def test_an_end_between_two_sheets_is_asked_about_again(refusal: tuple[int, bytes], adf: str) -> None:
    device = RecordedDevice(
        pages=[jpeg()] * 5, instead=[refusal] * 3, instead_after=2, status=state("Idle", adf), at_end=404
    )
    device.status_at_end = state("Idle", EMPTY)
    assert run(device) == (5, None)


@pytest.mark.parametrize("adf", [LOADED, PROCESSING])
@pytest.mark.parametrize("answer", [(404, b""), (410, b""), (409, b""), (200, MESSAGE)])
def test_sheets_that_stay_in_the_feeder_are_told(adf: str, answer: tuple[int, bytes]) -> None:
    device = RecordedDevice(pages=[jpeg()] * 5, instead=[answer] * 999, instead_after=2, status=state("Idle", adf))
    assert run(device) == (2, ScannerSheetsLeftError)


def test_the_last_sheet_under_way_is_waited_for_though_the_tray_is_empty() -> None:
    device = RecordedDevice(
        pages=[jpeg()] * 2,
        instead=[(404, b"")] * 4,
        instead_after=1,
        statuses=[state("Processing", EMPTY, "Processing")],
        status=state("Idle", LOADED),
    )
    pages, _ = run(device)
    assert pages == 2


def test_a_job_that_the_device_broke_off_is_a_lost_page_though_the_tray_is_empty() -> None:
    for job_uri in ("/eSCL/ScanJobs/1001", "http://10.0.0.9/eSCL/ScanJobs/1001/", "eSCL/ScanJobs/1001"):
        for ended in ("Aborted", "Canceled"):
            device = RecordedDevice(pages=[jpeg()] * 2, status=state("Idle", LOADED))
            device.status_at_end = state("Idle", EMPTY, ended, job_uri)
            assert run(device) == (2, ScannerPageLostError)


def test_another_job_that_was_broken_off_is_none_of_ours() -> None:
    device = RecordedDevice(pages=[jpeg()], status=state("Idle", LOADED))
    device.status_at_end = state("Idle", EMPTY, "Aborted", "/eSCL/ScanJobs/999")
    assert run(device) == (1, None)


@pytest.mark.parametrize("body", [MESSAGE, b"\xef\xbb\xbf <a/>", "<a/>".encode("utf-16"), b"<html>"])
def test_a_message_instead_of_a_page_after_the_last_sheet_is_the_end(body: bytes) -> None:
    device = RecordedDevice(pages=[jpeg()] * 2, instead=[(200, body)], instead_after=2, status=state("Idle", LOADED))
    device.status_at_end = state("Idle", EMPTY)
    assert run(device) == (2, None)


def test_a_message_instead_of_the_first_page_of_an_empty_feeder_is_an_empty_feeder() -> None:
    device = RecordedDevice(pages=[], instead=[(200, MESSAGE)], status=state("Idle", EMPTY))
    assert run(device) == (0, ScannerNoDocumentsError)


@pytest.mark.parametrize("refusal", [(404, b""), (410, b""), (409, b""), (503, b""), (200, MESSAGE)])
def test_the_glass_is_waited_for_while_the_lamp_warms_up(refusal: tuple[int, bytes]) -> None:
    device = RecordedDevice(instead=[refusal] * 60, statuses=[state("Processing", EMPTY, "Processing")])
    assert run(device, PLATEN) == (1, None)


def test_a_page_from_the_glass_that_never_comes_is_lost_whatever_the_feeder_says() -> None:
    device = RecordedDevice(pages=[], status=state("Idle", EMPTY))
    assert run(device, PLATEN) == (0, ScannerPageLostError)


def test_a_device_that_does_not_speak_of_its_feeder_ends_with_404() -> None:
    assert run(RecordedDevice(pages=[jpeg()] * 3, status=state())) == (3, None)


def test_a_jam_while_waiting_is_a_jam() -> None:
    device = RecordedDevice(
        pages=[jpeg()] * 5,
        instead=[(404, b"")] * 99,
        instead_after=1,
        statuses=[state("Processing", PROCESSING), state("Stopped", "ScannerAdfJam")],
        status=state("Idle", LOADED),
    )
    assert run(device) == (1, ScannerJamError)


def test_more_pages_than_are_taken_are_no_silent_end() -> None:
    device = RecordedDevice(pages=[jpeg()] * (MOST_PAGES + 3), status=state("Idle", LOADED))
    assert run(device) == (MOST_PAGES, ScannerSheetsLeftError)
