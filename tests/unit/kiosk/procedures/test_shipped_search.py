"""The shipped catalogue and aliases against spoken queries; alone and among a catalogue of the nation's size."""

from __future__ import annotations

from pathlib import Path

from kiosk import paths
from kiosk.content.pack import Pack
from kiosk.i18n import fold
from kiosk.procedures.aliases import Aliases
from kiosk.procedures.catalogue import read_catalogue
from kiosk.procedures.national import index_rows
from kiosk.procedures.search import Search
from kiosk.procedures.words import lexicon
from tests.helpers.national_catalogue import SIZE, national_rows

QUERIES = Path(__file__).parents[3] / "vectors" / "search" / "queries.tsv"
PACK = Pack(paths.assets() / "content")
ALIASES = PACK.file("aliases.toml", Aliases)
CATALOGUE = read_catalogue(PACK)


def rows() -> list[tuple[str, set[str]]]:
    lines = (line for line in QUERIES.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    return [(query, set(codes.split(","))) for query, _, codes in (line.partition("\t") for line in lines)]


def share_in_first_three(search: Search) -> float:
    found = [{hit.code or "" for hit in hits} | {hit.procedure_id or "" for hit in hits} for hits in answers(search)]
    return sum(bool(codes & names) for (_, codes), names in zip(rows(), found, strict=True)) / len(rows())


def answers(search: Search) -> list[list]:  # type: ignore[type-arg]
    return [search.find(query, 3) for query, _ in rows()]


def test_the_list_is_long_and_shares_no_words_with_the_aliases() -> None:
    aliases = {fold(name) for names in ALIASES.aliases.values() for name in names}
    queries = {fold(query) for query, _ in rows()}
    assert len(queries) == len(rows()) >= 150
    assert len(aliases) >= 300
    assert not queries & aliases


def test_every_answer_of_the_list_exists() -> None:
    known = {procedure.code for procedure in CATALOGUE.all()} | set(CATALOGUE.by_id)
    assert {code for _, codes in rows() for code in codes} <= known


def test_there_are_ten_life_events() -> None:
    assert len(CATALOGUE.life_events()) == 10


def test_the_right_procedure_is_in_the_first_three_for_95_of_100_queries() -> None:
    assert share_in_first_three(Search.over(CATALOGUE, ALIASES)) >= 0.95


def test_the_same_holds_among_5670_procedures() -> None:
    rows = national_rows()
    national = index_rows(rows, lexicon(ALIASES.abbreviations))
    assert len(rows) == len({row.code for row in rows}) == national.phrases == SIZE
    assert share_in_first_three(Search.over(CATALOGUE, ALIASES, national=national)) >= 0.95
