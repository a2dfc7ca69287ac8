"""What holds for the lists of places: each code once, a list a province, units that lead to communes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from kiosk.forms.place_lists import NOBODY_KNOWS, CommuneList, DistrictOfBefore, Province, file_of
from kiosk.forms.place_names import COMMUNE_WORDS, spelled, unit_word


def broken_rules(provinces: tuple[Province, ...], lists: Mapping[str, CommuneList]) -> Iterator[str]:
    """Every rule that the lists break, as one line."""
    yield from _doubles("province", (province.code for province in provinces))
    yield from _doubles("commune", (code for each in lists.values() for code in each.communes))
    own = {file_of(province): province for province in provinces}
    for file, given in lists.items():
        if file not in own or own[file].code != given.province:
            yield f"{file} is not the file of province {given.province}"
        yield from _names(given)
        for district in given.districts:
            yield from _units(district, given, own.get(file))


def _doubles(what: str, codes: Iterable[str]) -> Iterator[str]:
    for code, times in Counter(codes).items():
        if times > 1:
            yield f"code {code} is that of more than one {what}"


def _names(given: CommuneList) -> Iterator[str]:
    for code, name in given.communes.items():
        if unit_word(name) not in COMMUNE_WORDS:
            yield f"{code} {name} does not begin with the word for its kind"
    for name, times in Counter(map(spelled, given.communes.values())).items():
        if times > 1:
            yield f"{name} is the name of more than one commune"


def _units(district: DistrictOfBefore, given: CommuneList, province: Province | None) -> Iterator[str]:
    """A unit leads to one key only: a split is several codes in that key."""
    if province and district.province and district.province not in province.former:
        yield f"{district.name}: {district.province} is not among the former provinces"
    first: dict[str, str] = {}
    for table in (district.units, district.earlier, district.unsure):
        for codes, names in table.items():
            for code in codes.split() if codes != NOBODY_KNOWS else ():
                if code not in given.communes:
                    yield f"{district.name}: no commune of today has the code {code}"
            for name in names:
                if first.setdefault(name, codes) != codes:
                    yield f"{name}, {district.name} leads to {first[name]} and to {codes}"
