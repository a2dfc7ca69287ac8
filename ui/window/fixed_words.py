"""The fixed words of the screens in one language: Qt's compiled files, or what the pseudo-language makes of them.

What no file translates stays as it is written, in Vietnamese: as with every other text.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTranslator

from kiosk.content.pseudo_language import PSEUDO, pseudo
from kiosk.i18n import Language

TRANSLATIONS = Path(__file__).resolve().parents[1] / "translations"


class PseudoTranslator(QTranslator):
    """Marks every fixed word that goes through `qsTr`."""

    def isEmpty(self) -> bool:
        """Never: Qt passes over a translator that has nothing."""
        return False

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str:  # noqa: ARG002, N803 Qt's own names
        """The source, marked."""
        return pseudo(sourceText)


def translators(language: Language) -> Sequence[QTranslator]:
    """Those of one language; a file that does not load is a translator that translates nothing."""
    if language == PSEUDO:
        return (PseudoTranslator(),)
    made = []
    for file in sorted(TRANSLATIONS.glob(f"*_{language.code}.qm")):
        translator = QTranslator()
        translator.load(str(file))
        made.append(translator)
    return made
