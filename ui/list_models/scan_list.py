"""The papers to scan with what is there of each, and the files made of them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtQml import QmlElement

from ui.shown.records import RecordList

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanPaperRow:
    """One paper of the procedure: `pages` scanned, `unclear` of them not clear; ticked when all are good."""

    name: str
    optional: bool = False
    ticked: bool = False
    pages: int = 0
    unclear: int = 0


@QmlElement
class ScanPaperList(RecordList):
    """The papers to scan, each with what was scanned of it."""

    record = ScanPaperRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanFileRow:
    """One PDF: `kilobytes` is 0 when it is too large for the portal, and then so many pages fit."""

    name: str
    pages: int = 0
    kilobytes: int = 0
    quality: str = ""
    pages_that_fit: int = 0


@QmlElement
class ScanFileList(RecordList):
    """The files made of the scanned pages."""

    record = ScanFileRow
