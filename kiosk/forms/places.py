"""Provinces and communes of today, what they were called before, and addresses made of them.

Two levels since 1/7/2025 (Nghị quyết 202/2025/QH15); the district level is gone, but it still stands on cards and
papers. Names of before are accepted and answered with a hint, never corrected silently: the old lists are copies that
nobody has laid over the gazette. Communes are known for the provinces that have a file; elsewhere the name is typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import msgspec

from kiosk.content.fact import Confidence
from kiosk.errors import FaultyFileError
from kiosk.forms.place_names import bare, sort_key
from kiosk.toml.reading import read_file


class Province(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One of the 34 provinces since 1 July 2025; `former` names those merged into it."""

    code: str
    name: str
    kind: str
    former: tuple[str, ...] = ()
    """Provinces merged into it."""

    @property
    def full_name(self) -> str:
        """ "Tỉnh Nghệ An"."""
        return f"{self.kind.capitalize()} {self.name}"


class Commune(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One commune, ward or special zone."""

    code: str
    name: str
    kind: str
    old: tuple[tuple[str, str], ...] = ()
    """Units it was made of: (full name, full name of the district)."""

    @property
    def full_name(self) -> str:
        """ "Xã Vân Tụ"."""
        return f"{self.kind.capitalize()} {self.name}"


class ProvinceList(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The file `places/provinces.toml`."""

    source: str
    checked: date
    confidence: Confidence
    provinces: tuple[Province, ...]


class CommuneList(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One other file of `places`: the communes of one province."""

    province: str
    source: str
    checked: date
    confidence: Confidence
    old_source: str
    old_confidence: Confidence
    communes: tuple[Commune, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCommune:
    """One hit of a search; `old_name` says by which former name it was found."""

    commune: Commune
    old_name: str | None = None


@dataclass(frozen=True)
class Places:
    """All places of a pack."""

    provinces: tuple[Province, ...]
    _communes: Mapping[str, tuple[Commune, ...]] = field(repr=False)

    def communes(self, province: Province) -> tuple[Commune, ...]:
        """The communes of a province in dictionary order; empty where no list is known."""
        return self._communes.get(province.code, ())

    def province(self, name: str) -> Province | None:
        """By today's or a former name, with or without "tỉnh", with or without marks."""
        return self._by_name.get(bare(name))

    def commune(self, name: str, province: Province) -> Commune | None:
        """By today's name; a full name tells a ward from a commune."""
        named = [commune for commune in self.communes(province) if bare(commune.name) == bare(name)]
        return named[0] if named else None

    def of_old(self, name: str, district: str, province: Province) -> Commune | None:
        """What became of a unit of before 1/7/2025, by its name and its district's."""
        return self._by_old_name.get((province.code, bare(district), bare(name)))

    def is_district(self, name: str, province: Province) -> bool:
        """Whether a district of this province had this name."""
        return (province.code, bare(name)) in self._districts

    def search_provinces(self, typed: str) -> tuple[Province, ...]:
        """Those whose today's or former name has a word that begins like what was typed."""
        wanted = bare(typed)
        return tuple(p for p in self.provinces if any(self._begins(name, wanted) for name in (p.name, *p.former)))

    def search_communes(self, typed: str, province: Province) -> tuple[FoundCommune, ...]:
        """Today's names first, then communes found by a former name."""
        wanted = bare(typed)
        today = [FoundCommune(commune=c) for c in self.communes(province) if self._begins(c.name, wanted)]
        found = {hit.commune.code for hit in today}
        former = (
            FoundCommune(commune=commune, old_name=old)
            for commune in self.communes(province)
            if commune.code not in found and wanted
            for old in [f"{name}, {district}" for name, district in commune.old if self._begins(name, wanted)][:1]
        )
        return (*today, *former)

    def _begins(self, name: str, wanted: str) -> bool:
        """Whether a word of a place of this list begins with folded text, across blanks too."""
        folded = self._folded[name]
        return folded.startswith(wanted) or f" {wanted}" in folded

    @cached_property
    def _folded(self) -> dict[str, str]:
        names = {name for province in self.provinces for name in (province.name, *province.former)}
        for communes in self._communes.values():
            names |= {commune.name for commune in communes}
            names |= {old for commune in communes for old, _ in commune.old}
        return {name: bare(name) for name in names}

    @cached_property
    def _by_name(self) -> dict[str, Province]:
        former = {bare(name): province for province in self.provinces for name in province.former}
        return former | {bare(province.name): province for province in self.provinces}

    @cached_property
    def _by_old_name(self) -> dict[tuple[str, str, str], Commune]:
        return {
            (code, bare(district), bare(old)): commune
            for code, communes in self._communes.items()
            for commune in communes
            for old, district in commune.old
        }

    @cached_property
    def _districts(self) -> frozenset[tuple[str, str]]:
        return frozenset((code, district) for code, district, _ in self._by_old_name)


def read_places(folder: Path) -> Places:
    """`provinces.toml` and one file a province. Raises `FaultyFileError`."""
    provinces = _decoded(folder / "provinces.toml", ProvinceList).provinces
    lists = (_decoded(path, CommuneList) for path in sorted(folder.glob("*.toml")) if path.name != "provinces.toml")
    return places_of(provinces, lists)


def places_of(provinces: Iterable[Province], lists: Iterable[CommuneList]) -> Places:
    """The places of decoded files, in dictionary order."""
    communes = {
        given.province: tuple(sorted(given.communes, key=lambda commune: sort_key(commune.name))) for given in lists
    }
    return Places(tuple(sorted(provinces, key=lambda province: sort_key(province.name))), communes)


T = TypeVar("T")


def _decoded(path: Path, kind: type[T]) -> T:
    value = read_file(path, kind)
    if isinstance(value, tuple):
        raise FaultyFileError(value)
    return value
