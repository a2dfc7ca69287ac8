"""Bytes of a TOML file to its tables: bounds first, then the encoding, then the language, every text in NFC."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Iterator
from typing import Final

from kiosk.i18n import Text, nfc
from kiosk.toml.bounds import DEEPEST, LARGEST_NUMBER, TOO_DEEP, out_of_bounds, too_large
from kiosk.toml.encoding import text_of
from kiosk.toml.fault import FileFault, fault
from kiosk.toml.places import inside

Tree = dict[str, object]
MOST_LEVELS: Final = 2 * DEEPEST
"""Long keys within each other: each of them is within its bound."""
_PLACE = re.compile(r"^(?P<what>.*?)(?: \(at (?P<place>[^()]*)\))?$", re.DOTALL)


def parse(source: bytes, file: str) -> Tree | FileFault:
    """The tables of one TOML file, or the first fault that keeps it from being read as TOML."""
    text = checked_text(source, file)
    if isinstance(text, FileFault):
        return text
    tree = _parsed(text, file)
    if isinstance(tree, FileFault):
        return tree
    try:
        composed = _composed(tree)
    except _UnusableError:
        return fault(file, *next(_unusable(tree, "")))
    return composed if isinstance(composed, dict) else {}


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
        return fault(file, place, Text(f"không đúng cách viết TOML: {_in_vietnamese(what)}", f"not TOML: {what}"))
    except (ValueError, RecursionError, OverflowError):  # what the bounds should have caught; never a traceback
        return fault(file, "", Text("không đọc được thành TOML", "cannot be read as TOML"))


def _in_vietnamese(what: str) -> str:
    """tomllib's own words for a fault; those that somebody typing a file meets have their translation."""
    return next((said for words, said in _TOMLLIB.items() if what.startswith(words)), what)


_TOMLLIB: Final = {
    "Invalid value": "giá trị không hợp lệ (chữ phải đặt trong ngoặc kép)",
    "Illegal character": "ký tự không được phép ở đây (thiếu dấu ngoặc kép ở cuối?)",
    "Expected '=' after a key": "thiếu dấu = sau khóa",
    "Expected ']' at the end of a table declaration": "thiếu dấu ] sau tên bảng",
    "Expected ']]' at the end of an array declaration": "thiếu dấu ]] sau tên danh sách",
    "Expected newline or end of document": "còn chữ thừa sau giá trị",
    "Cannot overwrite a value": "khóa này đã có ở trên",
    "Cannot declare": "bảng này đã có ở trên",
    "Cannot mutate": "bảng hoặc danh sách này đã đóng ở trên",
    "Cannot redefine": "bảng này đã có ở trên",
    "Duplicate inline table key": "khóa này đã có trong cùng dấu { }",
    "Unclosed array": "thiếu dấu ] ở cuối danh sách",
    "Unclosed inline table": "thiếu dấu } ở cuối",
    "Unterminated string": "thiếu dấu ngoặc kép ở cuối",
    "Expected \"'''\"": "thiếu ba dấu ngoặc ở cuối",
    "Unescaped": "dấu \\ trong chữ phải viết hai lần",
    "Invalid statement": "dòng này không phải khóa = giá trị",
    "Invalid initial character for a key part": "khóa bắt đầu bằng ký tự lạ (khóa có dấu phải đặt trong ngoặc kép)",
    "Invalid date or datetime": "ngày không có thật",
    "Invalid hex value": "mã ký tự sau \\u không đúng",
    "Found invalid character": "ký tự không được phép ở đây",
}


class _UnusableError(Exception):
    """Somewhere in the tables stands what no file may say."""


def _composed(value: object, depth: int = 0) -> object:
    """Every text in it in NFC. Raises `_UnusableError`."""
    match value:
        case str():
            return nfc(value)
        case dict():
            composed = {nfc(key): _composed(one, depth + 1) for key, one in value.items()}
            if len(composed) < len(value) or depth > MOST_LEVELS:
                raise _UnusableError
            return composed
        case list():
            if depth > MOST_LEVELS:
                raise _UnusableError
            return [_composed(one, depth + 1) for one in value]
    if _is_no_number(value):
        raise _UnusableError
    return value


def _is_no_number(value: object) -> bool:
    """Whether it is a number that is none (nan, inf) or has more than 64 bits."""
    if isinstance(value, int):
        return not -LARGEST_NUMBER - 1 <= value <= LARGEST_NUMBER
    return isinstance(value, float) and not math.isfinite(value)


def _unusable(value: object, path: str, depth: int = 0) -> Iterator[tuple[str, Text]]:
    """Where and why `_composed` gave up."""
    match value:
        case dict() | list() if depth > MOST_LEVELS:
            yield "", TOO_DEEP
        case dict():
            if len({nfc(key) for key in value}) < len(value):
                yield path, _ONE_KEY_TWICE
            for key, one in value.items():
                yield from _unusable(one, inside(path, key), depth + 1)
        case list():
            for place, one in enumerate(value):
                yield from _unusable(one, f"{path}[{place}]", depth + 1)
        case _ if _is_no_number(value):
            yield path, _TOO_LARGE if isinstance(value, int) else _NO_NUMBER


_ONE_KEY_TWICE = Text("một khóa viết hai lần (dựng sẵn và tổ hợp)", "one key twice (composed and decomposed)")
_TOO_LARGE = Text("số quá lớn (hơn 64 bit)", "the number is too large (more than 64 bits)")
_NO_NUMBER = Text("cần một con số, không phải nan hay inf", "expected a number, not nan or inf")
