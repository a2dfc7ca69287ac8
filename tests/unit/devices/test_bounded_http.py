"""One exchange with a device that answers as no device should: it ends, bounded, and with a fault of our own."""

from __future__ import annotations

import gzip
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from socket import socket

import pytest

from devices.bounded_http import (
    BoundedHttp,
    CertificateRefusedError,
    GarbledError,
    HttpFaultError,
    NotReachedError,
    SilentError,
    TooLongError,
    on_the_same_host,
)
from devices.deadline_transport import ANY, fingerprint_of
from tests.helpers.rude_server import Deed, answer, rude_server, self_signed

MOST = 100_000
SHORT_S = 0.6


def ask(deed: Deed, *, seconds: float = 20.0, most_bytes: int = MOST) -> object:
    with rude_server(deed) as rude:
        return BoundedHttp(seconds=seconds, most_bytes=most_bytes).exchange("POST", rude.address(), content=b"x")


def endless(head: str, piece: bytes, pause_s: float = 0.0) -> Deed:
    def deed(client: socket) -> None:
        client.sendall(head.encode())
        while True:
            client.sendall(piece)
            time.sleep(pause_s)

    return deed


def chunk(data: bytes) -> bytes:
    return f"{len(data):x}\r\n".encode() + data + b"\r\n"


OK = "HTTP/1.1 200 OK\r\n"
CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n"


def test_a_whole_answer_is_taken_as_it_is() -> None:
    reply = ask(answer(b"body", "X-Odd: \xe9", status="426 Upgrade Required"))
    assert (reply.status, reply.body, reply.headers["x-odd"]) == (426, b"body", "é")  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "deed",
    [
        endless(CHUNKED, chunk(bytes(9_000))),
        endless(OK + "Connection: close\r\n\r\n", bytes(9_000)),
        endless(OK + "Content-Length: 99999999999\r\n\r\n", bytes(9_000)),
    ],
    ids=["chunked", "until closed", "announced"],
)
def test_an_endless_body_ends_at_the_limit(deed: Deed) -> None:
    with pytest.raises(TooLongError):
        ask(deed)


@pytest.mark.parametrize("packing", ["gzip", "x-gzip", "deflate", "GZIP"])
def test_a_bomb_ends_at_the_limit_of_what_it_unpacks_to(packing: str) -> None:
    packed = zlib.compress(bytes(20_000_000)) if packing == "deflate" else gzip.compress(bytes(20_000_000))
    assert len(packed) < MOST
    with pytest.raises(TooLongError):
        ask(answer(packed, f"Content-Encoding: {packing}"))


def test_endless_empty_archives_end_at_the_limit_of_what_came() -> None:
    head = OK + "Content-Encoding: gzip\r\nConnection: close\r\n\r\n"
    with pytest.raises(TooLongError):
        ask(endless(head, gzip.compress(b"") * 500))


def test_what_is_packed_though_nobody_asked_is_unpacked() -> None:
    assert ask(answer(gzip.compress(b"body"), "Content-Encoding: gzip")).body == b"body"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "deed",
    [
        endless(CHUNKED, chunk(b"."), 0.05),
        endless(OK, b"X", 0.05),
        endless("", b"H", 0.05),
        endless("HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 100 Continue\r\n\r\n", 0.05),
        lambda client: time.sleep(30),
    ],
    ids=["body", "header", "status line", "continue without end", "nothing at all"],
)
def test_a_byte_at_a_time_ends_by_the_deadline_of_the_whole(deed: Deed) -> None:
    with pytest.raises((SilentError, GarbledError)):
        ask(deed, seconds=SHORT_S)


def test_a_device_that_takes_no_more_of_the_request_ends_by_the_deadline() -> None:
    with rude_server(lambda client: time.sleep(30)) as rude, pytest.raises(SilentError):
        BoundedHttp(seconds=SHORT_S, most_bytes=MOST).exchange("POST", rude.address(), content=bytes(20_000_000))


