"""Locks between processes on an open file; they end with the file's closing, also when the holder is killed.

POSIX: flock(2). Windows: `LockFile` on one byte far behind the content, so that the content can be read meanwhile.
"""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import errno
    import msvcrt
    import os
    import time

    _BEHIND_EVERYTHING = 1 << 30
    _PAUSE_S = 0.02
    _HELD = frozenset({errno.EACCES, errno.EDEADLK, 0})
    """What Windows says of a lock that somebody else holds; Wine gives no number."""

    def try_hold(file: int) -> None:
        """Take the lock of an open file. Raises `BlockingIOError` when another process holds it."""
        os.lseek(file, _BEHIND_EVERYTHING, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError as fault:
            if fault.errno not in _HELD:
                raise
            raise BlockingIOError(fault.errno, fault.strerror) from None
        finally:
            os.lseek(file, 0, os.SEEK_SET)

    def hold(file: int) -> None:
        """Wait for the lock of an open file."""
        while True:
            try:
                try_hold(file)
            except BlockingIOError:
                time.sleep(_PAUSE_S)
            else:
                return

else:
    import fcntl

    def try_hold(file: int) -> None:
        """Take the lock of an open file. Raises `BlockingIOError` when another process holds it."""
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def hold(file: int) -> None:
        """Wait for the lock of an open file."""
        fcntl.flock(file, fcntl.LOCK_EX)
