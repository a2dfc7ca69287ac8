"""The notices of this station for a screen that nobody touches: signed content, the commune's own over it, settings.

Opens no device and no counts: the PC behind a television needs neither.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kiosk import paths
from kiosk.content.languages import known_languages, offered
from kiosk.content.notice import IdleNotice
from kiosk.i18n import Language
from kiosk.settings import KioskSettings
from kiosk.station.content import station_pack


@dataclass(frozen=True, slots=True, kw_only=True)
class Noticeboard:
    """What there is to show. Which notices hold today is asked each day anew (`in_rotation`)."""

    settings: KioskSettings
    languages: tuple[Language, ...]
    """Those of `[pano]` that the content has; never none."""
    notices: tuple[IdleNotice, ...]


def read_noticeboard(settings: KioskSettings, state: Path | None = None) -> Noticeboard:
    """The notices of the pack in force. A notice that cannot be read is left out."""
    pack = station_pack(state or paths.state())
    return Noticeboard(
        settings=settings,
        languages=offered(known_languages(pack), settings.pano.languages),
        notices=tuple(pack.folder("notices", IdleNotice).values()),
    )
