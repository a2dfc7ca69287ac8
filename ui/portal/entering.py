"""How one value gets into one field: letters by the input method, choices by tap, as trusted events.

Where that did not stay, the next attempt goes another way: letter by letter, at last by the element's own setter. A
native list and a native date are set by the setter at once: their pickers are windows of the browser. Whether it
stands is not judged here: the page is read back.
"""

from __future__ import annotations

from collections import Counter

from kiosk.filing.control import Control, Field
from kiosk.filing.entry import ControlKind, Entry
from kiosk.filing.matching import choose, choose_control, is_placeholder
from kiosk.filing.reading_back import date_parts
from ui.portal.choosing import RowChoosing, RowFate
from ui.portal.frames import Frame
from ui.portal.page import PortalPage
from ui.portal.work import PageGoneError, Pause

MOMENT_MS = 40
"""Between two acts, so that the page's own handlers have run."""
LOOK_MS = 120
FRAME_MS = 20
"""About the time of one picture of the page."""
STILL_LOOKS = 25
LETTER_BY_LETTER = 1
BY_SETTER = 2


class Entering:
    """Enters values into the page."""

    def __init__(self, page: PortalPage) -> None:
        self.page = page
        self.without_row: Counter[str] = Counter()
        """By entry, how often its list had come and held no row for it, since something last changed lists."""
        self.without_list: set[str] = set()
        """Entries whose list never came: nothing but what stands there until then."""

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

    async def choose_anew(self, entry: Entry, field: Field) -> None:
        """Let the page hear once more of a row that stands in its list already."""
        if not await self.page.call(self._frame(field.first), "changeAgain", field.first.index):
            await self.enter(entry, field)

    async def point(self, control: Control) -> None:
        """Put the cursor there, or open its list, as a finger does: what comes next is the person's."""
        self.page.input.look_here()
        await self._tap(control)

    async def type(self, control: Control, text: str, attempt: int = 0) -> bool:
        """Letters where the control stands, in the place of what is in it."""
        if attempt >= BY_SETTER:
            return await self._put(control, text)
        frame = self._frame(control)
        self.page.input.look_here()
        focus = await self.page.call(frame, "focus", control.index)
        if (
            focus is not None and focus["covered"]
        ):  # a calendar left open, a note that goes; or something laid over it
            self.page.input.escape()
            await Pause(ms=LOOK_MS)
            focus = await self.page.call(frame, "focus", control.index)
        if focus is None or focus["covered"]:
            await self.page.call(frame, "leave")
            return False
        if not focus["focused"]:
            await self._tap(control)
        await Pause(ms=MOMENT_MS)
        for piece in text if attempt == LETTER_BY_LETTER else (text,):
            self.page.input.put(piece)
            await Pause(ms=MOMENT_MS)
        await self.page.call(frame, "leave")
        await Pause(ms=MOMENT_MS)
        return True

    async def _put(self, control: Control, value: str) -> bool:
        self.page.input.look_here()
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
        """Touch it; whether the finger met it. A page that was just scrolled closes what is opened before it has
        heard of that, and a frame may still be on its way: what does not stand yet is not touched."""
        frame = self._frame(control)
        before: tuple[float, float] | None = None
        for _ in range(STILL_LOOKS):
            place = await self.page.call(frame, "place", control.index)
            if place is None or not place["free"]:
                return False
            point = await self.page.point_of(frame, place)
            if place["settled"] and (not frame.path or point == before):
                self.page.tap_at(point)
                await Pause(ms=MOMENT_MS)
                return bool(await self.page.call(frame, "touched", control.index))
            before = point
            await Pause(ms=FRAME_MS)
        return False

    async def _choose(self, entry: Entry, control: Control, attempt: int) -> bool:
        if control.tag == "select":
            return await self._choose_native(entry, control)

        async def open_list() -> None:
            if attempt >= BY_SETTER or not await self._tap(control):
                await self.page.call(self._frame(control), "press", control.index)

        told = await RowChoosing(self.page).choose(entry, self._frame(control), open_list)
        if told is RowFate.NO_ROW:
            self.without_row[entry.id] += 1
        self._note_list(entry, came=told is not RowFate.MISSED)
        return told is RowFate.TAKEN

    async def _choose_native(self, entry: Entry, control: Control) -> bool:
        self._note_list(entry, came=not all(map(is_placeholder, control.options)))
        row = choose(control.options, entry)
        if row is None:
            return False
        told = await self.page.call(self._frame(control), "choose", control.index, row)
        await Pause(ms=MOMENT_MS)
        return told is not None

    def _note_list(self, entry: Entry, *, came: bool) -> None:
        if came:
            self.without_list.discard(entry.id)
        else:
            self.without_list.add(entry.id)

    def _frame(self, control: Control) -> Frame:
        found = next((frame for frame in self.page.frames() if frame.number == control.frame), None)
        if found is None:
            raise PageGoneError
        return found
