"""A person before the booted machine: reads the screen in QEMU's picture by tesseract, touches what bears words."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from release.image.verify.looks import shown_after
from release.image.verify.machine import BootedPc
from release.verify.eyes import WAYS, NotSeenError, SeenWords, lines_of, places_of, readable

PATIENCE_S = 90.0
LOOKED_ON_S = 5.0
"""For so long after a touch picture after picture is taken."""
BETWEEN_LOOKS_S = 0.3
BETWEEN_KEYS_S = 0.3
"""QEMU holds a key for 0.1 s and answers before it has let it go."""
AT_REST_S = 1.0
"""A computed machine draws a digit more slowly than it is typed."""


class PersonAtTheMachine:
    """Looks and touches; pictures go to `out`."""

    def __init__(self, machine: BootedPc, out: Path) -> None:
        self._machine = machine
        self.out = out

    def sees(self, words: str) -> SeenWords | None:
        """Where these words stand best now, in either way of reading."""
        shot = self.out / "now.png"
        self._machine.control.picture(shot)
        read = self.out / "read.png"
        readable(shot).save(read)
        for way in WAYS:
            command = ["tesseract", str(read), "-", "-l", "vie", "--psm", str(way), "tsv"]
            told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            if found := places_of(list(lines_of(told)), words):
                return found[0]
        return None

    def waits_for(self, words: str, patience_s: float = PATIENCE_S) -> SeenWords:
        """The best place of these words, once they are there. Raises `NotSeenError`."""
        ends = time.monotonic() + patience_s
        while (found := self.sees(words)) is None:
            if time.monotonic() > ends:
                raise NotSeenError(f"{words!r} in {patience_s:.0f} s; the picture is {self.out / 'now.png'}")
        return found

    def touches(self, words: str, *, then: str, keep: str = "") -> float:
        """Touch what bears these words and wait until `then` is read; seconds until the screen was as it was then.

        Nothing is touched in between: the figure comes from pictures alone, to a third of a second."""
        place = self.waits_for(words).middle
        began = time.monotonic()
        self._machine.control.touch(*place)
        looks = list(self._looks(began))
        self.waits_for(then)
        at_last = (self.out / "now.png").read_bytes()
        took = shown_after(looks, at_last)
        if keep:
            self._machine.control.picture(self.out / keep)
        return time.monotonic() - began if took is None else took

    def types(self, text: str) -> None:
        """Key by key, and wait until the screen shows what was typed and is at rest. Raises `NotSeenError`."""
        before = seen = self._machine.control.picture(self.out / "now.png")
        for key in text:
            self._machine.control.keys(key)
            time.sleep(BETWEEN_KEYS_S)
        ends = time.monotonic() + PATIENCE_S
        while True:
            time.sleep(AT_REST_S)
            now = self._machine.control.picture(self.out / "now.png")
            if now == seen != before:
                return
            if time.monotonic() > ends:
                raise NotSeenError(f"anything of what was typed; the picture is {self.out / 'now.png'}")
            seen = now

    def _looks(self, began: float) -> Iterator[tuple[float, bytes]]:
        """Pictures, each with the seconds since `began` at which it was asked for."""
        while (at := time.monotonic() - began) < LOOKED_ON_S:
            yield at, self._machine.control.picture(self.out / "after.png")
            time.sleep(BETWEEN_LOOKS_S)
