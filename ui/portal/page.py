"""The official page as the work on it sees it: frames, what stands in them, and what a hand does to them.

Every look and every act goes through `form_script` in an isolated world of the frame; fingers and
letters go through the window as trusted events (`PageInput`). Addresses and words come from outside and are data.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import msgspec

from devices import json_message
from devices.json_message import JsonMessageError
from kiosk.filing.control import Control
from ui.portal.form_script import form_script
from ui.portal.frames import Frame, FrameBox, place_of
from ui.portal.work import PageGoneError, Pause, Script

_ABSENT = "absent"
QUIET_AT_MOST_MS = 3000
LOOK_AGAIN_MS = 120


class PageInput(Protocol):
    """What a finger and a keyboard do, as events to the window that the page cannot tell from a person's."""

    def tap(self, x: float, y: float) -> None:
        """Touch the page at this place of it, in its own pixels at the zoom of now."""

    def put(self, text: str) -> None:
        """Enter text where the cursor stands, in the place of what is selected."""

    def escape(self) -> None:
        """The key that closes a list."""

    def look_here(self) -> None:
        """Give the page the focus: without it entered text is lost silently."""


class FrameSource(Protocol):
    """Who knows the frames of now."""

    def frames(self) -> Sequence[Frame]:
        """The main frame first, then each with its children behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageScan:
    """What a scan found in all frames."""

    frames: tuple[Frame, ...]
    controls: tuple[Control, ...]
    quiet_ms: int
    """For so long nothing has changed in any frame."""

    @property
    def addresses(self) -> dict[int, str]:
        """The address of each frame by its number."""
        return {frame.number: frame.address for frame in self.frames}


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameWords:
    """Words of one frame as a person reads them."""

    address: str
    words: str
    quiet_ms: int = 0
    """For so long nothing has changed in it."""
    takes_keys: bool = False
    """Whether a native date has the cursor: it takes digits, and tells no input method so."""
    cursor: tuple[int, int] | None = None
    """Frame and number of the control with the cursor, as the last scan counted them."""

    def __repr__(self) -> str:
        return "<FrameWords>"


def call_of(function: str, *arguments: object) -> str:
    """JavaScript that calls one function of the script: JSON, or the word that the script is not there yet."""
    given = ", ".join(json.dumps(each) for each in arguments)
    return f"globalThis.kioskForm ? JSON.stringify(kioskForm.{function}({given})) : '{_ABSENT}'"


class PortalPage:
    """The page in front. Every method that asks a frame raises `PageGoneError` when it does not answer."""

    def __init__(self, source: FrameSource, given: PageInput) -> None:
        self._source = source
        self.input = given

    def frames(self) -> tuple[Frame, ...]:
        """Those of now, the main one first."""
        return tuple(self._source.frames())

    async def call(self, frame: Frame, function: str, *arguments: object) -> Any:
        """What the function returned in this frame. The script is put in where it is missing."""
        code = call_of(function, *arguments)
        answer = await Script(frame=frame.path, code=code)
        if answer == _ABSENT:
            answer = await Script(frame=frame.path, code=f"{form_script()}\n{code}")
        if not isinstance(answer, str) or answer == _ABSENT:
            raise PageGoneError
        try:
            return json_message.decode(answer.encode("utf-8", "surrogatepass"), object)
        except JsonMessageError:
            raise PageGoneError from None

    async def scan(self) -> PageScan:
        """Every control of every frame; a frame that is just changing is left out."""
        controls: list[Control] = []
        quiet: list[int] = []
        frames = self.frames()
        hidden: set[tuple[int, ...]] = set()
        for frame in frames:
            try:
                if any(frame.path[:length] in hidden for length in range(1, len(frame.path))) or (
                    frame.path and not await self._usable(frame, frames)
                ):
                    hidden.add(frame.path)
                    continue
                found = await self.call(frame, "scan")
                controls += [msgspec.convert({"frame": frame.number, **each}, Control) for each in found["controls"]]
                quiet.append(int(found["quiet"]))
            except (PageGoneError, msgspec.ValidationError, KeyError, TypeError):
                if frame.number == 0:
                    raise PageGoneError from None
        return PageScan(frames=frames, controls=tuple(controls), quiet_ms=min(quiet, default=0))

    async def _usable(self, frame: Frame, frames: Sequence[Frame]) -> bool:
        """Whether a person sees this frame in the one around it."""
        outer = next(each for each in frames if each.path == frame.path[:-1])
        box = place_of(frame, [msgspec.convert(each, FrameBox) for each in await self.call(outer, "frames")])
        return box is None or box.usable

    async def words(self) -> tuple[FrameWords, ...]:
        """What stands in each frame, the main one first."""
        said = []
        for frame in self.frames():
            try:
                found = await self.call(frame, "words")
                at = int(found.get("at", -1))
                said.append(
                    FrameWords(
                        address=str(found["address"]),
                        words=str(found["words"]),
                        quiet_ms=int(found.get("quiet", 0)),
                        takes_keys=found.get("keys") is True,
                        cursor=(frame.number, at) if at >= 0 else None,
                    )
                )
            except (PageGoneError, KeyError, TypeError):
                if frame.number == 0:
                    raise PageGoneError from None
        return tuple(said)

    async def quiet(self, wanted_ms: int, at_most_ms: int = QUIET_AT_MOST_MS) -> None:
        """Wait until nothing has changed for so long, or for so long at most."""
        waited = 0
        while waited < at_most_ms:
            still = [await self._quiet_of(frame) for frame in self.frames()]
            if min(still, default=wanted_ms) >= wanted_ms:
                return
            await Pause(ms=LOOK_AGAIN_MS)
            waited += LOOK_AGAIN_MS

    async def _quiet_of(self, frame: Frame) -> int:
        try:
            return int(await self.call(frame, "quiet"))
        except PageGoneError:
            if frame.number == 0:
                raise
            return 0

    async def point_of(self, frame: Frame, place: dict[str, Any]) -> tuple[float, float]:
        """Where a place of a frame lies in the page now, with every frame around it."""
        x, y = float(place["x"]), float(place["y"])
        by_path = {each.path: each for each in self.frames()}
        for length in range(len(frame.path), 0, -1):
            inner, outer = by_path.get(frame.path[:length]), by_path.get(frame.path[: length - 1])
            if inner is None or outer is None:
                raise PageGoneError
            boxes = [msgspec.convert(box, FrameBox) for box in await self.call(outer, "frames")]
            box = place_of(inner, boxes)
            if box is None:
                raise PageGoneError
            x, y = x + box.x, y + box.y
        return x, y

    def tap_at(self, point: tuple[float, float]) -> None:
        """Touch this place of the page."""
        self.input.look_here()
        self.input.tap(*point)

    async def tap(self, frame: Frame, place: dict[str, Any]) -> None:
        """Touch a place of a frame, where the frame lies now."""
        self.tap_at(await self.point_of(frame, place))
