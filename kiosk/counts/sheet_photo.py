"""The codes in a photo or scan of a day sheet (zxing-cpp reads)."""

from __future__ import annotations

from pathlib import Path

import zxingcpp

from devices.pictures import MOST_PHOTO_DOTS, PictureError, picture
from kiosk.counts.sheet_code import SheetError
from kiosk.i18n import Text

_SMALLER = (1, 2, 3)
"""A sharp photo of a far too large size is read better at half or a third of it."""


def codes_in(photo: Path) -> list[str]:
    """The texts of all codes in the picture. Raises `SheetError` for a file that is no picture."""
    try:
        page = picture(photo, most_dots=MOST_PHOTO_DOTS).convert("L")
    except PictureError as fault:
        raise SheetError(Text("{path}: không phải ảnh.", "{path}: not a picture.").filled(path=photo)) from fault
    found: dict[str, None] = {}
    for part in _SMALLER:
        look = page if part == 1 else page.reduce(part)
        found |= dict.fromkeys(code.text for code in zxingcpp.read_barcodes(look))
    return list(found)
