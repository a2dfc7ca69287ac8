"""Keys of a TOML text changed, everything else left as it was typed: comments, order, blanks, line ends (tomlkit).

Proved before it is handed on: read again, the text says the old values with the changes in them, and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from typing import Any

from kiosk.i18n import Text, nfc
from kiosk.toml.fault import FileFault, fault
from kiosk.toml.parsing import Tree, checked_text, parse

Value = str | int | float | bool | tuple[str, ...] | Mapping[str, str]
Changes = Mapping[str, Mapping[str, Value]]
"""table -> key -> value."""


def edited(source: bytes, changes: Changes, file: str) -> bytes | FileFault:
    """The file's new bytes, in UTF-8; or why it cannot be changed: it is no TOML, or it is not a table there."""
    text, before = checked_text(source, file), parse(source, file)
    for read in (text, before):
        if isinstance(read, FileFault):
            return read
    new = _changed(str(text), changes)
    if new is None or parse(new.encode(), file) != _merged(before, changes):
        return fault(file, "", _CANNOT)
    return (new.replace("\n", "\r\n") if b"\r\n" in source else new).encode()


def _changed(text: str, changes: Changes) -> str | None:
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(text)
        for name, keys in changes.items():
            if name not in document:
                document.add(name, tomlkit.table())
            for key, value in keys.items():
                _put(document[name], key, value)
        return tomlkit.dumps(document)
    except (TOMLKitError, TypeError, ValueError, AttributeError):  # e.g. a table whose parts stand far apart
        return None


def _put(table: Any, key: str, value: Value) -> None:
    """One key; what says the same already is not touched."""
    import tomlkit

    present = table.get(key)
    if isinstance(value, Mapping) and isinstance(present, MutableMapping):
        for inner, one in value.items():
            _put(present, inner, one)
    elif isinstance(value, Mapping):
        inline = tomlkit.inline_table()
        inline.update(_plain(value))
        table[key] = inline
    elif present != _plain(value) or type(tomlkit.item(present).unwrap()) is not type(_plain(value)):
        table[key] = _plain(value)


def _plain(value: Any) -> Any:
    """As a parser of TOML gives it, texts in NFC."""
    match value:
        case str():
            return nfc(value)
        case Mapping():
            return {key: _plain(one) for key, one in value.items()}
        case tuple():
            return [_plain(one) for one in value]
    return value


def _merged(before: object, changes: Mapping[str, Any]) -> Tree:
    merged: Tree = dict(before) if isinstance(before, dict) else {}
    for key, value in changes.items():
        merged[key] = _merged(merged.get(key), value) if isinstance(value, Mapping) else _plain(value)
    return merged


_CANNOT = Text(
    "không sửa được mà giữ nguyên phần còn lại; xin sửa tệp bằng tay",
    "cannot be changed while keeping the rest; change the file by hand",
)
