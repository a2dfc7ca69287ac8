"""Jobs as devices really tell of them, and jobs whose number never came back: none comes out for the next person."""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from devices.errors import PrinterAsleepError, PrinterError, PrintJobLostError, WrongDocumentError
from devices.printer.interface import JobState, PrinterTrouble
from devices.printer.ipp_jobs import IDLE_LOOKS
from tests.helpers.ipp_answers import (
    CANCEL_JOB,
    GET_JOB,
    GET_JOBS,
    IDLE,
    JOB_GROUP,
    OPERATION_GROUP,
    PRINT_JOB,
    Device,
    answer,
    attribute,
    group,
    http_status,
    refused,
)


def looked(job: dict[str, Any], **printer: Any) -> tuple[JobState, PrinterTrouble | None]:
    facts = {**IDLE, **{name.replace("_", "-"): value for name, value in printer.items()}}
    status = Device(job_facts=job, printer_facts=facts).printer().job(7)
    return status.state, status.trouble


def test_a_completed_job_without_a_page_is_not_done() -> None:
    nothing = (JobState.ABORTED, PrinterTrouble.NOTHING_PRINTED)
    assert looked({"job-state": 9, "job-impressions-completed": 0}) == nothing
    assert looked({"job-state": 9, "job-impressions": 2, "job-impressions-completed": 0}) == nothing
    assert looked({"job-state": 9, "job-media-sheets-completed": 0}) == nothing


def test_a_device_that_counts_no_pages_at_all_may_be_done() -> None:
    for job in (
        {"job-state": 9},
        {"job-state": 9, "job-impressions": 0, "job-impressions-completed": 0},
        {"job-state": 9, "job-impressions-completed": 0, "job-media-sheets-completed": 1},
    ):
        assert looked(job) == (JobState.COMPLETED, None)


def test_our_own_job_under_way_is_printing_though_the_device_takes_no_other() -> None:
    at_work = {"printer_state": 4, "printer_is_accepting_jobs": False}
    assert looked({"job-state": 5}, **at_work, printer_state_reasons=["spool-area-full-report"]) == (
        JobState.PROCESSING,
        None,
    )
    assert looked({"job-state": 3}, **at_work) == (JobState.PENDING, PrinterTrouble.BUSY)
    assert looked({"job-state": 5}, printer_state=4, printer_state_reasons=["media-empty-warning"]) == (
        JobState.PROCESSING,
        None,
    )


def test_a_stop_at_the_device_is_remembered_when_the_end_does_not_say_it() -> None:
    device = Device(
        job_facts={"job-state": 5, "job-state-reasons": ["processing-to-stop-point", "job-canceled-at-device"]}
    )
    printer = device.printer()
    assert printer.job(7).state is JobState.PROCESSING
    device.job_facts = {"job-state": 7, "job-state-reasons": ["none"]}
    assert printer.job(7).state is JobState.CANCELED


def test_a_device_that_wants_no_list_of_attributes_is_asked_without() -> None:
    def picky(request: httpx.Request) -> httpx.Response:
        if b"requested-attributes" in request.read():
            return answer(0x0400)
        return answer(0, group(JOB_GROUP, {"job-id": 7, "job-state": 9, "job-impressions-completed": 1}))

    assert Device(replies={GET_JOB: picky}).printer().job(7).state is JobState.COMPLETED


@pytest.mark.parametrize("status", [0x0400, 0x0501])
def test_a_device_that_tells_nothing_of_jobs_is_watched_itself_and_never_called_done(status: int) -> None:
    device = Device(replies={GET_JOB: refused(status)}, printer_facts={**IDLE, "printer-state": 4})
    printer = device.printer()
    assert printer.job(7).state is JobState.PROCESSING
    device.printer_facts = {**IDLE, "printer-state": 5, "printer-state-reasons": ["media-jam-error"]}
    assert printer.job(7).trouble is PrinterTrouble.JAM
    device.printer_facts = IDLE
    for _ in range(IDLE_LOOKS):
        assert printer.job(7).state is JobState.PROCESSING
    with pytest.raises(PrintJobLostError):
        printer.job(7)


def eight_byte_number(_: httpx.Request) -> httpx.Response:
    return answer(0, JOB_GROUP + attribute(0x21, "job-id", bytes(7) + b"\x09"))


def cut_off(_: httpx.Request) -> httpx.Response:
    return httpx.Response(200, content=answer(0).content[:-20])


