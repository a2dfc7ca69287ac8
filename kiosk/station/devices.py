"""Which driver the settings name: the only module beside `staff` and `doctor` that knows drivers.

Nothing is asked of a device here: a missing reader or printer is a state that the screens show, not a failed start.
"""

from __future__ import annotations

import sys
from pathlib import Path
from urllib.parse import urlsplit

from devices.card_reader.absent import AbsentReader
from devices.card_reader.interface import CardReader
from devices.card_reader.simulator import PersonaFolder, SimulatedReader
from devices.printer.absent import AbsentPrinter
from devices.printer.interface import Printer
from devices.printer.simulator import SimulatedPrinter
from devices.scanner.interface import Scanner
from devices.stick.lettered import LetteredPort
from devices.stick.mounted import MountedPort
from kiosk import paths
from kiosk.clock import Clock
from kiosk.errors import KioskError
from kiosk.i18n import Text
from kiosk.scanning.lease import Alone, LeaseFile, Leases
from kiosk.scanning.lease_line import LeaseLine
from kiosk.scanning.pdf import MEGABYTE
from kiosk.scanning.station_scanner import StationScanner
from kiosk.session.scan_step import ScanServices
from kiosk.settings import CardReaderSettings, Driver, PrinterSettings, ScannerSettings, Settings

_NO_DRIVER = Text(
    "devices.toml: {table}.driver: cần một trong {known}, đang là {found}.",
    "devices.toml: {table}.driver: expected one of {known}, got {found}.",
)
_NO_ADDRESS = Text(
    "devices.toml: {keys}: địa chỉ không đúng ({reason}).", "devices.toml: {keys}: no such address ({reason})."
)


def card_reader(settings: CardReaderSettings, assets: Path) -> CardReader:
    """The driver the settings name. Raises `KioskError` for one that reads no cards."""
    match settings.driver:
        case Driver.SIMULATOR:
            return SimulatedReader(PersonaFolder(assets / "demo_cards"))
        case Driver.PCSC:
            from devices.card_reader.pcsc import PcscReader

            return PcscReader(preferred=settings.name)
        case Driver.NONE:
            return AbsentReader()
        case other:
            raise KioskError(_NO_DRIVER.filled(table="card_reader", known="pcsc, simulator, none", found=other.value))


def replayed_reader(transcript: Path, assets: Path) -> CardReader:
    """A virtual reader with a recorded card on it, for the technician. Raises `KioskError` for a spoiled file."""
    from devices.card_reader.replay import ReplayedCard
    from devices.card_reader.transcript import TranscriptError, read_transcript

    personas = PersonaFolder(assets / "demo_cards")
    reader = SimulatedReader(personas)
    try:
        reader.insert(ReplayedCard(read_transcript(transcript), personas.card("nguyen-van-an")))
    except TranscriptError as fault:
        raise KioskError(str(fault)) from fault
    return reader


def printer(settings: PrinterSettings) -> Printer:
    """The driver the settings name. Raises `KioskError` for one that prints nothing."""
    match settings.driver:
        case Driver.IPP:
            from devices.printer.ipp import IppPrinter

            try:
                return IppPrinter(settings.uri, device_uri=settings.device_uri, certificate=settings.certificate)
            except ValueError as fault:
                raise KioskError(_NO_ADDRESS.filled(keys="printer.uri, printer.device_uri", reason=fault)) from fault
        case Driver.WINDOWS:
            from devices.printer.windows_queue import WindowsQueuePrinter

            return WindowsQueuePrinter(settings.queue)
        case Driver.SIMULATOR:
            return SimulatedPrinter(Path(settings.folder) if settings.folder else None)
        case Driver.NONE:
            return AbsentPrinter()
        case other:
            raise KioskError(
                _NO_DRIVER.filled(table="printer", known="ipp, windows, simulator, none", found=other.value)
            )


def scanner(settings: ScannerSettings) -> Scanner:
    """The driver the settings name. Raises `KioskError` for one that scans nothing."""
    match settings.driver:
        case Driver.ESCL:
            from devices.scanner.escl import EsclScanner

            try:
                return EsclScanner(settings.uri)
            except ValueError as fault:
                raise KioskError(_NO_ADDRESS.filled(keys="scanner.uri", reason=fault)) from fault
        case Driver.SANE:
            from devices.scanner.sane import SaneScanner

            return SaneScanner(settings.device)
        case Driver.WIA:
            from devices.scanner.wia import WiaScanner

            return WiaScanner(settings.device)
        case Driver.SIMULATOR:
            from devices.scanner.simulator import SimulatedScanner

            return SimulatedScanner(Path(settings.folder) if settings.folder else paths.assets() / "demo_sheets")
        case Driver.NONE:
            from devices.scanner.absent import AbsentScanner

            return AbsentScanner()
        case other:
            raise KioskError(
                _NO_DRIVER.filled(table="scanner", known="escl, sane, wia, simulator, none", found=other.value)
            )


def scan_services(settings: Settings, device: Scanner, clock: Clock) -> ScanServices:
    """Scanner, lease and stick port of these settings. Raises `KioskError` for a lease address that is none."""
    wanted = settings.devices.scanner
    return ScanServices(
        scanner=StationScanner(device, leases(wanted.lease, clock), settings.kiosk.commune.station),
        port=LetteredPort() if sys.platform == "win32" else MountedPort(Path(wanted.sticks)),
        limit=int(wanted.pdf_limit_mb * MEGABYTE),
    )


def register_scanner(settings: Settings, scanning: ScanServices, clock: Clock) -> StationScanner:
    """The visitors' own scanner; where it is played, with drawn pages of registers under its lid."""
    wanted = settings.devices.scanner
    if wanted.driver is not Driver.SIMULATOR or wanted.folder:
        return scanning.scanner
    from devices.scanner.simulator import SimulatedScanner

    drawn = SimulatedScanner(paths.assets() / "demo_registers")
    return StationScanner(drawn, leases(wanted.lease, clock), settings.kiosk.commune.station)


_NO_LEASE = Text(
    "devices.toml: scanner.lease: cần đường dẫn đầy đủ của một tệp, tcp://máy:cổng, hoặc để trống.",
    "devices.toml: scanner.lease: expected a file's full path, tcp://host:port, or nothing.",
)


def leases(address: str, clock: Clock) -> Leases:
    """Where the lease of the scanner is kept: nowhere, in a file of this PC, or on the other PC."""
    if not address:
        return Alone()
    parts = urlsplit(address)
    try:
        if parts.scheme == "tcp" and parts.hostname and parts.port:
            return LeaseLine(parts.hostname, parts.port)
    except ValueError:
        pass
    if parts.scheme or not Path(address).is_absolute():
        raise KioskError(_NO_LEASE)
    return LeaseFile(Path(address), clock.seconds)
