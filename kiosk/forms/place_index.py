"""Names that lead to things: as they are spelled, and folded for who wrote no marks; the unit's word may be there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

from kiosk.forms.place_names import is_unmarked, readings
from kiosk.i18n import fold

T = TypeVar("T")


class NameIndex(Generic[T]):
    """Things by their names; two names that differ in marks stay two."""

    def __init__(self, named: Iterable[tuple[str, T]]) -> None:
        """Pairs of a full name and what it names; one name may name several."""
        self._spelled: defaultdict[str, list[tuple[str, T]]] = defaultdict(list)
        self._folded: defaultdict[str, list[tuple[str, T]]] = defaultdict(list)
        for name, thing in named:
            word, bare = readings(name)[-1]
            self._spelled[bare].append((word, thing))
            self._folded[fold(bare)].append((word, thing))

    def find(self, name: str) -> tuple[T, ...]:
        """All that this may name; of the kind that it says, if there is one of that kind."""
        for word, bare in readings(name):
            found = self._spelled.get(bare) or (self._folded.get(bare) if is_unmarked(bare) else None)
            if found:
                same = tuple(thing for kind, thing in found if word and kind == word)
                return same or tuple(thing for _, thing in found)
        return ()
