"""The files of `places`: `provinces.toml`, and one a province with its communes of today and the units of before.

A former unit stands under what it became: `"16681" = ["Phường Cửa Nam"]`; under several codes, "16681 16690", if it
was split.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, TypeVar

import msgspec

from kiosk.content.fact import Confidence
from kiosk.errors import FaultyFileError
from kiosk.forms.place_names import sort_key
from kiosk.i18n import fold
from kiosk.toml.reading import read_file

PROVINCES: Final = "provinces.toml"
COUNTRIES: Final = "countries.toml"
NOBODY_KNOWS: Final = "?"
T = TypeVar("T")
FormerNames = Mapping[str, tuple[str, ...]]


class Province(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One of the 34 provinces since 1 July 2025."""

    code: str
    name: str
    kind: str
    former: tuple[str, ...] = ()
    """Provinces merged into it."""
    also: tuple[str, ...] = ()
    """Other ways of writing it: "HCM"."""

    @property
    def full_name(self) -> str:
        """Kind and name, as a form writes it: "Tỉnh Nghệ An"."""
        return f"{self.kind.capitalize()} {self.name}"


class ProvinceList(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`places/provinces.toml`: the provinces with where and when they were checked."""

    source: str
    checked: date
    confidence: Confidence
    provinces: tuple[Province, ...]


class DistrictOfBefore(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A district that ended on 1/7/2025: its units by what they became; `province` where that one was merged too."""

    name: str
    province: str = ""
    units: FormerNames = msgspec.field(default_factory=dict)
    earlier: FormerNames = msgspec.field(default_factory=dict)
    unsure: FormerNames = msgspec.field(default_factory=dict)


class CommuneList(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One other file of `places`: the communes of one province by code."""

    province: str
    source: str
    checked: date
    confidence: Confidence
    former_source: str
    former_confidence: Confidence
    communes: Mapping[str, str]
    districts: tuple[DistrictOfBefore, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Commune:
    """One commune, ward or special zone of today."""

    code: str
    full_name: str
    """ "Xã Vân Tụ"."""

    @property
    def kind(self) -> str:
        """Which of the three it is, in small letters: "xã", "phường", "đặc khu"."""
        return self.full_name.removesuffix(self.name).strip().lower()

    @property
    def name(self) -> str:
        """Its name without the kind: "Vân Tụ"."""
        words = self.full_name.split()
        return " ".join(words[2 if words[0].lower() == "đặc" else 1 :])


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerUnit:
    """A commune, ward or town of before 1/7/2025; without a district's units, the district itself (Lý Sơn)."""

    name: str
    """As the lists of its time have it: "Thị trấn Cầu Giát"."""
    district: str
    province: str
    became: tuple[Commune, ...]
    """Several where it was split, the likeliest first; none where nobody knows."""
    confirmed: bool
    """False where one source alone says what became of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPlaces:
    """What one province's file says."""

    communes: tuple[Commune, ...] = ()
    former: tuple[FormerUnit, ...] = ()


def file_of(province: Province) -> str:
    """The name of a province's file: "nghe-an.toml"."""
    return f"{fold(province.name).replace(' ', '-')}.toml"


def decoded(path: Path, kind: type[T]) -> T:
    """The file as its type. Raises `FaultyFileError`."""
    value = read_file(path, kind)
    if isinstance(value, tuple):
        raise FaultyFileError(value)
    return value


def listed(given: CommuneList, province: str) -> ListedPlaces:
    """The communes in dictionary order, and the former units with the communes they became."""
    communes = {code: Commune(code=code, full_name=name) for code, name in given.communes.items()}
    former = (
        unit for district in given.districts for unit in _units(district, district.province or province, communes)
    )
    return ListedPlaces(
        communes=tuple(sorted(communes.values(), key=lambda c: sort_key(c.name))), former=tuple(former)
    )


def _units(district: DistrictOfBefore, province: str, communes: Mapping[str, Commune]) -> Iterator[FormerUnit]:
    for names, confirmed in ((district.units, True), (district.earlier, True), (district.unsure, False)):
        for codes, units in names.items():
            became = tuple(communes[code] for code in codes.split() if code in communes)
            for name in units:
                yield FormerUnit(
                    name=name, district=district.name, province=province, became=became, confirmed=confirmed
                )


def read_lists(folder: Path) -> tuple[tuple[Province, ...], dict[str, CommuneList]]:
    """Everything in Viet Nam at once, for who checks a pack: provinces, and lists by their file. Raises
    `FaultyFileError`."""
    provinces = decoded(folder / PROVINCES, ProvinceList).provinces
    files = (path for path in sorted(folder.glob("*.toml")) if path.name not in (PROVINCES, COUNTRIES))
    return provinces, {path.name: decoded(path, CommuneList) for path in files}
