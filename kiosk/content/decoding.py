"""One TOML file to one typed value: composed letters at the door, and faults that name key path and expectation.

TOML because it cannot misread `1.004222` or `không`. Accepts what Windows Notepad writes (byte-order mark, CRLF).
Knows nothing of folders or of what the files mean.
"""

from __future__ import annotations

import re
import tomllib
from copy import deepcopy
from typing import TypeVar

import msgspec

from kiosk.content.fault import ContentFault
from kiosk.i18n import nfc

T = TypeVar("T")
Tree = dict[str, object]

_MISSING = re.compile(r"Object missing required field `(?P<key>[^`]+)`")
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<key>[^`]+)`")
_PLACE = re.compile(r"^(?P<what>.*?)(?: - at `\$?\.?(?P<path>.*)`)?$", re.DOTALL)
_STEP = re.compile(r"\.?([^.\[\]]+)|\[(\d+)\]")
_FAULTS_PER_FILE = 50
LARGEST_FILE = 500_000
"""Bytes; a text file somebody edits by hand is far smaller."""


def parse(source: bytes, file: str) -> Tree | ContentFault:
    """The tables of one TOML file, every text in NFC; a `ContentFault` with line and column when it is no TOML."""
    if len(source) > LARGEST_FILE:
        return ContentFault(file=file, path="", expected=f"larger than {LARGEST_FILE // 1000} kB; split it")
    try:
        return _composed(tomllib.loads(source.decode("utf-8-sig")))
    except UnicodeDecodeError as fault:
        return ContentFault(file=file, path=f"byte {fault.start}", expected="expected UTF-8 text")
    except tomllib.TOMLDecodeError as fault:
        what, _, place = str(fault).partition(" (at ")
        return ContentFault(file=file, path=place.rstrip(")"), expected=f"not TOML: {what}")
    except RecursionError:
        return ContentFault(file=file, path="", expected="tables are nested too deeply")


def _composed(tree: Tree) -> Tree:
    return {nfc(key): _composed_value(value) for key, value in tree.items()}


def _composed_value(value: object) -> object:
    if isinstance(value, str):
        return nfc(value)
    if isinstance(value, dict):
        return _composed(value)
    if isinstance(value, list):
        return [_composed_value(item) for item in value]
    return value


def convert(tree: Tree, kind: type[T], file: str) -> T | tuple[ContentFault, ...]:
    """The typed value, or every fault that can be told apart: unknown and missing keys are all listed at once."""
    faults: list[ContentFault] = []
    patched = tree
    while len(faults) < _FAULTS_PER_FILE:
        try:
            value = msgspec.convert(patched, type=kind, strict=True)
        except msgspec.ValidationError as error:
            fault, repaired = _explain(str(error), patched, file)
            if any(known.path == fault.path for known in faults):
                return tuple(faults)
            faults.append(fault)
            if repaired is None:
                return tuple(faults)
            patched = repaired
        else:
            return tuple(faults) if faults else value
    return tuple(faults)


def _explain(message: str, tree: Tree, file: str) -> tuple[ContentFault, Tree | None]:
    """The fault in a message of msgspec, and the tree mended at that key so that the next fault shows; or None."""
    match = _PLACE.match(message)
    what, path = (match["what"], match["path"] or "") if match else (message, "")
    if unknown := _UNKNOWN.search(what):
        key = unknown["key"]
        fault = ContentFault(
            file=file, path=_joined(path, key), expected="unknown key; remove it or correct its spelling"
        )
        return fault, _with_key(tree, path, key, present=False)
    if missing := _MISSING.search(what):
        key = missing["key"]
        is_text = key in {"vi", "en"}
        expected = f"missing translation `{key}`" if is_text else "missing key"
        fault = ContentFault(file=file, path=_joined(path, key), expected=expected)
        return fault, _with_key(tree, path, key, present=True)
    return ContentFault(file=file, path=path, expected=_plain(what)), None


def _plain(what: str) -> str:
    return what[:1].lower() + what[1:]


def _joined(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _with_key(tree: Tree, path: str, key: str, *, present: bool) -> Tree | None:
    """A deep copy with `key` added (as an empty text) or removed in the table at `path`; None when it is no table."""
    copy = deepcopy(tree)
    table: object = copy
    for name, index in _STEP.findall(path):
        if isinstance(table, dict):
            table = table.get(name)
        elif isinstance(table, list) and index:
            table = table[int(index)]
    if not isinstance(table, dict):
        return None
    if present:
        table[key] = "?"
    else:
        table.pop(key, None)
    return copy
