"""What a command writes on a terminal is text: a control character from a stick, a card or a server is shown, not
obeyed.

An escape sequence in a name could clear the screen, retitle the window or type an answer for whoever looks on.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final, TextIO, cast

KEPT: Final = frozenset("\n\t")
_PICTURES: Final = 0x2400
"""Control pictures of Unicode: ESC is shown as its picture, U+241B."""
_TURNS: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""They turn the direction of what stands around them."""


def harmless(text: str) -> str:
    """The text with every control character but line feed and tab made visible."""
    if text.isprintable():
        return text
    return "".join(_shown(letter) for letter in text)


def _shown(letter: str) -> str:
    if letter in KEPT:
        return letter
    if letter in _TURNS:
        return "\ufffd"
    if unicodedata.category(letter) not in ("Cc", "Cs"):
        return letter
    number = ord(letter)
    if number < 0x20:
        return chr(_PICTURES + number)
    return "\u2421" if number == 0x7F else "\ufffd"


class HarmlessOutput:
    """A text stream that shows control characters; what is written as bytes passes through as it is."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write it harmlessly; how many letters of `text` that were."""
        self._stream.write(harmless(text))
        return len(text)

    def draw(self, text: str) -> None:
        """Write it as it is, at once: what a command draws by itself, with no word of anybody else's in it."""
        self._stream.write(text)
        self._stream.flush()

    def __getattr__(self, name: str) -> Any:
        """Everything else is the stream's own."""
        return getattr(self._stream, name)


def draw(text: str) -> None:
    """Command the terminal at standard error, as going back in the line does; with words of our own alone."""
    if isinstance(sys.stderr, HarmlessOutput):
        sys.stderr.draw(text)
    else:
        sys.stderr.write(text)
        sys.stderr.flush()


@contextmanager
def harmless_output() -> Iterator[None]:
    """Let nothing that is printed inside this block command the terminal: control characters are made visible."""
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = (cast("TextIO", HarmlessOutput(stream)) for stream in before)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before
