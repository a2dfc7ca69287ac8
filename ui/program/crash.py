"""What a crash of the kiosk leaves behind: one line in the log, no text of an exception, no image of the memory.

A core file would hold the person in front; the service unit forbids one as well (`LimitCORE=0`), but a kiosk may be
started by hand. Called once, by the program that serves visitors; tests and tools keep their usual traces.
"""

from __future__ import annotations

import ctypes
import sys
import threading

from kiosk import logs

PR_SET_DUMPABLE = 4
"""prctl(2): 0 means no core file, and no other process of the same user may look into this one."""


def keep_memory_private() -> None:
    """No core file on Linux; on other systems nothing happens. Never raises."""
    if sys.platform != "linux":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)


def tell_no_exception_text() -> None:
    """Exceptions that end in a thread or in a destructor are told as `kiosk.logs` tells every other one."""
    threading.excepthook = _in_thread
    sys.unraisablehook = _unraisable


def _in_thread(fault: threading.ExceptHookArgs) -> None:
    logs.logger().error("uncaught", exc_info=fault.exc_value, reason=fault.exc_type.__name__)


def _unraisable(fault: sys.UnraisableHookArgs) -> None:
    logs.logger().error("unraisable", exc_info=fault.exc_value, reason=fault.exc_type.__name__)
