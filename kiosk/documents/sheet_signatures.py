"""Places to sign: what stands above the name, below it, and at the foot; never a value."""

from __future__ import annotations

from kiosk.forms.printed import SignatureBlock

ROOM_TO_SIGN_MM = 22


def signature_of(block: SignatureBlock) -> dict[str, object]:
    """A line with a date goes above the role, a bracketed instruction below it, all else to the foot with dots."""
    above = [line for line in block.lines if _is_date(line)]
    below = [line for line in block.lines if line not in above and line.startswith("(") and not line[1:2].isdigit()]
    foot = [line for line in block.lines if line not in above and line not in below]
    return {"above": above, "who": block.who, "below": below, "foot": foot, "room": ROOM_TO_SIGN_MM}


def _is_date(line: str) -> bool:
    return "ngày" in line and "tháng" in line
