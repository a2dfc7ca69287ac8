"""Pipes to a process of ours, each read and write with a deadline.

POSIX: select(2). Windows' select knows sockets only: a pipe is looked into (`PeekNamedPipe`) until there is something
in it, some hundred times a second at most, and written by a thread that is left behind when nobody reads (decision
5).
"""

from __future__ import annotations

import sys
import time

NO_WINDOW = 0x08000000 if sys.platform == "win32" else 0  # CREATE_NO_WINDOW
"""For `subprocess`: a program of ours that tells and takes by pipes opens no console on Windows' screen."""
LARGEST_STEP = 65_536


if sys.platform == "win32":
    import ctypes
    import msvcrt
    import os
    from ctypes import wintypes

    from devices.timed_call import OverdueError, TimedCall

    _PAUSE_S = 0.004
    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)

    def read_some(descriptor: int, most: int, seconds: float) -> bytes | None:
        """What there is, at most so much; empty at the end of the pipe, None when nothing comes in time."""
        there = wintypes.DWORD()
        handle = wintypes.HANDLE(msvcrt.get_osfhandle(descriptor))
        until = time.monotonic() + seconds
        while True:
            if not _kernel.PeekNamedPipe(handle, None, 0, None, ctypes.byref(there), None):
                return b""  # its other end is closed
            if there.value:
                return os.read(descriptor, min(most, there.value))
            if time.monotonic() >= until:
                return None
            time.sleep(_PAUSE_S)

    def write_some(descriptor: int, data: memoryview, seconds: float) -> int:
        """How many bytes were taken, 0 when there was no room in time. Raises `OSError` for a closed pipe."""
        part = bytes(data[:LARGEST_STEP])
        writing = TimedCall(lambda: os.write(descriptor, part), "pipe-writer")
        try:
            return writing.result(time.perf_counter() + seconds)
        except OverdueError:
            return 0

else:
    import os
    import select

    def read_some(descriptor: int, most: int, seconds: float) -> bytes | None:
        """What there is, at most so much; empty at the end of the pipe, None when nothing comes in time."""
        if not select.select([descriptor], [], [], max(seconds, 0))[0]:
            return None
        return os.read(descriptor, min(most, LARGEST_STEP))

    def write_some(descriptor: int, data: memoryview, seconds: float) -> int:
        """How many bytes were taken, 0 when there was no room in time. Raises `OSError` for a closed pipe."""
        if not select.select([], [descriptor], [], max(seconds, 0))[1]:
            return 0
        return os.write(descriptor, data[:LARGEST_STEP])
