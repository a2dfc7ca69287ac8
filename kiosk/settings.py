"""The station's settings: commented defaults in `config/*.toml`, overridden by files of the same name in `/etc`.

Decoded strictly: every unknown key and every value of the wrong kind or shape is refused at once, with its file, key
and expectation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

import msgspec

from kiosk import paths
from kiosk.errors import FaultyFileError
from kiosk.i18n import Text
from kiosk.shapes import (
    CommuneCode,
    FingerprintOrNone,
    Folder,
    FolderOrNone,
    Host,
    HostOrNone,
    Id,
    LanguageCode,
    Lease,
    PcName,
    Phone,
    Port,
    PrinterAddress,
    PrinterAddressOrNone,
    Seconds,
    Source,
    WebAddress,
    WebAddressOrNone,
)
from kiosk.toml.fault import Faults, FileFault, fault
from kiosk.toml.parsing import Tree, parse
from kiosk.toml.places import inside
from kiosk.toml.reading import bytes_if_there, convert

S = TypeVar("S", bound="SettingsSection")


class SettingsSection(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A table of a settings file."""


class CommuneSettings(SettingsSection, frozen=True):
    """`[commune]` of `kiosk.toml`: what stands on screen and paper about the place."""

    code: CommuneCode
    name: Text
    province: Text
    phone: Phone
    police: Text
    """Empty: made of the name (`with_its_offices`)."""
    police_phone: Phone
    address: Text
    """Where the one-stop counter is; empty: made of the name."""
    opening_hours: Text
    counter: Text
    station: PcName
    """Which of the PCs this is; neutral, for reports and job titles."""


_KINDS = (" commune", " ward", " special zone")
"""What a commune's English name ends in."""
_POLICE = Text("Công an {within}", "{within} police")
_CENTRE = Text("Trung tâm Phục vụ hành chính công {within}", "{bare} Public Administration Service Centre")


def police_of(name: Text) -> Text:
    """The police of a commune of this name: "Công an xã Vân Tụ"."""
    return _POLICE.filled(within=_within(name))


def centre_of(name: Text) -> Text:
    """The one-stop counter of a commune of this name."""
    bare = next((name.en.removesuffix(kind) for kind in _KINDS if name.en.endswith(kind)), name.en)
    return _CENTRE.filled(within=_within(name), bare=bare)


def _within(name: Text) -> Text:
    small, english = name.vi[:1].lower() + name.vi[1:], name.en
    return Text(small, english)


def with_its_offices(commune: CommuneSettings) -> CommuneSettings:
    """The commune with its offices named after it where they are not given: no station prints another commune's."""
    return msgspec.structs.replace(
        commune,
        police=commune.police if commune.police.vi else police_of(commune.name),
        address=commune.address if commune.address.vi else centre_of(commune.name),
    )


class VisitSettings(SettingsSection, frozen=True):
    """`[visit]` of `kiosk.toml`: when an unattended visit is asked after and ended, and what it offers."""

    ask_after: Seconds
    end_after: Seconds
    longest: Seconds
    """A visit ends after so long whatever happens; the person is told five minutes before."""
    goodbye: Seconds
    languages: Annotated[tuple[LanguageCode, ...], msgspec.Meta(min_length=1)]
    """Offered in this order; the first is the one every visit starts in. One that the content lacks is left out."""
    popular: tuple[Id, ...]
    """Procedure ids shown first."""


class Typing(SettingsSection, frozen=True):
    """How Vietnamese is typed on a physical keyboard, and where tones stand."""

    method: Literal["telex", "vni", "plain"]
    tones: Literal["old", "new"]
    """"old" is hóa, thúy; "new" is hoá, thuý."""


class PortalSettings(SettingsSection, frozen=True):
    """`[portal]` of `kiosk.toml`: addresses and numbers that are printed, the portal that the doctor asks, filing on
    official pages here."""

    national: WebAddress
    hotline: Phone
    vneid_hotline: Phone
    vneid_android: WebAddress
    vneid_ios: WebAddress
    enabled: bool
    """Whether people may file on official pages at this station, where the package for it is installed."""
    extra_hosts: tuple[Host, ...]
    """Allowed besides those of the content."""
    forbidden_hosts: tuple[Host, ...]
    """Allowed no more, whatever the content says."""
    silence: Seconds
    """Without a touch on an official page for so long, it is asked whether somebody is there."""


class Updates(SettingsSection, frozen=True):
    """Where content packs come from."""

    source: Source
    """An https address or an absolute folder; empty: no updates."""


class ProvinceSettings(SettingsSection, frozen=True):
    """`[province]` of `kiosk.toml`: the server that anonymous counts are sent to."""

    host: HostOrNone
    """Name in the certificate of the province's PostgreSQL; empty: no network, the stick or the day sheet."""
    port: Port


class KioskSettings(SettingsSection, frozen=True):
    """The whole of `kiosk.toml`."""

    commune: CommuneSettings
    visit: VisitSettings
    typing: Typing
    portal: PortalSettings
    updates: Updates
    province: ProvinceSettings


class Driver(Enum):
    """Which driver stands behind a device; `none` when the station has no such device."""

    SIMULATOR = "simulator"
    NONE = "none"
    PCSC = "pcsc"
    IPP = "ipp"
    ESCL = "escl"
    SANE = "sane"


