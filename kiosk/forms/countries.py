"""Countries abroad, by name: for an address that is not in Viet Nam. The file is `places/countries.toml`.

An address abroad is one line that ends in a country as Vietnamese papers call it: "12 Rue X, Paris, Pháp".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import msgspec

from kiosk.content.fact import Confidence
from kiosk.forms import rule_words
from kiosk.forms.place_index import NameIndex
from kiosk.forms.place_lists import COUNTRIES, decoded
from kiosk.forms.place_names import sort_key, unit_word
from kiosk.i18n import Text, fold


class Country(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One country; `code` as in ISO 3166-1."""

    code: str
    name: Text
    also: tuple[str, ...] = ()
    """Other ways of saying it: "Mỹ"."""

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it is called, as papers write it first."""
        return (self.name.vi, self.name.en, *self.also)


class CountryList(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`places/countries.toml`: the countries with where and when their names were checked."""

    source: str
    checked: date
    confidence: Confidence
    countries: tuple[Country, ...]


class Countries:
    """All countries abroad, in dictionary order of their Vietnamese names."""

    def __init__(self, countries: Iterable[Country] = ()) -> None:
        self.all = tuple(sorted(countries, key=lambda country: sort_key(country.name.vi)))
        self._by_name = NameIndex((name, country) for country in self.all for name in country.names)

    def country(self, name: str) -> Country | None:
        """By any of its names, with or without marks, if it can be no other; "Xã Nga" is none."""
        if unit_word(name):
            return None
        found = dict.fromkeys(self._by_name.find(name))
        return next(iter(found)) if len(found) == 1 else None

    def search(self, typed: str) -> tuple[Country, ...]:
        """Those of which a name has a word that begins like what was typed."""
        wanted = f" {fold(typed)}"
        return tuple(
            country for country in self.all if any(wanted in f" {fold(name)}" for name in country.names)
        )  # fmt: skip


def read_countries(folder: Path) -> Countries:
    """The file of a pack's places. Raises `FaultyFileError`."""
    return Countries(decoded(folder / COUNTRIES, CountryList).countries)


def broken_rules(countries: tuple[Country, ...]) -> Iterator[Text]:
    """Codes and names that stand twice."""
    known: dict[str, str] = {}
    for country in countries:
        for name in {country.code, *map(fold, country.names)}:
            if known.setdefault(name, country.code) != country.code:
                yield rule_words.COUNTRY_NAMED_TWICE.filled(name=name, known=known[name], code=country.code)
