"""One exchange of IPP over HTTP (RFC 8010 §4): a request to an address, an answer or a typed error back.

The only module of this family that knows httpx. It knows no printer and keeps no file.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from urllib.parse import urlsplit

import httpx

from devices.errors import PrinterBusyError, PrinterError, PrinterRefusedError, PrinterUnreachableError
from devices.printer.ipp_encoding import (
    Attribute,
    AttributeGroup,
    IppFormatError,
    IppResponse,
    Operation,
    Tag,
    decode,
    encode,
)

USER = "kiosk"
"""`requesting-user-name`: never the person."""
BUSY = 0x0507
FIRST_ERROR = 0x0400
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
    """Exchanges bounded by `timeout_s` each; `transport` is for tests."""

    def __init__(self, *, timeout_s: float, transport: httpx.BaseTransport | None = None) -> None:
        timeout = httpx.Timeout(timeout_s, connect=min(timeout_s, 3.0))
        self._http = httpx.Client(timeout=timeout, transport=transport, trust_env=False)
        self._request_ids = count(1)

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

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
        answer = self._exchange(uri, encode(operation, next(self._request_ids), groups) + document)
        if answer.status == BUSY:
            raise PrinterBusyError
        if answer.status >= FIRST_ERROR:
            raise PrinterRefusedError(answer.status)
        return answer

    def _exchange(self, uri: str, request: bytes) -> IppResponse:
        try:
            reply = self._http.post(http_address(uri), content=request, headers={"Content-Type": "application/ipp"})
            reply.raise_for_status()
            return decode(reply.content)
        except (httpx.ConnectError, httpx.ConnectTimeout):
            raise PrinterUnreachableError from None
        except httpx.HTTPError as fault:
            raise PrinterError(type(fault).__name__) from None
        except IppFormatError as fault:
            raise PrinterError(f"not an IPP answer: {fault}") from None
