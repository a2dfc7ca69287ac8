"""A network scanner over eSCL (Mopria eSCL 2.97): make a job, fetch its pages, always delete it.

Scanners are not discovered; nothing is kept in a file. What devices do beyond the specification stands beside each
rule.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator

import httpx
from PIL import Image

from devices.errors import (
    ScannerBusyError,
    ScannerCoverOpenError,
    ScannerError,
    ScannerJamError,
    ScannerNoDocumentsError,
    ScannerPageLostError,
    ScannerUnreachableError,
)
from devices.scanner.escl_http import BUSY, OK, EsclHttp, decoded
from devices.scanner.escl_messages import Capabilities, capabilities, device_state, scan_settings
from devices.scanner.interface import InputSource, ScannedPage, ScannerStatus, ScannerTrouble, ScanSettings
from devices.status import Readiness

NOT_FOUND, CONFLICT, GONE = 404, 409, 410
PAGE_PATIENCE_S = 90.0
"""A device may answer "not yet" (503) while its lamp warms up or the sheet moves."""
POLL_S = 0.5
MOST_PAGES = 200
_RAISED = {
    ScannerTrouble.BUSY: ScannerBusyError,
    ScannerTrouble.JAM: ScannerJamError,
    ScannerTrouble.COVER_OPEN: ScannerCoverOpenError,
    ScannerTrouble.NO_DOCUMENTS: ScannerNoDocumentsError,
    ScannerTrouble.OFFLINE: ScannerUnreachableError,
}


class EsclScanner:
    """One scanner at `uri`, such as `http://printer.local/eSCL`. `transport`, `sleep` and `clock` are for tests.

    Raises `ValueError` for an address that is not http or https.
    """

    def __init__(
        self,
        uri: str,
        *,
        timeout_s: float = 30.0,
        transport: httpx.BaseTransport | None = None,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._http = EsclHttp(uri, timeout_s=timeout_s, transport=transport)
        self._sleep = sleep
        self._clock = clock
        self._device: Capabilities | None = None

    def close(self) -> None:
        self._http.close()

    def status(self) -> ScannerStatus:
        """Capabilities (once) and status of the device."""
        try:
            device = self._capabilities()
            state = device_state(self._http.get("ScannerStatus"))
        except ScannerBusyError:
            return ScannerStatus(readiness=Readiness.READY, trouble=ScannerTrouble.BUSY)
        except ScannerError:
            return ScannerStatus(readiness=Readiness.BROKEN, trouble=ScannerTrouble.OFFLINE)
        return ScannerStatus(
            readiness=state.trouble.readiness if state.trouble else Readiness.READY,
            trouble=state.trouble,
            sources=frozenset(device.sources),
            model=device.model,
        )

    def scan(self, settings: ScanSettings) -> Generator[ScannedPage, None, None]:
        device = self._capabilities()
        if settings.source not in device.sources:
            raise ScannerNoDocumentsError("this scanner has no such source")
        self._look_before(settings, device)
        message, resolution = scan_settings(settings, device)
        job = self._http.create(message)
        try:
            pages = 0
            while pages < MOST_PAGES and (image := self._next(job, pages)) is not None:
                pages += 1
                yield ScannedPage(image=image, resolution=resolution)
                # Some devices scan the platen again when asked for a second page.
                if settings.source is InputSource.PLATEN:
                    return
        finally:
            # A job left behind keeps the scanner busy for everybody until it times out.
            self._http.delete(job)

    def _look_before(self, settings: ScanSettings, device: Capabilities) -> None:
        """A device asked to feed from an empty feeder may report a jam that only a person can clear."""
        state = device_state(self._http.get("ScannerStatus"))
        trouble = state.trouble
        if trouble is None and settings.source is InputSource.FEEDER and device.detects_paper:
            trouble = state.adf_trouble
        if trouble is not None:
            raise _RAISED[trouble]

    def _next(self, job: str, pages: int) -> Image.Image | None:
        """The next page, or None when there is no more."""
        until = self._clock() + PAGE_PATIENCE_S
        status, body = self._http.next_document(job)
        while status == BUSY:
            if self._clock() > until:
                raise ScannerBusyError
            self._sleep(POLL_S)
            status, body = self._http.next_document(job)
        if status == OK:
            return decoded(body)
        if status in (NOT_FOUND, GONE, CONFLICT):
            self._raise_unless_at_the_end(status, pages)
            return None
        raise ScannerError(f"no page: HTTP {status}")

    def _raise_unless_at_the_end(self, status: int, pages: int) -> None:
        """Past the last page, or a fault: the feeder's own state tells them apart, for devices differ in the
        status they use at the end."""
        trouble = device_state(self._http.get("ScannerStatus")).adf_trouble
        empty = trouble is ScannerTrouble.NO_DOCUMENTS
        if trouble is not None and not empty:
            raise _RAISED[trouble]
        if not pages:
            raise ScannerNoDocumentsError if empty else ScannerPageLostError
        if status == CONFLICT and not empty:
            raise ScannerPageLostError("HTTP 409 with paper in the feeder")

    def _capabilities(self) -> Capabilities:
        if self._device is None:
            self._device = capabilities(self._http.get("ScannerCapabilities"))
        return self._device
