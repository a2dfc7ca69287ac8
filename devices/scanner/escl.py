"""A network scanner over eSCL (Mopria eSCL 2.97): make a job, fetch its pages, always delete it.

Scanners are not discovered; nothing is kept in a file. What devices do beyond the specification stands beside each
rule.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator

import httpx
from PIL import Image

from devices.errors import ScannerError, ScannerNoDocumentsError, ScannerNoGlassError, ScannerSheetsLeftError
from devices.scanner.escl_capabilities import Capabilities, capabilities
from devices.scanner.escl_http import MESSAGE_S, PAGE_S, EsclHttp
from devices.scanner.escl_job import EsclJob
from devices.scanner.escl_settings import scan_settings
from devices.scanner.escl_status import DeviceState, device_state
from devices.scanner.interface import InputSource, ScannedPage, ScannerStatus, ScannerTrouble, ScanSettings
from devices.scanner.resolution import page_of
from devices.status import Readiness

MOST_PAGES = 200
LOADED = "ScannerAdfLoaded"


class EsclScanner:
    """One scanner at `uri`, such as `http://printer.local/eSCL`. `transport`, `sleep` and `clock` are for tests.

    Raises `ValueError` for an address that is not http or https.
    """

    def __init__(
        self,
        uri: str,
        *,
        message_s: float = MESSAGE_S,
        page_s: float = PAGE_S,
        transport: httpx.BaseTransport | None = None,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._http = EsclHttp(uri, message_s=message_s, page_s=page_s, transport=transport)
        self._sleep = sleep
        self._clock = clock
        self._device: Capabilities | None = None
        self._empty_is_true: bool | None = None
        """Whether its "feeder is empty" can be believed; some servers always say so. Learned by trying."""

    def close(self) -> None:
        """No connection outlives its exchange."""

    def status(self) -> ScannerStatus:
        """Capabilities (once) and status of the device."""
        try:
            device = self._capabilities()
            state = self._state()
        except ScannerError as fault:
            trouble = ScannerTrouble.behind(fault)
            return ScannerStatus.troubled(trouble)
        return ScannerStatus(
            readiness=state.trouble.readiness if state.trouble else Readiness.READY,
            trouble=state.trouble,
            sources=frozenset(device.sources),
            model=device.model,
        )

    def scan(self, settings: ScanSettings) -> Generator[ScannedPage, None, None]:
        device = self._capabilities()
        if settings.source not in device.sources:
            missing = ScannerNoGlassError if settings.source is InputSource.PLATEN else ScannerNoDocumentsError
            raise missing("this scanner has no such source")
        looked_empty = self._look_before(settings, device)
        asked = scan_settings(settings, device)
        address = self._http.create(asked.message)
        job = EsclJob(self._http, address, settings.source, sleep=self._sleep, clock=self._clock)
        try:
            pages = 0
            while (image := self._fed(job, looked_empty=looked_empty)) is not None:
                pages += 1
                if pages > MOST_PAGES:
                    raise ScannerSheetsLeftError(f"more than {MOST_PAGES} pages")
                yield page_of(image, asked.resolution, *asked.areas)
                # Some devices scan the platen again when asked for a second page.
                if settings.source is InputSource.PLATEN:
                    return
        finally:
            job.delete()

    def _fed(self, job: EsclJob, *, looked_empty: bool) -> Image.Image | None:
        try:
            image = job.next_page()
        except ScannerNoDocumentsError:
            self._empty_is_true = looked_empty or self._empty_is_true
            raise
        if image is not None and looked_empty and self._empty_is_true is None:
            self._empty_is_true = False
        return image

    def _look_before(self, settings: ScanSettings, device: Capabilities) -> bool:
        """Whether the feeder said it was empty. A device asked to feed from an empty feeder may report a jam that
        only a person can clear; one that always says so would never scan: so it is tried once."""
        state = self._state()
        if state.trouble is not None:
            raise state.trouble.error
        empty = settings.source is InputSource.FEEDER and state.adf_trouble is ScannerTrouble.NO_DOCUMENTS
        if empty and device.detects_paper and self._empty_is_true:
            raise ScannerNoDocumentsError
        return empty

    def _state(self) -> DeviceState:
        state = device_state(self._http.get("ScannerStatus"))
        if state.adf == LOADED:
            self._empty_is_true = True
        return state

    def _capabilities(self) -> Capabilities:
        if self._device is None:
            self._device = capabilities(self._http.get("ScannerCapabilities"))
        return self._device
