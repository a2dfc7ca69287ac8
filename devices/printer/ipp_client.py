"""One exchange of IPP over HTTP (RFC 8010 §4): a request to an address, an answer or a typed error back.

Bounded in time and size by `devices.bounded_http`. It knows no printer and keeps no file.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from urllib.parse import urlsplit

import httpx

from devices.bounded_http import (
    BoundedHttp,
    CertificateRefusedError,
    HttpFaultError,
    NotReachedError,
    Reply,
    SilentError,
    shown_certificate,
)
from devices.deadline_transport import SIGNED
from devices.errors import (
    NotAPrinterError,
    PrinterAsleepError,
    PrinterCertificateChangedError,
    PrinterCertificateError,
    PrinterError,
    PrinterUnreachableError,
)
from devices.printer.ipp_encoding import (
    MOST_BYTES,
    Attribute,
    AttributeGroup,
    IppFormatError,
    IppResponse,
    Operation,
    Tag,
    decode,
    encode,
)
from devices.printer.refusals import http_refusal, ipp_refusal

USER = "kiosk"
"""`requesting-user-name`: never the person."""
SENDING_S = 60.0
"""A printer with little memory takes a document no faster than it prints it."""
_SCHEMES = {"ipp": "http", "ipps": "https", "http": "http", "https": "https"}


def http_address(uri: str) -> str:
    """Where an `ipp:` address is spoken to (RFC 3510: port 631). Raises `ValueError` for any other scheme."""
    parts = urlsplit(uri)
    if parts.scheme not in _SCHEMES or not parts.hostname:
        raise ValueError("expected an address like ipp://printer.local/ipp/print")
    port = parts.port or (631 if parts.scheme.startswith("ipp") else None)
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{_SCHEMES[parts.scheme]}://{host}{f':{port}' if port else ''}{parts.path or '/'}"


class IppClient:
    """Exchanges that end after `timeout_s` each, one with a document after `SENDING_S` at the latest.

    `certificate` is the SHA-256 of the certificate pinned for `ipps:` addresses; `transport` is for tests.
    """

    def __init__(
        self, *, timeout_s: float, certificate: str = SIGNED, transport: httpx.BaseTransport | None = None
    ) -> None:
        self._timeout_s = timeout_s
        self._pinned = certificate
        self._http = BoundedHttp(
            seconds=timeout_s, most_bytes=MOST_BYTES, certificate=certificate, transport=transport
        )
        self._request_ids = count(1)

    def ask(
        self,
        uri: str,
        operation: Operation,
        attributes: Sequence[Attribute],
        *,
        job_id: int | None = None,
        job_attributes: Sequence[Attribute] = (),
        document: bytes = b"",
    ) -> IppResponse:
        """One operation on the printer at `uri`, or on one of its jobs.

        Raises Busy and Unreachable when nothing was taken, Refused with the IPP status, else `PrinterError`.
        """
        target: list[Attribute] = [
            (Tag.CHARSET, "attributes-charset", ["utf-8"]),
            (Tag.LANGUAGE, "attributes-natural-language", ["en"]),
            (Tag.URI, "printer-uri", [uri]),
        ]
        # RFC 8011 §4.1.5: the target comes before requesting-user-name and everything else.
        if job_id is not None:
            target.append((Tag.INTEGER, "job-id", [job_id]))
        groups = [(AttributeGroup.OPERATION, [*target, (Tag.NAME, "requesting-user-name", [USER]), *attributes])]
        if job_attributes:
            groups.append((AttributeGroup.JOB, [*job_attributes]))
        request = encode(operation, next(self._request_ids) % 0x7FFFFFFF, groups) + document
        answer = self._exchange(uri, request, SENDING_S if document else self._timeout_s)
        if refused := ipp_refusal(answer.status):
            raise refused
        return answer

    def _exchange(self, uri: str, request: bytes, seconds: float) -> IppResponse:
        reply = self._posted(uri, request, max(seconds, self._timeout_s))
        if refused := http_refusal(reply.status):
            raise refused
        try:
            return decode(reply.body)
        except IppFormatError as fault:
            if reply.headers.get("content-type", "").startswith("text/html"):
                raise NotAPrinterError("a page for people") from None
            raise PrinterError(f"not an IPP answer: {fault}") from None

    def _posted(self, uri: str, request: bytes, seconds: float) -> Reply:
        headers = {"Content-Type": "application/ipp"}
        try:
            return self._http.exchange("POST", http_address(uri), content=request, headers=headers, seconds=seconds)
        except CertificateRefusedError as strange:
            if self._pinned:
                raise PrinterCertificateChangedError(strange.fingerprint) from None
            raise PrinterCertificateError(shown_certificate(http_address(uri), self._timeout_s)) from None
        except NotReachedError:
            raise PrinterUnreachableError from None
        except SilentError:
            raise PrinterAsleepError from None
        except HttpFaultError as fault:
            raise PrinterError(type(fault).__name__) from None
