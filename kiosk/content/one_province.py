"""Words that hold in one province or region only: nothing of the shipped content says them to the whole country.

What one province decided is marked with it (`province` of a procedure or a fee) and may name it. A commune's own
folder is not judged: there its telephone and its province belong.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Final

from kiosk.content import rule_words
from kiosk.content.fact import Fact
from kiosk.content.reading_level import stands_in
from kiosk.content.rules import FOR_STAFF
from kiosk.content.walk import walk
from kiosk.i18n import Text, fold
from kiosk.toml.fault import Found

_LOCAL_NUMBER: Final = re.compile(r"(?<![\d.])0?2\d{1,2}[ .]\d{3}[ .]?\d{2,4}(?!\d)|(?<![\d.])02\d{7,9}(?!\d)")
"""A telephone with the area code of a province; 1800, 1900 and 113 are the whole country's."""
_COUNCIL: Final = re.compile(r"HĐND|Hội đồng nhân dân", re.IGNORECASE)


def broken_rules(value: object, provinces: Collection[str], regions: Collection[str]) -> Iterator[Found]:
    """What one file says to everybody though it holds in one place; `provinces` are the names there are and were."""
    named, hosts = _looked_for(frozenset(provinces))
    own: dict[str, str] = {}
    for path, inside in walk(value):
        if name := getattr(inside, "province", ""):
            own[path] = name
        if isinstance(inside, Text) and not FOR_STAFF.search(path):
            marks = {mark for part, mark in own.items() if path.startswith(part)}
            for key, said in (("vi", inside.vi), ("en", inside.en)):
                yield from ((f"{path}.{key}", each) for each in _said(said, named, hosts, regions, marks))
        elif isinstance(inside, Fact) and getattr(inside, "province", None) == "" and not _marked(path, own):
            yield from _decided(path, inside, named)


@lru_cache(maxsize=4)
def _looked_for(provinces: frozenset[str]) -> tuple[re.Pattern[str], frozenset[str]]:
    """Their names as whole words, and the names of hosts they would have; the same for every file of a pack."""
    names = "|".join(map(re.escape, sorted(provinces, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)"), frozenset(fold(name).replace(" ", "") for name in provinces)


def _said(
    said: str, named: re.Pattern[str], hosts: Collection[str], regions: Collection[str], own: Collection[str]
) -> Iterator[Text]:
    for name in dict.fromkeys(named.findall(said)):
        if name not in own:
            yield rule_words.ONE_PROVINCE_NAMED.filled(given=name)
    for host in re.findall(r"([a-z]+)\.gov\.vn", said):
        if host in hosts and not own:
            yield rule_words.ONE_PROVINCE_NAMED.filled(given=f"{host}.gov.vn")
    if found := _LOCAL_NUMBER.search(said):
        yield rule_words.TELEPHONE_OF_ONE_PLACE.filled(given=found[0])
    lowered = said.lower()
    for region in regions:
        if stands_in(region, lowered):
            yield rule_words.ONE_REGION_NAMED.filled(given=region)


def _decided(path: str, fact: Fact, named: re.Pattern[str]) -> Iterator[Found]:
    """A fee that comes from the council of one province and does not say so."""
    if _COUNCIL.search(fact.source) and (found := named.search(fact.source)):
        yield f"{path}.province", rule_words.COUNCIL_OF_ONE_PROVINCE.filled(given=found[0])


def _marked(path: str, own: dict[str, str]) -> bool:
    return any(path.startswith(part) for part in own)
