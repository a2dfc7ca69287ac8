"""What holds for the lists of places: each code once, a list a province, units that lead to communes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from kiosk.forms import rule_words
from kiosk.forms.place_lists import NOBODY_KNOWS, CommuneList, DistrictOfBefore, Province, file_of
from kiosk.forms.place_names import COMMUNE_WORDS, spelled, unit_word
from kiosk.i18n import Text


def broken_rules(provinces: tuple[Province, ...], lists: Mapping[str, CommuneList]) -> Iterator[Text]:
    """A sentence for each rule that the lists break."""
    yield from _doubles("province", (province.code for province in provinces))
    yield from _doubles("commune", (code for each in lists.values() for code in each.communes))
    own = {file_of(province): province for province in provinces}
    for file, given in lists.items():
        if file not in own or own[file].code != given.province:
            yield rule_words.NOT_THE_FILE_OF_THE_PROVINCE.filled(file=file, province=given.province)
        yield from _names(given)
        for district in given.districts:
            yield from _units(district, given, own.get(file))


def _doubles(what: str, codes: Iterable[str]) -> Iterator[Text]:
    for code, times in Counter(codes).items():
        if times > 1:
            yield rule_words.CODE_TWICE.filled(code=code, what=what)


def _names(given: CommuneList) -> Iterator[Text]:
    for code, name in given.communes.items():
        if unit_word(name) not in COMMUNE_WORDS:
            yield rule_words.BEGINS_WITH_NO_KIND.filled(code=code, name=name)
    for name, times in Counter(map(spelled, given.communes.values())).items():
        if times > 1:
            yield rule_words.COMMUNE_NAMED_TWICE.filled(given=name)


def _units(district: DistrictOfBefore, given: CommuneList, province: Province | None) -> Iterator[Text]:
    """A unit leads to one key only: a split is several codes in that key."""
    if province and district.province and district.province not in province.former:
        yield rule_words.NOT_AMONG_FORMER_PROVINCES.filled(name=district.name, province=district.province)
    first: dict[str, str] = {}
    for table in (district.units, district.earlier, district.unsure):
        for codes, names in table.items():
            for code in codes.split() if codes != NOBODY_KNOWS else ():
                if code not in given.communes:
                    yield rule_words.NO_COMMUNE_OF_THE_CODE.filled(name=district.name, code=code)
            for name in names:
                if first.setdefault(name, codes) != codes:
                    yield rule_words.LEADS_TWO_WAYS.filled(
                        name=name, district=district.name, first=first[name], codes=codes
                    )
