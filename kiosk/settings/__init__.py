"""The station's settings: commented defaults in `config/*.toml`, overridden by files of the same name in `/etc`.

Decoded strictly: every unknown key and every value of the wrong kind or shape is refused at once, with its file, key
and expectation.
"""

from kiosk.settings.devices import (
    CardReaderSettings,
    DeviceSettings,
    DisplaySettings,
    Driver,
    Duty,
    PrinterSettings,
    ScannerSettings,
    SoundSettings,
)
from kiosk.settings.kiosk import CommuneSettings, KioskSettings, PortalSettings
from kiosk.settings.offices import centre_of, police_of
from kiosk.settings.reading import Settings, read_settings

__all__ = [
    "CardReaderSettings",
    "CommuneSettings",
    "DeviceSettings",
    "DisplaySettings",
    "Driver",
    "Duty",
    "KioskSettings",
    "PortalSettings",
    "PrinterSettings",
    "ScannerSettings",
    "Settings",
    "SoundSettings",
    "centre_of",
    "police_of",
    "read_settings",
]
