"""How any device stands, seen from above: the same three words for every family.

A family adds its own reasons (`CardReaderState`, `printer_state_reasons`); a screen that only needs to know
whether to offer a thing asks for `Readiness`.
"""

from __future__ import annotations

from enum import Enum


class Readiness(Enum):
    """READY works; ATTENTION works with a person's help; BROKEN does not work."""

    READY = "ready"
    ATTENTION = "attention"
    BROKEN = "broken"
