"""Draws the synthetic portraits of `assets/demo_cards/photos`: nobody's face, in the codecs and sizes cards use.

Run `python -m tests.helpers.portraits FOLDER` to draw them anew; the drawn files are what is shipped.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

SIZE = (480, 640)
Colour = tuple[int, int, int]


def draw(*, skin: Colour, hair: Colour, shirt: Colour, long_hair: bool) -> Image.Image:
    """Head and shoulders before a pale ground, soft light from the left."""
    image = Image.new("RGB", SIZE, (226, 232, 238))
    pen = ImageDraw.Draw(image)
    if long_hair:
        pen.rounded_rectangle((112, 120, 368, 540), 120, fill=hair)
    pen.rounded_rectangle((40, 510, 440, 800), 120, fill=shirt)
    pen.polygon([(188, 505), (240, 600), (292, 505)], fill=(245, 245, 242))
    pen.rounded_rectangle((200, 420, 280, 545), 36, fill=_shade(skin, 0.86))
    pen.ellipse((138, 130, 342, 468), fill=skin)
    pen.ellipse((122, 275, 156, 345), fill=_shade(skin, 0.92))
    pen.ellipse((324, 275, 358, 345), fill=_shade(skin, 0.92))
    pen.pieslice((132, 96, 348, 380), 180, 360, fill=hair)
    pen.ellipse((143, 172, 337, 330), fill=skin)
    for left in (176, 262):
        pen.rounded_rectangle((left, 262, left + 44, 270), 4, fill=_shade(hair, 1.3))
        pen.ellipse((left + 4, 284, left + 40, 304), fill=(250, 250, 250))
        pen.ellipse((left + 14, 284, left + 32, 304), fill=(52, 38, 30))
    pen.line([(240, 300), (232, 352), (246, 354)], fill=_shade(skin, 0.74), width=4, joint="curve")
    pen.chord((206, 384, 274, 414), 10, 170, fill=(176, 92, 88))
    return _lit(image.filter(ImageFilter.GaussianBlur(1.4)))


def _shade(colour: Colour, factor: float) -> Colour:
    red, green, blue = (min(255, round(part * factor)) for part in colour)
    return red, green, blue


def _lit(image: Image.Image) -> Image.Image:
    """Side light and a little film grain, so that the picture compresses like a photograph."""
    pixels = np.asarray(image, dtype=np.float32)
    light = np.linspace(1.06, 0.9, SIZE[0], dtype=np.float32)[None, :, None]
    grain = np.random.default_rng(7).normal(0, 2.6, (SIZE[1], SIZE[0], 1)).astype(np.float32)
    return Image.fromarray(np.clip(pixels * light + grain, 0, 255).astype(np.uint8))


def jpeg_of_about(image: Image.Image, target: int) -> bytes:
    """The best JPEG not larger than `target` bytes."""
    best = b""
    for quality in range(20, 99):
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=quality, optimize=True)
        if len(buffer.getvalue()) > target:
            break
        best = buffer.getvalue()
    return best


def jpeg2000_of_about(image: Image.Image, target: int) -> bytes:
    """A JPEG 2000 file at the rate that gives `target` bytes."""
    buffer = io.BytesIO()
    rate = SIZE[0] * SIZE[1] * 3 / target
    image.save(buffer, "JPEG2000", quality_mode="rates", quality_layers=[rate])
    return buffer.getvalue()


def main(folder: Path) -> None:
    """Write the four portraits."""
    man = draw(skin=(224, 178, 142), hair=(34, 28, 26), shirt=(52, 78, 110), long_hair=False)
    woman = draw(skin=(232, 190, 156), hair=(40, 30, 28), shirt=(120, 44, 62), long_hair=True)
    (folder / "portrait.jpg").write_bytes(jpeg_of_about(man, 15_700))
    (folder / "portrait-woman.jpg").write_bytes(jpeg_of_about(woman, 15_700))
    (folder / "portrait-large.jpg").write_bytes(jpeg_of_about(woman.resize((720, 960)), 40_000))
    (folder / "portrait.jp2").write_bytes(jpeg2000_of_about(man, 12_000))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
