"""What people come for that this station does not offer, and where to go for it: `elsewhere.toml`.

Curated by hand, each entry with its source. Found by the search; leads to no page of the station.
"""

from __future__ import annotations

import msgspec

from kiosk.content.fact import Fact
from kiosk.i18n import Text


class Elsewhere(Fact, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One need that another place serves."""

    name: Text
    where: Text
    """Where to go, in one or two sentences."""
    also: tuple[str, ...]
    """What people call it; for the search only."""


class ElsewhereList(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`elsewhere.toml`: what people ask for here and another office does, by id."""

    elsewhere: dict[str, Elsewhere] = {}
