"""HTTP/1.1 over a bounded connection: httpcore speaks it, each byte goes through `BoundedConnection`.

httpx' own transport knows only time-outs for one read or write, and looks at a certificate only through the system's
list of authorities; here a single certificate can be expected too, and is looked at before a byte of the request is
sent. One connection an exchange.
"""

from __future__ import annotations

import hashlib
import ssl
from collections.abc import Iterable, Iterator
from typing import Any

import httpcore
import httpx

from devices.bounded_connection import BoundedConnection, Deadline

SIGNED = ""
"""Any certificate for this name that an authority known to the system has signed."""
ANY = "any"
"""No look at the certificate: TLS only because the device wants it."""


class StrangeCertificateError(Exception):
    """Another certificate than the one expected; `fingerprint` is empty where the system refused it unseen."""

    def __init__(self, fingerprint: str) -> None:
        super().__init__("another certificate than the one expected")
        self.fingerprint = fingerprint


class DeadlineTransport(httpx.BaseTransport):
    """The deadline of an exchange stands in `request.extensions["deadline"]`."""

    def __init__(self, certificate: str) -> None:
        self._certificate = certificate

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """One exchange over a connection of its own. Raises httpcore's errors and `StrangeCertificateError`."""
        if request.url.scheme not in ("http", "https") or not request.url.host:
            raise httpx.InvalidURL("neither http nor https")
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        connection = httpcore.HTTPConnection(
            origin=url.origin,
            ssl_context=context_for(self._certificate) if url.scheme == b"https" else None,
            network_backend=_Network(request.extensions["deadline"], self._certificate),
        )
        try:
            asked = httpcore.Request(request.method, url, headers=request.headers.raw, content=request.read())
            answer = connection.handle_request(asked)
        except BaseException:
            connection.close()
            raise
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer.stream, connection))


def context_for(certificate: str) -> ssl.SSLContext:
    """TLS 1.2 or newer. Where one certificate is expected, what stands in it is not looked at: printers sign their
    own, with short keys, for names they do not have, and never renew them."""
    context = ssl.create_default_context()
    if certificate != SIGNED:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        context.set_ciphers("DEFAULT:@SECLEVEL=1")
    return context


def fingerprint_of(certificate: bytes) -> str:
    """The SHA-256 of a certificate (DER) in hexadecimal."""
    return hashlib.sha256(certificate).hexdigest()


class _Body(httpx.SyncByteStream):
    """The body as it comes; closing it closes the connection."""

    def __init__(self, stream: Any, connection: httpcore.HTTPConnection) -> None:
        self._stream = stream
        self._connection = connection

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        self._connection.close()


class _Network(httpcore.NetworkBackend):
    """Opens connections that end by the deadline, whatever time-outs httpcore asks for."""

    def __init__(self, deadline: Deadline, certificate: str) -> None:
        self._deadline = deadline
        self._certificate = certificate

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        del timeout, local_address, socket_options
        try:
            return _Stream(BoundedConnection.opened(host, port, self._deadline), self._certificate)
        except OSError as fault:
            raise httpcore.ConnectError(type(fault).__name__) from None


class _Stream(httpcore.NetworkStream):
    """httpcore's words for a bounded connection."""

    def __init__(self, connection: BoundedConnection, certificate: str) -> None:
        self._connection = connection
        self._certificate = certificate

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        del timeout
        try:
            return self._connection.receive(max_bytes)
        except TimeoutError:
            raise httpcore.ReadTimeout from None
        except OSError as fault:
            raise httpcore.ReadError(type(fault).__name__) from None

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        del timeout
        try:
            self._connection.send(buffer)
        except TimeoutError:
            raise httpcore.WriteTimeout from None
        except OSError as fault:
            raise httpcore.WriteError(type(fault).__name__) from None

    def close(self) -> None:
        self._connection.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        del timeout
        try:
            secured = self._connection.secured(ssl_context, server_hostname)
        except ssl.SSLCertVerificationError:
            self.close()
            raise StrangeCertificateError("") from None
        except OSError as fault:
            self.close()
            raise httpcore.ConnectError(type(fault).__name__) from None
        shown = fingerprint_of(secured.certificate)
        if self._certificate not in (SIGNED, ANY, shown):
            secured.close()
            raise StrangeCertificateError(shown)
        return _Stream(secured, self._certificate)

    def get_extra_info(self, info: str) -> Any:
        """Only whether the socket is readable and under TLS is ever asked for."""
        connected = self._connection.socket
        return connected if info == "ssl_object" and isinstance(connected, ssl.SSLSocket) else None
