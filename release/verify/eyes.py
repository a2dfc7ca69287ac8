"""A person before the screen of the installed kiosk: reads what stands there, points at it, types.

Nothing is asked of the programs: the picture is grim's, the words are what tesseract (Debian's, in the machine) reads
in it, and finger and keys are plugged into the compositor (`tests/escapes/hand.py`). Words are compared without
marks, and nearly: a letter that was read wrong is no other word.
"""

from __future__ import annotations

import shutil
import time
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from pathlib import Path
from typing import Final

from PIL import Image, ImageChops, ImageFilter

from devices.pictures import picture
from release.verify.machine import Machine
from release.verify.picture import GRIM, OUT, inside
from tests.escapes.hand import Hand, keymap
from tests.escapes.trying import do
from tests.escapes.wire import Wire

ENLARGED: Final = 1.5
"""Small letters are read better in a larger picture."""
ALIKE: Final = 0.82
"""Share of equal letters from which two words are taken for the same."""
SHORT: Final = 5
"""Letters of a word that is only taken where it stands alone: such as "Có" are in many others."""
EXACT: Final = 7
"""Letters of words that must be read rightly: "Đồng ý" is nearly "Đăng ký"."""
WAYS: Final = (11, 6)
"""tesseract's: words wherever they stand; lines across the whole screen."""
LOOK_ALIKE: Final = str.maketrans("aq0il", "ogo11")
ACROSS: Final = 4
"""Turns of the wheel sideways, between two looks."""
TABLE_ABOVE: Final = 0.1
"""Where a row of the table stands above the words below it, in parts of the screen's height."""
SURE: Final = 15.0
"""Below it tesseract guesses (0 to 100)."""
PATIENCE_S: Final = 120.0
RUNTIME: Final = "/run/kiosk-dvc"
_SHOT: Final = f"{RUNTIME}/shot.png"
_READ: Final = f"{RUNTIME}/read.png"


class NotSeenError(Exception):
    """What a person looks for is not on the screen; the message says what is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Of letters on the screen; in parts of its width and height."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadWord:
    """One word of the screen as tesseract read it."""

    text: str
    box: Box

    def letters(self) -> Iterator[tuple[str, Box]]:
        """Each letter that counts, with its share of the word's box."""
        marks = folded(self.text)
        wide = (self.box.right - self.box.left) / max(1, len(marks))
        for place, mark in enumerate(marks):
            left = self.box.left + place * wide
            yield mark, Box(left=left, top=self.box.top, right=left + wide, bottom=self.box.bottom)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenWords:
    """Where words that were looked for stand, and how alike they are to them."""

    likeness: float
    box: Box

    @property
    def middle(self) -> tuple[float, float]:
        """Where a finger would touch them."""
        return (self.box.left + self.box.right) / 2, (self.box.top + self.box.bottom) / 2


