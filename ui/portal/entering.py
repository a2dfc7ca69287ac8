"""How one value gets into one field: letters by the input method, choices by tap, as trusted events.

Where that did not stay, the next attempt goes another way: letter by letter, at last by the element's own setter. A
native list and a native date are set by the setter at once: their pickers are windows of the browser. Whether it
stands is not judged here: the page is read back.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kiosk.filing.control import Control, Field
from kiosk.filing.matching import choose, choose_control
from kiosk.filing.messages import ControlKind, Entry
from kiosk.filing.reading_back import date_parts
from ui.portal.frames import Frame
from ui.portal.page import PortalPage
from ui.portal.work import PageGoneError, Pause

MOMENT_MS = 40
"""Between two acts, so that the page's own handlers have run."""
LOOK_MS = 120
LIST_MS = 4000
"""A list that is fetched when it is opened: three seconds are normal on these portals."""
STILL_LOOKS = 15
LETTER_BY_LETTER = 1
BY_SETTER = 2


class Entering:
    """Enters values into the page."""

    def __init__(self, page: PortalPage) -> None:
        self.page = page

    async def enter(self, entry: Entry, field: Field, attempt: int = 0) -> bool:
        """Enter it; False where the field cannot take it or no row means it. `attempt` counts from 0."""
        first = field.first
        if first.part:
            return await self._date_cells(entry, field, attempt)
        if first.is_choice and (field.is_choice or entry.kind is not ControlKind.TICK):
            return await self._press(choose_control(field, entry), attempt)
        if entry.kind is ControlKind.TICK:
            return await self._press(first, attempt)
        if first.is_list:
            return await self._choose(entry, first, attempt)
        if first.type == "date":
            return await self._put(first, "-".join(f"{part:02}" for part in reversed(date_parts(entry.value))))
        return await self.type(first, entry.value, attempt)

    async def point(self, control: Control) -> None:
        """Put the cursor there, or open its list, as a finger does: what comes next is the person's."""
        self.page.hands.look_here()
        await self._tap(control)

    async def type(self, control: Control, text: str, attempt: int = 0) -> bool:
        """Letters where the control stands, in the place of what is in it."""
        if attempt >= BY_SETTER:
            return await self._put(control, text)
        frame = self._frame(control)
        self.page.hands.look_here()
        focus = await self.page.call(frame, "focus", control.index)
        if (
            focus is not None and focus["covered"]
        ):  # a calendar left open, a note that goes; or something laid over it
            self.page.hands.escape()
            await Pause(ms=LOOK_MS)
            focus = await self.page.call(frame, "focus", control.index)
        if focus is None or focus["covered"]:
            await self.page.call(frame, "leave")
            return False
        if not focus["focused"]:
            await self._tap(control)
        await Pause(ms=MOMENT_MS)
        for piece in text if attempt == LETTER_BY_LETTER else (text,):
            self.page.hands.put(piece)
            await Pause(ms=MOMENT_MS)
        await self.page.call(frame, "leave")
        await Pause(ms=MOMENT_MS)
        return True

    async def _put(self, control: Control, value: str) -> bool:
        self.page.hands.look_here()
        told = await self.page.call(self._frame(control), "put", control.index, value)
        await self.page.call(self._frame(control), "leave")
        await Pause(ms=MOMENT_MS)
        return told is not None

    async def _date_cells(self, entry: Entry, field: Field, attempt: int) -> bool:
        """Day, month and year in cells of their own; what is not known of a date leaves its cell empty."""
        numbers = date_parts(entry.value)
        cells = dict(zip(("day", "month", "year")[3 - len(numbers) :], numbers, strict=True))
        entered = False
        for control in field.controls:
            if control.part in cells:
                text = f"{cells[control.part]:04}" if control.part == "year" else f"{cells[control.part]:02}"
                entered |= await self.type(control, text, attempt)
        return entered

    async def _press(self, control: Control | None, attempt: int) -> bool:
        """A radio button or box, by its label where it is drawn by one; pressed already is left alone."""
        if control is None:
            return False
        if control.checked:
            return True
        if attempt or not await self._tap(control):
            await self.page.call(self._frame(control), "press", control.index)
        await Pause(ms=2 * MOMENT_MS)
        return True

    async def _tap(self, control: Control) -> bool:
        frame = self._frame(control)
        place = await self.page.call(frame, "place", control.index)
        if place is None or not place["free"]:
            return False
        await self.page.tap(frame, place)
        await Pause(ms=MOMENT_MS)
        return True

    async def _choose(self, entry: Entry, control: Control, attempt: int) -> bool:
        if control.tag == "select":
            row = choose(control.options, entry)
            if row is None:
                return False
            told = await self.page.call(self._frame(control), "choose", control.index, row)
            await Pause(ms=MOMENT_MS)
            return told is not None
        await self._close_lists(self._frame(control))
        if attempt >= BY_SETTER or not await self._tap(control):
            await self.page.call(self._frame(control), "press", control.index)
        return await self._choose_open(entry, control)

    async def _close_lists(self, frame: Frame) -> None:
        """The list before fades away, and its rows may bear the same words."""
        for look in range(STILL_LOOKS):
            if not (await self.page.call(frame, "openRows"))["rows"]:
                return
            if look == STILL_LOOKS // 2:
                self.page.hands.escape()
                await self.page.call(frame, "leave")
            await Pause(ms=2 * MOMENT_MS)

    async def _choose_open(self, entry: Entry, control: Control) -> bool:
        """Wait for the row that means the value, search for it where the list has a field for that, and touch it."""
        frame = self._frame(control)
        searched, waited = False, 0
        while waited < LIST_MS:
            opened = await self.page.call(frame, "openRows")
            row = choose(opened["rows"], entry)
            if row is not None:
                return await self._touch_row(frame, row)
            if not searched and waited >= 6 * LOOK_MS and _may_search(opened):
                searched = await self.page.call(frame, "search") is not None
                if searched:
                    self.page.hands.put(entry.value)
            await Pause(ms=LOOK_MS)
            waited += LOOK_MS
        self.page.hands.escape()
        await self.page.call(frame, "leave")
        return False

    async def _touch_row(self, frame: Frame, row: int) -> bool:
        """Once it stands still: lists unfold, and a finger on a moving row meets another."""
        before: dict[str, Any] | None = None
        for _ in range(STILL_LOOKS):
            place = await self.page.call(frame, "placeOfRow", row)
            if place is not None and place == before and place["free"]:
                await self.page.tap(frame, place)
                if await self._is_gone(frame, row):
                    return True
            before = place
            await Pause(ms=2 * MOMENT_MS)
        await self.page.call(frame, "pressRow", row)
        return await self._is_gone(frame, row)

    async def _is_gone(self, frame: Frame, row: int) -> bool:
        """Whether the list has taken the touch: it closes."""
        for _ in range(STILL_LOOKS // 2):
            await Pause(ms=2 * MOMENT_MS)
            if not await self.page.call(frame, "rowStands", row):
                return True
        return False

    def _frame(self, control: Control) -> Frame:
        found = next((frame for frame in self.page.frames() if frame.number == control.frame), None)
        if found is None:
            raise PageGoneError
        return found


def _may_search(opened: dict[str, Any]) -> bool:
    rows: Sequence[str] = opened["rows"]
    return bool(opened["search"]) and len(rows) != 1
