"""What can be wrong with a card's answer: a status word that was not expected, or bytes that break the standard.

Both carry where it happened, never the bytes themselves: they may be a person's.
"""

from __future__ import annotations

from typing import ClassVar

from devices.errors import CardError


class MalformedError(CardError):
    """An answer or a file is not what the standard says it must be; `place` names the structure."""

    code: ClassVar[str] = "card.malformed"

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


class StatusError(CardError):
    """The card answered with a status word that ends this step; `step` names the step, `sw` is SW1 SW2."""

    code: ClassVar[str] = "card.refused"

    def __init__(self, step: str, sw: int) -> None:
        super().__init__(f"{step}: {sw:04X}")
        self.step = step
        self.sw = sw
