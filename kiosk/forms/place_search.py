"""Communes found while somebody types: by any word of a name of today or of before, with or without marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.forms.place_lists import Commune, ListedPlaces
from kiosk.forms.place_names import readings, spelled, without_unit
from kiosk.i18n import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCommune:
    """One hit of a search; `old_name` says by which former name it was found."""

    commune: Commune
    old_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    """One name that may be typed; the blank before each word lets any word be the first."""

    spelled: str
    folded: str
    hits: tuple[FoundCommune, ...]


class SearchedCommunes:
    """The names of one province, made ready once: a letter costs a look at each of them."""

    def __init__(self, listed: ListedPlaces) -> None:
        self._names = tuple(_names(listed))

    def find(self, typed: str) -> tuple[FoundCommune, ...]:
        """Each commune once: spelled as typed before other marks, names of today before former ones."""
        found: dict[str, FoundCommune] = {}
        for rank in self._ranks(typed):
            for hit in rank:
                found.setdefault(hit.commune.code, hit)
        return tuple(found.values())

    def _ranks(self, typed: str) -> Iterator[list[FoundCommune]]:
        """Of every way to read what was typed; a word for a unit is a name until nothing is called like that."""
        for _, bare in readings(typed):
            same, alike = f" {bare}", f" {fold(bare)}"
            names = [name for name in self._names if alike in name.folded]
            yield [hit for name in names if same in name.spelled for hit in name.hits]
            yield [hit for name in names for hit in name.hits]
            if names and bare:
                return


def _names(listed: ListedPlaces) -> Iterator[_Name]:
    for commune in listed.communes:
        yield _name(spelled(commune.name), (FoundCommune(commune=commune),))
    for unit in listed.former:
        old = f"{unit.name}, {unit.district}"
        yield _name(without_unit(unit.name), tuple(FoundCommune(commune=c, old_name=old) for c in unit.became))


def _name(bare: str, hits: tuple[FoundCommune, ...]) -> _Name:
    return _Name(spelled=f" {bare}", folded=f" {fold(bare)}", hits=hits)
