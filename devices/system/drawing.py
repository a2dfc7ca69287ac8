"""Pages drawn on a queue of Windows: a device context of GDI (`CreateDCW`, `StartDocW`, `StretchDIBits`).

Nothing of it was seen on a real Windows.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnPage:
    """A page as a bitmap of Windows: rows from the lowest up, blue, green, red, each row filled up to four bytes."""

    width: int
    height: int
    rows: bytes = field(repr=False)


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes
    from typing import Any

    _gdi = ctypes.WinDLL("gdi32", use_last_error=True)
    _gdi.CreateDCW.restype = ctypes.c_void_p
    _WHOLE_WIDTH, _WHOLE_HEIGHT, _LEFT, _TOP = 110, 111, 112, 113
    """PHYSICALWIDTH, PHYSICALHEIGHT, PHYSICALOFFSETX, PHYSICALOFFSETY: the paper, the margins nobody prints on."""
    _COPY = 0x00CC0020  # SRCCOPY

    class _Document(ctypes.Structure):
        """Windows' DOCINFOW: what a print job is called."""

        _fields_ = (
            ("size", ctypes.c_int),
            *((name, wintypes.LPCWSTR) for name in ("title", "output", "datatype")),
            ("kind", wintypes.DWORD),
        )

    class _BitmapInfo(ctypes.Structure):
        """Windows' BITMAPINFOHEADER: how the dots of a page lie in memory."""

        _fields_ = (
            ("size", wintypes.DWORD),
            ("width", wintypes.LONG),
            ("height", wintypes.LONG),
            ("planes", wintypes.WORD),
            ("bits", wintypes.WORD),
            *((name, wintypes.DWORD) for name in ("compression", "bytes", "x", "y", "used", "important")),
        )

    def draw_document(
        queue: str, settings: Any, title: str, pages: Iterable[DrawnPage], begun: Callable[[int], None]
    ) -> int:
        """Hand over a job of drawn pages; `settings` is the queue's DEVMODE, `begun` is told the number before the
        first page. Gives the number. Raises `OSError`; a job that was cut is taken back."""
        context = ctypes.c_void_p(_gdi.CreateDCW("WINSPOOL", queue, None, settings))
        done(context)
        try:
            document = _Document(ctypes.sizeof(_Document), title, None, None, 0)
            number: int = _gdi.StartDocW(context, ctypes.byref(document))
            done(number > 0)
            try:
                begun(number)
                for page in pages:
                    _draw(context, page)
                done(_gdi.EndDoc(context) > 0)
            except BaseException:
                _gdi.AbortDoc(context)
                raise
            return number
        finally:
            _gdi.DeleteDC(context)

    def done(truth: object) -> None:
        """Raises `OSError` with Windows' own number when a call has failed."""
        if not truth:
            raise ctypes.WinError(ctypes.get_last_error())

    def _draw(context: ctypes.c_void_p, page: DrawnPage) -> None:
        """One sheet: the page's dots over the whole paper, so what lies in the margins is cut off."""
        words = (_WHOLE_WIDTH, _WHOLE_HEIGHT, _LEFT, _TOP)
        width, height, left, top = (_gdi.GetDeviceCaps(context, word) for word in words)
        done(width > 0 and height > 0)
        told = _BitmapInfo(ctypes.sizeof(_BitmapInfo), page.width, page.height, 1, 24, 0, len(page.rows))
        done(_gdi.StartPage(context) > 0)
        onto, source = (-left, -top, width, height), (0, 0, page.width, page.height)
        done(_gdi.StretchDIBits(context, *onto, *source, page.rows, ctypes.byref(told), 0, _COPY) > 0)
        done(_gdi.EndPage(context) > 0)
