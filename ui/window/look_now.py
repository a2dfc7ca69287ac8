"""How the window looks just now, for the one of another process that an official page is shown in."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtQuick import QQuickWindow

from kiosk.filing.messages import Look
from ui.keyboard.physical import PhysicalTyping
from ui.visit.current_visit import CurrentVisit

SCHEMES = ("light", "dark", "high-contrast")
"""The members of `Look.Theme`, as the portal's process is told them."""


def look_now(
    visit: CurrentVisit, look: QObject, window: QQuickWindow, typing: PhysicalTyping, *, fullscreen: bool
) -> Look:
    """`look` is the screens' own (`Kiosk/Style`); the size is that of `window`, `fullscreen` as it was asked for."""
    return Look(
        language=visit.language.code,
        text_size=int(look.property("textSize")) + 1,
        scheme=SCHEMES[int(look.property("theme"))],
        pixels_per_mm=float(look.property("pixelsPerMm")),
        width=window.width(),
        height=window.height(),
        fullscreen=fullscreen,
        read_aloud=bool(look.property("sound")),
        typing=typing.method.value,
        tones=typing.style.value,
    )
