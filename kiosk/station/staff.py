"""The staff's services of an opened station, put together: doctor, counts, papers, PIN, fitting of devices."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

import msgspec

from devices.printer.queues import print_queues
from devices.scanner.devices_found import sane_scanners
from devices.status import DeviceFamily
from kiosk import paths, together
from kiosk.content import doubts
from kiosk.content.doubts import Doubts
from kiosk.content.pack import Pack
from kiosk.doctor.card import LadderResult, climb
from kiosk.doctor.devices import examine_printer, examine_reader, examine_scanner
from kiosk.doctor.examination import Found, broken, ready
from kiosk.errors import KioskError
from kiosk.identification import AccessKey
from kiosk.procedures.staff_notes import NotedProcedure, noted
from kiosk.settings import CardReaderSettings, DeviceSettings, Driver, Settings, read_settings
from kiosk.staff import RolePins, StaffPapers, StaffServices
from kiosk.staff.fitting import (
    Candidate,
    FoundDevice,
    of_the_other_pc,
    queue_of_windows,
    scanner_of_windows,
)
from kiosk.staff.own_commands import carry_out
from kiosk.station.content import station_pack, trust_roots
from kiosk.station.devices import card_reader, printer, scanner
from kiosk.station.doctor import checks_of
from kiosk.station.officer import officer_services
from kiosk.station.station import Station


def staff_services(station: Station, *, state: Path | None = None, overrides: Path | None = None) -> StaffServices:
    """What the staff screens of this station work with. Opens no device."""
    state, assets = state or paths.state(), paths.assets()
    pack = station_pack(state)
    settings, own = station.settings, overrides or paths.config_overrides()
    return StaffServices(
        settings=settings,
        state=state,
        overrides=own,
        pins=RolePins(state, station.clock.seconds),
        checks=lambda: checks_of(latest(settings, own), state, station.clock),
        find=lambda device: _find(device, settings.devices),
        try_out=_try_out,
        latest=lambda: latest(settings, own),
        be_found=lambda wanted: together.be_found(wanted=wanted),
        climb=_climbing(station),
        counts=station.counts,
        papers=StaffPapers(lambda: latest(settings, own).kiosk, pack, station.clock.now, assets),
        notes=lambda: _noted(station, pack),
        places=station.services.places,
        officer=officer_services(station, lambda: latest(settings, own).kiosk.commune, state, pack, assets),
        failures=station.services.failures,
        carry_out=lambda command: carry_out(command, station.services.failures),
        today=station.clock.today,
    )


def _noted(station: Station, pack: Pack) -> tuple[NotedProcedure, ...]:
    questions = pack.file(doubts.FILE, Doubts).doubts if (pack.root / doubts.FILE).exists() else {}
    return noted(station.services.catalogue.all(), questions, station.clock.today())


def latest(opened: Settings, overrides: Path) -> Settings:
    """The settings as the wizard has left them, where its files differ from what the station was `opened` with; its
    virtual devices stay."""
    try:
        saved = read_settings(overrides=overrides)
    except KioskError:
        return opened
    own = [key.split(".") for key, file in saved.origins.items() if file == overrides / "devices.toml"]
    chosen = {table: getattr(saved.devices, table) for _, _, table, *_ in own}
    devices = msgspec.structs.replace(opened.devices, **chosen)
    return msgspec.structs.replace(saved, devices=devices)


def _find(device: DeviceFamily, settings: DeviceSettings) -> Sequence[FoundDevice]:
    match device:
        case DeviceFamily.CARD_READER:
            any_reader = CardReaderSettings(driver=Driver.PCSC, name="", persona=settings.card_reader.persona)
            return card_reader(any_reader, paths.assets()).readers()
        case DeviceFamily.PRINTER:
            from devices.printer.windows_queue import windows_queues

            queues = [queue_of_windows(name) for name in windows_queues()]
            return (*print_queues(), *queues, *_of_other_pcs(device))
        case DeviceFamily.SCANNER:
            from devices.scanner.wia import wia_scanners

            scanners = [scanner_of_windows(name) for name in wia_scanners()]
            return (*sane_scanners(), *scanners, *_of_other_pcs(device))


def _of_other_pcs(device: DeviceFamily) -> Iterator[Candidate]:
    """What the kiosks of this network share; one that does not answer shares nothing."""
    for other in together.find():
        try:
            shared = together.ask(other.address, other.port)
        except together.OtherPcError:
            continue
        if candidate := of_the_other_pc(device, shared, other.address, other.port):
            yield candidate


def _try_out(device: DeviceFamily, settings: DeviceSettings) -> Found:
    """Open the device of these settings, ask it how it stands, and let it go."""
    drivers = {
        DeviceFamily.CARD_READER: settings.card_reader.driver,
        DeviceFamily.PRINTER: settings.printer.driver,
        DeviceFamily.SCANNER: settings.scanner.driver,
    }
    if drivers[device] is Driver.NONE:
        return ready(fitted="no")
    try:
        match device:
            case DeviceFamily.CARD_READER:
                return examine_reader(card_reader(settings.card_reader, paths.assets()))
            case DeviceFamily.PRINTER:
                paper = printer(settings.printer)
                try:
                    return examine_printer(paper)
                finally:
                    paper.close()
            case DeviceFamily.SCANNER:
                page_scanner = scanner(settings.scanner)
                try:
                    return examine_scanner(page_scanner)
                finally:
                    page_scanner.close()
    except KioskError:
        return broken("staff.settings-refused")


def _climbing(station: Station) -> Callable[[AccessKey | None], LadderResult]:
    trust = cache(trust_roots)

    def climbing(key: AccessKey | None) -> LadderResult:
        return climb(station.card_reader, key=key, trust=trust(), now=station.clock.utc())

    return climbing
