"""Bytes of a TOML file to its tables: bounds first, then the encoding, then the language, every text in NFC."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Iterator

from kiosk.i18n import Text, nfc
from kiosk.toml.bounds import DEEPEST, LARGEST_NUMBER, TOO_DEEP, out_of_bounds, too_large
from kiosk.toml.encoding import text_of
from kiosk.toml.fault import FileFault, fault
from kiosk.toml.places import inside

Tree = dict[str, object]
_PLACE = re.compile(r"^(?P<what>.*?)(?: \(at (?P<place>[^()]*)\))?$", re.DOTALL)


def parse(source: bytes, file: str) -> Tree | FileFault:
    """The tables of one TOML file, or the first fault that keeps it from being read as TOML."""
    text = checked_text(source, file)
    if isinstance(text, FileFault):
        return text
    tree = _parsed(text, file)
    if isinstance(tree, FileFault):
        return tree
    found = next(_unusable(tree, ""), None)
    return _composed(tree) if found is None else fault(file, *found)


def checked_text(source: bytes, file: str) -> str | FileFault:
    """The text of a file that is within the bounds and in UTF-8."""
    if (large := too_large(len(source))) is not None:
        return fault(file, "", large)
    text = text_of(source, file)
    if isinstance(text, str) and (beyond := out_of_bounds(text)) is not None:
        return fault(file, f"line {beyond[0]}", beyond[1])
    return text


def _parsed(text: str, file: str) -> Tree | FileFault:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _PLACE.match(str(error))
        what, place = (found["what"], found["place"] or "") if found else (str(error), "")
        return fault(file, place, Text(f"không đúng cách viết TOML: {what}", f"not TOML: {what}"))
    except (ValueError, RecursionError, OverflowError):  # what the bounds should have caught; never a traceback
        return fault(file, "", Text("không đọc được thành TOML", "cannot be read as TOML"))


def _unusable(value: object, path: str, depth: int = 0) -> Iterator[tuple[str, Text]]:
    """Numbers that are none or have more than 64 bits, and keys that are one once their letters are composed."""
    match value:
        case dict() | list() if depth > 2 * DEEPEST:  # long keys within each other: each of them is within its bound
            yield "", TOO_DEEP
        case int() if not -LARGEST_NUMBER - 1 <= value <= LARGEST_NUMBER:
            yield path, Text("số quá lớn (hơn 64 bit)", "the number is too large (more than 64 bits)")
        case float() if not math.isfinite(value):
            yield path, Text("cần một con số, không phải nan hay inf", "expected a number, not nan or inf")
        case dict():
            if len({nfc(key) for key in value}) < len(value):
                yield (
                    path,
                    Text("một khoá viết hai lần (dựng sẵn và tổ hợp)", "one key twice (composed and decomposed)"),
                )
            for key, one in value.items():
                yield from _unusable(one, inside(path, key), depth + 1)
        case list():
            for place, one in enumerate(value):
                yield from _unusable(one, f"{path}[{place}]", depth + 1)


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