@pytest.mark.parametrize(
    "bytes_sent",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nContent-Length: minus\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 1\r\n\r\n.",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 1\r\n\r\n.",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 12\r\n\r\n"
        + gzip.compress(b"body", mtime=0)[:12],
        b"HTTP/1.1 200 OK\r\n" + b"X-Long: " + b"x" * 200_000 + b"\r\n\r\n",
        b"HTTP/1.1 999999 \xff\xfe\r\n\r\n",
    ],
    ids=range(10),
)
def test_what_is_no_whole_answer_is_a_fault_of_ours(bytes_sent: bytes) -> None:
    with pytest.raises(GarbledError):
        ask(lambda client: client.sendall(bytes_sent))


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:1/", f"http://{'a' * 70}.test/", "http://no-such-host.invalid/", "http://[::1", "ftp://host/"],
)
def test_nobody_there_means_that_nothing_was_sent(address: str) -> None:
    with pytest.raises(NotReachedError):
        BoundedHttp(seconds=20.0, most_bytes=MOST).exchange("GET", address)


def test_nobody_is_sent_on_to_another_address() -> None:
    with rude_server(answer(b"secret")) as other:
        moved = answer(b"", f"Location: {other.address()}", status="301 Moved Permanently")
        assert ask(moved).status == 301  # type: ignore[attr-defined]
        assert other.asked == []


def test_no_cookie_goes_from_one_exchange_to_the_next() -> None:
    with rude_server(answer(b"", "Set-Cookie: visitor=before")) as rude:
        http = BoundedHttp(seconds=20.0, most_bytes=MOST)
        for _ in range(2):
            http.exchange("GET", rude.address())
        assert not any(b"visitor" in asked for asked in rude.asked)


def test_only_the_certificate_that_was_pinned_is_spoken_to(tmp_path: Path) -> None:
    ours, theirs = self_signed(tmp_path, "ours"), self_signed(tmp_path, "theirs")
    pinned = fingerprint_of(ours[1])
    with rude_server(answer(b"body"), tls=ours[0]) as rude:
        for certificate in (pinned, ANY):
            http = BoundedHttp(seconds=20.0, most_bytes=MOST, certificate=certificate)
            assert http.exchange("POST", rude.address("https"), content=b"secret").body == b"body"
    with rude_server(answer(b"body"), tls=theirs[0]) as rude:
        with pytest.raises(CertificateRefusedError) as changed:
            BoundedHttp(seconds=20.0, most_bytes=MOST, certificate=pinned).exchange("POST", rude.address("https"))
        with pytest.raises(CertificateRefusedError) as unknown:
            BoundedHttp(seconds=20.0, most_bytes=MOST).exchange("POST", rude.address("https"))
        assert (changed.value.fingerprint, unknown.value.fingerprint) == (fingerprint_of(theirs[1]), "")
        assert not any(rude.asked), "nothing of the request was sent"


@pytest.mark.parametrize("deed", [answer(b"plain HTTP"), lambda client: client.close()])
def test_tls_spoken_to_somebody_who_does_not_reaches_nobody(deed: Callable[[socket], None]) -> None:
    with rude_server(deed) as rude, pytest.raises(NotReachedError):
        BoundedHttp(seconds=20.0, most_bytes=MOST).exchange("GET", rude.address("https"))


@pytest.mark.parametrize(
    ("location", "path"),
    [
        ("/eSCL/ScanJobs/7", "/eSCL/ScanJobs/7"),
        ("http://other.test:8080/eSCL/ScanJobs/7", "/eSCL/ScanJobs/7"),
        ("http://x//other.test:8080/eSCL/ScanJobs/7", "/other.test:8080/eSCL/ScanJobs/7"),
        ("//other.test/eSCL/ScanJobs/7", "/eSCL/ScanJobs/7"),
        ("///other.test/eSCL/ScanJobs/7", "/other.test/eSCL/ScanJobs/7"),
        ("http://[fe80/eSCL/ScanJobs/4060", "/eSCL/ScanJobs/4060"),
        ("https://user:word@other.test/eSCL/ScanJobs/7?next=http://other.test#there", "/eSCL/ScanJobs/7"),
        ("7", "/eSCL/7"),
        ("", "/eSCL/"),
    ],
)
def test_a_location_keeps_nothing_but_its_path(location: str, path: str) -> None:
    assert on_the_same_host("http://printer.local:8080/eSCL/ScanJobs", location) == f"http://printer.local:8080{path}"


def test_every_fault_is_of_one_family() -> None:
    for deed in (answer(b"", status="200"), lambda client: client.sendall(bytes(range(256)))):
        with suppress(HttpFaultError):
            ask(deed)
