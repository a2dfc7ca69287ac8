"""Windows' print spooler: its queues, how one stands, a job of drawn pages, what became of a job.

Win32's own words: `EnumPrintersW`, `GetPrinterW`, `EnumJobsW`, `SetJobW` (winspool.h). A job is kept in its queue
after it is printed, so that what became of it can be asked; whoever asked takes it away. Nothing of it was seen on a
real Windows.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass

from devices.system import drawing
from devices.system.drawing import DrawnPage


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueLook:
    """How a queue stands: `status` is `PRINTER_STATUS_…`, `works_offline` what somebody ticked, `driver` its driver's
    name."""

    status: int
    works_offline: bool
    driver: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuedJob:
    """A job that lies in a queue; `status` is `JOB_STATUS_…`, `age_s` the seconds since it was handed over."""

    number: int
    title: str
    status: int
    age_s: float


if sys.platform == "win32":
    import ctypes
    from collections.abc import Iterator
    from contextlib import contextmanager
    from ctypes import wintypes
    from typing import Any

    _spool = ctypes.WinDLL("winspool.drv", use_last_error=True)
    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _LOCAL_AND_CONNECTED = 0x6  # PRINTER_ENUM_LOCAL, PRINTER_ENUM_CONNECTIONS
    _WORK_OFFLINE = 0x400  # PRINTER_ATTRIBUTE_WORK_OFFLINE
    _DELETE, _RETAIN = 5, 8  # JOB_CONTROL_DELETE, JOB_CONTROL_RETAIN (Windows Vista and newer)
    _OUT, _IN = 0x2, 0x8  # DM_OUT_BUFFER, DM_IN_BUFFER
    _UPRIGHT_A4_ONCE = 0x103  # DM_ORIENTATION, DM_PAPERSIZE, DM_COPIES
    _A4 = 9  # DMPAPER_A4
    _MANY = 1000
    _TICKS_A_SECOND = 10_000_000

    class _Printer4(ctypes.Structure):
        """Windows' PRINTER_INFO_4W: the queues there are."""

        _fields_ = (("name", wintypes.LPWSTR), ("server", wintypes.LPWSTR), ("attributes", wintypes.DWORD))

    class _Printer2(ctypes.Structure):
        """Windows' PRINTER_INFO_2W: one queue with its state."""

        _fields_ = (
            *((name, wintypes.LPWSTR) for name in ("server", "name", "share", "port", "driver", "comment", "place")),
            ("devmode", ctypes.c_void_p),
            *((name, wintypes.LPWSTR) for name in ("separator", "processor", "datatype", "parameters")),
            ("security", ctypes.c_void_p),
            *((name, wintypes.DWORD) for name in ("attributes", "priority", "usual", "start", "until", "status")),
            *((name, wintypes.DWORD) for name in ("jobs", "pages_a_minute")),
        )

    class _Job1(ctypes.Structure):
        """JOB_INFO_1W; its last part is a SYSTEMTIME."""

        _fields_ = (
            ("number", wintypes.DWORD),
            *((name, wintypes.LPWSTR) for name in ("printer", "machine", "user", "title", "datatype", "told")),
            *((name, wintypes.DWORD) for name in ("status", "priority", "position", "pages", "printed")),
            ("handed_over", wintypes.WORD * 8),
        )

    class _DevMode(ctypes.Structure):
        """Windows' DEVMODEW as far as the number of copies: the driver's own part lies behind it."""

        _fields_ = (
            ("device", wintypes.WCHAR * 32),
            *((name, wintypes.WORD) for name in ("version", "driver_version", "size", "extra")),
            ("fields", wintypes.DWORD),
            *((name, ctypes.c_short) for name in ("orientation", "paper", "length", "width", "scale", "copies")),
        )

    def queue_names() -> tuple[str, ...]:
        """Every queue of this account. Raises `OSError` when the spooler does not answer."""
        asked = (_LOCAL_AND_CONNECTED, None, 4)
        return tuple(each.name for each in _listed(_spool.EnumPrintersW, asked, _Printer4))

    def usual_queue() -> str:
        """The queue this account prints to when none is named; empty when there is none."""
        size = wintypes.DWORD(_MANY)
        name = ctypes.create_unicode_buffer(_MANY)
        return name.value if _spool.GetDefaultPrinterW(name, ctypes.byref(size)) else ""

    class Spooler:
        """One queue by its name. Every method raises `OSError` when Windows refuses."""

        def __init__(self, queue: str) -> None:
            self._queue = queue

        def look(self) -> QueueLook:
            """How the queue stands, as its driver tells."""
            needed = wintypes.DWORD()
            with self._opened() as handle:
                _spool.GetPrinterW(handle, 2, None, 0, ctypes.byref(needed))
                held = ctypes.create_string_buffer(max(needed.value, 1))
                drawing.done(_spool.GetPrinterW(handle, 2, held, needed, ctypes.byref(needed)))
                told = ctypes.cast(held, ctypes.POINTER(_Printer2)).contents
                offline = bool(told.attributes & _WORK_OFFLINE)
                return QueueLook(status=told.status, works_offline=offline, driver=told.driver or "")

        def jobs(self) -> tuple[QueuedJob, ...]:
            """What lies in the queue, printed jobs that are kept included."""
            with self._opened() as handle:
                return tuple(_job(each) for each in _listed(_spool.EnumJobsW, (handle, 0, _MANY, 1), _Job1))

        def print_pages(self, title: str, pages: Iterable[DrawnPage]) -> int:
            """Draw each page on a sheet of A4 and hand the job over. Gives its number."""

            def keep(number: int) -> None:
                self._control(number, _RETAIN)

            return drawing.draw_document(self._queue, self._upright_a4(), title, pages, keep)

        def take_away(self, number: int) -> None:
            """Delete a job, printed or not; one that is gone is left alone."""
            self._control(number, _DELETE)

        def _control(self, number: int, command: int) -> None:
            with self._opened() as handle:
                _spool.SetJobW(handle, number, 0, None, command)

        def _upright_a4(self) -> Any:
            """The driver's own settings with that paper; their buffer is longer than what Windows itself knows."""
            with self._opened() as handle:
                asked = (None, handle, self._queue)
                size = _spool.DocumentPropertiesW(*asked, None, None, 0)
                drawing.done(size > 0)
                held = ctypes.create_string_buffer(size)
                drawing.done(_spool.DocumentPropertiesW(*asked, held, None, _OUT) >= 0)
                wanted = ctypes.cast(held, ctypes.POINTER(_DevMode)).contents
                wanted.fields |= _UPRIGHT_A4_ONCE
                wanted.orientation, wanted.paper, wanted.copies = 1, _A4, 1
                drawing.done(_spool.DocumentPropertiesW(*asked, held, held, _IN | _OUT) >= 0)
                return held

        @contextmanager
        def _opened(self) -> Iterator[wintypes.HANDLE]:
            handle = wintypes.HANDLE()
            drawing.done(_spool.OpenPrinterW(self._queue, ctypes.byref(handle), None))
            try:
                yield handle
            finally:
                _spool.ClosePrinter(handle)

    def _listed(call: Any, asked: tuple[Any, ...], row: type[ctypes.Structure]) -> list[Any]:
        """The rows that one of Windows' calls for lists gives: asked for their size, then for themselves."""
        needed, found = wintypes.DWORD(), wintypes.DWORD()
        call(*asked, None, 0, ctypes.byref(needed), ctypes.byref(found))
        held = ctypes.create_string_buffer(max(needed.value, 1))
        drawing.done(call(*asked, held, needed, ctypes.byref(needed), ctypes.byref(found)))
        table = ctypes.cast(held, ctypes.POINTER(row))
        return [table[place] for place in range(found.value)]

    def _job(told: Any) -> QueuedJob:
        then, now = ctypes.c_uint64(), ctypes.c_uint64()
        _kernel.SystemTimeToFileTime(ctypes.byref(told.handed_over), ctypes.byref(then))
        _kernel.GetSystemTimeAsFileTime(ctypes.byref(now))
        age = (now.value - then.value) / _TICKS_A_SECOND if then.value else 0.0
        return QueuedJob(number=told.number, title=told.title or "", status=told.status, age_s=age)

else:

    def queue_names() -> tuple[str, ...]:
        """None: CUPS has the queues of Linux."""
        return ()

    def usual_queue() -> str:
        """The empty name: CUPS knows the usual queue of Linux."""
        return ""

    class Spooler:
        """There is no such spooler: each call raises `OSError`."""

        def __init__(self, queue: str) -> None:
            self._fault = OSError(f"no spooler of Windows for {queue}")

        def look(self) -> QueueLook:
            raise self._fault

        def jobs(self) -> tuple[QueuedJob, ...]:
            raise self._fault

        def print_pages(self, title: str, pages: Iterable[DrawnPage]) -> int:
            del title, pages
            raise self._fault

        def take_away(self, number: int) -> None:
            del number
            raise self._fault