class PersonAtTheScreen:
    """Reads, points and types; the end of `close` pulls finger and keys out."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self._wire = Wire(machine.opened / RUNTIME.removeprefix("/") / "wayland-1")
        self._hand = Hand(self._wire, keymap())
        self._looks = 0
        self._read: list[list[ReadWord]] = []
        """What was read since the last act; empty: nothing yet."""

    def close(self) -> None:
        """Go away from the screen, with its pictures."""
        self._wire.close()
        self._machine.run(f"rm -f {_SHOT} {_READ}")

    def sees(self, words: str) -> bool:
        """Whether the screen shows these words now, in either way of reading."""
        return any(places_of(self._lines(), words) for _ in WAYS)

    def first_of(self, *words: str, patience_s: float = PATIENCE_S) -> str:
        """The first of these that the screen shows, in the order of the words. Raises `NotSeenError`."""
        ends = time.monotonic() + patience_s
        while True:
            lines = self._lines()
            for each in words:
                if places_of(lines, each):
                    return each
            if time.monotonic() > ends:
                raise NotSeenError(f"none of {words}; {_shown(lines)}")

    def waits_for(self, words: str, patience_s: float = PATIENCE_S) -> SeenWords:
        """The best place of these words, once they are there. Raises `NotSeenError`."""
        ends = time.monotonic() + patience_s
        found = places_of(self._read, words)
        while not found:
            found = places_of(lines := self._lines(), words)
            if not found and time.monotonic() > ends:
                raise NotSeenError(f"{words!r}; {_shown(lines)}")
        return found[0]

    def touches(self, words: str, *, then: str = "", patience_s: float = PATIENCE_S) -> None:
        """Touch what bears these words; again, until the screen shows `then`, where that is said."""
        ends = time.monotonic() + patience_s
        self._touch(self.waits_for(words, patience_s))
        while then and not self.sees(then):
            if time.monotonic() > ends:
                self.waits_for(then, 0)
            if again := places_of(self._lines(), words):
                self._touch(again[0])

    def finds(self, words: str, *, left_of: float = 1.0, steps: int = 3) -> SeenWords:
        """The same after scrolling what stands on the left, down and then up again, as far as it needs; of several
        places one `left_of` there."""
        for turn in (*(steps,) * 14, *(-steps,) * 28):
            for _ in WAYS:
                found = [each for each in places_of(self._lines(), words) if each.middle[0] < left_of]
                if found:
                    return found[0]
            self._hand.move(0.3, 0.5)
            self._hand.wheel(turn)
            self._acted(0.4)
        return self.waits_for(words, 0)

    def touches_below(self, words: str, left_of: float = 1.0) -> None:
        """Touch what has to be scrolled to."""
        self._touch(self.finds(words, left_of=left_of))

    def touches_across(self, words: str, above: str, left_of: float = 1.0) -> None:
        """Touch what stands at the far end of a wide table, which is moved sideways; `above`: words below it."""
        foot = self.finds(above, left_of=left_of)
        for turn in (0, *(ACROSS,) * 6):
            self._hand.move(foot.middle[0], foot.box.top - TABLE_ABOVE)
            self._hand.wheel(turn, sideways=True)
            self._acted(0.4)
            for _ in WAYS:
                found = [each for each in places_of(self._lines(), words) if each.middle[0] < left_of]
                if found:
                    self._touch(found[0])
                    return
        self.waits_for(words, 0)

    def touches_beside(self, words: str, right: float, below: float = 0.0, left_of: float = 1.0) -> None:
        """Touch a place so far, in parts of the screen, from the begin of words that have to be scrolled to."""
        box = self.finds(words, left_of=left_of).box
        self.points(box.left + right, (box.top + box.bottom) / 2 + below)

    def types(self, text: str) -> None:
        """Press a key for each letter, on a keyboard of the compositor."""
        do(self._hand, f"type {text}")
        self._acted(0.3)

    def keeps(self, name: str) -> None:
        """The screen as a picture of the report."""
        self._machine.run(GRIM.format(RUNTIME, _SHOT))
        shutil.copyfile(inside(self._machine, _SHOT), OUT / name)

    def until(self, holds: Callable[[], object], what: str, patience_s: float = PATIENCE_S) -> None:
        """Wait for something that is not on the screen. Raises `NotSeenError` with what is."""
        ends = time.monotonic() + patience_s
        while not holds():
            if time.monotonic() > ends:
                self.waits_for(f"({what})", 0)
            time.sleep(0.2)

    def _touch(self, seen: SeenWords) -> None:
        self.points(*seen.middle)

    def points(self, x: float, y: float) -> None:
        """Touch a place, in parts of the screen."""
        self._hand.click("left", x, y)
        self._hand.move(0.999, 0.999)
        self._acted(0.5)

    def _acted(self, seconds: float) -> None:
        """What was read before stands no more."""
        self._read = []
        time.sleep(seconds)

    def _lines(self) -> list[list[ReadWord]]:
        """A new look, each in another way of taking the page apart: what one misses the next finds."""
        self._machine.run(GRIM.format(RUNTIME, _SHOT))
        readable(inside(self._machine, _SHOT)).save(inside(self._machine, _READ))
        way = WAYS[self._looks % len(WAYS)]
        self._looks += 1
        read = f"OMP_THREAD_LIMIT=1 tesseract {_READ} - -l vie --psm {way} tsv 2>/dev/null"
        self._read = list(lines_of(self._machine.run(read)))
        return self._read


def readable(shot: Path) -> Image.Image:
    """A picture of the screen as tesseract reads it best: black on white, enlarged."""
    seen = _black_on_white(shot)
    return seen.resize((round(seen.width * ENLARGED), round(seen.height * ENLARGED)), Image.Resampling.LANCZOS)


def _black_on_white(shot: Path) -> Image.Image:
    """What stands out from the ground around it, in whatever colours: white words on a dark button are read too."""
    grey = picture(shot).convert("L")
    small = grey.resize((grey.width // 4, grey.height // 4), Image.Resampling.NEAREST)
    ground = small.filter(ImageFilter.MedianFilter(11)).resize(grey.size, Image.Resampling.NEAREST)
    return ImageChops.difference(grey, ground).point(lambda value: 255 - min(2 * value, 255))


def lines_of(table: str) -> Iterator[list[ReadWord]]:
    """tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text."""
    rows = [cells for line in table.splitlines()[1:] if len(cells := line.split("\t")) == 12]
    whole = next((cells for cells in rows if cells[0] == "1"), None)
    if whole is None:
        return
    width, height = float(whole[8]), float(whole[9])
    read = [cells for cells in rows if cells[0] == "5" and float(cells[10]) >= SURE and folded(cells[11])]
    for _, line in groupby(read, key=lambda cells: cells[2:5]):
        yield [_word(cells, width, height) for cells in line]


def _word(cells: list[str], width: float, height: float) -> ReadWord:
    left, top, wide, high = map(float, cells[6:10])
    box = Box(left=left / width, top=top / height, right=(left + wide) / width, bottom=(top + high) / height)
    return ReadWord(text=cells[11], box=box)


def folded(text: str) -> str:
    """Letters and digits without marks and spaces; those that look alike in the kiosk's font are the same."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(mark for mark in plain if mark.isalnum()).translate(LOOK_ALIKE)


