"""Hangs one thread of a process and leaves its other threads running, as a GUI thread in an endless loop would be.

ptrace(2) stops the thread with the process's own number, which is the first and therefore Qt's. Linux only.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

PTRACE_SEIZE, PTRACE_INTERRUPT, PTRACE_DETACH = 0x4206, 0x4207, 17
WALL = 0x40000000


@contextmanager
def hung(thread: int) -> Iterator[None]:
    """The thread stands still inside this block. Raises `OSError` when it may not be touched."""
    libc = ctypes.CDLL(None, use_errno=True)
    libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
    libc.ptrace.restype = ctypes.c_long
    for request in (PTRACE_SEIZE, PTRACE_INTERRUPT):
        if libc.ptrace(request, thread, None, None) == -1:
            raise OSError(ctypes.get_errno(), f"ptrace of {thread}")
    os.waitpid(thread, WALL)
    try:
        yield
    finally:
        if (
            libc.ptrace(PTRACE_DETACH, thread, None, None) == -1
        ):  # it was killed meanwhile; whoever traced it must bury it
            with suppress(ChildProcessError):
                os.waitpid(thread, WALL)
