"""Fitting a station with its devices: what was found, what may be chosen, and what choosing writes.

Pure: names in, candidates out. Looking for devices and trying them is handed in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from devices.status import DeviceFamily
from kiosk.i18n import Text, alike
from kiosk.settings import DeviceSettings, Driver
from kiosk.together import OtherPcError, Shared, guest_changes
from kiosk.toml.editing import Changes


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One choice: how it is called, and the keys of the device's table in `devices.toml`."""

    label: Text
    keys: tuple[tuple[str, str], ...]

    def changes(self, device: DeviceFamily) -> Changes:
        """The keys to write into `devices.toml` when it is chosen."""
        return {device.table: dict(self.keys)}

    def settings(self, device: DeviceFamily, before: DeviceSettings) -> DeviceSettings:
        """The device settings with it chosen."""
        keys = {key: Driver(value) if key == "driver" else value for key, value in self.keys}
        return msgspec.structs.replace(
            before, **{device.table: msgspec.structs.replace(getattr(before, device.table), **keys)}
        )


FoundDevice = str | Candidate
"""The name of a device that this PC sees, or a choice made ready: a device of the other PC."""
_TRUSTED = Text("Tin chứng thư này: {name}", "Trust this certificate: {name}")


def trusting(candidate: Candidate, certificate: str) -> Candidate:
    """The same printer with the certificate it showed pinned, by its SHA-256; a person has compared it."""
    read = " ".join(certificate[at : at + 4] for at in range(0, len(certificate), 4)).upper()
    kept = tuple(pair for pair in candidate.keys if pair[0] != "certificate")
    label = _TRUSTED.filled(name=read)
    return Candidate(label=label, keys=(*kept, ("certificate", certificate)))


_OF_THE_OTHER = {
    DeviceFamily.PRINTER: Text("Máy in của máy {station}: {host}", "The printer of {station}: {host}"),
    DeviceFamily.SCANNER: Text("Máy quét của máy {station}: {host}", "The scanner of {station}: {host}"),
}


def of_the_other_pc(device: DeviceFamily, shared: Shared, host: str, port: int) -> Candidate | None:
    """The printer or scanner that hangs on the other PC; None where it shares no such device."""
    try:
        keys = guest_changes(shared, host, port).get(device.table)
    except OtherPcError:
        return None
    if not keys or device not in _OF_THE_OTHER:
        return None
    label = _OF_THE_OTHER[device].filled(station=shared.station, host=host)
    return Candidate(label=label, keys=tuple((key, str(value)) for key, value in keys.items()))


def queue_of_windows(name: str) -> Candidate:
    """A print queue that Windows knows."""
    return Candidate(label=alike(name), keys=(("driver", Driver.WINDOWS.value), ("queue", name)))


def scanner_of_windows(name: str) -> Candidate:
    """A scanner that Windows knows, by its ID."""
    return Candidate(label=alike(name), keys=(("driver", Driver.WIA.value), ("device", name)))


NONE = Candidate(
    label=Text("Trạm không có thiết bị này", "The station has no such device"), keys=(("driver", "none"),)
)
_ANY_READER = Text("Đầu đọc không tiếp xúc đầu tiên", "The first contactless reader")
_USUAL_QUEUE = Text("Máy in mặc định của Windows", "Windows' usual printer")
_AS_SET = Text("Như thiết lập: {name}", "As set: {name}")
_SIMULATED = Text("Thiết bị giả lập", "A simulated device")


def candidates(device: DeviceFamily, found: Sequence[FoundDevice], settings: DeviceSettings) -> tuple[Candidate, ...]:
    """What may be chosen: what is set now first, then what was found, then nothing at all."""
    forgotten: tuple[tuple[str, str], ...] = ()
    if device is DeviceFamily.PRINTER and settings.printer.certificate:
        forgotten = (("certificate", ""),)
    if device is DeviceFamily.SCANNER and settings.scanner.lease.startswith("tcp://"):
        forgotten = (("lease", ""),)
    offered = [_now(device, settings), *_found(device, found, forgotten), NONE]
    return tuple(one for place, one in enumerate(offered) if one.keys not in [each.keys for each in offered[:place]])


def _now(device: DeviceFamily, settings: DeviceSettings) -> Candidate:
    match device:
        case DeviceFamily.CARD_READER:
            reader = settings.card_reader
            return _as_set(reader.driver, (("name", reader.name),), _ANY_READER, reader.name)
        case DeviceFamily.PRINTER:
            printer = settings.printer
            if printer.driver is Driver.WINDOWS:
                return _as_set(printer.driver, (("queue", printer.queue),), _USUAL_QUEUE, printer.queue)
            pinned = (("certificate", printer.certificate),) if printer.certificate else ()
            return _as_set(printer.driver, (("uri", printer.uri), *pinned), NONE.label, printer.uri)
        case DeviceFamily.SCANNER:
            scanner = settings.scanner
            key = ("uri", scanner.uri) if scanner.driver is Driver.ESCL else ("device", scanner.device)
            return _as_set(scanner.driver, (key,), Text("Máy quét đầu tiên", "The first scanner"), key[1])


def _as_set(driver: Driver, keys: tuple[tuple[str, str], ...], unnamed: Text, name: str) -> Candidate:
    if driver is Driver.NONE:
        return NONE
    label = _AS_SET.filled(name=name) if name else unnamed
    if driver is Driver.SIMULATOR:
        label = _SIMULATED
    return Candidate(label=label, keys=(("driver", driver.value), *keys))


def _found(
    device: DeviceFamily, found: Sequence[FoundDevice], forgotten: tuple[tuple[str, str], ...]
) -> list[Candidate]:
    """`forgotten`: what was pinned for the printer of before, or asked of the other PC, holds for no other device."""
    driver, key = {
        DeviceFamily.CARD_READER: (Driver.PCSC, "name"),
        DeviceFamily.PRINTER: (Driver.IPP, "uri"),
        DeviceFamily.SCANNER: (Driver.SANE, "device"),
    }[device]
    return [
        one
        if isinstance(one, Candidate)
        else Candidate(label=alike(one), keys=(("driver", driver.value), (key, one), *forgotten))
        for one in found
    ]
