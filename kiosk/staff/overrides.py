"""Writes this station's own settings: changed where they stand, proved by the strict reader, then put in place.

Writes `kiosk.toml` and `devices.toml` of the override folder and nothing else. What the technician wrote beside the
changed keys stays: comments, order, blanks. The file of before stays beside it as `.before`.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Final, Literal

from devices.system.files import replace_settled
from kiosk.errors import FaultyFileError, KioskError
from kiosk.settings import Settings, read_settings
from kiosk.toml.editing import Changes, edited
from kiosk.toml.fault import FileFault
from kiosk.toml.reading import bytes_if_there

FileName = Literal["kiosk.toml", "devices.toml"]
FILES: Final[tuple[FileName, ...]] = ("kiosk.toml", "devices.toml")
REFUSED = "staff.settings-refused"
"""The code when a change was not taken."""
HEAD = "# Written by the technician's screen; `sudo kiosk-dvc config show` tells where each value comes from.\n"


def change(name: FileName, changes: Changes, folder: Path, *, shipped: Path | None = None) -> Settings:
    """Change keys of one file; the settings as they are read from now on.

    Raises `KioskError` when the result would not be read, or when it cannot be written; then nothing was changed.
    """
    path = folder / name
    try:
        before = _present(path)
        new = edited(HEAD.encode() if before is None else before, changes, str(path))
        if isinstance(new, FileFault):
            raise FaultyFileError([new])
        settings = _proved(name, new, folder, shipped)
        if before is not None:
            replace_settled(path.with_name(f"{name}.before"), before, like=path)
        replace_settled(path, new)
    except OSError as fault:
        raise KioskError(f"{path}: {fault.strerror}") from fault
    return settings


def _present(path: Path) -> bytes | None:
    """What stands there; None where nothing does. Raises `FaultyFileError` when it cannot be read."""
    source = bytes_if_there(path, str(path))
    if isinstance(source, FileFault):
        raise FaultyFileError([source])
    return source


def _proved(name: FileName, new: bytes, folder: Path, shipped: Path | None) -> Settings:
    """Read the station's settings with the new content in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="kiosk-settings-") as trial:
        for other in FILES:
            source = new if other == name else _present(folder / other)
            if source is not None:
                (Path(trial) / other).write_bytes(source)
        return read_settings(shipped, Path(trial))
