"""Standard output and error in UTF-8, and a log file where a program has neither.

Linux's streams are UTF-8 already. A pipe on Windows takes the code page of the country, which has no `✓`; a program
without a console has no streams at all.
"""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import TextIO

LARGEST = 1_000_000
"""Bytes of a log file; a fuller one is set aside as `….before` at the next start, and the one before that goes."""


def prepare(log: Path) -> None:
    """Let both streams write UTF-8; into `log` where the program has none. A log that cannot be written is none."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, _log_stream(log))
        elif isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() not in {"utf-8", "utf8"}:
            stream.reconfigure(encoding="utf-8")


def _log_stream(path: Path) -> TextIO:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > LARGEST:
            path.replace(path.with_name(f"{path.name}.before"))
        return path.open("a", encoding="utf-8", buffering=1)
    except OSError:
        return Path(os.devnull).open("w", encoding="utf-8")
