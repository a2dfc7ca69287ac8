"""The devices of the station one by one: what this PC sees, which one is used, and whether it answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from devices.status import DeviceFamily, Readiness
from kiosk.doctor.examination import Found, Service, ServiceState
from kiosk.doctor.fact_words import FOR_STAFF, in_words
from kiosk.settings import DeviceSettings, Settings
from kiosk.staff.fitting import NONE, Candidate, FoundDevice, candidates, trusting
from ui.list_models.setup_list import ChoiceRow, ChoiceRows
from ui.staff.saving import Saving
from ui.staff.staff_side import StaffSide
from ui.view_models.staff_model import StaffModel, StaffParts

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1
ORDER = tuple(DeviceFamily)


@dataclass(frozen=True, slots=True, kw_only=True)
class DevicesProps:
    """The device being chosen; `readiness` is none while it is being tried."""

    device: DeviceFamily = ORDER[0]
    number: int = 1
    count: int = len(ORDER)
    searching: bool = False
    trying: bool = False
    nothing_found: bool = False
    readiness: Readiness | None = None
    fitted: bool = True
    facts: str = ""
    trouble: str = ""
    remedy: str = ""
    saving: bool = False
    refused: str = ""
    refused_remedy: str = ""


@QmlElement
class DevicesViewModel(StaffModel[DevicesProps]):
    """Looks for devices of one kind, tries the chosen one, saves the choice, goes on to the next kind."""

    rowsChanged = Signal()

    def __init__(self, parts: StaffParts) -> None:
        super().__init__(parts)
        self._list = ChoiceRows()
        self._saving = Saving(parts.side)
        self._settings: DeviceSettings | None = None
        self._start(0)

    def _rows(self) -> QObject:
        return self._list

    rows = Property(QObject, _rows, notify=rowsChanged)

    def enter(self) -> None:
        """From the first device on."""
        self._open(0)

    def derive(self) -> DevicesProps:
        self._list.show(
            [
                ChoiceRow(label=self.side.say(candidate.label), chosen=place == self._chosen)
                for place, candidate in enumerate(self._candidates)
            ]
        )
        tried = self._tried
        words = self.side.failure(tried.code) if tried and tried.code else None
        refused = self._saving.words
        return DevicesProps(
            device=self._device,
            number=self._place + 1,
            searching=self._found is None,
            trying=tried is None,
            nothing_found=self._found == (),
            readiness=tried.readiness if tried else None,
            fitted=self._candidates[self._chosen] != NONE if self._candidates else True,
            facts=_facts(tried, self.side) if tried else "",
            trouble=words.title if words else "",
            remedy=words.remedy if words else "",
            saving=self._saving.under_way,
            refused=refused.title,
            refused_remedy=refused.remedy,
        )

    def wipe(self) -> None:
        self._saving.forget()
        self._start(0)
        self._list.show(())
        super().wipe()

    @Slot(int)
    def choose(self, index: int) -> None:
        """Use this one: it is tried at once, and saved with "next"."""
        if 0 <= index < len(self._candidates) and not self._saving.under_way:
            self._chosen = index
            self.side.act(self._try)

    @Slot()
    def tryAgain(self) -> None:
        """Look again, and try the chosen one again."""
        self.side.act(lambda: self._open(self._place))

    @Slot()
    def goOn(self) -> None:
        """Save the choice where it is another one, then the next device or the next step."""
        if self._chosen == 0:
            self._next()
        else:
            changes = self._candidates[self._chosen].changes(self._device)
            self._saving.save("devices.toml", changes, self._saved)

    @property
    def _device(self) -> DeviceFamily:
        return ORDER[self._place]

    @property
    def _devices(self) -> DeviceSettings:
        return self._settings or self.side.settings.devices

    def _start(self, place: int) -> None:
        self._place, self._chosen = place, 0
        self._found: Sequence[FoundDevice] | None = None
        self._tried: Found | None = None
        self._candidates: Sequence[Candidate] = ()

    def _open(self, place: int) -> None:
        self._start(place)
        device = self._device
        self._candidates = candidates(device, (), self._devices)
        self._try()
        find = self.side.services.find
        self.side.run(lambda: find(device), lambda names: self._seen(device, names), lambda _: self._seen(device, ()))

    def _seen(self, device: DeviceFamily, names: Sequence[FoundDevice]) -> None:
        if device is self._device:
            chosen = self._candidates[self._chosen]
            self._found = tuple(names)
            self._candidates = candidates(device, names, self._devices)
            if chosen not in self._candidates:
                self._add(chosen)  # a certificate was trusted while the search went on
            self._chosen = self._candidates.index(chosen)
            if self._tried is not None:
                self._offer_to_trust(chosen, self._tried)

    def _try(self) -> None:
        device, candidate = self._device, self._candidates[self._chosen]
        self._tried = None
        try_out, settings = self.side.services.try_out, candidate.settings(device, self._devices)

        def answered(found: Found) -> None:
            if device is self._device and candidate == self._candidates[self._chosen]:
                self._tried = found
                self._offer_to_trust(candidate, found)

        self.side.run(lambda: try_out(device, settings), answered, lambda _: None)

    def _offer_to_trust(self, candidate: Candidate, found: Found) -> None:
        """A certificate of the printer's own is offered beside it, to be compared and pinned."""
        certificate = found.facts.get("certificate")
        if isinstance(certificate, str) and certificate:
            pinned = trusting(candidate, certificate)
            if pinned not in self._candidates:
                self._add(pinned)

    def _add(self, candidate: Candidate) -> None:
        """Last but one: nothing at all stays last."""
        self._candidates = (*self._candidates[:-1], candidate, *self._candidates[-1:])

    def _saved(self, settings: Settings) -> None:
        self._settings = settings.devices
        self._next()

    def _next(self) -> None:
        if self._place + 1 < len(ORDER):
            self.side.act(lambda: self._open(self._place + 1))
        else:
            self.side.finish()


def _facts(found: Found, side: StaffSide) -> str:
    finding = ServiceState(service=Service.CARD_READER, found=found, milliseconds=0.0)
    return in_words(finding.found, FOR_STAFF, side.visit.language)
