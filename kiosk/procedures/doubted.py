"""What a page or a leaflet of one day rests on: each fact with the part it stands for, and which parts are in doubt.

Screens and papers say the doubt once, and fold the sources away; both are said here so that they agree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from kiosk.content.fact import Fact, effective
from kiosk.i18n import Text, joined
from kiosk.procedures.in_time import Channel
from kiosk.procedures.procedure import Procedure


class PagePart(Enum):
    """A part of the page, with its name in a sentence."""

    FEE = Text("lệ phí", "fee")
    TIME = Text("thời hạn", "time")
    PLACE = Text("nơi nộp", "where to file")
    WHO = Text("ai làm được", "who may file")
    PAPERS = Text("giấy tờ", "papers")
    NEWS = Text("điều sắp đổi", "what changes")
    REST = Text("các mục khác", "the rest")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One source, the day on which it was checked, and what rests on it."""

    name: str
    checked: date
    parts: Text


def facts_shown(procedure: Procedure, day: date) -> Iterator[tuple[PagePart, Fact | None]]:
    """Every fact of the page as it holds on `day`; None where nothing holds and the staff is to be asked."""
    yield PagePart.FEE, procedure.fee(day)
    yield from ((PagePart.FEE, variant) for variant in procedure.fee_variants_on(day))
    yield PagePart.TIME, procedure.time_limit(day)
    for part, said in ((PagePart.PLACE, procedure.place), (PagePart.WHO, procedure.who)):
        if not isinstance(said, Text):
            yield part, effective(said, day)
    yield from ((PagePart.PLACE, way) for way in procedure.filing if isinstance(way, Channel) and way.holds_on(day))
    yield from ((PagePart.PAPERS, case) for case in procedure.cases if case.holds_on(day))
    yield from ((PagePart.NEWS, notice) for notice in procedure.notices_on(day))
    yield PagePart.REST, procedure.status


def doubted(procedure: Procedure, day: date) -> Text | None:
    """The parts that are not confirmed on `day`, as one list; None when everything is."""
    parts = (part.value for part, fact in facts_shown(procedure, day) if fact is None or not fact.is_confirmed)
    named = tuple(dict.fromkeys(parts))
    return joined(", ", named) if named else None


def sources(procedure: Procedure, day: date) -> tuple[Source, ...]:
    """Where the page of `day` comes from; one that several parts rest on stands once."""
    found: dict[tuple[str, date], list[Text]] = {}
    for part, fact in facts_shown(procedure, day):
        if fact is not None:
            found.setdefault((fact.source, fact.checked), []).append(part.value)
    return tuple(
        Source(name=name, checked=checked, parts=joined(", ", dict.fromkeys(parts)))
        for (name, checked), parts in found.items()
    )
