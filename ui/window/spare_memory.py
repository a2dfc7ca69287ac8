"""What a visit needed and the next does not goes back to the system: Python's rings, QML's garbage, freed memory.

Freed memory that stays with the process would still hold what a person typed, and grows with the largest visit.
"""

from __future__ import annotations

import ctypes
import gc
import sys

from PySide6.QtQml import QQmlEngine

_libc = ctypes.CDLL(None) if sys.platform == "linux" else None
M_MMAP_THRESHOLD = -3
LARGE = 512 * 1024
"""Bytes: less than any picture of a page, more than what is made and let go all the time."""


def keep_pictures_apart() -> None:
    """Pictures get memory of their own, which goes back the moment they are let go: by itself the C library puts them
    among the small things after the first one (mallopt(3))."""
    if _libc is not None and hasattr(_libc, "mallopt"):
        _libc.mallopt(M_MMAP_THRESHOLD, LARGE)


def give_back(engine: QQmlEngine) -> None:
    """Collect and return; a few milliseconds, between two persons."""
    gc.collect()
    engine.collectGarbage()
    if _libc is not None and hasattr(_libc, "malloc_trim"):  # glibc's own
        _libc.malloc_trim(0)
