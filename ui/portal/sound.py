"""Reads the guide aloud, as the kiosk does. It hears what the guide shows: behind the curtain no value."""

from __future__ import annotations

from PySide6.QtCore import QObject

from kiosk import paths
from kiosk.i18n import Language
from ui.portal.portal_model import FilingViewModel
from ui.window.speech import Manner, Speech


class Sound(QObject):
    """Reads sentences of the guide aloud, in the language and at the wish of the visit."""

    def __init__(self, model: FilingViewModel, look: QObject, language: Language) -> None:
        super().__init__(model)
        self._look, self._language = look, language
        self._speech = Speech(paths.assets() / "content" / "speech", parent=self)
        model.said.connect(self._say)
        model.silenced.connect(self._speech.stop)

    def _say(self, texts: list[str]) -> None:
        manner = Manner(
            language=self._language,
            volume=int(self._look.property("volume")),
            speed=int(self._look.property("speed")),
        )
        self._speech.say(texts, manner)