def _broken(lines: list[list[ReadWord]]) -> Iterator[list[ReadWord]]:
    """Two lines of which one stands close below the other, as a button's words that were broken."""
    for upper in lines:
        for lower in lines:
            over, under = upper[0].box, lower[0].box
            beside = under.left < upper[-1].box.right and over.left < lower[-1].box.right
            if beside and 0 < under.top - over.bottom < over.bottom - over.top:
                yield [*upper, *lower]


def _shown(lines: list[list[ReadWord]]) -> str:
    return "the screen shows: " + " / ".join(" ".join(word.text for word in line) for line in lines)[:1500]


def places_of(lines: list[list[ReadWord]], words: str) -> list[SeenWords]:
    """Places with these words, the most alike first; of those the one that stands most alone, as on a button."""
    wanted = folded(words)
    found: list[tuple[int, SeenWords]] = []
    for line in [*lines, *_broken(lines)]:
        letters = [letter for word in line for letter in word.letters()]
        text = "".join(mark for mark, _ in letters)
        if len(wanted) < SHORT and len(text) > len(wanted) + 1:
            continue
        likeness, begin, end = _most_alike(text, wanted)
        if likeness >= ALIKE:
            box = _around([box for _, box in letters[begin:end]])
            found.append((len(text), SeenWords(likeness=likeness, box=box)))
    return [seen for _, seen in sorted(found, key=lambda each: (-each[1].likeness, each[0]))]


def _most_alike(text: str, wanted: str) -> tuple[float, int, int]:
    """The part of a line that is most like what is wanted: how much, from where, to where. Spaces do not count: some
    are lost in reading."""
    if (at := text.find(wanted)) >= 0:
        return 1.0, at, at + len(wanted)
    if len(wanted) < EXACT:
        return 0.0, 0, 0
    compared = SequenceMatcher(b=wanted, autojunk=False)
    best = (0.0, 0, 0)
    for size in range(max(1, len(wanted) - 1), len(wanted) + 2):
        for begin in range(len(text) - size + 1):
            compared.set_seq1(text[begin : begin + size])
            if compared.quick_ratio() >= max(ALIKE, best[0]):
                best = max(best, (compared.ratio(), begin, begin + size))
    return best


def _around(boxes: list[Box]) -> Box:
    return Box(
        left=min(box.left for box in boxes),
        top=min(box.top for box in boxes),
        right=max(box.right for box in boxes),
        bottom=max(box.bottom for box in boxes),
    )
