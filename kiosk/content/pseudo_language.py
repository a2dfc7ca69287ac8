"""A language that nobody speaks, to see what a third language needs: longer, in brackets, its letters marked.

Made from the Vietnamese by a pure function. A text without brackets has not gone through `Text.say` or `qsTr`; one
that does not fit has no room for a language longer than Vietnamese. The audit shows it; no station offers it.
"""

from __future__ import annotations

import re
from typing import Final

from kiosk.i18n import Language

OPENING: Final = "["
CLOSING: Final = "]"
_MARKED: Final = str.maketrans("aeiouyAEIOUYcnsz", "äëïöüÿÄËÏÖÜŸçñšž")
_KEPT: Final = re.compile(r"\{[^}]*\}|%L?\d+|%n|https?://\S+")
"""Gaps and addresses stay as they are."""
_LONGER: Final = 6
"""One more sign for so many letters; a word that is too long for its line shows as well as a line too many."""


def pseudo(text: str) -> str:
    """`[Qüäÿ lạï ~]` for `Quay lại`; nothing for nothing."""
    if not text.strip():
        return text
    marked, at = [], 0
    for kept in _KEPT.finditer(text):
        marked += [text[at : kept.start()].translate(_MARKED), kept[0]]
        at = kept.end()
    marked.append(text[at:].translate(_MARKED))
    return f"{OPENING}{''.join(marked)} {'~' * max(1, len(text) // _LONGER % 8)}{CLOSING}"


def outside(said: str) -> str:
    """What of a shown text has not gone through `pseudo`: everything outside its brackets."""
    depth, rest = 0, []
    for char in said:
        depth += (char == OPENING) - (char == CLOSING)
        if depth <= 0 and char != CLOSING:
            rest.append(char)
    return "".join(rest)


PSEUDO: Final = Language(code="qps", name="[Pšëüđö]", invitation="[Pšëüđö ~]", words=lambda text: pseudo(text.vi))
