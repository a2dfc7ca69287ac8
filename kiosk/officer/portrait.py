"""The photo of DG2 as a screen shows it: JPEG or JPEG 2000 in, a small PNG out, with limits before anything unpacks.

Decodes only what a chip can hold. It compares no faces: that is the officer's own look.
"""

from __future__ import annotations

import io
from typing import Final

from PIL import Image

from devices.pictures import PictureError, picture

FORMATS: Final = ("JPEG", "JPEG2000", "PNG")
LARGEST: Final = 200_000
"""Bytes; a chip's files end at 64 kB, extended ones stay far below this."""
MOST_DOTS: Final = 4_000_000
"""ISO/IEC 19794-5 asks for 416 by 536 dots; photos of 2 MP were seen in passports."""
HEIGHT: Final = 720
"""Dots of what is shown; a portrait is shown a hand high."""


def portrait(photo: bytes | None) -> bytes | None:
    """The photo as PNG, at most `HEIGHT` dots high; None where there is none or it cannot be shown."""
    if not photo or len(photo) > LARGEST:
        return None
    try:
        image = picture(photo, formats=FORMATS, most_dots=MOST_DOTS)
    except PictureError:
        return None
    if image.height > HEIGHT:
        size = (max(1, round(image.width * HEIGHT / image.height)), HEIGHT)
        image = image.resize(size, Image.Resampling.LANCZOS)
    made = io.BytesIO()
    image.save(made, "PNG")
    return made.getvalue()
