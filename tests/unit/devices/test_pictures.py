"""Picture files from outside: only the formats named, bounded, whole, upright, and no other error than ours."""

from __future__ import annotations

import io
import os
import random
import shutil
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw

from devices.pictures import MOST_DOTS, PictureError, picture
from tests.fuzz.mutations import mutated


def drawn(mode: str = "RGB", size: tuple[int, int] = (60, 90)) -> Image.Image:
    """A picture whose upper left corner is dark."""
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 3, size[1] // 3), fill=(20, 20, 20))
    return image.convert(mode)


def saved(image: Image.Image, kind: str = "JPEG", **more: object) -> bytes:
    kept = io.BytesIO()
    image.save(kept, kind, **more)
    return kept.getvalue()


def frame_of(jpeg: bytes) -> int:
    """Where the height stands in the frame header."""
    return next(jpeg.index(mark) + 5 for mark in (b"\xff\xc0", b"\xff\xc2") if mark in jpeg)


def with_lines(jpeg: bytes, first: int, lines: int) -> bytes:
    """The JPEG with `first` as its height, and the true one told behind the scan (DNL)."""
    place = frame_of(jpeg)
    told = b"\xff\xdc\x00\x04" + lines.to_bytes(2, "big")
    return jpeg[:place] + first.to_bytes(2, "big") + jpeg[place + 2 : -2] + told + jpeg[-2:]


@pytest.mark.parametrize("first", [0, 200])
@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_a_height_told_behind_the_scan_is_the_height(first: int, mode: str) -> None:
    plain = saved(drawn(mode, (240, 320)))
    assert picture(with_lines(plain, first, 320)).tobytes() == picture(plain).tobytes()


def test_a_height_that_nobody_tells_is_no_whole_picture() -> None:
    plain = saved(drawn())
    place = frame_of(plain)
    for broken in (plain[:place] + b"\0\0" + plain[place + 2 :], with_lines(plain, 0, 0)):
        with pytest.raises(PictureError):
            picture(broken)


def test_an_eps_by_whatever_name_starts_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[object] = []
    monkeypatch.setattr("subprocess.Popen", lambda *words, **_: started.append(words))
    monkeypatch.setattr("subprocess.check_call", lambda *words, **_: started.append(words))
    eps = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n%%EndComments\n{} loop\n"
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(eps)
    for source in (photo, eps):
        with pytest.raises(PictureError):
            picture(source)
    assert started == []


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "WEBP", "ICO", "PPM", "JPEG2000", "TGA", "PCX", "SGI"])
def test_other_formats_are_opened_only_where_they_are_named(kind: str) -> None:
    data = saved(drawn(), kind)
    with pytest.raises(PictureError):
        picture(data)
    if kind in ("PPM", "JPEG2000"):
        assert picture(data, formats=(kind,)).size == (60, 90)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    side = 9_000
    assert side * side > MOST_DOTS
    packer = zlib.compressobj(9)
    rows = b"".join(packer.compress(bytes(side // 8 + 1)) for _ in range(side)) + packer.flush()
    parts = b""
    for name, content in (
        (b"IHDR", side.to_bytes(4, "big") * 2 + bytes([1, 0, 0, 0, 0])),
        (b"IDAT", rows),
        (b"IEND", b""),
    ):
        check = zlib.crc32(name + content).to_bytes(4, "big")
        parts += len(content).to_bytes(4, "big") + name + content + check
    assert len(parts) < 50_000
    with pytest.raises(PictureError, match="dots"):
        picture(b"\x89PNG\r\n\x1a\n" + parts)


def test_a_pipe_and_a_folder_are_no_pictures(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "photo.jpg")
    for place in (tmp_path / "photo.jpg", tmp_path, tmp_path / "none.jpg"):
        with pytest.raises(PictureError):
            picture(place)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_picture_is_set_upright(orientation: int) -> None:
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    laid = drawn("L").transpose(undo[orientation]) if orientation in undo else drawn("L")
    told = Image.Exif()
    told[0x0112] = orientation
    for kind in ("PNG", "JPEG"):
        made = picture(saved(laid, kind, exif=told))
        assert made.size == (60, 90)
        assert made.getpixel((3, 3)) < 60 < 200 < made.getpixel((50, 80))


def test_sixteen_bits_are_scaled_and_not_cut_off() -> None:
    ramp = Image.frombytes("I;16", (256, 1), b"".join((value * 257).to_bytes(2, "little") for value in range(256)))
    made = picture(saved(ramp, "PNG"))
    assert made.mode == "L"
    assert list(made.tobytes()) == list(range(256))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK"])
def test_every_kind_of_colour_becomes_grey_or_rgb_on_white(mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    made = picture(saved(drawn(mode), kind))
    assert made.mode in ("L", "RGB")
    grey = made.convert("L")
    assert grey.getpixel((3, 3)) < 60 < 200 < grey.getpixel((50, 80))


def test_what_is_see_through_is_paper() -> None:
    made = picture(saved(Image.new("RGBA", (4, 4), (0, 0, 0, 0)), "PNG"))
    assert made.getpixel((1, 1)) == (255, 255, 255)


@pytest.mark.parametrize(("dpi", "kept"), [((300, 300), 300), ((0, 0), None), ((1, 1), None), ((300, 72), None)])
def test_only_a_credible_density_is_kept_of_the_metadata(dpi: tuple[int, int], kept: int | None) -> None:
    made = picture(saved(drawn(), dpi=dpi, comment=b"serial 0815"))
    assert made.info == ({"dpi": (kept, kept)} if kept else {})


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_broken_bytes_make_no_other_error(kind: str) -> None:
    chance = random.Random(kind)
    told = Image.Exif()
    told[0x0112] = 6
    seed = saved(drawn(), kind, exif=told)
    seeds = [seed, with_lines(seed, 0, 90)] if kind == "JPEG" else [seed]
    for _ in range(400):
        try:
            picture(mutated(chance, chance.choice(seeds)))
        except PictureError:
            pass


def test_a_picture_that_is_cut_off_is_none() -> None:
    for kind in ("JPEG", "PNG"):
        data = saved(drawn(size=(400, 400)).effect_spread(40), kind)
        for end in (0, 10, len(data) // 2, len(data) - 400):
            with pytest.raises(PictureError):
                picture(data[:end])


def test_a_common_picture_comes_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(saved(drawn(), "PNG"))
    shutil.copy(tmp_path / "a", tmp_path / "b.png")
    assert ImageChops.difference(picture(tmp_path / "b.png"), drawn()).getbbox() is None
