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


class DeviceFamily(Enum):
    """What a station is fitted with, in the order of the technician's wizard; the value is the word of the counts."""

    CARD_READER = "card-reader"
    PRINTER = "printer"
    SCANNER = "scanner"

    @property
    def table(self) -> str:
        """The name of its table in `devices.toml`."""
        return self.value.replace("-", "_")
