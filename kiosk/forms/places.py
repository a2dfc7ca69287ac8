"""Provinces and communes of today and what they were called before: looked up by name, never guessed.

Two levels since 1/7/2025 (Nghị quyết 202/2025/QH15); the district level is gone, but it still stands on cards and
papers. A province's file is read when something of that province is asked for, so that no screen waits for all 34,
and let go with the visit that asked. A file that cannot be read counts as no list: there the commune is typed, and
`kiosk content check` names the fault.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from kiosk.errors import FaultyFileError
from kiosk.forms.countries import Countries, read_countries
from kiosk.forms.place_index import NameIndex
from kiosk.forms.place_lists import (
    PROVINCES,
    Commune,
    CommuneList,
    FormerUnit,
    ListedPlaces,
    Province,
    ProvinceList,
    decoded,
    file_of,
    listed,
)
from kiosk.forms.place_names import readings, sort_key, spelled
from kiosk.forms.place_search import FoundCommune, SearchedCommunes
from kiosk.i18n import fold

__all__ = ["Commune", "FormerUnit", "FoundCommune", "LaterPlaces", "Places", "Province", "places_of", "read_places"]


class ProvincePlaces:
    """The places of one province, by their names."""

    def __init__(self, of_one: ListedPlaces) -> None:
        self.listed = of_one
        self.searched = SearchedCommunes(of_one)
        self._communes = NameIndex((commune.full_name, commune) for commune in of_one.communes)
        self._units = NameIndex((unit.name, unit) for unit in of_one.former)
        self._in_district: dict[str, NameIndex[FormerUnit]] = {}
        self._districts = NameIndex((name, name) for name in dict.fromkeys(unit.district for unit in of_one.former))

    def communes(self, name: str) -> tuple[Commune, ...]:
        """Communes of today that this may name; several without marks ("Chau Binh")."""
        return self._communes.find(name)

    def units(self, name: str, district: str = "", province: str = "") -> tuple[FormerUnit, ...]:
        """Former units that this may name, of one district and of one former province where given."""
        found = self._within(name, self._districts.find(district)) if district else self._units.find(name)
        return tuple(unit for unit in found if not province or unit.province == province)

    def _within(self, name: str, districts: tuple[str, ...]) -> tuple[FormerUnit, ...]:
        """A unit of another kind may stand in another district: kinds are compared within one only."""
        return tuple(unit for district in districts for unit in self._of_district(district).find(name))

    def _of_district(self, district: str) -> NameIndex[FormerUnit]:
        if district not in self._in_district:
            mine = ((unit.name, unit) for unit in self.listed.former if unit.district == district)
            self._in_district[district] = NameIndex(mine)
        return self._in_district[district]

    def is_district(self, name: str) -> bool:
        """Whether a district had this name."""
        return bool(self._districts.find(name))


class ReadProvinces:
    """The places of a province by its code, each `read` when first asked for; none where that cannot be done."""

    def __init__(self, read: Callable[[str], ListedPlaces]) -> None:
        self._read = read
        self._kept: dict[str, ProvincePlaces] = {}

    def __call__(self, code: str) -> ProvincePlaces:
        """Those of this province; Hà Nội's take a megabyte, all 34 together 20."""
        found = self._kept.get(code)
        if found is None:
            self._kept[code] = found = ProvincePlaces(self._listed(code))
        return found

    def _listed(self, code: str) -> ListedPlaces:
        try:
            return self._read(code)
        except FaultyFileError:
            return ListedPlaces()

    def let_go(self, but: str) -> None:
        """Keep the places of one province at most."""
        self._kept = {code: places for code, places in self._kept.items() if code == but}


