"""Frames of a page, and which box of the page around it is which frame's.

Chromium lists the frames within a frame, and the page lists its boxes; nobody says which belongs to which, and the
orders differ once a frame was added later. So name, address and size decide, and the order where they leave a choice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from kiosk.filing.hosts import host_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One frame: its number in the page (the main one 0), the way to it by places among its siblings."""

    number: int
    path: tuple[int, ...]
    address: str
    name: str = ""
    """The `name` of its element."""
    width: float = 0.0
    height: float = 0.0


class FrameBox(msgspec.Struct, frozen=True, kw_only=True):
    """An `iframe` of a page: where its inside lies, in the page's own pixels."""

    x: float
    y: float
    width: float
    height: float
    name: str = ""
    address: str = ""
    usable: bool = True
    """Whether a person sees it; nothing is filled in a frame that nobody sees."""


def place_of(frame: Frame, boxes: Sequence[FrameBox]) -> FrameBox | None:
    """The box of this frame; None where the page has none."""
    if not boxes:
        return None
    own = frame.path[-1]
    places = range(len(boxes))
    best = max(places, key=lambda place: (_likeness(frame, boxes[place]), place == own, -place))
    return boxes[best]


def _likeness(frame: Frame, box: FrameBox) -> int:
    same_name = bool(frame.name) and frame.name == box.name
    same_address = bool(box.address) and box.address == frame.address
    same_host = host_of(box.address) is not None and host_of(box.address) == host_of(frame.address)
    same_size = abs(frame.width - box.width) < 2 and abs(frame.height - box.height) < 2
    return 8 * same_address + 4 * same_name + 2 * same_host + same_size


def frames_of(tree: Sequence[dict[str, object]]) -> tuple[Frame, ...]:
    """The frames as the page's QML lists them, numbered in its order."""
    return tuple(
        Frame(
            number=number,
            path=_path(each.get("path")),
            address=str(each.get("address", "")),
            name=str(each.get("name", "")),
            width=_number(each.get("width")),
            height=_number(each.get("height")),
        )
        for number, each in enumerate(tree)
    )


def _path(told: object) -> tuple[int, ...]:
    return tuple(int(place) for place in told) if isinstance(told, list) else ()


def _number(told: object) -> float:
    return float(told) if isinstance(told, int | float) else 0.0
