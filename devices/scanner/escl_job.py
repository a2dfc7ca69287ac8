"""The pages of one eSCL job: fetched one by one, and never taken for all while another may come.

Past the last page devices answer 404, 409, 410, or 200 with a message; the same answers come while the lamp warms up
or between two sheets. Only the device's own state tells them apart (Mopria eSCL 2.97, ScannerStatus).
"""

from __future__ import annotations

from collections.abc import Callable

from PIL import Image

from devices.errors import (
    ScannerBusyError,
    ScannerError,
    ScannerNoDocumentsError,
    ScannerPageLostError,
    ScannerSheetsLeftError,
)
from devices.scanner.escl_http import BUSY, CONFLICT, GONE, NOT_FOUND, OK, EsclHttp, decoded
from devices.scanner.escl_status import DeviceState, device_state, path_of
from devices.scanner.interface import InputSource, ScannerTrouble

PATIENCE_S = 90.0
"""A device may answer "not yet" while its lamp warms up or the sheet moves."""
SETTLE_S = 8.0
"""A device at rest may take so long to say what became of the last sheet."""
POLL_S = 0.5


class EsclJob:
    """One job at `address`; whoever made it ends it with `delete`."""

    def __init__(
        self,
        http: EsclHttp,
        address: str,
        source: InputSource,
        *,
        sleep: Callable[[float], None],
        clock: Callable[[], float],
    ) -> None:
        self._http = http
        self._address = address
        self._source = source
        self._sleep = sleep
        self._clock = clock
        self._pages = 0

    def delete(self) -> None:
        """A job left behind keeps the scanner busy for everybody until it times out."""
        self._http.delete(self._address)

    def next_page(self) -> Image.Image | None:
        """The next page; None when it is certain that no other comes. Raises `ScannerError`."""
        began = self._clock()
        while True:
            status, body = self._http.next_document(self._address)
            if status == OK and not _is_message(body):
                self._pages += 1
                return decoded(body)
            waited = self._clock() - began
            if status == BUSY:
                if waited > PATIENCE_S:
                    raise ScannerBusyError
            elif status not in (OK, NOT_FOUND, CONFLICT, GONE):
                raise ScannerError(f"no page: HTTP {status}")
            elif self._is_over(status, waited):
                return None
            self._sleep(POLL_S)

    def _is_over(self, status: int, waited: float) -> bool:
        """Whether that was the end; False to ask again. Raises when a page is missing or the feeder complains."""
        state = self._state()
        if state is None:
            return self._given_up(waited, PATIENCE_S)
        self._complain(state)
        empty = state.adf_trouble is ScannerTrouble.NO_DOCUMENTS
        at_work = state.is_at_work(path_of(self._address))
        if self._source is InputSource.PLATEN or not (empty or self._says_nothing(state)):
            loaded = self._source is InputSource.FEEDER and bool(state.adf)
            return self._given_up(waited, PATIENCE_S if at_work else SETTLE_S, loaded=loaded)
        if at_work and waited <= SETTLE_S:  # the last sheet has left the tray and is still under way
            return False
        if not self._pages:
            raise ScannerNoDocumentsError
        if status == CONFLICT and not empty:
            return self._given_up(waited, SETTLE_S)
        return True

    def _says_nothing(self, state: DeviceState) -> bool:
        return not state.adf and bool(self._pages)

    def _complain(self, state: DeviceState) -> None:
        trouble = state.adf_trouble
        if trouble is not None and trouble is not ScannerTrouble.NO_DOCUMENTS:
            raise trouble.error
        if state.has_broken_off(path_of(self._address)):
            raise ScannerPageLostError("the device broke the job off")

    def _state(self) -> DeviceState | None:
        """None while it is too busy to say."""
        try:
            return device_state(self._http.get("ScannerStatus"))
        except ScannerBusyError:
            return None

    @staticmethod
    def _given_up(waited: float, patience: float, *, loaded: bool = False) -> bool:
        if waited > patience:
            raise (ScannerSheetsLeftError if loaded else ScannerPageLostError)("a page was due and did not come")
        return False


def _is_message(body: bytes) -> bool:
    """XML or HTML in any encoding, where a picture should be."""
    return body.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")[:1] == b"<"