def no_number(_: httpx.Request) -> httpx.Response:
    return answer(0, JOB_GROUP + attribute(0x21, "job-id", struct.pack(">i", -1)))


def silent(request: httpx.Request) -> httpx.Response:
    raise httpx.ReadTimeout("silent", request=request)


def listing(device: Device) -> Callable[[httpx.Request], httpx.Response]:
    """Get-Jobs of a device that took every Print-Job, beside a job of the other station."""

    def handler(_: httpx.Request) -> httpx.Response:
        names = [body.split(b"job-name")[1] for operation, body in device.asked if operation == PRINT_JOB]
        ours = [name[2 : 2 + int.from_bytes(name[:2], "big")].decode() for name in names]
        jobs = [{"job-id": 40, "job-name": "declaration-of-the-other-station"}]
        jobs += [{"job-id": 41 + at, "job-name": name} for at, name in enumerate(ours)]
        return answer(0, *(group(JOB_GROUP, job) for job in jobs))

    return handler


def cancelled(device: Device) -> list[int]:
    bodies = [body for operation, body in device.asked if operation == CANCEL_JOB]
    return [int.from_bytes(body.split(b"job-id\x00\x04")[1][:4], "big") for body in bodies]


@pytest.mark.parametrize("broken", [eight_byte_number, cut_off, no_number, silent, refused(0x0411), refused(0x0500)])
def test_a_job_whose_number_never_came_back_is_found_by_its_name_and_cancelled(
    broken: Callable[[httpx.Request], httpx.Response],
) -> None:
    device = Device(replies={PRINT_JOB: broken})
    device.replies[GET_JOBS] = listing(device)
    with pytest.raises(PrinterError):
        device.printer().submit(b"%PDF", job_name="declaration")
    assert cancelled(device) == [41]


def test_a_job_that_could_not_be_looked_for_is_cancelled_before_the_next_person_prints() -> None:
    device = Device(replies={PRINT_JOB: silent, GET_JOBS: silent})
    printer = device.printer()
    with pytest.raises(PrinterAsleepError):
        printer.submit(b"%PDF", job_name="declaration")
    assert cancelled(device) == []
    device.replies[GET_JOBS] = listing(device)
    assert printer.status().trouble is None
    assert cancelled(device) == [41]
    printer.status()
    assert device.times(GET_JOBS) == 2, "once it has answered, nothing is looked for any more"


@pytest.mark.parametrize("unwilling", [refused(0x0501), refused(0x0403), http_status(401)])
def test_a_device_that_lists_no_jobs_is_asked_once(unwilling: Callable[[httpx.Request], httpx.Response]) -> None:
    device = Device(replies={PRINT_JOB: eight_byte_number, GET_JOBS: unwilling})
    printer = device.printer()
    with pytest.raises(PrinterError):
        printer.submit(b"%PDF", job_name="declaration")
    printer.status()
    assert device.times(GET_JOBS) == 1


def test_no_two_jobs_have_one_name_and_none_has_a_persons() -> None:
    device = Device()
    printer = device.printer()
    for _ in range(3):
        printer.submit(b"%PDF", job_name="declaration")
    names = [body.split(b"job-name")[1][2:22] for operation, body in device.asked if operation == PRINT_JOB]
    assert len(set(names)) == 3
    assert all(name.startswith(b"declaration-") for name in names)


def test_an_answer_in_another_charset_is_read_as_far_as_it_can_be() -> None:
    said = attribute(0x47, "attributes-charset", b"utf-16") + attribute(0x41, "status-message", b"\xff\xfe\x00")
    for charset in (said, attribute(0x47, "attributes-charset", b"x-unknown"), attribute(0x47, "charset", b"\xff")):
        odd = answer(0, group(JOB_GROUP, {"job-state": 9}), OPERATION_GROUP + charset)
        assert Device(replies={GET_JOB: lambda _, odd=odd: odd}).printer().job(7).state is JobState.COMPLETED


def test_a_document_the_device_could_not_read_is_told_as_such() -> None:
    with pytest.raises(WrongDocumentError):
        Device(replies={PRINT_JOB: refused(0x0411)}).printer().submit(b"%PDF", job_name="declaration")
    assert looked({"job-state": 9, "job-state-reasons": ["unsupported-document-format"]}) == (
        JobState.ABORTED,
        PrinterTrouble.WRONG_DOCUMENT,
    )
