"""`devices.toml`: which driver stands behind each device, and what it needs to know."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import msgspec

from kiosk.settings.section import SettingsSection
from kiosk.shapes import (
    FingerprintOrNone,
    Folder,
    FolderOrNone,
    Id,
    Lease,
    PrinterAddress,
    PrinterAddressOrNone,
    Seconds,
    WebAddressOrNone,
)


class Driver(Enum):
    """Which driver stands behind a device; `none` when the station has no such device."""

    SIMULATOR = "simulator"
    NONE = "none"
    PCSC = "pcsc"
    IPP = "ipp"
    ESCL = "escl"
    SANE = "sane"
    WINDOWS = "windows"
    """A queue of Windows' own spooler."""
    WIA = "wia"


class CardReaderSettings(SettingsSection, frozen=True):
    """`[card_reader]` of `devices.toml`; `name` is part of the reader's name, `persona` the simulator's card."""

    driver: Driver
    name: str
    persona: Id


class PrinterSettings(SettingsSection, frozen=True):
    """`[printer]` of `devices.toml`."""

    driver: Driver
    uri: PrinterAddress
    device_uri: PrinterAddressOrNone
    certificate: FingerprintOrNone
    queue: str
    folder: FolderOrNone
    deadline: Seconds


class ScannerSettings(SettingsSection, frozen=True):
    """`[scanner]` of `devices.toml`."""

    driver: Driver
    uri: WebAddressOrNone
    device: str
    folder: FolderOrNone
    lease: Lease
    """Where the lease of a shared scanner is kept: a file, `tcp://host:port`, or empty."""
    pdf_limit_mb: Annotated[float, msgspec.Meta(ge=0.2, le=100)]
    sticks: Folder
    """The folder under which plugged-in USB sticks are mounted."""


class Duty(Enum):
    """What this PC is for: visitors, or notices on a screen that nobody touches."""

    KIOSK = "kiosk"
    PANO = "pano"


class DisplaySettings(SettingsSection, frozen=True):
    """`[display]` of `devices.toml`."""

    shows: Duty
    pixels_per_millimetre: Annotated[float, msgspec.Meta(gt=0.5, lt=40)]
    fullscreen: bool
    second: bool
    """Whether a further screen of this PC shows the notices (`kiosk-dvc pano`)."""


class SoundSettings(SettingsSection, frozen=True):
    """`[sound]` of `devices.toml`."""

    enabled: bool
    headphones_only: bool


class DeviceSettings(SettingsSection, frozen=True):
    """The whole of `devices.toml`, one struct a section."""

    card_reader: CardReaderSettings
    printer: PrinterSettings
    scanner: ScannerSettings
    display: DisplaySettings
    sound: SoundSettings


FITTING = {
    "card_reader": (Driver.PCSC, Driver.SIMULATOR, Driver.NONE),
    "printer": (Driver.IPP, Driver.WINDOWS, Driver.SIMULATOR, Driver.NONE),
    "scanner": (Driver.ESCL, Driver.SANE, Driver.WIA, Driver.SIMULATOR, Driver.NONE),
}
"""Which drivers a kind of device has."""
