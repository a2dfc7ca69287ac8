"""Writes this station's own settings: merged into what is there, proved by the strict reader, then put in place.

Writes `kiosk.toml` and `devices.toml` of the override folder and nothing else. The file of before stays beside it as
`.before`; comments in it are not carried over.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from kiosk.errors import KioskError
from kiosk.settings import Settings, read_settings

FileName = Literal["kiosk.toml", "devices.toml"]
Value = str | int | float | bool | Mapping[str, str]
Changes = Mapping[str, Mapping[str, Value]]
"""table -> key -> value."""
REFUSED = "staff.settings-refused"
"""The code when a change was not taken."""
HEAD = "# Written by the technician's screen; `sudo kiosk-dvc config show` tells where each value comes from.\n"


def change(name: FileName, changes: Changes, folder: Path, *, shipped: Path | None = None) -> Settings:
    """Change keys of one file; the settings as they are read from now on.

    Raises `KioskError` when the result would not be read, or when it cannot be written; then nothing was changed.
    """
    path = folder / name
    try:
        text = HEAD + _document(_merged(_present(path), changes))
        settings = _proved(name, text, folder, shipped)
        _put(path, text)
    except OSError as fault:
        raise KioskError(f"{path}: {fault.strerror}") from fault
    return settings


def _present(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise KioskError(f"{path}: {fault}") from fault


def _merged(present: Mapping[str, Any], changes: Changes) -> dict[str, Any]:
    merged = {table: dict(keys) for table, keys in present.items()}
    for table, keys in changes.items():
        merged.setdefault(table, {}).update(keys)
    return merged


def _proved(name: FileName, text: str, folder: Path, shipped: Path | None) -> Settings:
    """Read the station's settings with the new text in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="kiosk-settings-") as trial:
        for other in ("kiosk.toml", "devices.toml"):
            if (folder / other).exists():
                shutil.copyfile(folder / other, Path(trial) / other)
        (Path(trial) / name).write_text(text, encoding="utf-8")
        return read_settings(shipped, Path(trial))


def _put(path: Path, text: str) -> None:
    """Whole or not at all, and on the disk when this returns."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    with beside.open("w", encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    if path.exists():
        shutil.copyfile(path, path.with_name(f"{path.name}.before"))
    beside.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _document(tables: Mapping[str, Mapping[str, Any]]) -> str:
    parts = []
    for table, keys in tables.items():
        parts += [f"\n[{table}]", *(f"{key} = {_literal(value)}" for key, value in keys.items())]
    return "\n".join(parts) + "\n"


def _literal(value: Any) -> str:
    """A TOML value; strings as JSON writes them, which TOML 1.0 reads the same way."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case str():
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case Mapping():
            return "{ " + ", ".join(f"{key} = {_literal(one)}" for key, one in value.items()) + " }"
        case list() | tuple():
            return "[" + ", ".join(_literal(one) for one in value) + "]"
    raise KioskError(f"a setting of the kind {type(value).__name__} cannot be written")
