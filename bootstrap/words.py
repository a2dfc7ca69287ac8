"""What `./station` says on standard error: each sentence in Vietnamese, then in English; and its progress lines."""

from __future__ import annotations

import os
import sys
import time

BOLD, PLAIN = "\033[1m", "\033[0m"
SECONDS_BETWEEN_LINES = 5.0
"""Where lines cannot be written over (a pipe, a log file), one this often."""


def say(vietnamese: str, english: str) -> None:
    """Both sentences, the first one bold where a person looks on."""
    bold, plain = (BOLD, PLAIN) if sys.stderr.isatty() and not os.environ.get("NO_COLOR") else ("", "")
    sys.stderr.write(f"{bold}station: {vietnamese}{plain}\n         {english}\n")
    sys.stderr.flush()


def megabytes(size: float) -> str:
    """Bytes as `16.6 MB`, from 100 MB on without a decimal."""
    return f"{size / 1e6:.1f} MB" if size < 99.95e6 else f"{size / 1e6:.0f} MB"


class Progress:
    """How far one piece of work is: written over in a terminal, now and then a line of its own elsewhere."""

    def __init__(self, *, total: float) -> None:
        self._total = total
        self._started = self._told = time.monotonic()
        self._open = False

    def at(self, done: float, words: str) -> None:
        """`done` of the total; `words` say of what, and are numbers and names, the same in both languages."""
        now = time.monotonic()
        terminal = sys.stderr.isatty()
        if not terminal and now - self._told < SECONDS_BETWEEN_LINES:
            return
        self._told = now
        share = min(1.0, done / self._total) if self._total else 1.0
        text = f"station: {share:4.0%}  {words}{estimate(share, now - self._started)}"
        sys.stderr.write(f"\r\033[K{text}" if terminal else f"{text}\n")
        sys.stderr.flush()
        self._open = terminal

    def end(self) -> None:
        """Close the line that was written over."""
        if self._open:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
            self._open = False


def estimate(share: float, seconds: float) -> str:
    """How long it will still take, once enough is done to say so; empty before and at the end."""
    if seconds < 2 or not 0.02 < share < 1:
        return ""
    left = round(seconds * (1 - share) / share)
    return f"  (còn khoảng {left} giây / about {left} s left)"
