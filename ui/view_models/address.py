"""An address in its three parts on the page of a question; `kiosk.forms.address_entry` decides what they are."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from kiosk.forms.address_entry import ABROAD, AddressEntry
from kiosk.i18n import Language
from ui.shown.snapshot import ViewModel

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressProps:
    """What is chosen, and what is found for it. `names` and `old_names` belong together; without a list of
    communes (`typed_commune`) the commune is typed."""

    province: str = ""
    """The province, or the country of an address abroad."""
    abroad: bool = False
    commune: str = ""
    typed_commune: bool = False
    commune_text: str = field(default="", repr=False)
    detail: str = field(default="", repr=False)
    value: str = field(default="", repr=False)
    choosing: bool = True
    offered: bool = False
    """What an old commune became is offered; the hint says so and gives way to nothing."""
    names: tuple[str, ...] = ()
    old_names: tuple[str, ...] = ()


def derive_address(entry: AddressEntry, language: Language) -> AddressProps:
    """What the screen shows of an address on its way."""
    provinces, communes = entry.found_provinces(), entry.found_communes()
    others = [ABROAD, *(each.name for each in entry.found_countries())][0 if entry.offers_abroad else 1 :]
    country = entry.country.name.vi if entry.country else ABROAD.say(language) if entry.abroad else ""
    return AddressProps(
        province=entry.province.full_name if entry.province else country,
        abroad=entry.abroad,
        commune=entry.commune.full_name if entry.commune else "",
        typed_commune=entry.is_commune_typed,
        commune_text=entry.commune_text,
        detail=entry.detail,
        value=entry.value,
        choosing=entry.is_choosing,
        offered=bool(entry.candidates),
        names=(
            *(each.full_name for each in provinces),
            *(hit.commune.full_name for hit in communes),
            *(said.say(language) for said in others),
        ),
        old_names=(*("" for _ in provinces), *(hit.old_name or "" for hit in communes), *("" for _ in others)),
    )


@QmlElement
class AddressViewModel(ViewModel[AddressProps]):
    """Shows an `AddressEntry` and hands it choices and letters."""

    def __init__(self) -> None:
        super().__init__()
        self._entry: AddressEntry | None = None
        self._language = Language.VI

    def open(self, entry: AddressEntry, language: Language) -> None:
        """Show this address; names of countries are said in `language`."""
        self._language = language
        self._take(entry)

    def speak(self, language: Language) -> None:
        """The visit's language changed: the countries are said in it."""
        if self._entry and language != self._language:
            self.open(self._entry, language)

    def forget(self) -> None:
        """Drop the answer shown; called when the page of questions is wiped."""
        self._entry = None
        self.show(AddressProps())

    @Slot(str)
    def search(self, typed: str) -> None:
        """Letters of a name, of today or former."""
        if self._entry:
            self._take(self._entry.search(typed))

    @Slot(int)
    def choose(self, index: int) -> None:
        """One of the names found."""
        if self._entry:
            self._take(self._entry.choose(index))

    @Slot()
    def clearProvince(self) -> None:
        """Another province, and with it another commune."""
        if self._entry:
            self._take(self._entry.without_province())

    @Slot()
    def clearCommune(self) -> None:
        """Drop the commune and offer all of the province; province and detail stay."""
        if self._entry:
            self._take(self._entry.without_commune())

    @Slot(str)
    def setCommuneText(self, text: str) -> None:
        """The commune, typed where no list is known."""
        if self._entry:
            self._take(self._entry.with_commune_text(text))

    @Slot(str)
    def setDetail(self, text: str) -> None:
        """House number, street, hamlet, as typed."""
        if self._entry:
            self._take(self._entry.with_detail(text))

    def _take(self, entry: AddressEntry) -> None:
        self._entry = entry
        self.show(derive_address(entry, self._language))
