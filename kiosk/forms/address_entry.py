"""An address while it is being entered: province, then commune, then the rest by hand; one line in the end.

Opened over what is there already. An address with names of before 1/7/2025 opens with the province chosen and the old
commune still to be chosen again (`hint` says which it became); its house and hamlet stay. Knows no screen.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kiosk.forms.addresses import compose, hint, split
from kiosk.forms.places import Commune, Places, Province
from kiosk.i18n import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressEntry:
    """One address on its way. Indexes count in `provinces` and `communes`; -1 is "not chosen"."""

    places: Places = field(repr=False)
    province: int = -1
    commune: int = -1
    commune_typed: str = field(default="", repr=False)
    """The commune by name, for provinces whose communes are not in the pack."""
    detail: str = field(default="", repr=False)
    hint: Text | None = None

    @property
    def provinces(self) -> tuple[str, ...]:
        """Full names to choose from, in dictionary order."""
        return tuple(province.full_name for province in self.places.provinces)

    @property
    def communes(self) -> tuple[str, ...]:
        """Full names within the chosen province; empty when none is chosen or none is known."""
        return tuple(commune.full_name for commune in self._communes())

    @property
    def value(self) -> str:
        """The answer: "detail, commune, province"; parts not given are left out."""
        commune = self.communes[self.commune] if self.commune >= 0 else self.commune_typed
        return compose(self.detail, commune, self.provinces[self.province] if self.province >= 0 else "")

    def with_province(self, index: int) -> AddressEntry:
        """Another province; the commune is to be chosen again."""
        return self if index == self.province else replace(self, province=index, commune=-1, commune_typed="")

    def with_commune(self, index: int) -> AddressEntry:
        """A commune of the chosen province, or -1 to choose again."""
        return replace(self, commune=index, commune_typed="")

    def _communes(self) -> tuple[Commune, ...]:
        return self.places.communes(self._province()) if self.province >= 0 else ()

    def _province(self) -> Province:
        return self.places.provinces[self.province]


def opened(value: str, places: Places) -> AddressEntry:
    """The entry over an answer already there, as far as it can be told apart; else all of it is `detail`."""
    parts = split(value, places)
    told = hint(value, places)
    if parts.province is None:
        return AddressEntry(places=places, detail=parts.detail, hint=told)
    province = places.provinces.index(parts.province)
    communes = places.communes(parts.province)
    is_of_today = parts.commune is not None and not parts.has_district
    commune = communes.index(parts.commune) if parts.commune is not None and is_of_today else -1
    typed = "" if communes or is_of_today or parts.has_district else parts.commune_text
    return AddressEntry(
        places=places, province=province, commune=commune, commune_typed=typed, detail=parts.detail, hint=told
    )
