"""What holds for the lists of places: each code once, and no former name that leads to two communes of today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kiosk.forms.places import Commune, Places


def broken_rules(places: Places) -> Iterator[str]:
    """Every rule that the lists break, as one line."""
    yield from _doubles("province", [province.code for province in places.provinces])
    for province in places.provinces:
        communes = places.communes(province)
        yield from _doubles(f"commune of {province.name}", [commune.code for commune in communes])
        yield from _former_names(communes)


def _doubles(what: str, codes: list[str]) -> Iterator[str]:
    for code, times in Counter(codes).items():
        if times > 1:
            yield f"code {code} is that of more than one {what}"


def _former_names(communes: tuple[Commune, ...]) -> Iterator[str]:
    first: dict[tuple[str, str], str] = {}
    for commune in communes:
        for old in commune.old:
            if first.setdefault(old, commune.name) != commune.name:
                yield f"{', '.join(old)} leads to {first[old]} and to {commune.name}"
