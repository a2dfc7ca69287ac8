"""What people call things: `aliases.toml`. Curated by hand; a commune overlay may add its own words.

Terms of the search only: they are never shown.
"""

from __future__ import annotations

import msgspec


class Aliases(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`aliases.toml`."""

    abbreviations: dict[str, str]
    """Short form -> what it stands for; both in small letters."""
    filler: tuple[str, ...]
    """Words that say nothing about the need ("tôi", "muốn", "làm sao")."""
    aliases: dict[str, tuple[str, ...]]
    """Id of a procedure -> what people call it."""
