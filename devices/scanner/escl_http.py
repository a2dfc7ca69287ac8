"""eSCL over HTTP: its four requests, their answers or a typed error, and a page as an image.

The only module of this family that knows httpx. It knows no rule of scanning.
"""

from __future__ import annotations

import io
from contextlib import suppress
from urllib.parse import urljoin, urlsplit

import httpx
from PIL import Image

from devices.errors import ScannerBusyError, ScannerError, ScannerPageLostError, ScannerUnreachableError

OK, CREATED, BUSY = 200, 201, 503
LARGEST_PAGE = 200_000_000


class EsclHttp:
    """Requests to one scanner, each bounded by `timeout_s`. Raises `ValueError` for an address that is none."""

    def __init__(self, uri: str, *, timeout_s: float, transport: httpx.BaseTransport | None = None) -> None:
        parts = urlsplit(uri)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("expected an address like http://printer.local/eSCL")
        self._base = uri.rstrip("/") + "/"
        # Scanners sign their own certificates, and there is no list of them to check against.
        self._http = httpx.Client(
            timeout=httpx.Timeout(timeout_s, connect=min(timeout_s, 3.0)),
            transport=transport,
            verify=False,  # noqa: S501
            trust_env=False,
        )

    def close(self) -> None:
        """Let go of the connections kept alive to the scanner."""
        self._http.close()

    def get(self, name: str) -> bytes:
        """A message of the device, such as ScannerStatus."""
        reply = self._send("GET", self._base + name)
        if reply.status_code == BUSY:
            raise ScannerBusyError
        if reply.status_code != OK:
            raise ScannerError(f"{name}: HTTP {reply.status_code}")
        return reply.content

    def create(self, message: bytes) -> str:
        """POST ScanJobs; returns the address of the job."""
        reply = self._send("POST", self._base + "ScanJobs", message)
        if reply.status_code == BUSY:
            raise ScannerBusyError
        # Devices name themselves by another host, scheme or port in Location; only its path can be trusted.
        location = urlsplit(str(reply.headers.get("Location", ""))).path
        if reply.status_code != CREATED or not location:
            raise ScannerError(f"no job: HTTP {reply.status_code}")
        return urljoin(self._base, location).rstrip("/")

    def next_document(self, job: str) -> tuple[int, bytes]:
        """The status and the body, whatever they are."""
        reply = self._send("GET", job + "/NextDocument")
        return reply.status_code, reply.content

    def delete(self, job: str) -> None:
        """Tell the device that nobody waits for this job any more; it may have forgotten it already."""
        with suppress(httpx.HTTPError):
            self._http.delete(job)

    def _send(self, method: str, address: str, content: bytes | None = None) -> httpx.Response:
        headers = {"Content-Type": "text/xml"} if content else None
        try:
            return self._http.request(method, address, content=content, headers=headers)
        except (httpx.ConnectError, httpx.ConnectTimeout) as fault:
            raise ScannerUnreachableError(type(fault).__name__) from None
        except httpx.HTTPError as fault:
            raise ScannerError(type(fault).__name__) from None


def decoded(body: bytes) -> Image.Image:
    """A whole image. Some devices answer 200 with nothing, or stop in the middle of the page."""
    if not 0 < len(body) <= LARGEST_PAGE:
        raise ScannerPageLostError(f"{len(body)} bytes")
    try:
        with Image.open(io.BytesIO(body), formats=("JPEG", "PNG")) as image:
            return image.convert("L" if image.mode in ("L", "1") else "RGB")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as fault:
        raise ScannerPageLostError(type(fault).__name__) from None
