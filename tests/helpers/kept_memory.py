"""What a process of tests keeps that a station gives back: freed memory, and rings until there are many of them.

A station returns a picture's memory the moment it is let go (`ui.window.spare_memory`): that is tried in processes of
its own (`./station withstand`, `test_freed_memory`). Here thousands of pages are drawn one after the other, and each
would have its memory mapped and cleared anew.
"""

from __future__ import annotations

import ctypes
import gc
import sys

M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3
"""mallopt(3)."""
LARGEST = 32 * 1024 * 1024
"""Bytes: the largest that the C library takes for it, and more than a page in colour at 300 dots an inch."""
MANY = 20_000
"""Objects that are made before Python looks for rings among the youngest; 700 by itself."""


def keep_freed_memory() -> None:
    """Let the C library keep what is freed for the next picture, and look for rings less often."""
    gc.set_threshold(MANY, 20, 20)
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        libc.mallopt(M_MMAP_THRESHOLD, LARGEST)
        libc.mallopt(M_TRIM_THRESHOLD, 2**31 - 1)
