"""The one door to picture files: explicit formats, a limit of dots, whole, the right way up, eight bits a colour.

Pillow picks its decoder by the bytes and not by the name: without a list of formats an EPS named .jpg starts
Ghostscript. Whatever its decoders raise at broken bytes leaves here as `PictureError`.
"""

from __future__ import annotations

import io
import math
import re
import stat
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

FORMATS = ("JPEG", "PNG")
MOST_DOTS = 75_000_000
"""A3 at 600 dots an inch, and a little."""
MOST_PHOTO_DOTS = 120_000_000
"""The largest common camera."""
LARGEST_FILE = 100_000_000
Image.MAX_IMAGE_PIXELS = MOST_PHOTO_DOTS  # for libraries that open pictures themselves; Pillow's own limit is higher

_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""Orientation of EXIF (CIPA DC-008 §4.6.4) -> what sets it upright."""
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SCAN, _LINES = 0xDA, 0xDC
_AFTER_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""A marker that ends entropy-coded data: neither a stuffed byte, nor a restart, nor a fill byte (T.81 §B.1.1)."""


class PictureError(Exception):
    """No picture of these formats, too many dots, or not whole; the text never names what is in it."""


def picture(source: bytes | Path, *, formats: Sequence[str] = FORMATS, most_dots: int = MOST_DOTS) -> Image.Image:
    """The whole picture in mode L or RGB, upright, on white; of its metadata only a credible `info["dpi"]` stays."""
    try:
        data = source if isinstance(source, bytes) else _read(source)
        with Image.open(io.BytesIO(_with_height(data)), formats=tuple(formats)) as opened:
            _bound(opened, most_dots)
            opened.load()
            made = _plain(_upright(opened))
            made.info = _density(opened)
            return made
    except PictureError:
        raise
    except Exception as fault:  # noqa: BLE001 - decoders raise whatever their parsers stumble over
        raise PictureError(type(fault).__name__) from None


def _bound(opened: Image.Image, most_dots: int) -> None:
    """Before anything is unpacked: 0.5 MB may hold 500 MB of dots."""
    if opened.width * opened.height > most_dots:
        raise PictureError("too many dots")


def _read(path: Path) -> bytes:
    """A regular file of a picture's size; a pipe or a device would never end."""
    told = path.stat()
    if not stat.S_ISREG(told.st_mode) or told.st_size > LARGEST_FILE:
        raise PictureError("no file of a picture's size")
    return path.read_bytes()


def _upright(image: Image.Image) -> Image.Image:
    try:
        turn = _TURNS.get(image.getexif().get(_ORIENTATION, 1))
    except Exception:  # noqa: BLE001 - a picture is not lost for its broken metadata
        turn = None
    return image if turn is None else image.transpose(turn)


def _plain(image: Image.Image) -> Image.Image:
    """Mode L or RGB. Pillow cuts 16 bits off at 255 where it should scale."""
    if image.mode in ("L", "RGB"):
        return image
    if image.mode.startswith("I;16"):
        high = 0 if image.mode.endswith("B") else 1
        return Image.frombytes("L", image.size, image.tobytes()[high::2])
    if image.mode == "I":
        return image.point(lambda value: value * (1 / 256)).convert("L")
    if image.mode == "1":
        return image.convert("L")
    if "A" in image.getbands() or "transparency" in image.info:
        see_through = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(white, see_through).convert("RGB")
    return image.convert("RGB")


def _density(image: Image.Image) -> dict[str | tuple[int, int], object]:
    """Dots an inch as the file tells them, when a scanner could have them, the same both ways."""
    try:
        across, down = (float(each) for each in image.info["dpi"])
    except (KeyError, TypeError, ValueError, ZeroDivisionError, OverflowError):
        return {}
    if not (math.isfinite(across) and math.isclose(across, down, rel_tol=0.01) and 20 <= across <= 4_800):
        return {}
    return {"dpi": (round(across), round(down))}


def _with_height(data: bytes) -> bytes:
    """A JPEG of a feeder that learned only at the sheet's end how long it is: its height stands behind the first scan
    (define number of lines, ITU-T T.81 §B.2.5) and is put where decoders look for it."""
    if not data.startswith(b"\xff\xd8"):
        return data
    place, frame = 2, 0
    while place + 4 <= len(data) and data[place] == 0xFF:
        marker, length = data[place + 1], int.from_bytes(data[place + 2 : place + 4], "big")
        if marker == 0xFF:
            place += 1
            continue
        if marker in _FRAMES:
            frame = place + 5
        place += 2 + length
        if marker == _SCAN:
            return _put_height(data, frame, _AFTER_SCAN.search(data, place))
    return data


def _put_height(data: bytes, frame: int, behind: re.Match[bytes] | None) -> bytes:
    if not frame or behind is None or data[behind.start() + 1] != _LINES:
        return data
    told = data[behind.start() + 4 : behind.start() + 6]
    return data[:frame] + told + data[frame + 2 :] if len(told) == 2 and any(told) else data
