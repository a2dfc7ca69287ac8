"""An address while it is being entered: province, then commune, then the rest by hand; one line in the end. Abroad, a
country takes the place of both.

Opened over what is there already, which stays exactly as it was until something is chosen or typed, also with names
of before 1/7/2025. What an old commune became, one or several, is offered and never chosen for anybody: what is shown
as chosen is what the answer says. Knows no screen.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from kiosk.forms.addresses import compose, split
from kiosk.forms.countries import Country
from kiosk.forms.places import Commune, FoundCommune, Places, Province
from kiosk.i18n import Text, fold

ABROAD: Final = Text(vi="Ở nước ngoài", en="Abroad")


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressEntry:
    """One address on its way."""

    places: Places = field(repr=False)
    province: Province | None = None
    domestic: bool = True
    """Only a place in Viet Nam can be the answer."""
    abroad: bool = False
    """A country is asked for in place of a province."""
    country: Country | None = None
    commune: Commune | None = None
    commune_text: str = field(default="", repr=False)
    """The commune by name, for a province whose communes are not in the pack."""
    detail: str = field(default="", repr=False)
    """House number, street, hamlet, as typed."""
    candidates: tuple[Commune, ...] = ()
    """What the old commune may have become; offered before anything is searched."""
    value: str = field(default="", repr=False)
    """The answer: "detail, commune, province"; parts not given are left out."""
    searched: str = field(default="", repr=False)

    @property
    def is_commune_typed(self) -> bool:
        """Whether no list of communes is known for the province."""
        return self.province is not None and not self.places.communes(self.province)

    @property
    def is_choosing(self) -> bool:
        """Whether a province, a commune or a country is still to be chosen from a list."""
        if self.abroad:
            return self.country is None
        return self.province is None or (self.commune is None and not self.is_commune_typed)

    def found_provinces(self) -> tuple[Province, ...]:
        """Provinces for what was searched, as long as none is chosen."""
        return () if self.abroad or self.province is not None else self.places.search_provinces(self.searched)

    @property
    def offers_abroad(self) -> bool:
        """Whether "abroad" stands after the provinces: the question takes it, and it or no province was searched."""
        if self.domestic or self.abroad or self.province is not None or not self.places.countries.all:
            return False
        said = (f" {fold(words)}" for words in (ABROAD.vi, ABROAD.en))
        return not self.found_provinces() or any(f" {fold(self.searched)}" in words for words in said)

    def found_countries(self) -> tuple[Country, ...]:
        """Countries for what was searched, once it is abroad and as long as none is chosen."""
        return self.places.countries.search(self.searched) if self.abroad and self.country is None else ()

    def found_communes(self) -> tuple[FoundCommune, ...]:
        """Communes of the province for what was searched, as long as none is chosen."""
        if self.province is None or self.commune is not None:
            return ()
        if self.candidates and not self.searched:
            return tuple(FoundCommune(commune=commune) for commune in self.candidates)
        return self.places.search_communes(self.searched, self.province)

    def search(self, typed: str) -> AddressEntry:
        """Letters of a name, of today or former; the answer stays."""
        return replace(self, searched=typed)

    def choose(self, index: int) -> AddressEntry:
        """One of those found, by its place among them ("abroad" after the provinces); another changes nothing."""
        provinces, communes, countries = self.found_provinces(), self.found_communes(), self.found_countries()
        if 0 <= index < len(provinces):
            return self._changed(replace(self, province=provinces[index], searched=""))
        if index == len(provinces) and self.offers_abroad:
            return replace(self, abroad=True, searched="" if self.found_provinces() else self.searched)
        if 0 <= index < len(countries):
            return self._changed(replace(self, country=countries[index], searched=""))
        if 0 <= index < len(communes):
            return self._changed(replace(self, commune=communes[index].commune, candidates=(), searched=""))
        return self

    def without_province(self) -> AddressEntry:
        """Another province or country, and with it another commune; the detail stays."""
        return self._changed(
            AddressEntry(places=self.places, domestic=self.domestic, detail=self.detail, value=self.value)
        )

    def without_commune(self) -> AddressEntry:
        """All communes of the province are offered again; province and detail stay."""
        return self._changed(replace(self, commune=None, candidates=(), searched=""))

    def with_commune_text(self, text: str) -> AddressEntry:
        """The commune, typed where no list is known."""
        return self._changed(replace(self, commune_text=text))

    def with_detail(self, text: str) -> AddressEntry:
        """With what is typed below the commune: house number, street, hamlet; empty where nothing is said."""
        return self._changed(replace(self, detail=text))

    def _changed(self, entry: AddressEntry) -> AddressEntry:
        if entry == self:
            return self
        if entry.abroad:
            return replace(entry, value=compose(entry.detail, "", entry.country.name.vi if entry.country else ""))
        commune = entry.commune.full_name if entry.commune else entry.commune_text
        return replace(
            entry, value=compose(entry.detail, commune, entry.province.full_name if entry.province else "")
        )


def opened(value: str, places: Places, own_province: str = "", *, domestic: bool = True) -> AddressEntry:
    """The entry over an answer, as far as it can be told apart; over a blank one it starts in `own_province`.
    `domestic`: only a place in Viet Nam can be the answer."""
    if not value.strip():
        return AddressEntry(places=places, domestic=domestic, province=places.province(own_province), value=value)
    parts = split(value, places)
    if parts.country is not None and not domestic:
        return AddressEntry(
            places=places, domestic=False, abroad=True, country=parts.country, detail=parts.detail, value=value
        )
    has_list = parts.province is not None and bool(places.communes(parts.province))
    return AddressEntry(
        places=places,
        domestic=domestic,
        province=parts.province,
        commune=None if parts.is_old else parts.commune,
        commune_text="" if has_list else parts.commune_text,
        detail=parts.detail,
        candidates=(parts.commune,) if parts.is_old and parts.commune else parts.candidates,
        value=value,
    )
