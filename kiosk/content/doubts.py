"""Why something is not confirmed, and what would settle it: `doubts.toml`.

A fact below `high` names its doubt. One doubt serves all facts that wait for the same thing, so that whoever finds it
knows what to mend. Screens and papers say only "chưa xác minh, hỏi cán bộ", once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from kiosk.content import rule_words
from kiosk.content.walk import all_facts
from kiosk.i18n import Text

FILE: Final = "doubts.toml"
FoundIn = tuple[str, str, Text]
"""File, key path, expectation."""


class OpenQuestion(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One thing that is not known yet, and who could tell."""

    why: Text
    """What is missing."""
    settled_by: Text
    """What would confirm it, and who has it."""


class Doubts(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`doubts.toml`: why facts are not confirmed; the key is what a fact's `doubt` names."""

    doubts: dict[str, OpenQuestion] = {}


def broken_doubts(files: Iterable[tuple[str, object]], doubts: Doubts) -> Iterator[FoundIn]:
    """Facts that are not confirmed and do not say why, or by a doubt that nobody explains.

    A commune that confirms a fact in its own folder need not take the doubt below away. A pack without a table of
    doubts is not judged: it is older than they are.
    """
    for file, value in files if doubts.doubts else ():
        for path, fact in all_facts(value):
            place = f"{path}.doubt" if path else "doubt"
            if not fact.doubt and not fact.is_confirmed:
                yield file, place, rule_words.DOUBT_MISSING.filled(file=FILE)
            if fact.doubt and not fact.is_confirmed and fact.doubt not in doubts.doubts:
                yield file, place, rule_words.NO_DOUBT_CALLED.filled(file=FILE, doubt=fact.doubt)
