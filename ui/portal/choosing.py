"""How a row of a list that opens gets chosen: open it, wait for its rows, touch the one that means the value.

Lists close by themselves when the page scrolls or is drawn anew, are fetched when they are opened, show a part of
their rows until they are scrolled or searched, unfold, and fade away for a while. So the list is opened only once the
page stands still, a row is touched only once it does, and what the finger met is asked for afterwards.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from enum import Enum
from typing import Any

from kiosk.filing.entry import Entry
from kiosk.filing.matching import choose, is_placeholder
from ui.portal.frames import Frame
from ui.portal.page import PortalPage
from ui.portal.work import Pause

LOOK_MS = 120
STILL_MS = 60
LIST_LOOKS = 4000 // LOOK_MS
"""A list that is fetched when it is opened: three seconds are normal on these portals."""
MOST_LOOKS = 80
"""A list that draws its rows as it is scrolled has an end."""
SAME_LOOKS = 8
"""Looks at the same rows, none of which means the value, after which no further ones are waited for."""
SEARCHED_LOOKS = 6
"""Looks before a long list is searched: most show all their rows by then."""
STILL_LOOKS = 15
OPENINGS = 3
"""How often a list is opened that closed before its row was touched."""


class RowFate(Enum):
    """What became of a list."""

    TAKEN = "taken"
    """The row was touched; whether the page kept it is read back."""
    NO_ROW = "no-row"
    """Its rows have come, and none means the value, or more than one does."""
    MISSED = "missed"
    """It did not open, no row came, or it closed under the finger."""


class RowChoosing:
    """Chooses rows of lists that are no native ones."""

    def __init__(self, page: PortalPage) -> None:
        self.page = page

    async def choose(self, entry: Entry, frame: Frame, open_list: Callable[[], Awaitable[object]]) -> RowFate:
        """Choose the row of this value; `open_list` is what opens the list."""
        told = RowFate.MISSED
        for _ in range(OPENINGS):
            await self._close_others(frame)
            await open_list()
            told = await self._choose_open(entry, frame)
            if told is not RowFate.MISSED:
                break
        if told is not RowFate.TAKEN:
            self.page.input.escape()
            await self.page.call(frame, "leave")
        return told

    async def _close_others(self, frame: Frame) -> None:
        """The list before fades away, and its rows may bear the same words."""
        for look in range(STILL_LOOKS):
            if not (await self.page.call(frame, "openRows"))["rows"]:
                return
            if look == STILL_LOOKS // 2:
                self.page.input.escape()
                await self.page.call(frame, "leave")
            await Pause(ms=STILL_MS)

    async def _choose_open(self, entry: Entry, frame: Frame) -> RowFate:
        """Wait for the row that means the value, search and scroll for it, and touch it."""
        seen: Sequence[str] = ()
        same, searched, scrolled = 0, False, False
        for look in range(MOST_LOOKS):
            opened = await self.page.call(frame, "openRows")
            rows: Sequence[str] = opened["rows"]
            row = choose(rows, entry)
            if row is not None:
                return RowFate.TAKEN if await self._touch(frame, row) else RowFate.MISSED
            if seen and not rows and not searched:
                return RowFate.MISSED  # it was open and is so no more
            same = same + 1 if rows == seen else 0
            seen = rows
            if not _has_come(rows):
                if look >= LIST_LOOKS or (searched and same >= 2 * SAME_LOOKS):
                    break
            elif not searched and look >= SEARCHED_LOOKS and await self._search(entry, frame, opened):
                searched, same = True, 0
            elif same >= SAME_LOOKS or scrolled:
                scrolled = bool(await self.page.call(frame, "furtherRows"))
                if not scrolled:
                    break
            await Pause(ms=LOOK_MS)
        return RowFate.NO_ROW if searched or _has_come(seen) else RowFate.MISSED

    async def _search(self, entry: Entry, frame: Frame, opened: dict[str, Any]) -> bool:
        """Type the value where the list has a field for that; whether it has."""
        if not opened["search"] or len(opened["rows"]) == 1 or await self.page.call(frame, "search") is None:
            return False
        self.page.input.put(entry.value)
        return True

    async def _touch(self, frame: Frame, row: int) -> bool:
        """Touch the row once it stands still; whether the finger met it."""
        for _ in range(STILL_LOOKS):
            place = await self.page.call(frame, "placeOfRow", row)
            if place is None:
                return False
            if place["still"] and place["free"]:
                await self.page.tap(frame, place)
                await Pause(ms=STILL_MS)
                if not await self.page.call(frame, "touchedRow", row):
                    return False
                await self._closes(frame, row)
                return True
            await Pause(ms=STILL_MS)
        await self.page.call(frame, "pressRow", row)
        return await self._closes(frame, row)

    async def _closes(self, frame: Frame, row: int) -> bool:
        """Wait until the list has taken the touch and closed; whether it did."""
        for _ in range(STILL_LOOKS):
            if not await self.page.call(frame, "rowStands", row):
                return True
            await Pause(ms=STILL_MS)
        return False


def _has_come(rows: Sequence[str]) -> bool:
    """Whether these are rows of the list and not what stands there until they have come."""
    return any(not is_placeholder(row) for row in rows)
