"""Pipes to a process of ours, each read and write with a deadline.

POSIX: select(2). Windows' select knows sockets only: a pipe is looked into (`PeekNamedPipe`) until there is something
in it, and written without waiting (`PIPE_NOWAIT`), both some hundred times a second at most.
"""

from __future__ import annotations

import subprocess
import sys
import time

NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""For `subprocess`: a program of ours that tells and takes by pipes opens no console on Windows' screen."""
LARGEST_STEP = 65_536


if sys.platform == "win32":
    import ctypes
    import msvcrt
    import os
    from ctypes import wintypes

    _NO_WAIT = 1  # PIPE_NOWAIT
    _PAUSE_S = 0.004
    _ROOM = 4_096  # what the system gives a pipe that asks for no size
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
        handle = wintypes.HANDLE(msvcrt.get_osfhandle(descriptor))
        _kernel.SetNamedPipeHandleState(handle, ctypes.byref(wintypes.DWORD(_NO_WAIT)), None, None)
        until = time.monotonic() + seconds
        part = data[:_ROOM]
        while not (taken := os.write(descriptor, part)) and time.monotonic() < until:
            part = part[: max(1, len(part) // 2)]  # it takes the whole part or nothing
            time.sleep(_PAUSE_S)
        return taken

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
