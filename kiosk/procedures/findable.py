"""Whether the search finds every procedure: by its plain and its official name, typed without marks, among the first.

Everyday names are the aliases; a procedure without one is found only by people who know its name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kiosk.i18n import fold
from kiosk.procedures.aliases import Aliases
from kiosk.procedures.catalogue import Catalogue
from kiosk.procedures.search import Search

Found = tuple[str, str, str]
"""File, key path, expectation."""
AMONG_THE_FIRST: Final = 3


def not_found(catalogue: Catalogue, aliases: Aliases) -> Iterator[Found]:
    """Every procedure that somebody would look for in vain."""
    search = Search.over(catalogue, aliases)
    for procedure in catalogue.all():
        if not aliases.aliases.get(procedure.id):
            yield "aliases.toml", f"aliases.{procedure.id}", "missing: what people call it, for the search"
        for path, name in (("name.vi", procedure.name.vi), ("official_name", procedure.official_name)):
            hits = search.find(fold(name), AMONG_THE_FIRST)
            if procedure.id not in {hit.procedure_id for hit in hits}:
                expected = f"the search does not find it among the first {AMONG_THE_FIRST} by this name"
                yield f"procedures/{procedure.id}.toml", path, expected
