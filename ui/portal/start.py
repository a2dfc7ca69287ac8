"""With what the portal's process is started, as the words of its command say."""

from __future__ import annotations

from dataclasses import dataclass

from ui.portal.flags import StandIn


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """With what the process is started; nothing of a person."""

    hosts: tuple[str, ...]
    stand_ins: tuple[StandIn, ...] = ()
    windowed: bool = False
