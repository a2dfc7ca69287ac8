"""Addresses in one line, "số 5, xóm 2, Xã Vân Tụ, Tỉnh Nghệ An": put together, taken apart, looked at for old names.

A card shows "thôn, xã, huyện, tỉnh" without words for the units; papers of before 1/7/2025 do too. Taking apart never
changes what was written, and never guesses: where a name may lead to several communes, all of them are given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from kiosk.forms.countries import Country
from kiosk.forms.place_names import COMMUNE_WORDS, DISTRICT_WORDS, spelled, unit_word
from kiosk.forms.places import Commune, FormerUnit, Places, Province, ProvincePlaces
from kiosk.i18n import fold

_COUNTRY: Final = frozenset({"viet nam", "vietnam", "vn", "nuoc viet nam"})
_SEPARATOR: Final = {True: re.compile(","), False: re.compile(r"\s+-\s+|;")}
"""By whether there is a comma: without one, "Xóm 3 - Xã Vân Tụ - Tỉnh Nghệ An"."""
_SMALLER: Final = re.compile(
    r"(?:xom|thon|ban|lang|ap|khoi|to|khu|kp|pho|duong|ngo|ngach|hem|buon|bon|so nha|so|nha|to dan pho)\b|.*\d"
)
"""What a piece smaller than a commune begins with, folded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressParts:
    """What an address says, as far as it could be told."""

    detail: str = field(repr=False)
    """House, street, hamlet; the whole text when no province was recognised."""
    commune: Commune | None = None
    """The commune of today, if it is certain; for an old address the one it became."""
    candidates: tuple[Commune, ...] = ()
    """Where it is not certain: the communes of today that the old one may have become; none where nobody knows."""
    commune_text: str = field(default="", repr=False)
    """The commune as written."""
    province: Province | None = None
    country: Country | None = None
    """The country, for an address abroad; then there is no province."""
    is_old: bool = False
    """It names a district, a former commune or a former province."""
    former_province: str | None = None


def compose(detail: str, commune: str, province: str) -> str:
    """One line of the parts that are there; `commune` and `province` are full names."""
    return ", ".join(part.strip() for part in (detail, commune, province) if part.strip())


def split(text: str, places: Places) -> AddressParts:
    """The parts of one line; empty parts where it does not tell."""
    pieces = [piece for each in _SEPARATOR["," in text].split(text) if (piece := each.strip())]
    if pieces:
        pieces[-1] = pieces[-1].rstrip(" .")
    if len(pieces) > 1 and fold(pieces[-1]).strip(" .") in _COUNTRY:
        pieces.pop()
    province = places.province(pieces[-1]) if pieces else None
    if province is None and pieces and (country := places.countries.country(pieces[-1])):
        return AddressParts(detail=", ".join(pieces[:-1]), country=country)
    if province is None:
        return AddressParts(detail=text.strip())
    former = places.former_province(pieces[-1])
    return _Reading(places.of(province.code), province, pieces[:-1], former).parts()


@dataclass(frozen=True, slots=True)
class _Reading:
    """One address whose province is known; `rest` is what stands before it."""

    known: ProvincePlaces
    province: Province
    rest: list[str]
    former: str | None

    def parts(self) -> AddressParts:
        """With a district it is of before; else its last piece is a commune of today, of before, or none at all."""
        if not self.rest:
            return self._parts([], "")
        if self._ends_in_district():
            return self._of_district(self.rest[:-2], "".join(self.rest[-2:-1]), self.rest[-1])
        *before, written = self.rest
        today, units = self.known.communes(written), self.known.units(written, province=self.former or "")
        word = unit_word(written)
        is_exact = any(word in ("", each.kind) or _same(written, each.name) for each in today)
        if len(today) == 1 and is_exact and self.former is None:
            return self._parts(before, written, commune=today[0])
        if today or units:
            same_kind = [unit for unit in units if not word or unit_word(unit.name) == word]
            if len(today) == 1 and not same_kind and self.former is None:  # a commune that became a ward
                return self._parts(before, written, old=True, commune=today[0])
            return self._old(before, written, tuple(same_kind), () if same_kind and self.former else today)
        is_commune = word in COMMUNE_WORDS
        return self._parts(before if is_commune else self.rest, written if is_commune else "", old=bool(self.former))

    def _of_district(self, before: list[str], written: str, district: str) -> AddressParts:
        named = self.known.units(district, district)
        whole = tuple(unit for unit in named if unit.name == unit.district)  # an island without communes: Lý Sơn
        units = self.known.units(written, district, self.former or "") or self.known.units(written, district)
        if whole and not units:
            return self._old([*before, written] if _is_smaller(written) else before, written, whole, ())
        if not units and (not written or _is_smaller(written)):
            return self._parts([*before, written] if written else before, "", old=True)
        return self._old(before, written, units, () if units else self.known.communes(written))

    def _old(
        self, before: list[str], written: str, units: tuple[FormerUnit, ...], today: tuple[Commune, ...]
    ) -> AddressParts:
        became = tuple(dict.fromkeys([commune for unit in units for commune in unit.became] + list(today)))
        sure = len(became) == 1 and bool(units) and all(unit.confirmed and unit.became for unit in units)
        in_one = len({unit.district for unit in units}) == 1
        return self._parts(
            before, written, old=True, commune=became[0] if sure and in_one else None,
            candidates=() if sure and in_one else became,
        )  # fmt: skip

    def _ends_in_district(self) -> bool:
        """Some districts and communes share a name: what stands in front tells which of them it is."""
        last, word = self.rest[-1], unit_word(self.rest[-1])
        if word in COMMUNE_WORDS or not (word in DISTRICT_WORDS or self.known.is_district(last)):
            return False
        if word in DISTRICT_WORDS and not any(_same(last, commune.name) for commune in self.known.communes(last)):
            return True
        if len(self.rest) > 1 and self.known.units(self.rest[-2], last):
            return True
        return not self.known.communes(last) or (len(self.rest) > 1 and not _is_smaller(self.rest[-2]))

    def _parts(
        self, before: list[str], written: str, *, old: bool = False, commune: Commune | None = None,
        candidates: tuple[Commune, ...] = (),
    ) -> AddressParts:  # fmt: skip
        return AddressParts(
            detail=", ".join(before),
            commune=commune,
            candidates=candidates,
            commune_text=written,
            province=self.province,
            is_old=old or self.former is not None,
            former_province=self.former,
        )


def _is_smaller(piece: str) -> bool:
    """A hamlet, a street, a house number: no commune."""
    return not unit_word(piece) and _SMALLER.match(fold(piece)) is not None


def _same(written: str, name: str) -> bool:
    """Whether the whole of it is this name, marks left aside: "quan thanh" is no district."""
    return fold(spelled(written)) == fold(spelled(name))