@dataclass(frozen=True)
class Places:
    """All places of a pack; `of` gives those of one province by its code."""

    provinces: tuple[Province, ...]
    of: ReadProvinces = field(repr=False)
    read_countries: Callable[[], Countries] = field(default=Countries, repr=False)

    def whole(self) -> Places:
        """The same with every province's file read, for who searches in all of them: about a second of work."""
        for province in self.provinces:
            self.of(province.code)
        return self

    def let_go(self, own: str) -> None:
        """Keep of all that was read the province of this name, by which most people live: a station that keeps each
        grows for weeks, and tells where people came from."""
        mine = self.province(own)
        self.of.let_go(mine.code if mine else "")

    def communes(self, province: Province) -> tuple[Commune, ...]:
        """The communes of a province in dictionary order; empty where no list is known."""
        return self.of(province.code).listed.communes

    def province(self, name: str) -> Province | None:
        """By today's or a former name, with or without "tỉnh", with or without marks."""
        return next(iter(self._by_name.find(name)), None)

    def former_province(self, name: str) -> str | None:
        """Its name in the list, if this province was merged into another."""
        return next(iter(self._former.find(name)), None)

    def commune(self, name: str, province: Province) -> Commune | None:
        """By today's name, if it can be no other."""
        found = self.of(province.code).communes(name)
        return found[0] if len(found) == 1 else None

    def search_provinces(self, typed: str) -> tuple[Province, ...]:
        """Those whose today's or former name has a word that begins like what was typed."""
        wanted = [f" {fold(bare)}" for _, bare in readings(typed)]
        return tuple(
            province for province, names in self._folded if any(one in name for name in names for one in wanted)
        )

    def search_communes(self, typed: str, province: Province) -> tuple[FoundCommune, ...]:
        """By a name of today or of before, with or without marks."""
        return self.of(province.code).searched.find(typed)

    @cached_property
    def countries(self) -> Countries:
        """Those abroad; none where the pack has no list that can be read."""
        try:
            return self.read_countries()
        except FaultyFileError:
            return Countries()

    @cached_property
    def _folded(self) -> tuple[tuple[Province, tuple[str, ...]], ...]:
        return tuple(
            (province, tuple(f" {fold(spelled(name))}" for name in _names_of(province)))
            for province in self.provinces
        )

    @cached_property
    def _by_name(self) -> NameIndex[Province]:
        return NameIndex((name, province) for province in self.provinces for name in _names_of(province))

    @cached_property
    def _former(self) -> NameIndex[str]:
        return NameIndex((name, name) for province in self.provinces for name in province.former)


def _names_of(province: Province) -> tuple[str, ...]:
    return (province.name, *province.former, *province.also)


def read_places(folder: Path) -> Places:
    """`provinces.toml` at once, each province's file when it is asked for. Raises `FaultyFileError` for the first."""
    provinces = {province.code: province for province in decoded(folder / PROVINCES, ProvinceList).provinces}

    def read(code: str) -> ListedPlaces:
        province = provinces[code]
        path = folder / file_of(province)
        return listed(decoded(path, CommuneList), province.name) if path.is_file() else ListedPlaces()

    return places_of(provinces.values(), read, lambda: read_countries(folder))


def places_of(
    provinces: Iterable[Province], read: Callable[[str], ListedPlaces], abroad: Callable[[], Countries] = Countries
) -> Places:
    """Provinces in dictionary order; places of one by its code, and the countries `abroad`, `read` when asked for."""
    in_order = sorted(provinces, key=lambda province: sort_key(province.name))
    return Places(tuple(in_order), ReadProvinces(read), abroad)


class LaterPlaces:
    """The places of a pack, read when the first address is asked for; `own` names the station's province."""

    def __init__(self, read: Callable[[], Places], own: str) -> None:
        self._read, self._own = read, own
        self._places: Places | None = None

    def __call__(self) -> Places:
        """Raises `FaultyFileError` where the list of provinces cannot be read."""
        if self._places is None:
            self._places = self._read()
        return self._places

    def let_go(self) -> None:
        """The visit that asked is over."""
        if self._places is not None:
            self._places.let_go(self._own)
