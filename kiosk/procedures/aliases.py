"""What people call things: `aliases.toml`. Curated by hand; a commune overlay may add its own words.

Terms of the search only: they are never shown.
"""

from __future__ import annotations

import msgspec


class Courtesy(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What people say out of politeness, wherever it stands: greetings, thanks, asking to be allowed to ask."""

    phrases: tuple[str, ...] = ()
    """Words that belong together ("cảm ơn"). Between them may stand `people`: "cho hỏi" is also "cho em hỏi"."""
    asking: tuple[str, ...] = ()
    """Phrases that ask about what follows them: "muốn hỏi", "hướng dẫn"."""
    people: tuple[str, ...] = ()
    """How people speak of themselves and to others ("tôi", "cán bộ")."""
    beside: tuple[str, ...] = ()
    """Words that, next to a phrase, belong to it ("cảm ơn nhiều ạ"); elsewhere they may say something."""


class Aliases(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`aliases.toml`: everyday words for what people need, and words that say nothing about it."""

    abbreviations: dict[str, str]
    """Short form -> what it stands for; both in small letters."""
    filler: tuple[str, ...]
    """Words that say nothing about the need ("tôi", "muốn", "làm sao")."""
    courtesy: Courtesy = Courtesy()
    aliases: dict[str, tuple[str, ...]]
    """Id of a procedure -> what people call it."""
    guides: dict[str, tuple[str, ...]] = {}
    """Id of a guide -> what people call the trouble it helps with."""
