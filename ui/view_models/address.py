"""An address in its three parts: province and commune chosen from the lists of today, the rest typed.

An answer that was not touched stays exactly as it was, also when it still carries names of before 1/7/2025.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from kiosk.forms import addresses
from kiosk.forms.places import Commune, Places, Province
from ui.shown.snapshot import ViewModel

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressProps:
    """What is chosen, and what is found for it. `names` and `old_names` belong together; without a list of
    communes (`typed_commune`) the commune is typed."""

    province: str = ""
    commune: str = ""
    typed_commune: bool = False
    commune_text: str = field(default="", repr=False)
    detail: str = field(default="", repr=False)
    value: str = field(default="", repr=False)
    choosing: bool = True
    names: tuple[str, ...] = ()
    old_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressState:
    """The answer in its parts."""

    province: Province | None = None
    commune: Commune | None = None
    commune_text: str = field(default="", repr=False)
    detail: str = field(default="", repr=False)
    value: str = field(default="", repr=False)
    searched: str = field(default="", repr=False)


def state_of(places: Places, value: str, own_province: str) -> AddressState:
    """The parts of an answer; a blank one starts in the station's own province."""
    parts = addresses.split(value, places)
    province = parts.province if value else places.province(own_province)
    return AddressState(
        province=province,
        commune=parts.commune if province and parts.commune in places.communes(province) else None,
        commune_text=parts.commune_text if province and not places.communes(province) else "",
        detail=parts.detail,
        value=value,
    )


def composed(state: AddressState) -> str:
    """One line of what was chosen and typed."""
    commune = state.commune.full_name if state.commune else state.commune_text
    return addresses.compose(state.detail, commune, state.province.full_name if state.province else "")


def derive_address(places: Places, state: AddressState) -> AddressProps:
    """What the screen shows of these parts."""
    province, commune = state.province, state.commune
    typed = province is not None and not places.communes(province)
    names, old_names = _found(places, state)
    return AddressProps(
        province=province.full_name if province else "",
        commune=commune.full_name if commune else "",
        typed_commune=typed,
        commune_text=state.commune_text,
        detail=state.detail,
        value=state.value,
        choosing=province is None or (commune is None and not typed),
        names=names,
        old_names=old_names,
    )


def _found(places: Places, state: AddressState) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if state.province is None:
        provinces = places.search_provinces(state.searched)
        return tuple(each.full_name for each in provinces), ("",) * len(provinces)
    hits = places.search_communes(state.searched, state.province) if state.commune is None else ()
    return tuple(hit.commune.full_name for hit in hits), tuple(hit.old_name or "" for hit in hits)


@QmlElement
class AddressViewModel(ViewModel[AddressProps]):
    """Takes choices and letters, and gives one line."""

    def __init__(self) -> None:
        super().__init__()
        self._places: Places | None = None
        self._state = AddressState()

    def open(self, places: Places, value: str, own_province: str) -> None:
        """Show `value`, one line, as its parts; a blank one starts in `own_province`."""
        self._places = places
        self._take(state_of(places, value, own_province))

    def forget(self) -> None:
        """Drop the answer shown; called when the page of questions is wiped."""
        self._state = AddressState()
        self.show(AddressProps())

    @Slot(str)
    def search(self, typed: str) -> None:
        """Letters of a name, of today or former."""
        self._take(replace(self._state, searched=typed))

    @Slot(int)
    def choose(self, index: int) -> None:
        """One of the names found."""
        places, state = self._places, self._state
        if places is None or not 0 <= index < len(self.props.names):
            return
        if state.province is None:
            self._change(replace(state, province=places.search_provinces(state.searched)[index], searched=""))
        else:
            found = places.search_communes(state.searched, state.province)[index]
            self._change(replace(state, commune=found.commune, searched=""))

    @Slot()
    def clearProvince(self) -> None:
        """Another province, and with it another commune."""
        self._change(replace(self._state, province=None, commune=None, commune_text="", searched=""))

    @Slot()
    def clearCommune(self) -> None:
        """Drop the commune and offer all of the province; province and detail stay."""
        self._change(replace(self._state, commune=None, searched=""))

    @Slot(str)
    def setCommuneText(self, text: str) -> None:
        """The commune, typed where no list is known."""
        self._change(replace(self._state, commune_text=text))

    @Slot(str)
    def setDetail(self, text: str) -> None:
        """House number, street, hamlet, as typed."""
        self._change(replace(self._state, detail=text))

    def _change(self, state: AddressState) -> None:
        if state != self._state:
            self._take(replace(state, value=composed(state)))

    def _take(self, state: AddressState) -> None:
        self._state = state
        if self._places:
            self.show(derive_address(self._places, state))
