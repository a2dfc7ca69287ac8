"""Whether the search finds everything: each procedure by its plain and its official name, each guide and each need
that is served elsewhere by its title, typed without marks, among the first.

Everyday names are the aliases; what has none is found only by people who know its name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kiosk.i18n import Text, fold
from kiosk.procedures import rule_words
from kiosk.procedures.aliases import Aliases
from kiosk.procedures.catalogue import Catalogue
from kiosk.procedures.search import Search
from kiosk.procedures.search_index import EntryKind, IndexEntry

FoundIn = tuple[str, str, Text]
"""File, key path, expectation."""
AMONG_THE_FIRST: Final = 3


def not_found(catalogue: Catalogue, aliases: Aliases, beside: Sequence[IndexEntry] = ()) -> Iterator[FoundIn]:
    """Everything that somebody would look for in vain; `beside` is what is found with the procedures."""
    search = Search.over(catalogue, aliases, more=beside)
    expected = rule_words.NOT_FOUND_BY_NAME.filled(given=AMONG_THE_FIRST)
    for procedure in catalogue.all():
        if not aliases.aliases.get(procedure.id):
            yield "aliases.toml", f"aliases.{procedure.id}", rule_words.MISSING_EVERYDAY_NAME
        for path, name in (("name.vi", procedure.name.vi), ("official_name", procedure.official_name)):
            if not _finds(search, name, EntryKind.PROCEDURE, procedure.id):
                yield f"procedures/{procedure.id}.toml", path, expected
    for entry in beside:
        file, path = _place(entry)
        if not entry.aliases:
            called = ("aliases.toml", f"guides.{entry.id}") if entry.kind is EntryKind.GUIDE else (file, path)
            yield *called, rule_words.MISSING_EVERYDAY_NAME
        if not _finds(search, entry.name, entry.kind, entry.id):
            yield file, path, expected


def _finds(search: Search, name: str, kind: EntryKind, key: str | None) -> bool:
    return any((hit.kind, hit.id) == (kind, key) for hit in search.find(fold(name), AMONG_THE_FIRST))


def _place(entry: IndexEntry) -> tuple[str, str]:
    """Where its name stands in the pack."""
    if entry.kind is EntryKind.GUIDE:
        return f"guides/{entry.id}.toml", "title.vi"
    return "elsewhere.toml", f"elsewhere.{entry.id}.name.vi"
