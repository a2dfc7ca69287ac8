"""Two PCs, one printer, one scanner: the devices hang on one PC, the other uses them over the local network.

The PC they hang on says what it shares on the same line where the lease of the scanner is asked for
(`kiosk.scanning.lease_line`); the other PC makes its own settings of that. Printing goes over IPP to the first PC's
CUPS, scanning over eSCL or SANE's `net`, and the lease says whose turn it is. No value of a person is on this line.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import msgspec

from devices import json_message, other_pcs
from devices.bounded_connection import BoundedConnection, Deadline
from devices.json_message import JsonMessageError
from devices.other_pcs import OtherPc
from kiosk.errors import KioskError
from kiosk.i18n import Text
from kiosk.settings import DeviceSettings, Driver
from kiosk.toml.editing import Changes

PORT = 6571
TIMEOUT_S = 3.0
LONGEST_ANSWER = 4000
LOOPBACK = ("localhost", "127.0.0.1", "::1")
LEASE_FILE = "scanner-lease.json"


_SILENT = Text("{host}:{port}: không trả lời.", "{host}:{port}: no answer.")
_SHARES_NOTHING = Text(
    "{host}: không chia sẻ máy in, máy quét nào.", "{host}: shares neither a printer nor a scanner."
)


class OtherPcError(KioskError):
    """The other PC does not answer, or says something else than what it shares."""


class SharedRequest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one PC asks the other: whether it shares devices, and which."""

    shares: bool


class Shared(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the PC shares, as its own settings have it; empty where it has no such device."""

    station: str
    printer: str
    """Address of its queue or printer; `localhost` stands for the PC itself."""
    printer_device: str
    scanner: str
    """Address of an eSCL scanner."""
    scanner_device: str
    """SANE's name of a scanner that hangs on the PC."""


def shared_by(station: str, devices: DeviceSettings) -> Shared:
    """What a PC with these settings shares; a simulated device is nobody's."""
    printer, scanner = devices.printer, devices.scanner
    prints = printer.driver is Driver.IPP
    return Shared(
        station=station,
        printer=printer.uri if prints else "",
        printer_device=printer.device_uri if prints else "",
        scanner=scanner.uri if scanner.driver is Driver.ESCL else "",
        scanner_device=scanner.device if scanner.driver is Driver.SANE else "",
    )


def answer(line: bytes, shared: Shared) -> bytes | None:
    """What the PC says to one line; None to a line that asks something else."""
    try:
        json_message.decode(line, SharedRequest)
    except JsonMessageError:
        return None
    return msgspec.json.encode(shared) + b"\n"


def find() -> tuple[OtherPc, ...]:
    """The PCs of the local network that share their devices."""
    return other_pcs.other_pcs()


def ask(host: str, port: int = PORT) -> Shared:
    """What the PC at `host` shares. Raises `OtherPcError`."""
    deadline = Deadline(TIMEOUT_S)
    try:
        line = BoundedConnection.opened(host, port, deadline)
        try:
            line.send(msgspec.json.encode(SharedRequest(shares=True)) + b"\n")
            return json_message.decode(line.line(LONGEST_ANSWER), Shared)
        finally:
            line.close()
    except (OSError, JsonMessageError):
        raise OtherPcError(_SILENT.filled(host=host, port=port)) from None


def has_own(devices: DeviceSettings) -> bool:
    """Whether a real printer or scanner is this PC's to share; what is used of the other PC is not."""
    prints = devices.printer.driver is Driver.IPP and not _is_the_others_queue(devices.printer.uri)
    return prints or (devices.scanner.driver in (Driver.ESCL, Driver.SANE) and not _is_guest(devices))


def _is_the_others_queue(uri: str) -> bool:
    """A queue of another computer; a printer in the network has none of CUPS's paths."""
    parts = urlsplit(uri)
    return parts.hostname not in LOOPBACK and parts.path.startswith("/printers/")


def _is_guest(devices: DeviceSettings) -> bool:
    return devices.scanner.lease.startswith("tcp://")


def keeps(devices: DeviceSettings) -> bool:
    """Whether this PC shares its devices: it is the one that keeps the lease."""
    return bool(devices.scanner.lease) and not _is_guest(devices)


def uses_the_others(devices: DeviceSettings) -> bool:
    """Whether printer or scanner of this PC are the other one's."""
    return _is_guest(devices) or (devices.printer.driver is Driver.IPP and _is_the_others_queue(devices.printer.uri))


def keeper_changes(state: Path) -> Changes:
    """For `devices.toml` of the PC the devices hang on: it keeps the lease, also where only a printer is shared."""
    return {"scanner": {"lease": str(state / LEASE_FILE)}}


def alone_changes(devices: DeviceSettings) -> Changes:
    """For `devices.toml` of a PC that shares nothing any more; the lease of a guest is the other PC's and stays."""
    return {} if _is_guest(devices) else {"scanner": {"lease": ""}}


def be_found(*, wanted: bool) -> None:
    """Open queue and line of this PC to the local network, or close them. Raises `SharingRefusedError`."""
    other_pcs.be_found(wanted=wanted)


def guest_changes(shared: Shared, host: str, port: int = PORT) -> Changes:
    """For `devices.toml` of the other PC. Raises `OtherPcError` where nothing is shared."""
    changes: dict[str, dict[str, str]] = {}
    if shared.printer:
        device = as_seen_from_afar(shared.printer_device, host)
        changes["printer"] = {
            "driver": Driver.IPP.value, "uri": as_seen_from_afar(shared.printer, host), "device_uri": device,
        }  # fmt: skip
    lease = f"tcp://{host}:{port}"
    if shared.scanner:
        uri = as_seen_from_afar(shared.scanner, host)
        changes["scanner"] = {"driver": Driver.ESCL.value, "uri": uri, "lease": lease}
    elif shared.scanner_device:
        device = f"net:{host}:{shared.scanner_device}"
        changes["scanner"] = {"driver": Driver.SANE.value, "device": device, "lease": lease}
    if not changes:
        raise OtherPcError(_SHARES_NOTHING.filled(host=host))
    return changes


def as_seen_from_afar(address: str, host: str) -> str:
    """The address with the PC's own name in place of `localhost`; one of a device in the network stays as it is."""
    parts = urlsplit(address)
    if parts.hostname not in LOOPBACK:
        return address
    named = f"[{host}]" if ":" in host else host
    return urlunsplit(parts._replace(netloc=f"{named}:{parts.port}" if parts.port else named))
