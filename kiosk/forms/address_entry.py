"""An address while it is being entered: province, then commune, then the rest by hand; one line in the end.

Opened over what is there already, which stays exactly as it was until something is chosen or typed, also with names
of before 1/7/2025. What an old commune became, one or several, is offered and never chosen for anybody: what is shown
as chosen is what the answer says. Knows no screen.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kiosk.forms.addresses import compose, split
from kiosk.forms.places import Commune, FoundCommune, Places, Province


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressEntry:
    """One address on its way."""

    places: Places = field(repr=False)
    province: Province | None = None
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
        """Whether a province or a commune is still to be chosen from a list."""
        return self.province is None or (self.commune is None and not self.is_commune_typed)

    def found_provinces(self) -> tuple[Province, ...]:
        """Provinces for what was searched, as long as none is chosen."""
        return self.places.search_provinces(self.searched) if self.province is None else ()

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
        """One of those found, by its place among them; another index changes nothing."""
        provinces, communes = self.found_provinces(), self.found_communes()
        if 0 <= index < len(provinces):
            return self._changed(replace(self, province=provinces[index], searched=""))
        if 0 <= index < len(communes):
            return self._changed(replace(self, commune=communes[index].commune, candidates=(), searched=""))
        return self

    def without_province(self) -> AddressEntry:
        """Another province, and with it another commune; the detail stays."""
        return self._changed(replace(self, province=None, commune=None, commune_text="", candidates=(), searched=""))

    def without_commune(self) -> AddressEntry:
        """All communes of the province are offered again; province and detail stay."""
        return self._changed(replace(self, commune=None, candidates=(), searched=""))

    def with_commune_text(self, text: str) -> AddressEntry:
        """The commune, typed where no list is known."""
        return self._changed(replace(self, commune_text=text))

    def with_detail(self, text: str) -> AddressEntry:
        """House number, street, hamlet."""
        return self._changed(replace(self, detail=text))

    def _changed(self, entry: AddressEntry) -> AddressEntry:
        if entry == self:
            return self
        commune = entry.commune.full_name if entry.commune else entry.commune_text
        return replace(
            entry, value=compose(entry.detail, commune, entry.province.full_name if entry.province else "")
        )


def opened(value: str, places: Places, own_province: str = "") -> AddressEntry:
    """The entry over an answer, as far as it can be told apart; over a blank one it starts in `own_province`."""
    if not value.strip():
        return AddressEntry(places=places, province=places.province(own_province), value=value)
    parts = split(value, places)
    has_list = parts.province is not None and bool(places.communes(parts.province))
    return AddressEntry(
        places=places,
        province=parts.province,
        commune=None if parts.is_old else parts.commune,
        commune_text="" if has_list else parts.commune_text,
        detail=parts.detail,
        candidates=(parts.commune,) if parts.is_old and parts.commune else parts.candidates,
        value=value,
    )
