"""What can be wrong with a scanned page. Texts and remedies stand in `config/failures.toml` under `page.`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Defect(Enum):
    """Why a page should be scanned again, worst first; the value is the key under `page.`."""

    BLANK = "blank"
    WRONG_SIDE = "wrong-side"
    TOO_DARK = "too-dark"
    CUT = "cut"
    GLARE = "glare"
    BLURRED = "blurred"
    SIDEWAYS = "sideways"
    UPSIDE_DOWN = "upside-down"
    """These two the station mends by itself, by turning the page."""

    @property
    def code(self) -> str:
        """The key of its entry in `config/failures.toml`."""
        return f"page.{self.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageQuality:
    """`defects` in the order in which to mend them; empty when the page is clear."""

    defects: tuple[Defect, ...] = ()

    @property
    def is_clear(self) -> bool:
        """Shown as "rõ": an office can read it."""
        return not self.defects

    @property
    def worst(self) -> Defect | None:
        """The defect to mend first; None when the page is clear."""
        return next(iter(self.defects), None)
