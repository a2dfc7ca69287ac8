"""Answers of IPP written byte by byte from facts (RFC 8010), and a device that gives them; no encoder of ours."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx

from devices.printer.ipp import IppPrinter

URI = "ipp://printer.test/ipp/print"
PRINT_JOB, CANCEL_JOB, GET_JOB, GET_JOBS, GET_PRINTER = 0x02, 0x08, 0x09, 0x0A, 0x0B
OPERATION_GROUP, JOB_GROUP, PRINTER_GROUP = b"\x01", b"\x02", b"\x04"
_INTEGERS = {
    "job-id": 0x21,
    "job-impressions": 0x21,
    "job-impressions-completed": 0x21,
    "job-media-sheets-completed": 0x21,
    "job-state": 0x23,
    "printer-state": 0x23,
}


def attribute(tag: int, name: str, *values: bytes) -> bytes:
    """One attribute; the second and later values carry no name."""
    return b"".join(
        bytes([tag]) + _sized(name.encode() if at == 0 else b"") + _sized(value) for at, value in enumerate(values)
    )


def _sized(content: bytes) -> bytes:
    return struct.pack(">H", len(content)) + content


def encoded(name: str, value: Any) -> bytes:
    """One fact: numbers, booleans, words, `[300, 600]` as resolutions where the name says so."""
    if name.endswith("resolution-supported"):
        return attribute(0x32, name, *(struct.pack(">iib", dpi, dpi, 3) for dpi in value))
    if name in _INTEGERS:
        return attribute(_INTEGERS[name], name, struct.pack(">i", value))
    if isinstance(value, bool):
        return attribute(0x22, name, bytes([value]))
    if name == "printer-make-and-model" and not isinstance(value, str):
        language, text = value
        return attribute(0x35, name, _sized(language.encode()) + _sized(text.encode()))
    words = [value] if isinstance(value, str) else value
    return attribute(0x42 if name.endswith("name") else 0x44, name, *(word.encode() for word in words))


def group(delimiter: bytes, facts: Mapping[str, Any]) -> bytes:
    """One group of attributes; what is empty was not sent."""
    return delimiter + b"".join(encoded(name, value) for name, value in facts.items() if value not in ([], ""))


def answer(status: int = 0, *groups: bytes) -> httpx.Response:
    """A whole answer over HTTP."""
    head = struct.pack(">BBHi", 1, 1, status, 1) + OPERATION_GROUP
    head += attribute(0x47, "attributes-charset", b"utf-8") + attribute(0x48, "attributes-natural-language", b"en")
    content = head + b"".join(groups) + b"\x03"
    return httpx.Response(200, content=content, headers={"Content-Type": "application/ipp"})


IDLE: Mapping[str, Any] = {
    "printer-state": 3,
    "printer-state-reasons": ["none"],
    "printer-is-accepting-jobs": True,
    "printer-make-and-model": "A printer",
    "document-format-supported": ["application/octet-stream", "application/pdf"],
    "media-ready": ["iso_a4_210x297mm"],
}
"""A printer with nothing the matter."""

Reply = Callable[[httpx.Request], httpx.Response]


@dataclass(kw_only=True)
class Device:
    """A printer behind `printer`: by default idle, and every job of it is done. `replies` are asked by operation."""

    printer_facts: Mapping[str, Any] = field(default_factory=lambda: dict(IDLE))
    job_facts: Mapping[str, Any] = field(default_factory=lambda: {"job-state": 9, "job-impressions-completed": 1})
    replies: dict[int, Reply] = field(default_factory=dict)
    asked: list[tuple[int, bytes]] = field(default_factory=list)

    def printer(self, **options: Any) -> IppPrinter:
        """The driver, speaking to this device."""
        return IppPrinter(URI, transport=httpx.MockTransport(self._handle), **options)

    def times(self, operation: int) -> int:
        """How often it was asked this."""
        return sum(asked == operation for asked, _ in self.asked)

    def _handle(self, request: httpx.Request) -> httpx.Response:
        body = request.read()
        operation = int.from_bytes(body[2:4], "big")
        self.asked.append((operation, body))
        if operation in self.replies:
            return self.replies[operation](request)
        match operation:
            case 0x0B:
                return answer(0, group(PRINTER_GROUP, self.printer_facts))
            case 0x02:
                return answer(0, group(JOB_GROUP, {"job-id": 7, "job-state": 3}))
            case 0x09:
                return answer(0, group(JOB_GROUP, {"job-id": 7, **self.job_facts}))
            case _:
                return answer(0)


def refused(status: int) -> Reply:
    """The same status of IPP every time."""
    return lambda _: answer(status)


def http_status(status: int, headers: Sequence[tuple[str, str]] = ()) -> Reply:
    """The same status of HTTP every time."""
    return lambda _: httpx.Response(status, headers=dict(headers), content=b"<html>for people</html>")
