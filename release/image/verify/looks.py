"""Two pictures of the machine's screen side by side: how much of it is another one, and when it became so."""

from __future__ import annotations

from collections.abc import Iterable

from PIL import ImageChops

from devices.pictures import picture

ANOTHER = 0.01
"""Share of the dots that differ on another screen: a clock's minute or a caret is less."""
FAINT = 24
"""Of 255: what two dots may differ while nobody would see it."""


def changed(before: bytes, after: bytes) -> float:
    """Share of the dots that differ between two PNGs of one size, 0 to 1."""
    first, second = (picture(each).convert("L") for each in (before, after))
    if first.size != second.size:
        return 1.0
    apart = ImageChops.difference(first, second).point(lambda value: value > FAINT)
    return sum(apart.histogram()[1:]) / (first.width * first.height)


def shown_after(looks: Iterable[tuple[float, bytes]], at_last: bytes) -> float | None:
    """Seconds of the first of these looks that shows the same screen as `at_last`; None when none of them does."""
    return next((seconds for seconds, seen in looks if changed(seen, at_last) < ANOTHER), None)
