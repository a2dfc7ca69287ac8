"""A dossier that a portal has taken, as far as a paper tells of it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Its code, and the address where it is followed up (empty where none is known). Both are the person's."""

    code: str = field(repr=False)
    tracking: str = field(default="", repr=False)
