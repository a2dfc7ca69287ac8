"""A catalogue of the nation's size for the search: 5,670 names that no authority issued, the same at every run.

The names are put together from `tests/vectors/search/national-parts.toml` and the places of the shipped content. The
shipped procedures stand among them under their own codes, as in the real catalogue, and so do names that differ from
theirs by a circumstance only: the hardest neighbours a right answer can have. It proves nothing about the wording of
the real catalogue; `kiosk content import-catalogue` takes that one.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from pathlib import Path

from kiosk import paths
from kiosk.forms.places import Places, read_places
from kiosk.procedures.catalogue import Catalogue
from kiosk.procedures.national import NationalRow
from tests.helpers import shipped

SIZE = 5_670
"""Rows of the national catalogue in July 2026."""
NEIGHBOURS = 6
"""Names beside each shipped one that differ by a circumstance."""
AT_COMMUNE = 0.12
"""Share that a commune settles, as in the real catalogue."""
PARTS = Path(__file__).parents[1] / "vectors" / "search" / "national-parts.toml"
COMMUNE, PROVINCE = ("Ủy ban nhân dân cấp xã",), ("Sở chuyên ngành cấp tỉnh",)


def national_rows(size: int = SIZE) -> list[NationalRow]:
    """So many rows, each code and each name once."""
    chance = random.Random(size)
    content = paths.assets() / "content"
    parts: dict[str, list[str]] = tomllib.loads(PARTS.read_text("utf-8"))
    places = _places(read_places(content / "places"))
    rows = {row.name: row for row in _shipped(shipped.catalogue())}
    for name in [*rows]:
        for circumstance in chance.sample(parts["circumstances"], NEIGHBOURS):
            rows.setdefault(f"{name} {circumstance}", _row(len(rows), f"{name} {circumstance}", chance))
    for name in _names(parts, places, chance):
        if len(rows) >= size:
            break
        rows.setdefault(name, _row(len(rows), name, chance))
    return list(rows.values())


def _places(known: Places) -> list[str]:
    """Provinces and communes of today."""
    communes = [commune.full_name for province in known.provinces for commune in known.communes(province)]
    return [*(province.full_name for province in known.provinces), *communes]


def _shipped(catalogue: Catalogue) -> Iterator[NationalRow]:
    for procedure in catalogue.all():
        if procedure.code is not None:
            yield NationalRow(code=procedure.code, name=procedure.official_name, handled_by=COMMUNE)


def _row(number: int, name: str, chance: random.Random) -> NationalRow:
    """Codes of a series that no procedure has."""
    handled_by = COMMUNE if chance.random() < AT_COMMUNE else PROVINCE
    return NationalRow(code=f"8.{number:06}", name=name, handled_by=handled_by)


def _names(parts: dict[str, list[str]], places: list[str], chance: random.Random) -> Iterator[str]:
    while True:
        words = [chance.choice(parts["actions"]), chance.choice(parts["papers"]), chance.choice(parts["fields"])]
        words += chance.sample(parts["circumstances"], chance.randint(0, 2))
        if chance.random() < 0.3:
            words.append(f"trên địa bàn {chance.choice(places)}")
        yield " ".join(words)
