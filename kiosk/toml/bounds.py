"""How large a file may be before it is parsed at all, so that no file keeps the station busy or fills its memory.

A parser of TOML takes seconds and gigabytes for some short files (a key of 20,000 parts), and one number of 5,000
digits ends it. Counting brackets, dots and equal signs outside texts and comments is done in one pass.
"""

from __future__ import annotations

import re
from typing import Final

from kiosk.i18n import Text

LARGEST_FILE: Final = 500_000
"""Bytes; a file somebody edits by hand is far smaller (the largest shipped one has 30,000)."""
DEEPEST: Final = 20
"""Tables and lists within each other, and parts of one key; shipped files reach 8."""
MOST_KEYS: Final = 10_000
"""Keys and lists; the largest shipped file has 1,400."""
LONGEST_WORD: Final = 200
"""Letters or digits of one bare key or number."""
LARGEST_NUMBER: Final = 2**63 - 1
"""TOML 1.0: integers have 64 bits."""
_DEEPER: Final = {"[": 1, "{": 1, "]": -1, "}": -1}
_TOKEN: Final = re.compile(
    r'(?P<skipped>"""(?:[^"\\]++|\\.|"{1,2}(?!"))*+"{0,5}'
    r"|'''(?:[^']++|'{1,2}(?!'))*+'{0,5}"
    r'|"(?:[^"\\\n]++|\\[^\n])*+"?'
    r"|'[^'\n]*+'?"
    r"|#[^\n]*+)"
    rf"|(?P<long>[\w+-]{{{LONGEST_WORD + 1}}})"
    r"|(?P<sign>[\[\]{}=.,])",
    re.DOTALL,
)


def too_large(size: int) -> Text | None:
    """What is wrong with a file of so many bytes."""
    if size <= LARGEST_FILE:
        return None
    most = LARGEST_FILE // 1000
    return Text(f"lớn hơn {most} kB; xin chia nhỏ", f"larger than {most} kB; split it")


def out_of_bounds(text: str) -> tuple[int, Text] | None:
    """The line (from 1) at which a text goes beyond a bound, and which; None when it stays within all of them."""
    depth = dots = keys = 0
    for token in _TOKEN.finditer(text):
        if token.lastgroup == "skipped":
            continue
        if token.lastgroup == "long":
            return _line(text, token), _TOO_LONG
        sign = token[0]
        dots = dots + 1 if sign == "." else 0  # between two keys stands one of the other signs, not only a line end
        depth += _DEEPER.get(sign, 0)
        keys += sign in "=["
        if depth > DEEPEST or dots > DEEPEST:
            return _line(text, token), TOO_DEEP
        if keys > MOST_KEYS:
            return _line(text, token), _TOO_MANY
    return None


def _line(text: str, token: re.Match[str]) -> int:
    return text.count("\n", 0, token.start()) + 1


_TOO_LONG: Final = Text(
    f"số hoặc khóa dài hơn {LONGEST_WORD} ký tự", f"a number or key of more than {LONGEST_WORD} characters"
)
TOO_DEEP: Final = Text(
    f"bảng lồng nhau quá sâu (hơn {DEEPEST} tầng)", f"tables are nested too deeply (more than {DEEPEST} levels)"
)
_TOO_MANY: Final = Text(f"nhiều hơn {MOST_KEYS} khóa; xin chia nhỏ", f"more than {MOST_KEYS} keys; split the file")
