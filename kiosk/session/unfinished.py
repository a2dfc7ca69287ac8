"""What a person was in the middle of when they went home: enough to lead back there, nothing of what was typed."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.i18n import Text
from kiosk.procedures.procedure import Procedure
from kiosk.screens import Screen


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """A declaration (with its procedure and case) or a guide, under the name the person knows it by."""

    name: Text
    screen: Screen
    procedure: Procedure | None = None
    case: str | None = None
