"""Settings of each station of a list, as the file that lies on it, and as the province's signed settings.

The file is proved by the strict reader before it is handed out. What a station is given by stick is one folder of its
name: `kiosk.toml`, and `keys` where the province enrolled it at once.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import FaultyFileError
from kiosk.settings import read_settings
from kiosk.staff.commune import commune_changes
from kiosk.stations.rows import ListedStation
from kiosk.toml.editing import Changes, edited
from kiosk.toml.fault import FileFault

FILE = "kiosk.toml"
KEYS = "keys"
HEAD = "# Made by `kiosk province stations make`; what this station itself sets wins.\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonSettings:
    """What is the same at every station of the province; empty: left to the station."""

    counts_host: str = ""
    updates: str = ""


def settings_of(station: ListedStation, common: CommonSettings) -> bytes:
    """The whole `kiosk.toml` of a station. Raises `FaultyFileError` for values that no station would take."""
    made = edited(HEAD.encode(), _changes(station, common), FILE)
    if isinstance(made, FileFault):
        raise FaultyFileError([made])
    with tempfile.TemporaryDirectory(prefix="kiosk-stations-") as trial:
        (Path(trial) / FILE).write_bytes(made)
        read_settings(overrides=Path(trial))
    return made


def _changes(station: ListedStation, common: CommonSettings) -> Changes:
    values = station.values
    commune: dict[str, object] = {**commune_changes(station.commune, station.province)["commune"]}
    commune["station"] = station.name
    commune |= {key: values[key] for key in ("phone", "police_phone") if key in values}
    for key in ("opening_hours", "counter"):
        if key in values:
            commune[key] = {"vi": values[key], "en": values.get(f"{key}_en", values[key])}
    changes: dict[str, Mapping[str, object]] = {"commune": commune}
    if common.counts_host:
        changes["province"] = {"host": common.counts_host}
    if common.updates:
        changes["updates"] = {"source": common.updates}
    return changes  # type: ignore[return-value]
