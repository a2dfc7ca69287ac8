"""Which of several slots lies under the visitor's card.

Readers with a contactless field and a slot for a security module show as two names; dual readers as three.
"""

from __future__ import annotations

from collections.abc import Sequence


def choose(names: Sequence[str], preferred: str = "") -> str | None:
    """The slot whose name holds `preferred`; else one named PICC; else the first that is no SAM slot."""
    wanted = [name for name in names if preferred and preferred.lower() in name.lower()]
    if preferred and wanted:
        return wanted[0]
    open_slots = [name for name in names if "SAM" not in name.upper().split()]
    contactless = [name for name in open_slots if "PICC" in name.upper()]
    return next(iter(contactless or open_slots), None)
