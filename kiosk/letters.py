"""The letters that the bundled fonts can print, from their own tables (OpenType `cmap`), and what stands for others.

A letter no font has would leave a paper without its archival mark, or, as it was, the person without a paper. What
has the same meaning in plainer letters is printed so (full-width digits, circled numbers); for the rest stands a
mark, so that somebody sees that a letter is missing and writes it by hand. Forms name such a letter at its question,
papers print the mark; both ask this one table. Knows nothing of pages.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from kiosk import paths
from kiosk.i18n import nfc

MARK = "□"
_FALLBACK_MARK = "_"
_UNICODE = {(3, 1), (3, 10), (0, 3), (0, 4), (0, 6)}
"""Platform and encoding of the tables that map Unicode."""
_LEFT_ALONE = "\n\t "
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
"""Controls, joiners and directions, halves of letters: left out, because a copy would carry them on unseen."""
_PRIVATE = "Co"
_VARIATIONS = range(0xFE00, 0xFE10)


class PrintableLetters:
    """What a folder of fonts can print."""

    def __init__(self, fonts: Path) -> None:
        self._covered = _covered(fonts)
        self._mark = MARK if ord(MARK) in self._covered else _FALLBACK_MARK
        self._as_they_are = _printed_as_they_are(fonts)

    def printable(self, text: str) -> str:
        """The text, composed, in letters that can be printed; nothing changes in one that is so already."""
        composed = nfc(text)
        if self._as_they_are.issuperset(composed):
            return composed
        return "".join(map(self._instead, composed))

    def missing(self, text: str) -> str:
        """The letters of `text` for which a mark is printed."""
        return "".join(letter for letter in nfc(text) if letter != self._mark == self._instead(letter))

    def replaced(self, text: str) -> dict[str, str]:
        """Letters of `text` that are not printed as they stand, once each, with what is printed for them."""
        printed = {letter: self._instead(letter) for letter in nfc(text)}
        return {letter: instead for letter, instead in printed.items() if instead not in ("", letter)}

    def _instead(self, letter: str) -> str:
        if letter in self._as_they_are:
            return letter
        if _is_unseen(letter):
            return ""
        plainer = nfc(unicodedata.normalize("NFKC", letter))
        return plainer if plainer != letter and self._covered.issuperset(map(ord, plainer)) else self._mark


def _is_unseen(letter: str) -> bool:
    return unicodedata.category(letter) in _UNSEEN or ord(letter) in _VARIATIONS


@lru_cache(maxsize=1)
def shipped() -> PrintableLetters:
    """What the fonts that come with the program can print."""
    return PrintableLetters(paths.assets() / "fonts")


@lru_cache(maxsize=2)
def _covered(folder: Path) -> frozenset[int]:
    return frozenset(code for file in sorted(folder.glob("*.ttf")) for code in _codes(file.read_bytes()))


@lru_cache(maxsize=2)
def _printed_as_they_are(folder: Path) -> frozenset[str]:
    letters = map(chr, _covered(folder))
    seen = (letter for letter in letters if not _is_unseen(letter) and unicodedata.category(letter) != _PRIVATE)
    return frozenset((*seen, *_LEFT_ALONE))


def _codes(font: bytes) -> Iterator[int]:
    """The code points a TrueType font has a glyph for."""
    (tables,) = struct.unpack_from(">H", font, 4)
    for number in range(tables):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        if tag == b"cmap":
            yield from _mapped(font, offset)


def _mapped(font: bytes, cmap: int) -> Iterator[int]:
    (subtables,) = struct.unpack_from(">H", font, cmap + 2)
    for number in range(subtables):
        platform, encoding, offset = struct.unpack_from(">HHI", font, cmap + 4 + 8 * number)
        if (platform, encoding) not in _UNICODE:
            continue
        (form,) = struct.unpack_from(">H", font, cmap + offset)
        if form == 4:
            yield from _segments(font, cmap + offset)
        elif form == 12:
            yield from _groups(font, cmap + offset)


def _segments(font: bytes, at: int) -> Iterator[int]:
    """Format 4: ranges of the first plane; the last one, ending in FFFF, is no letter."""
    (twice,) = struct.unpack_from(">H", font, at + 6)
    ends = struct.unpack_from(f">{twice // 2}H", font, at + 14)
    starts = struct.unpack_from(f">{twice // 2}H", font, at + 16 + twice)
    for start, end in zip(starts, ends, strict=True):
        yield from range(start, min(end, 0xFFFE) + 1)


def _groups(font: bytes, at: int) -> Iterator[int]:
    """Format 12: ranges of all planes."""
    (groups,) = struct.unpack_from(">I", font, at + 12)
    for number in range(groups):
        start, end, _ = struct.unpack_from(">III", font, at + 16 + 12 * number)
        yield from range(start, end + 1)
