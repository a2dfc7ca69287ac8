"""Whether two addresses are of one commune, whichever names their times gave it; with no more guessed than that."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum, auto
from functools import cache, lru_cache
from typing import Final

from kiosk.forms.addresses import AddressParts, split
from kiosk.forms.places import Places
from kiosk.i18n import fold

KEPT: Final = 20_000
"""Addresses taken apart and kept; a list has far fewer communes than rows."""


class PlaceOutcome(Enum):
    """Whether two addresses lie in one commune; `UNSURE` where a commune is not known and the words differ."""

    SAME = auto()
    OTHER = auto()
    UNSURE = auto()


class PlaceComparison:
    """Compares over the lists of communes of today and of before."""

    def __init__(self, places: Callable[[], Places]) -> None:
        """`places` are read when the first address is compared."""
        read = cache(places)
        self._split = lru_cache(maxsize=KEPT)(lambda text: split(text, read()))

    def warm(self) -> None:
        """Read what every address is looked up in; the communes of a province are read with its first address."""
        self._split("a, b")

    def compare(self, card: str, listed: str) -> tuple[PlaceOutcome, bool]:
        """Of the card's address and the list's; and whether one of them has a name of before."""
        if _words(card) == _words(listed) or not _words(listed):
            return PlaceOutcome.SAME, False
        of_card, of_list = self._split(card), self._split(listed)
        if of_list.province is None and of_card.province is not None:  # lists of a commune leave its province out
            of_list = self._split(f"{listed}, {of_card.province.full_name}")
        old = of_card.is_old or of_list.is_old
        if of_card.province and of_list.province and of_card.province.code != of_list.province.code:
            return PlaceOutcome.OTHER, old
        here, there = _communes(of_card), _communes(of_list)
        if here and there:
            return (PlaceOutcome.SAME if here & there else PlaceOutcome.OTHER), old
        return (PlaceOutcome.SAME if _within(card, listed) else PlaceOutcome.UNSURE), old


def _communes(parts: AddressParts) -> frozenset[str]:
    found = (parts.commune,) if parts.commune else parts.candidates
    return frozenset(commune.code for commune in found)


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", fold(text)))


def _within(card: str, listed: str) -> bool:
    """Whether the list says nothing that the card does not."""
    return set(_words(listed)) <= set(_words(card))
