"""A device made of recorded answers: it hands out pages, keeps its job until that is deleted, and fails as told."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from PIL import Image

ANSWERS = Path(__file__).parent / "answers"
JOB = "/eSCL/ScanJobs/1001"


def answer(name: str) -> bytes:
    """A recorded answer."""
    return (ANSWERS / f"{name}.xml").read_bytes()


def jpeg(shade: int = 200) -> bytes:
    """A small page."""
    kept = io.BytesIO()
    Image.new("RGB", (64, 90), (shade, shade, shade)).save(kept, "JPEG")
    return kept.getvalue()


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
        if path.endswith("ScannerCapabilities"):
            return httpx.Response(200, content=answer(self.capabilities))
        if path.endswith("ScannerStatus"):
            over = self.status_at_end if not self.pages else None
            return httpx.Response(200, content=over or self.status)
        if path.endswith("ScanJobs"):
            self.settings = request.content.decode()
            return httpx.Response(self.create_status, headers={"Location": self.location})
        if path == f"{JOB}/NextDocument":
            return self._next()
        return httpx.Response(200 if path == JOB and request.method == "DELETE" else 500)

    def _next(self) -> httpx.Response:
        if self.not_yet:
            self.not_yet -= 1
            return httpx.Response(503)
        if self.pages:
            return httpx.Response(200, content=self.pages.pop(0))
        return httpx.Response(self.at_end)
