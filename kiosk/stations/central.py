"""Settings that the province signs for all its stations, and what one station takes of them.

One file names each PC with the text of its `kiosk.toml`; it comes over the signed channel of the content. A station
lays its own part between the shipped defaults and what was set at the station, where the station's own wins, and uses
it from its next start. What would rename the PC, or is no settings file, is refused and the part of before stays.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

import msgspec

from devices import json_message
from devices.json_message import JsonMessageError
from devices.system.files import replace_settled
from kiosk import paths
from kiosk.counts.station_keys import pc_name
from kiosk.errors import FaultyFileError, KioskError
from kiosk.i18n import Text
from kiosk.settings import read_settings
from kiosk.stations.making import FILE

_NOT_READ = Text("stations.json không đúng: {reason}", "stations.json cannot be read: {reason}")
_RENAMES = Text("{pc}: thiết lập đã ký sẽ đổi tên máy này.", "{pc}: the signed settings would rename this PC.")


class CentralError(KioskError):
    """Signed settings that this station cannot use; the message says why."""

    code = "update.unfit"


class _Central(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    stations: dict[str, str]


def encoded(settings: Mapping[str, bytes]) -> bytes:
    """PC name -> its `kiosk.toml`, as one file to be signed; the same settings give the same bytes."""
    return msgspec.json.encode(_Central(stations={name: settings[name].decode() for name in sorted(settings)}))


def decoded(content: bytes) -> Mapping[str, str]:
    """PC name -> its `kiosk.toml`. Raises `CentralError`."""
    try:
        return json_message.decode(content, _Central).stations
    except JsonMessageError as fault:
        raise CentralError(_NOT_READ.filled(reason=fault)) from fault


def take(content: bytes, pc_id: str, folder: Path, overrides: Path) -> bool:
    """Lay this PC's part into `folder`; False where it is not named, and then what was there before is gone.

    Raises `CentralError`, `OSError`.
    """
    own = decoded(content).get(pc_id)
    if own is None:
        (folder / FILE).unlink(missing_ok=True)
        return False
    _prove(own, pc_id, overrides)
    folder.mkdir(parents=True, exist_ok=True)
    replace_settled(folder / FILE, own.encode())
    return True


def _prove(own: str, pc_id: str, overrides: Path) -> None:
    """The station reads with it, and is the same PC."""
    with tempfile.TemporaryDirectory(prefix="kiosk-central-") as name:
        central = Path(name)
        (central / FILE).write_text(own, "utf-8")
        try:
            commune = read_settings(paths.shipped_config(), overrides, central=central).kiosk.commune
        except FaultyFileError as fault:
            raise CentralError(str(fault)) from fault
    if pc_name(commune.code, commune.station) != pc_id:
        raise CentralError(_RENAMES.filled(pc=pc_id))
