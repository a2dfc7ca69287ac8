"""The fixed words of the screens in one language: Qt's compiled files, or what the pseudo-language makes of them.

What no file translates stays as it is written, in Vietnamese: as with every other text.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from xml.etree import ElementTree as ET

from PySide6.QtCore import QTranslator
from PySide6.QtGui import QGuiApplication

from kiosk.content.pseudo_language import PSEUDO, pseudo
from kiosk.i18n import Language

TRANSLATIONS = Path(__file__).resolve().parents[1] / "translations"
LRELEASE = Path(sys.executable).with_name("pyside6-lrelease")


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
        return _marked()
    return [_loaded(file) for file in sorted(TRANSLATIONS.glob(f"*_{language.code}.qm"))]


def _loaded(file: Path) -> QTranslator:
    translator = QTranslator()
    translator.load(str(file))
    return translator


def _marked() -> Sequence[QTranslator]:
    """Every word that has English, marked.

    Compiled by Qt, which the audit has at hand: a translator in Python would be asked by the thread that loads pages,
    and wait for Python while Python waits for it.
    """
    made = []
    with tempfile.TemporaryDirectory(prefix="words-") as folder:
        for source in sorted(TRANSLATIONS.glob("*_en.ts")):
            tree = ET.parse(source)  # noqa: S314 our own file
            for message in tree.getroot().iter("message"):
                said = message.find("translation")
                for form in () if said is None else (list(said) or [said]):
                    form.text = pseudo(message.findtext("source", ""))
            words, compiled = Path(folder) / source.name, Path(folder) / f"{source.stem}.qm"
            tree.write(words, encoding="utf-8", xml_declaration=True)
            subprocess.run([str(LRELEASE), "-silent", str(words), "-qm", str(compiled)], check=True)
            made.append(_loaded(compiled))
    return made
