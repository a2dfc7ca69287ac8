"""`kiosk search QUERY | --queries TSV`: find procedures, or measure how well a list of queries is answered."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from kiosk import paths
from kiosk.cli.faults import refused, wrong_use
from kiosk.cli.help import SpokenCommand
from kiosk.cli.spoken import say
from kiosk.forms.catalogue import read_form_heads
from kiosk.guides.catalogue import read_guides
from kiosk.i18n import Text
from kiosk.procedures.aliases import Aliases
from kiosk.procedures.catalogue import read_catalogue
from kiosk.procedures.national import index_rows, open_national, read_rows
from kiosk.procedures.search import Hit, Search
from kiosk.procedures.search_index import EntryKind
from kiosk.procedures.words import lexicon
from kiosk.station.content import station_pack
from kiosk.station.search import read_elsewhere, station_search

_MISS = Text("không thấy: {query} -> {answers} (cần {expected})", "miss: {query} -> {answers} (expected {expected})")
_SHARES = Text(
    "đứng đầu: {first}, trong ba câu đầu: {three} của {number}",
    "first: {first}, in the first three: {three} of {number}",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledQuery:
    """One row of a query list and how it was answered."""

    query: str
    expected: tuple[str, ...]
    hits: Sequence[Hit]
    milliseconds: float

    @property
    def rank(self) -> int | None:
        """Rank of the first acceptable answer, or None."""
        return next((hit.rank for hit in self.hits if {hit.code, label(hit)} & set(self.expected)), None)


def label(hit: Hit) -> str | None:
    """How a list of queries names an answer: the id of a procedure, `guide:ID`, `elsewhere:ID`."""
    known = hit.kind in (EntryKind.PROCEDURE, EntryKind.NATIONAL)
    return hit.id if known else f"{hit.kind.value}:{hit.id}"


@click.command(cls=SpokenCommand)
@click.argument("words", metavar="[QUERY]", nargs=-1)
@click.option(
    "--queries", type=click.Path(path_type=Path, exists=True), help="TSV: a query, a tab, acceptable codes or ids."
)
@click.option("--catalogue", type=click.Path(path_type=Path, exists=True), help="A national catalogue to search too.")
@click.option("--limit", default=10, show_default=True, help="Answers a query.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def command(words: tuple[str, ...], queries: Path | None, catalogue: Path | None, limit: int, as_json: bool) -> None:
    """Search procedures, guides, forms and what is done elsewhere, in any spelling."""
    query = " ".join(words)
    if bool(words) == bool(queries):
        raise wrong_use("Ghi một câu hỏi QUERY, hoặc --queries TSV.", "Give a QUERY or --queries TSV.")
    search = _search(catalogue)
    rows = _rows(queries) if queries else [(query, ())]
    asked = [_ask(search, text, expected, limit) for text, expected in rows]
    if as_json:
        click.echo(json.dumps(_measured(asked) if queries else _answered(asked[0]), ensure_ascii=False, indent=1))
    elif queries:
        _print_measures(asked)
    else:
        for hit in asked[0].hits:
            click.echo(f"{hit.rank:>2}  {hit.code or hit.kind.value:<9} {hit.name}")
    if words and not asked[0].hits:
        raise refused("Không tìm thấy gì cho “{query}”.", "Nothing was found for “{query}”.", query=query)


def _search(catalogue: Path | None) -> Search:
    state = paths.state()
    pack = station_pack(state)
    aliases = pack.file("aliases.toml", Aliases)
    if catalogue is None:
        national = open_national(state)
    else:
        national = index_rows(read_rows(catalogue), lexicon(aliases.abbreviations))
    procedures, forms, guides = read_catalogue(pack), read_form_heads(pack), read_guides(pack).guides
    return station_search(procedures, aliases, guides, forms, read_elsewhere(pack), national=national)


def _rows(path: Path) -> list[tuple[str, tuple[str, ...]]]:
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError as fault:
        raise refused("{path}: cần UTF-8.", "{path}: expected UTF-8.", path=path) from fault
    rows = []
    for line in lines:
        query, _, codes = line.partition("\t")
        if query.strip() and codes.strip() and not line.startswith("#"):
            rows.append((query, tuple(codes.replace(",", " ").replace(";", " ").split())))
    if not rows:
        raise refused(
            "{path}: cần các dòng gồm câu hỏi, dấu tab và các mã chấp nhận được.",
            "{path}: expected lines of a query, a tab and acceptable codes.",
            path=path,
        )
    return rows


def _ask(search: Search, query: str, expected: tuple[str, ...], limit: int) -> LabelledQuery:
    start = time.perf_counter()
    hits = search.find(query, limit)
    return LabelledQuery(query=query, expected=expected, hits=hits, milliseconds=(time.perf_counter() - start) * 1000)


def _answered(asked: LabelledQuery) -> dict[str, object]:
    results = [
        {
            "rank": hit.rank,
            "kind": hit.kind.value,
            "code": hit.code,
            "id": hit.id,
            "name": hit.name,
            **({"form": hit.form} if hit.form else {}),
        }
        for hit in asked.hits
    ]
    return {"query": asked.query, "milliseconds": round(asked.milliseconds, 3), "results": results}


def _measured(asked: Sequence[LabelledQuery]) -> dict[str, object]:
    times = sorted(one.milliseconds for one in asked)
    misses = [one for one in asked if one.rank is None or one.rank > 3]
    return {
        "queries": len(asked),
        "top1": sum(one.rank == 1 for one in asked) / len(asked),
        "top3": 1 - len(misses) / len(asked),
        "milliseconds_p50": round(times[len(times) // 2], 3),
        "milliseconds_p99": round(times[min(len(times) - 1, len(times) * 99 // 100)], 3),
        "misses": [{"expected": one.expected, "rank": one.rank, **_answered(one)} for one in misses],
        "results": [{"expected": one.expected, "rank": one.rank, **_answered(one)} for one in asked],
    }


def _print_measures(asked: Sequence[LabelledQuery]) -> None:
    for one in asked:
        if one.rank is None or one.rank > 3:
            answers = ", ".join(hit.code or label(hit) or "?" for hit in one.hits[:3])
            say(_MISS, query=one.query, answers=answers, expected=", ".join(one.expected))
    measures = _measured(asked)
    say(_SHARES, first=f"{measures['top1']:.1%}", three=f"{measures['top3']:.1%}", number=len(asked))
