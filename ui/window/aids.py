"""Which accessibility aids a person switched on, told to the session to be counted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from kiosk.counts.events import Aid

HIGH_CONTRAST = 2
"""`Look.HighContrast`."""


def watch_aids(look: QObject, use: Callable[[Aid], None]) -> None:
    """Call `use` whenever one of the aids is switched on in the look of the window."""

    def watch(name: str, aid: Aid, is_on: Callable[[int], bool]) -> None:
        def changed() -> None:
            if is_on(int(look.property(name))):
                use(aid)

        getattr(look, f"{name}Changed").connect(changed)

    watch("textSize", Aid.LARGE_TEXT, lambda size: size > 0)
    watch("theme", Aid.HIGH_CONTRAST, lambda theme: theme == HIGH_CONTRAST)
    watch("sound", Aid.READ_ALOUD, bool)
    watch("speed", Aid.SLOW_SPEECH, lambda speed: speed < 100)
