"""Provinces and communes for the address question: names out, indexes in, one line of address back.

Choosing from the lists is help for who does not know today's names; the line can always be typed. Holds no answer.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.forms.address_entry import AddressEntry, opened
from ui.desk import Desk

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class AddressBook(QObject):
    """Looks places up; every call stands for itself."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    @Slot(result="QVariantList")
    def provinces(self) -> list[str]:
        """Full names, in dictionary order."""
        return list(self._entry("").provinces)

    @Slot(int, result="QVariantList")
    def communes(self, province: int) -> list[str]:
        """Full names within a province; empty when none are known."""
        return list(self._entry("").with_province(province).communes)

    @Slot(str, result=int)
    def provinceOf(self, line: str) -> int:
        """The province an address names, else the one this station stands in."""
        named = self._entry(line).province
        if named >= 0:
            return named
        return self._entry(self._desk.services.settings.commune.province.vi).province

    @Slot(str, int, int, result=str)
    def placed(self, line: str, province: int, commune: int) -> str:
        """The address with another place behind its house and hamlet; `commune` -1 where none is known.

        Without a house yet it begins with a comma, so that what is typed in front stands apart.
        """
        entry = replace(self._entry(line), province=province, commune=commune, commune_typed="")
        return entry.value if entry.detail else f", {entry.value}"

    def _entry(self, line: str) -> AddressEntry:
        return opened(line, self._desk.services.places())
