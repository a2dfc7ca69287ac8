"""What nobody caught is told as the kiosk tells it: kind and place, never the text of an exception.

The log is loaded when there is something to tell: it would be a sixth of the program's start, and 10 MB.
"""

from __future__ import annotations

import sys
import threading
from types import TracebackType


def tell_no_exception_text() -> None:
    """In the main thread, in any other, and in a destructor."""
    sys.excepthook = _uncaught
    threading.excepthook = lambda fault: _tell(fault.exc_type, fault.exc_value)
    sys.unraisablehook = lambda fault: _tell(fault.exc_type, fault.exc_value)


def _uncaught(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    _tell(kind, error)


def _tell(kind: type[BaseException], error: BaseException | None) -> None:
    from kiosk import logs

    logs.configure()
    logs.excepthook(kind, error or kind(), None)
