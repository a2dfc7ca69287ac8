"""Two PCs at the help point: whether the other one uses what hangs on this one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from devices.errors import SharingRefusedError
from kiosk import together
from kiosk.settings import Settings
from ui.shown.failure import FailureWords
from ui.staff.saving import Saving
from ui.view_models.staff_model import StaffModel, StaffParts

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingProps:
    """`offered`: something hangs on this PC that could be shared. `shared`: the other PC can use it now."""

    loading: bool = True
    offered: bool = False
    guest: bool = False
    wanted: bool = False
    shared: bool = False
    working: bool = False
    station: str = ""
    trouble: str = ""
    remedy: str = ""


@QmlElement
class SharingViewModel(StaffModel[SharingProps]):
    """Saves who keeps the scanner's lease, then has the system open queue and line to the room's network."""

    def __init__(self, parts: StaffParts) -> None:
        super().__init__(parts)
        self._saving = Saving(parts.side)
        self._start()

    def enter(self) -> None:
        """As the step before has left the devices."""
        self._start()
        self.side.run(self.side.services.latest, self._read, lambda _: None)

    def derive(self) -> SharingProps:
        if self._settings is None:
            return SharingProps()
        devices = self._settings.devices
        trouble = self._trouble()
        return SharingProps(
            loading=False,
            offered=together.has_own(devices),
            guest=together.uses_the_others(devices),
            wanted=self._wanted,
            shared=self._found,
            working=self._saving.under_way or self._opening,
            station=self._settings.kiosk.commune.station,
            trouble=trouble.title,
            remedy=trouble.remedy,
        )

    def wipe(self) -> None:
        self._saving.forget()
        self._start()
        super().wipe()

    @Slot()
    def chooseShared(self) -> None:
        """The other PC uses the devices of this one."""
        self._choose(wanted=True)

    @Slot()
    def chooseAlone(self) -> None:
        """Only this PC uses them."""
        self._choose(wanted=False)

    @Slot()
    def goOn(self) -> None:
        """Change what is to be changed; on to the next step once nothing is."""
        if self.props.working or self._settings is None:
            return
        if self._refused or self._wanted == self._found or not self.props.offered:
            self.side.finish()
        else:
            self._change(self._settings)

    @Slot()
    def tryAgain(self) -> None:
        """What the system refused, once more."""
        if self._settings is not None and not self.props.working:
            self._refused = False
            self._change(self._settings)

    def _choose(self, *, wanted: bool) -> None:
        if not self.props.working:
            self._wanted, self._refused = wanted, False
            self.refresh()

    def _start(self) -> None:
        self._settings: Settings | None = None
        self._wanted = self._found = self._opening = self._refused = False

    def _read(self, settings: Settings) -> None:
        self._settings = settings
        self._wanted = self._found = together.keeps(settings.devices)

    def _change(self, settings: Settings) -> None:
        kept = together.keeper_changes(self.side.services.state)
        changes = kept if self._wanted else together.alone_changes(settings.devices)
        self._saving.save("devices.toml", changes, self._open)

    def _open(self, settings: Settings) -> None:
        self._settings, self._opening = settings, True
        wanted, be_found = self._wanted, self.side.services.be_found
        self.side.run(lambda: be_found(wanted), lambda _: self._opened(wanted=wanted), self._not_opened)

    def _opened(self, *, wanted: bool) -> None:
        self._opening, self._found = False, wanted

    def _not_opened(self, _fault: Exception) -> None:
        self._opening, self._refused = False, True

    def _trouble(self) -> FailureWords:
        return self.side.failure(SharingRefusedError.code) if self._refused else self._saving.words
