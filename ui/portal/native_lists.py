"""A native list of the page, shown by the kiosk: Chromium would open a window of its own for it.

After a touch the frames are asked whether it met such a list; its rows stand in the guide's place until one is
chosen.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer

from ui.portal.frames import Frame
from ui.portal.portal_model import Front, PageRow
from ui.portal.running import RunningVisit
from ui.portal.work import PageGoneError

AFTER_TOUCH_MS = 200


class NativeLists(QObject):
    """Listens to touches of one visit."""

    def __init__(self, running: RunningVisit) -> None:
        super().__init__(running)
        self._running = running
        self._worker = running.another_worker()
        self._frame: Frame | None = None
        self._soon = QTimer(self, singleShot=True, interval=AFTER_TOUCH_MS)
        self._soon.timeout.connect(self.look)
        running.model.rowChosen.connect(self._chosen)

    def touched(self) -> None:
        """The person has touched the window somewhere."""
        props = self._running.model.props
        if props.front is Front.PAGE and not props.filling and not props.choosing_row:
            self._soon.start()

    def look(self) -> None:
        """Ask the frames whether a list was touched."""
        if not self._worker.busy:
            self._worker.start(self._asking(), self._told)

    async def _asking(self) -> tuple[Frame, dict[str, Any]] | None:
        for frame in self._running.page.frames():
            try:
                told = await self._running.page.call(frame, "asked")
            except PageGoneError:
                continue
            if told is not None:
                return frame, told
        return None

    def _told(self, found: tuple[Frame, dict[str, Any]] | None) -> None:
        if found is None:
            return
        self._frame, told = found
        rows = [
            PageRow(key=place, says=str(says), chosen=place == told["chosen"])
            for place, says in enumerate(told["rows"])
            if says
        ]
        self._running.model.row_list.show(rows)
        self._show(shown=True, says=str(told["says"]))

    def _chosen(self, row: int) -> None:
        frame, self._frame = self._frame, None
        self._show(shown=False, says="")
        if frame is not None:
            self._worker.start(self._picking(frame, row), lambda _told: self._running.look())

    async def _picking(self, frame: Frame, row: int) -> None:
        await self._running.page.call(frame, "pick", row)

    def _show(self, *, shown: bool, says: str) -> None:
        self._running.model.change(lambda props: replace(props, choosing_row=shown, list_says=says))
