"""The 12-digit number as screens show it until the person asks to see it."""

from __future__ import annotations

_DOT = "•"


def mask(number: str) -> str:
    """`040•••••7531`: the province and the last four stay readable. Shorter numbers keep only the last two."""
    if len(number) >= 12:
        return f"{number[:3]}{_DOT * (len(number) - 7)}{number[-4:]}"
    return _DOT * max(len(number) - 2, 0) + number[-2:]
