"""Texts of a card as they may be shown and printed: one line, composed, nothing in them that is obeyed.

White space becomes a space. What has no shape of its own and would be acted on instead - control characters, marks
that turn the direction of writing, invisible joiners, letters of a private alphabet - is shown as a mark, so that a
text made to look like another one shows that it was made so.
"""

from __future__ import annotations

import unicodedata
from typing import Final

MARK: Final = "¤"
"""A sign that no name or address has, and that every font of ours has."""
_OBEYED: Final = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})
_PADDING: Final = "\x00"
"""Some issuers fill texts up with it."""


def printable(text: str) -> str:
    """The text in NFC, trimmed, single spaces, marks in place of what must not be obeyed."""
    words = " ".join(text.strip(_PADDING).split())
    composed = unicodedata.normalize("NFC", words)
    return "".join(MARK if unicodedata.category(each) in _OBEYED else each for each in composed)
