"""The eSCL client against devices that never end, pack bombs or drip: over real sockets, with typed errors."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable
from contextlib import closing
from functools import cache
from socket import socket

import pytest

from devices.errors import NotAScannerError, ScannerAsleepError, ScannerError, ScannerPageLostError
from devices.scanner import escl_http
from devices.scanner.escl import EsclScanner
from devices.scanner.interface import ScannerTrouble, ScanSettings
from tests.helpers.rude_server import rude_server
from tests.unit.devices.scanner.escl_device import JOB, answer, state

PAGE_LIMIT = 1_000_000
HEAD = b"HTTP/1.1 200 OK\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"


def whole(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


def endless(client: socket) -> None:
    client.sendall(CHUNKED)
    while True:
        client.sendall(b"2328\r\n" + bytes(9_000) + b"\r\n")


def drip(client: socket) -> None:
    client.sendall(CHUNKED)
    while True:
        client.sendall(b"1\r\nx\r\n")
        time.sleep(0.05)


def dripping_head(client: socket) -> None:
    while True:
        client.sendall(b"H")
        time.sleep(0.05)


def bomb(client: socket) -> None:
    client.sendall(packed_zeros())


@cache
def packed_zeros() -> bytes:
    """300 MB that fit into 300 kB: to pack them takes a second."""
    return whole(gzip.compress(bytes(300_000_000), 9), "Content-Encoding: gzip")


def silent(client: socket) -> None:
    time.sleep(30)


RUDE = pytest.mark.parametrize("deed", [endless, drip, dripping_head, bomb, silent])


def device(asked: list[bytes], where: str, deed: Callable[[socket], None]) -> Callable[[socket], None]:
    """A good scanner that does this deed where it is asked for a path that contains `where`."""
    good = {
        "ScannerCapabilities": whole(answer("capabilities-platen-and-feeder")),
        "ScannerStatus": whole(state()),
        "NextDocument": whole(b"", status="500 No"),
        "DELETE": whole(b""),
        "POST": whole(b"", f"Location: {JOB}", status="201 Created"),
    }

    def serve(client: socket) -> None:
        line = asked[-1].partition(b"\r\n")[0].decode()
        if where in line:
            deed(client)
        else:
            client.sendall(next(reply for part, reply in good.items() if part in line))

    return serve


def scan(where: str, deed: Callable[[socket], None], seconds: float = 0.6) -> tuple[ScannerError, list[str]]:
    """What a scan ends with, and the requests it made."""
    lines: list[bytes] = []
    with rude_server(device(lines, where, deed)) as rude:
        rude.asked = lines
        scanner = EsclScanner(rude.address(path="/eSCL"), message_s=seconds, page_s=seconds)
        with pytest.raises(ScannerError) as fault, closing(scanner.scan(ScanSettings())) as run:
            next(run)
        return fault.value, [line.partition(b"\r\n")[0].decode() for line in lines]


@RUDE
@pytest.mark.parametrize("where", ["ScannerCapabilities", "ScannerStatus", "POST"])
def test_no_message_holds_the_scanner_s_worker(where: str, deed: Callable[[socket], None]) -> None:
    fault, _ = scan(where, deed)
    assert isinstance(fault, ScannerAsleepError | NotAScannerError)


@RUDE
def test_no_page_holds_the_scanner_s_worker_and_its_job_is_deleted(
    deed: Callable[[socket], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(escl_http, "LARGEST_PAGE", PAGE_LIMIT)
    fault, asked = scan("NextDocument", deed)
    assert isinstance(fault, ScannerPageLostError)
    assert asked[-1].startswith(f"DELETE {JOB}")


@RUDE
def test_no_farewell_holds_the_scanner_s_worker(
    deed: Callable[[socket], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(escl_http, "FAREWELL_S", 0.5)
    fault, asked = scan("DELETE", deed, seconds=20.0)
    assert type(fault) is ScannerError
    assert asked[-1].startswith("DELETE")


@pytest.mark.parametrize(("deed", "trouble"), [(silent, ScannerTrouble.ASLEEP), (drip, ScannerTrouble.ASLEEP)])
def test_a_device_that_does_not_answer_in_time_is_asleep(
    deed: Callable[[socket], None], trouble: ScannerTrouble
) -> None:
    with rude_server(deed) as rude:
        status = EsclScanner(rude.address(path="/eSCL"), message_s=0.4).status()
    assert status.trouble is trouble
