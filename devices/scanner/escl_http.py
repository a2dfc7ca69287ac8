"""eSCL over HTTP: its four requests, their answers or a typed error, and a page as an image.

Every exchange is bounded in time and bytes (`devices.bounded_http`). It knows no rule of scanning.
"""

from __future__ import annotations

from contextlib import suppress
from typing import NoReturn
from urllib.parse import urlsplit

import httpx
from PIL import Image

from devices.bounded_http import BoundedHttp, HttpFaultError, NotReachedError, Reply, SilentError, on_the_same_host
from devices.deadline_transport import ANY
from devices.errors import (
    NotAScannerError,
    ScannerAsleepError,
    ScannerBusyError,
    ScannerError,
    ScannerHttpsWantedError,
    ScannerMovedError,
    ScannerPageLostError,
    ScannerPasswordError,
    ScannerUnreachableError,
)
from devices.pictures import PictureError, picture
from devices.xml_message import LONGEST

OK, CREATED, BUSY, NOT_FOUND, CONFLICT, GONE = 200, 201, 503, 404, 409, 410
LARGEST_PAGE = 64_000_000
"""A4 in colour at 600 dots an inch as JPEG of the best quality, twice."""
MESSAGE_S = 20.0
PAGE_S = 120.0
"""The lamp warms up, the carriage crawls at 600 dots an inch, and the line is a commune's."""
FAREWELL_S = 5.0
_REFUSALS = {401: ScannerPasswordError, 403: ScannerPasswordError, 426: ScannerHttpsWantedError}
_ONLY_BY_ANOTHER_NAME = (400, 403, NOT_FOUND, 421)


class EsclHttp:
    """Requests to one scanner. Raises `ValueError` for an address that is none. `transport` is for tests."""

    def __init__(
        self, uri: str, *, message_s: float = MESSAGE_S, page_s: float = PAGE_S, transport: httpx.BaseTransport | None
    ) -> None:
        parts = urlsplit(uri)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("expected an address like http://printer.local/eSCL")
        self._base = uri.rstrip("/") + "/"
        self._page_s = page_s
        # Scanners sign their own certificates, and there is no list of them to check against.
        self._http = BoundedHttp(seconds=message_s, most_bytes=LONGEST, certificate=ANY, transport=transport)
        self._names: dict[str, str] = {}

    def get(self, name: str) -> bytes:
        """A message of the device, such as ScannerStatus."""
        address = self._base + name
        reply = self._ask("GET", address)
        if reply.status in _ONLY_BY_ANOTHER_NAME and not self._names:
            # Some firmware of HP answers only those who call it localhost.
            again = self._ask("GET", address, headers={"Host": "localhost"})
            if again.status == OK:
                self._names, reply = {"Host": "localhost"}, again
        if reply.status != OK:
            _refused(reply.status)
        return reply.body

    def create(self, message: bytes) -> str:
        """POST ScanJobs; returns the address of the job, on this host whatever the device calls itself."""
        jobs = self._base + "ScanJobs"
        reply = self._ask("POST", jobs, content=message, headers={"Content-Type": "text/xml"})
        location = reply.headers.get("location", "").strip()
        if reply.status != CREATED or not location:
            _refused(reply.status)
        job = on_the_same_host(jobs, location).rstrip("/")
        if urlsplit(job).path.strip("/") == "":
            raise ScannerError("a job without an address")
        return job

    def next_document(self, job: str) -> tuple[int, bytes]:
        """The status and the body, whatever they are."""
        try:
            reply = self._http.exchange(
                "GET", job + "/NextDocument", headers=self._names, seconds=self._page_s, most_bytes=LARGEST_PAGE
            )
        except NotReachedError:
            raise ScannerUnreachableError("gone while scanning") from None
        except HttpFaultError as fault:
            raise ScannerPageLostError(type(fault).__name__) from None
        return reply.status, reply.body

    def delete(self, job: str) -> None:
        """Tell the device that nobody waits for this job any more; it may have forgotten it already."""
        with suppress(HttpFaultError):
            self._http.exchange("DELETE", job, headers=self._names, seconds=FAREWELL_S)

    def _ask(
        self, method: str, address: str, *, content: bytes = b"", headers: dict[str, str] | None = None
    ) -> Reply:
        try:
            return self._http.exchange(method, address, content=content, headers={**self._names, **(headers or {})})
        except NotReachedError:
            raise ScannerUnreachableError("no connection") from None
        except SilentError:
            raise ScannerAsleepError("no answer in time") from None
        except HttpFaultError as fault:
            raise NotAScannerError(type(fault).__name__) from None


def _refused(status: int) -> NoReturn:
    if status == BUSY:
        raise ScannerBusyError
    if 300 <= status < 400:
        raise ScannerMovedError(f"HTTP {status}")
    if status == NOT_FOUND:
        raise NotAScannerError(f"HTTP {status}")
    raise _REFUSALS.get(status, ScannerError)(f"HTTP {status}")


def decoded(body: bytes) -> Image.Image:
    """A whole image. Some devices answer 200 with nothing, or stop in the middle of the page."""
    try:
        return picture(body)
    except PictureError as fault:
        raise ScannerPageLostError(f"{len(body)} bytes: {fault}") from None
