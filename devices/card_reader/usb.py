"""Smart card readers as the operating system sees them on USB, whether or not the card service has a driver.

Linux only (sysfs): the chip card interface class is 0B (USB CCID rev. 1.1, clause 4.1). Elsewhere nothing is found,
and a missing driver looks like a missing reader.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

CHIP_CARD_CLASS = "0b"
SYSFS = Path("/sys/bus/usb/devices")


def usb_card_readers(devices: Path = SYSFS) -> Sequence[str]:
    """Product names of the readers plugged in, in the order of their ports."""
    return tuple(
        _product(interface)
        for interface in sorted(devices.glob("*:*"))
        if _text(interface / "bInterfaceClass") == CHIP_CARD_CLASS
    )


def _product(interface: Path) -> str:
    """The interface `1-2:1.0` belongs to the device `1-2`."""
    return _text(interface.parent / interface.name.split(":")[0] / "product") or "?"


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace").strip()
    except OSError:
        return ""
