"""The settings files of all folders, each key from the last that says it, with the faults of all of them at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from kiosk import paths
from kiosk.errors import FaultyFileError
from kiosk.i18n import Text
from kiosk.settings.devices import FITTING, DeviceSettings, Driver
from kiosk.settings.kiosk import KioskSettings
from kiosk.settings.offices import with_its_offices
from kiosk.settings.section import SettingsSection
from kiosk.toml.fault import Faults, FileFault, fault
from kiosk.toml.parsing import Tree, parse
from kiosk.toml.places import inside
from kiosk.toml.reading import bytes_if_there, convert

S = TypeVar("S", bound="SettingsSection")


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


def read_settings(
    shipped: Path | None = None, overrides: Path | None = None, *, central: Path | None = None
) -> Settings:
    """The shipped defaults, what the province signed for this station (`central`), and the station's own files, each
    over the one before. Raises `FaultyFileError` with every fault.

    Other `overrides` than this station's are read without its province's part, unless it is given.
    """
    own = overrides or paths.config_overrides()
    signed = central or (paths.central_settings() if own == paths.config_overrides() else None)
    folders = [shipped or paths.shipped_config(), *([signed] if signed else []), own]
    origins: dict[str, Path] = {}
    kiosk = _load("kiosk.toml", KioskSettings, folders, origins)
    devices = _load("devices.toml", DeviceSettings, folders, origins)
    faults = [*(kiosk if isinstance(kiosk, tuple) else ())]
    faults += devices if isinstance(devices, tuple) else _what_does_not_fit(devices, origins)
    if faults or isinstance(kiosk, tuple) or isinstance(devices, tuple):
        raise FaultyFileError(faults)
    kiosk = msgspec.structs.replace(kiosk, commune=with_its_offices(kiosk.commune))
    return Settings(kiosk=kiosk, devices=devices, origins=origins)
