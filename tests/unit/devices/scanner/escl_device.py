"""A device made of recorded answers: it hands out pages, keeps its job until that is deleted, and fails as told."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
from PIL import Image

ANSWERS = Path(__file__).parent / "answers"
JOB = "/eSCL/ScanJobs/1001"
OK = 200


def answer(name: str) -> bytes:
    """A recorded answer."""
    return (ANSWERS / f"{name}.xml").read_bytes()


def jpeg(shade: int = 200, size: tuple[int, int] = (64, 90), **more: object) -> bytes:
    """A small page."""
    kept = io.BytesIO()
    Image.new("RGB", size, (shade, shade, shade)).save(kept, "JPEG", **more)
    return kept.getvalue()


def state(device: str = "Idle", adf: str = "", job: str = "", job_uri: str = JOB) -> bytes:
    """A ScannerStatus made anew: state of the device, of its feeder, and of the job."""
    feeder = f"<scan:AdfState>{adf}</scan:AdfState>" if adf else ""
    info = f"<pwg:JobUri>{job_uri}</pwg:JobUri><pwg:JobState>{job}</pwg:JobState>"
    jobs = f"<scan:Jobs><scan:JobInfo>{info}</scan:JobInfo></scan:Jobs>" if job else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?><scan:ScannerStatus '
        'xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" '
        'xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">'
        f"<pwg:State>{device}</pwg:State>{feeder}{jobs}</scan:ScannerStatus>"
    ).encode()


@dataclass(slots=True)
class Clock:
    """Time that passes only by waiting."""

    now: float = 0.0

    def __call__(self) -> float:
        """Seconds."""
        return self.now

    def sleep(self, seconds: float) -> None:
        """Let them pass."""
        self.now += seconds


@dataclass(kw_only=True)
class RecordedDevice:
    """An `httpx` transport. `at_end` is the status past the last page, `not_yet` how often 503 comes first."""

    pages: list[bytes] = field(default_factory=lambda: [jpeg()])
    capabilities: str = "capabilities-platen-and-feeder"
    status: bytes = field(default_factory=lambda: answer("status-idle"))
    status_at_end: bytes | None = None
    location: str = JOB
    at_end: int = 404
    not_yet: int = 0
    create_status: int = 201
    asked: list[str] = field(default_factory=list)
    settings: str = ""
    failing: Callable[[httpx.Request], None] = lambda _request: None
    instead: list[tuple[int, bytes]] = field(default_factory=list)
    """Answers given, once each, where the next page is due."""
    instead_after: int = 0
    """After so many pages."""
    statuses: list[bytes] = field(default_factory=list)
    """States told one after the other while pages are fetched; the last of them stays."""
    refusal: int = 200
    """The status of every message."""
    given: int = 0

    @property
    def transport(self) -> httpx.MockTransport:
        """To hand to the driver."""
        return httpx.MockTransport(self._answer)

    @property
    def job_is_left(self) -> bool:
        """Whether a job was made and not deleted."""
        return any(line.startswith("POST") for line in self.asked) and f"DELETE {JOB}" not in self.asked

    def _answer(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path
        self.asked.append(f"{request.method} {path}")
        self.failing(request)
        if self.refusal != OK:
            return httpx.Response(self.refusal)
        if path.endswith("ScannerCapabilities"):
            return httpx.Response(200, content=answer(self.capabilities))
        if path.endswith("ScannerStatus"):
            return httpx.Response(200, content=self._state())
        if path.endswith("ScanJobs"):
            self.settings = request.content.decode()
            return httpx.Response(self.create_status, headers={"Location": self.location})
        if path == f"{JOB}/NextDocument":
            return self._next()
        return httpx.Response(200 if path == JOB and request.method == "DELETE" else 500)

    def _state(self) -> bytes:
        fetching = any(line.endswith("NextDocument") for line in self.asked)
        if fetching and self.statuses:
            return self.statuses.pop(0) if len(self.statuses) > 1 else self.statuses[0]
        over = self.status_at_end if not self.pages else None
        return over or self.status

    def _next(self) -> httpx.Response:
        if self.instead and self.given >= self.instead_after:
            status, body = self.instead.pop(0)
            return httpx.Response(status, content=body)
        self.given += bool(self.pages)
        if self.not_yet:
            self.not_yet -= 1
            return httpx.Response(503)
        if self.pages:
            return httpx.Response(200, content=self.pages.pop(0))
        return httpx.Response(self.at_end)


@contextmanager
def served(device: RecordedDevice) -> Iterator[str]:
    """The device as a server on loopback, so that a driver reaches it over TCP and HTTP/1.1; gives its address."""

    class Answering(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self) -> None:
            """As the device answers a request of this method, path and body."""
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            asked = httpx.Request(self.command, f"http://scanner.test{self.path}", content=body)
            told = device._answer(asked)
            self.send_response(told.status_code)
            for name, value in {**told.headers, "Content-Length": str(len(told.content))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(told.content)

        do_GET = do_POST = do_DELETE = answer

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    running = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    running.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/eSCL"
    finally:
        server.shutdown()
        server.server_close()
        running.join()