class CardReaderSettings(SettingsSection, frozen=True):
    """`[card_reader]` of `devices.toml`."""

    driver: Driver
    name: str
    persona: Id


class PrinterSettings(SettingsSection, frozen=True):
    """`[printer]` of `devices.toml`."""

    driver: Driver
    uri: PrinterAddress
    device_uri: PrinterAddressOrNone
    certificate: FingerprintOrNone
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


class DisplaySettings(SettingsSection, frozen=True):
    """`[display]` of `devices.toml`."""

    pixels_per_millimetre: Annotated[float, msgspec.Meta(gt=0.5, lt=40)]
    fullscreen: bool


class SoundSettings(SettingsSection, frozen=True):
    """`[sound]` of `devices.toml`."""

    enabled: bool
    headphones_only: bool


class DeviceSettings(SettingsSection, frozen=True):
    """The whole of `devices.toml`."""

    card_reader: CardReaderSettings
    printer: PrinterSettings
    scanner: ScannerSettings
    display: DisplaySettings
    sound: SoundSettings


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Everything an installer may change, and where each value came from."""

    kiosk: KioskSettings
    devices: DeviceSettings
    origins: Mapping[str, Path]
    """`file.table.key` -> the file that decided it."""


def _overlay(
    base: dict[str, Any], over: dict[str, Any], source: Path, origins: dict[str, Path], at: str
) -> dict[str, Any]:
    merged = dict(base)
    for key, value in over.items():
        path = inside(at, key)
        below = base.get(key)
        if isinstance(value, dict) and (below is None or isinstance(below, dict)):
            merged[key] = _overlay(below or {}, value, source, origins, path)
        else:
            merged[key] = value
            origins[path] = source
    return merged


def _load(name: str, kind: type[S], folders: list[Path], origins: dict[str, Path]) -> S | Faults:
    """One file of all folders, the later over the earlier; or the faults of the files, each under its own name."""
    values: Tree = {}
    faults: list[FileFault] = []
    for folder in folders:
        path = folder / name
        source = bytes_if_there(path, str(path))
        if source is None:
            continue
        tree = source if isinstance(source, FileFault) else parse(source, str(path))
        if isinstance(tree, FileFault):
            faults.append(tree)
        else:
            values = _overlay(values, tree, path, origins, name)
    if faults:
        return tuple(faults)
    value = convert(values, kind, name)
    if isinstance(value, tuple):
        return tuple(replace(fault, file=str(_decided(name, fault.path, folders, origins))) for fault in value)
    return value


def _decided(name: str, path: str, folders: list[Path], origins: Mapping[str, Path]) -> Path:
    """The file that said a key, or something in the table of this name; else the last one that was read."""
    key = f"{name}.{path.partition('[')[0]}"
    within = [source for known, source in origins.items() if known.startswith(f"{key}.")]
    read = [folder / name for folder in folders if (folder / name).exists()]
    return origins.get(key) or [*read, *within][-1]


FITTING = {
    "card_reader": (Driver.PCSC, Driver.SIMULATOR, Driver.NONE),
    "printer": (Driver.IPP, Driver.SIMULATOR, Driver.NONE),
    "scanner": (Driver.ESCL, Driver.SANE, Driver.SIMULATOR, Driver.NONE),
}
"""Which drivers a kind of device has."""


def _what_does_not_fit(devices: DeviceSettings, origins: Mapping[str, Path]) -> Iterator[FileFault]:
    """What no single value shows: a driver of another kind of device, a driver without its address."""
    for table, fitting in FITTING.items():
        driver = getattr(devices, table).driver
        if driver not in fitting:
            named = ", ".join(one.value for one in fitting)
            expected = Text(
                "cần một trong: {named}; ở đây là “{driver}”", "expected one of {named}; got “{driver}”"
            ).filled(named=named, driver=driver.value)
            yield fault(str(origins[f"devices.toml.{table}.driver"]), f"{table}.driver", expected)
    if devices.scanner.driver is Driver.ESCL and not devices.scanner.uri:
        expected = Text(
            "cần địa chỉ http hoặc https cho driver escl", "expected an http or https address, for the driver escl"
        )
        yield fault(str(origins["devices.toml.scanner.uri"]), "scanner.uri", expected)


def read_settings(shipped: Path | None = None, overrides: Path | None = None) -> Settings:
    """The shipped defaults overlaid with the station's own files. Raises `FaultyFileError` with every fault."""
    folders = [shipped or paths.shipped_config(), overrides or paths.config_overrides()]
    origins: dict[str, Path] = {}
    kiosk = _load("kiosk.toml", KioskSettings, folders, origins)
    devices = _load("devices.toml", DeviceSettings, folders, origins)
    faults = [*(kiosk if isinstance(kiosk, tuple) else ())]
    faults += devices if isinstance(devices, tuple) else _what_does_not_fit(devices, origins)
    if faults or isinstance(kiosk, tuple) or isinstance(devices, tuple):
        raise FaultyFileError(faults)
    kiosk = msgspec.structs.replace(kiosk, commune=with_its_offices(kiosk.commune))
    return Settings(kiosk=kiosk, devices=devices, origins=origins)
