"""Places to sign: what stands above the role, below it, and at the foot; never a value."""

from __future__ import annotations

import re

from kiosk.forms.printed import SignatureBlock

ROOM_TO_SIGN_MM = 20
_INSTRUCTION = re.compile(r"\s*(\((?!\d)[^)]*\))$")


def signature_of(block: SignatureBlock) -> dict[str, object]:
    """A line with a date goes above the role, a bracketed instruction below it, all else to the foot with dots."""
    instructed = _INSTRUCTION.search(block.who)
    who = block.who[: instructed.start()] if instructed else block.who
    above = [line for line in block.lines if _is_date(line)]
    below = [line for line in block.lines if line not in above and _INSTRUCTION.fullmatch(line)]
    foot = [line for line in block.lines if line not in above and line not in below]
    return {
        "above": above,
        "who": who[:1].upper() + who[1:],
        "below": [*([instructed[1]] if instructed else []), *below],
        "foot": foot,
        "room": ROOM_TO_SIGN_MM,
    }


def _is_date(line: str) -> bool:
    said = line.casefold()
    return "ngày" in said and "tháng" in said
