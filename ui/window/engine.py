"""A QML engine that knows our modules, letters and drawings.

What every window of the program shares: the app, the gallery, the audit and the tests of single components.
Texts and view models are not its business.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtQml import QQmlEngine

from kiosk import paths
from kiosk.errors import KioskError
from kiosk.i18n import Language
from ui.keyboard import typist  # noqa: F401 registers Kiosk.Keyboard
from ui.window.drawings import ACCENT, GROUND, INK, OF_ONE_PERSON, SOFT, KeptPictures, TintedSvgProvider

QML = Path(__file__).resolve().parents[1] / "qml"
FAMILY = "Be Vietnam Pro"


class FontsMissingError(KioskError):
    """The bundled letters cannot be loaded; the message names the folder."""


def load_fonts(folder: Path | None = None) -> None:
    """Make the bundled letters known and the default of the program; static files only (variable ones smear)."""
    folder = folder or paths.assets() / "fonts"
    files = sorted(folder.glob("BeVietnamPro-*.ttf"))
    if not files or any(QFontDatabase.addApplicationFont(str(file)) < 0 for file in files):
        raise FontsMissingError(f"{folder}: BeVietnamPro-*.ttf: missing or damaged; install the program again")
    QGuiApplication.setFont(QFont(FAMILY))


def dress(engine: QQmlEngine) -> None:
    """Give an engine the import path and the providers of icons and drawings."""
    engine.addImportPath(str(QML))
    keep_drawings(engine, OF_ONE_PERSON)


def keep_drawings(engine: QQmlEngine, room: KeptPictures) -> None:
    """Icons and drawings anew, with so much room for what was drawn."""
    engine.addImageProvider("icon", TintedSvgProvider(paths.assets() / "icons", (INK,), room))
    palette = (INK, ACCENT, SOFT, GROUND)
    engine.addImageProvider("drawing", TintedSvgProvider(paths.assets() / "illustrations", palette, room))


def speak(look: QObject, languages: Sequence[Language]) -> None:
    """Tell the screens which languages may be chosen, the first being the one every visit starts in."""
    look.setProperty("languages", [{"name": each.name, "invitation": each.invitation} for each in languages])


def look(engine: QQmlEngine) -> QObject:
    """The singleton `Look`: theme, text size, language, sound, pixels a millimetre."""
    found = engine.singletonInstance("Kiosk.Style", "Look")
    if not isinstance(found, QObject):
        raise TypeError("Kiosk.Style has no Look")
    return found
