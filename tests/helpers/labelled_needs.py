"""The labelled needs of `tests/vectors/search/needs.tsv`, and how well a search answers them, asked in one way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.cli.search import label
from kiosk.procedures.search import Search

NEEDS = Path(__file__).parents[1] / "vectors" / "search" / "needs.tsv"
FIRST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One need; `answers` as `kiosk.cli.search.label` writes them, any of which helps."""

    query: str
    answers: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """How many of the queries had a right answer first, and among the first three; the others."""

    queries: int
    top1: float
    top3: float
    misses: tuple[str, ...]


def needs() -> list[Need]:
    """All needs of the list."""
    rows = (line.split("\t") for line in NEEDS.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    return [Need(query=query, answers=frozenset(answers.split(","))) for query, answers in rows]


def answered(search: Search, way: Callable[[str], tuple[str, ...]]) -> Answered:
    """Every need asked in one way."""
    asked = [(query, need.answers) for need in needs() for query in way(need.query)]
    found = [[label(hit) for hit in search.find(query, FIRST)] for query, _ in asked]
    right = [[answer in answers for answer in first] for first, (_, answers) in zip(found, asked, strict=True)]
    return Answered(
        queries=len(asked),
        top1=sum(any(each[:1]) for each in right) / len(asked),
        top3=sum(any(each) for each in right) / len(asked),
        misses=tuple(query for (query, _), each in zip(asked, right, strict=True) if not any(each)),
    )
