"""One exchange of HTTP/1.1 with a device (RFC 9112) that cannot hurt whoever asks: bounded in time and in bytes.

The deadline spans name, connection, TLS, request and answer; the answer is counted while it comes, unpacked or not;
nobody is sent on to another address; no cookie and no connection outlives the exchange. Families wrap the faults
below in their own errors. Knows neither IPP nor eSCL.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import httpcore
import httpx

from devices.bounded_connection import BoundedConnection, Deadline
from devices.deadline_transport import (
    ANY,
    SIGNED,
    DeadlineTransport,
    StrangeCertificateError,
    context_for,
    fingerprint_of,
)

GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS
"""Lets zlib find out by itself which of the two it is."""
_AUTHORITY = re.compile(r"^(?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^/?#]*")


class HttpFaultError(Exception):
    """The exchange did not come to its end; whether the device took the request is not known."""


class NotReachedError(HttpFaultError):
    """No connection: nothing was sent."""


class CertificateRefusedError(NotReachedError):
    """Connected by TLS to somebody whose certificate is not the one expected: nothing was sent.

    `fingerprint` is the SHA-256 of the certificate that was shown, in hexadecimal; empty where none came so far.
    """

    def __init__(self, fingerprint: str) -> None:
        super().__init__("the certificate is not the one expected")
        self.fingerprint = fingerprint


class SilentError(HttpFaultError):
    """Connected, but the answer was not there, or not whole, by the deadline."""


class TooLongError(HttpFaultError):
    """The answer is longer than any answer to this request, as it came or when unpacked."""


class GarbledError(HttpFaultError):
    """Not HTTP, cut off, or packed in a way that cannot be undone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A whole answer: status code, headers by their names in small letters, and the body unpacked."""

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file on its way: status code, and its bytes as they come."""

    status: int
    chunks: Iterator[bytes] = field(repr=False)


class BoundedHttp:
    """Exchanges with devices. `seconds` and `most_bytes` bound each of them, unless it is given others of its own.

    `certificate` is what an https address must show: `SIGNED` by an authority this system knows, `ANY`, or the
    SHA-256 fingerprint of one certificate. `transport` is for tests.
    """

    def __init__(
        self,
        *,
        seconds: float,
        most_bytes: int,
        certificate: str = SIGNED,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._seconds = seconds
        self._most_bytes = most_bytes
        self._transport = transport or DeadlineTransport(certificate)

    def exchange(
        self,
        method: str,
        address: str,
        *,
        content: bytes = b"",
        headers: Mapping[str, str] | None = None,
        seconds: float | None = None,
        most_bytes: int | None = None,
    ) -> Reply:
        """Ask `address` and take the whole answer, whatever its status. Raises `HttpFaultError`."""
        deadline = Deadline(seconds or self._seconds)
        with _typed_faults():
            request = _request(method, address, content, headers, deadline)
            return self._answer(request, deadline, most_bytes or self._most_bytes)

    @contextmanager
    def download(
        self, address: str, *, headers: Mapping[str, str] | None = None, seconds: float | None = None
    ) -> Iterator[Download]:
        """Ask for a file and take it chunk by chunk as it comes, unpacked by nobody: who takes it bounds its bytes.

        Raises `HttpFaultError`, also out of the chunks.
        """
        deadline = Deadline(seconds or self._seconds)
        with _typed_faults():
            response = self._transport.handle_request(_request("GET", address, b"", headers, deadline))
            stream = response.stream
            if not isinstance(stream, httpx.SyncByteStream):
                raise GarbledError("no body that can be read")
            try:
                yield Download(status=response.status_code, chunks=_until(deadline, stream))
            finally:
                stream.close()

    def _answer(self, request: httpx.Request, deadline: Deadline, most: int) -> Reply:
        response = self._transport.handle_request(request)
        stream = response.stream
        if not isinstance(stream, httpx.SyncByteStream):
            raise GarbledError("no body that can be read")
        try:
            headers = {name.lower(): value for name, value in response.headers.items()}
            body = _unpacked(stream, headers.get("content-encoding", ""), deadline, most)
        finally:
            stream.close()
        return Reply(status=response.status_code, headers=headers, body=body)


def _request(
    method: str, address: str, content: bytes, headers: Mapping[str, str] | None, deadline: Deadline
) -> httpx.Request:
    return httpx.Request(
        method,
        address,
        content=content,
        headers={"Accept-Encoding": "identity", "Connection": "close", **(headers or {})},
        extensions={"deadline": deadline},
    )


@contextmanager
def _typed_faults() -> Iterator[None]:
    try:
        yield
    except StrangeCertificateError as fault:
        raise CertificateRefusedError(fault.fingerprint) from None
    except (httpcore.ConnectError, httpcore.ConnectTimeout, httpx.ConnectError, httpx.ConnectTimeout):
        raise NotReachedError("no connection") from None
    except (httpx.InvalidURL, UnicodeError):
        raise NotReachedError("an address that is none") from None
    except (httpcore.TimeoutException, httpx.TimeoutException, TimeoutError) as fault:
        raise SilentError(type(fault).__name__) from None
    except (httpcore.NetworkError, httpcore.ProtocolError, httpx.HTTPError, zlib.error, OSError) as fault:
        raise GarbledError(type(fault).__name__) from None


def _until(deadline: Deadline, chunks: Iterable[bytes]) -> Iterator[bytes]:
    for chunk in chunks:
        deadline.left()
        yield chunk


def _unpacked(chunks: Iterable[bytes], packing: str, deadline: Deadline, most: int) -> bytes:
    """The body, counted on both sides of the unpacking: a bomb is small before, endless emptiness small after it."""
    if packing.strip().lower() not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise GarbledError("packed in a way that was not asked for")
    unpacker = zlib.decompressobj(GZIP_OR_ZLIB) if packing.strip().lower() not in ("", "identity") else None
    body, came = bytearray(), 0
    for chunk in chunks:
        deadline.left()
        came += len(chunk)
        body += unpacker.decompress(chunk, most + 1 - len(body)) if unpacker else chunk
        if max(came, len(body)) > most:
            raise TooLongError(f"more than {most} bytes")
    if unpacker and came and not unpacker.eof:
        raise GarbledError("cut off while packed")
    return bytes(body)


def shown_certificate(address: str, seconds: float) -> str:
    """The fingerprint of the certificate an https address shows, to be compared; empty where none is seen."""
    parts = urlsplit(address)
    deadline = Deadline(seconds)
    try:
        connection = BoundedConnection.opened(parts.hostname or "", parts.port or 443, deadline)
        try:
            connection = connection.secured(context_for(ANY), parts.hostname)
            return fingerprint_of(connection.certificate)
        finally:
            connection.close()
    except (OSError, ValueError):
        return ""


def on_the_same_host(base: str, location: str) -> str:
    """Where a `Location` header points to, asked of the host of `base` and of nobody else.

    Devices name themselves by another host, scheme, port or an address that is none; only the path can be trusted.
    """
    here = urlsplit(base)
    path = _AUTHORITY.sub("", location.strip(), count=1).partition("?")[0].partition("#")[0]
    if not path.startswith("/"):
        path = here.path.rpartition("/")[0] + "/" + path
    return f"{here.scheme}://{here.netloc}/{path.lstrip('/')}"
