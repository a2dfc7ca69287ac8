"""The commune of the station, found by a few letters of its name, of today or former."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.forms.places import Commune, Places, Province
from kiosk.settings import CommuneSettings, Settings
from kiosk.staff.commune import commune_changes, commune_name
from ui.list_models.setup_list import ChoiceRow, ChoiceRows
from ui.staff.saving import Saving
from ui.staff.staff_side import StaffSide
from ui.view_models.staff_model import StaffModel, StaffParts

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1
MOST_SHOWN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class CommuneProps:
    """`now` is what is set; `chosen` what will be saved, empty for no change."""

    now: str = ""
    chosen: str = ""
    query: str = ""
    found: int = 0
    more: bool = False
    loading: bool = False
    saving: bool = False
    trouble: str = ""
    remedy: str = ""


@QmlElement
class CommuneViewModel(StaffModel[CommuneProps]):
    """Searches the provinces whose communes are known."""

    rowsChanged = Signal()

    def __init__(self, parts: StaffParts) -> None:
        super().__init__(parts)
        self._list = ChoiceRows()
        self._saving = Saving(parts.side)
        self._places: Places | None = None
        self._query = ""
        self._chosen: tuple[Commune, Province] | None = None
        self._set: CommuneSettings | None = None

    def _rows(self) -> QObject:
        return self._list

    rows = Property(QObject, _rows, notify=rowsChanged)

    def enter(self) -> None:
        """The list of communes is read once."""
        if self._places is None:
            self.side.run(lambda: self.side.services.places().whole(), self._were_read, lambda _: None)

    def derive(self) -> CommuneProps:
        hits = self._hits()
        chosen = self._chosen[0] if self._chosen else None
        self._list.show([self._row(commune, province, old, chosen) for commune, province, old in hits[:MOST_SHOWN]])
        words, commune = self._saving.words, self.side.settings.kiosk.commune
        return CommuneProps(
            now=_told(self.side, self._set or commune),
            chosen=chosen.full_name if chosen else "",
            query=self._query,
            found=len(hits),
            more=len(hits) > MOST_SHOWN,
            loading=self._places is None,
            saving=self._saving.under_way,
            trouble=words.title,
            remedy=words.remedy,
        )

    def wipe(self) -> None:
        self._query, self._chosen = "", None
        self._saving.forget()
        self._list.show(())
        super().wipe()

    @Slot(str)
    def find(self, typed: str) -> None:
        """Letters of a name, with or without marks."""
        if typed != self._query:
            self._query, self._chosen = typed, None
            self.side.look_again()

    @Slot(int)
    def choose(self, index: int) -> None:
        """Take the commune of row `index`; written only when the step is saved."""
        hits = self._hits()
        if 0 <= index < len(hits):
            self._chosen = hits[index][:2]
            self.side.look_again()

    @Slot()
    def save(self) -> None:
        """Write the commune that was chosen and go on; without a choice, keep what is set."""
        if self._chosen is None:
            self.side.finish()
        else:
            self._saving.save("kiosk.toml", commune_changes(*self._chosen), self._saved)

    def _hits(self) -> list[tuple[Commune, Province, str]]:
        places, typed = self._places, self._query.strip()
        if places is None or not typed:
            return []
        known = [province for province in places.provinces if places.communes(province)]
        return [
            (hit.commune, province, hit.old_name or "")
            for province in known
            for hit in places.search_communes(typed, province)
        ]

    def _row(self, commune: Commune, province: Province, old: str, chosen: Commune | None) -> ChoiceRow:
        detail = f"{province.full_name} ({commune.code})"
        label = self.side.say(commune_name(commune))
        return ChoiceRow(label=label, detail=f"{detail}, {old}" if old else detail, chosen=commune is chosen)

    def _were_read(self, places: Places) -> None:
        self._places = places

    def _saved(self, settings: Settings) -> None:
        self._set = settings.kiosk.commune
        self._query, self._chosen = "", None
        self.side.finish()


def _told(side: StaffSide, commune: CommuneSettings) -> str:
    return f"{side.say(commune.name)}, {side.say(commune.province)} ({commune.code})"
