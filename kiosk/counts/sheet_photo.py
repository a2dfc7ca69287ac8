"""The codes in a photo or scan of a day sheet (zxing-cpp reads, Pillow opens)."""

from __future__ import annotations

from pathlib import Path

import zxingcpp
from PIL import Image, ImageOps, UnidentifiedImageError

from kiosk.counts.sheet_code import SheetError

MOST_PIXELS = 120_000_000
_SMALLER = (1, 2, 3)
"""A sharp photo of a far too large size is read better at half or a third of it."""


def codes_in(photo: Path) -> list[str]:
    """The texts of all codes in the picture. Raises `SheetError` for a file that is no picture."""
    try:
        with Image.open(photo) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise SheetError("the picture is too large")
            page = ImageOps.exif_transpose(opened).convert("L")
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError) as fault:
        raise SheetError("not a picture") from fault
    found: dict[str, None] = {}
    for part in _SMALLER:
        look = page if part == 1 else page.reduce(part)
        found |= dict.fromkeys(code.text for code in zxingcpp.read_barcodes(look))
    return list(found)
