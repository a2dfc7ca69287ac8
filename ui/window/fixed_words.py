"""The fixed words of the screens in one language: Qt's compiled files, or what the pseudo-language makes of them.

What no file translates stays as it is written, in Vietnamese: as with every other text.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QTranslator
from PySide6.QtGui import QGuiApplication

from kiosk.content.pseudo_language import PSEUDO
from kiosk.i18n import Language

TRANSLATIONS = Path(__file__).resolve().parents[1] / "translations"


class FixedWords:
    """The words of each language of a window, of which the program speaks one. Qt keeps no reference to them."""

    def __init__(self, languages: Sequence[Language]) -> None:
        self._translators = [translators(language) for language in languages]

    def speak(self, index: int) -> None:
        """Install the words of one language and no other's."""
        self.forget()
        for translator in self._translators[index]:
            QGuiApplication.installTranslator(translator)

    def forget(self) -> None:
        """Leave the program without any: the next window brings its own."""
        for translator in chain.from_iterable(self._translators):
            QGuiApplication.removeTranslator(translator)


def translators(language: Language) -> Sequence[QTranslator]:
    """Those of one language; a file that does not load is a translator that translates nothing."""
    if language == PSEUDO:
        from ui.window.marked_words import marked  # a tool of development: no station reads it

        return [_loaded(file) for file in marked(TRANSLATIONS)]
    return [_loaded(file) for file in sorted(TRANSLATIONS.glob(f"*_{language.code}.qm"))]


def _loaded(file: Path) -> QTranslator:
    translator = QTranslator()
    translator.load(str(file))
    return translator
