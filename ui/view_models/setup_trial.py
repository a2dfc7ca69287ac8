"""The trial page of the wizard: printing it is one of the papers the staff may print."""

from __future__ import annotations

from PySide6.QtQml import QmlElement

from ui.view_models.staff_papers import PapersViewModel

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class TrialViewModel(PapersViewModel):
    """Prints the trial page; its words are the page's own."""
