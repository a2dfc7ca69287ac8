"""Pages into one PDF that a portal accepts: under its limit, without metadata, quality stepped down only as needed.

The quality taken is part of the result, so that a screen can show it. A4 pages come out as large as the paper
they were scanned from. The PDF is a wrapping of JPEG pictures; it holds no text layer. For an archive the same
wrapping is PDF/A, at the quality of the scan.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from kiosk import paths
from kiosk.i18n import Text
from kiosk.scanning.page import JudgedPage, decoded, encoded

MEGABYTE = 1_000_000
"""Portals count so; a file under 5,000,000 bytes is under 5 MB whichever way they count."""
VERSION = "1.4"
"""Of PDF: what PDF/A-1 is made of, and the least that decree 30/2020/NĐ-CP takes."""
COLOURS = Path("icc") / "srgb.icc"
"""What the numbers of a picture mean, for an archive: sRGB as a profile of ICC version 2, which PDF/A-1 asks for."""
PER_PAGE = 1_000
"""What the PDF adds to a page, generously."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """One step of quality; `resolution` 0 leaves the page as it is."""

    resolution: int
    jpeg: int
    """What the JPEG encoder is given, 1 to 95; 0 where nothing is encoded anew."""
    said: Text


QUALITIES = (
    Quality(resolution=0, jpeg=0, said=Text("Rõ nét như bản quét", "As sharp as scanned")),
    Quality(resolution=200, jpeg=60, said=Text("Nén nhẹ", "Lightly compressed")),
    Quality(resolution=150, jpeg=60, said=Text("Nén vừa", "Compressed")),
    Quality(resolution=150, jpeg=40, said=Text("Nén nhiều, chữ vẫn đọc được", "Strongly compressed, still readable")),
    Quality(resolution=110, jpeg=40, said=Text("Nén hết mức, nên xem lại", "As small as it gets; please check it")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """One PDF within the limit, and the quality that made it fit."""

    pdf: bytes = field(repr=False)
    pages: int
    quality: Quality


@dataclass(frozen=True, slots=True, kw_only=True)
class TooLarge:
    """Even the lowest quality is over the limit; about so many pages fit."""

    pages_that_fit: int
    code: str = "scan.too-large"


def pack(pages: Sequence[JudgedPage], limit: int) -> Packed | TooLarge:
    """One PDF of at most `limit` bytes. Raises `ValueError` without pages."""
    if not pages:
        raise ValueError("a PDF has at least one page")
    fit = 0
    for quality in QUALITIES:
        pictures = _pictures(pages, quality, limit)
        fit = len(pictures)
        if fit == len(pages):
            pdf = _wrapped(pictures, [_resolution(page, quality) for page in pages])
            if len(pdf) <= limit:
                return Packed(pdf=pdf, pages=len(pages), quality=quality)
            fit -= 1
    return TooLarge(pages_that_fit=fit)


def _pictures(pages: Sequence[JudgedPage], quality: Quality, limit: int) -> list[bytes]:
    """The pages at this quality, as many as stay under the limit."""
    pictures: list[bytes] = []
    left = limit
    for page in pages:
        picture = _at(page, quality)
        left -= len(picture) + PER_PAGE
        if left < 0:
            break
        pictures.append(picture)
    return pictures


def _resolution(page: JudgedPage, quality: Quality) -> int:
    return min(page.resolution, quality.resolution) if quality.resolution else page.resolution


def _at(page: JudgedPage, quality: Quality) -> bytes:
    if not quality.resolution:
        return page.after
    image = decoded(page.after)
    scale = min(1.0, quality.resolution / page.resolution)
    if scale < 1:
        size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
        image = image.resize(size, Image.Resampling.BOX if scale < 0.6 else Image.Resampling.BILINEAR)
    return encoded(image, quality.jpeg)


def archived(pages: Sequence[JudgedPage]) -> bytes:
    """The pages as they are in one PDF/A-1b (ISO 19005-1): pictures in the colours of sRGB, no text layer.

    Raises `ValueError` without pages.
    """
    if not pages:
        raise ValueError("a PDF has at least one page")
    return _wrapped(
        [page.after for page in pages], [page.resolution for page in pages], colours=paths.assets() / COLOURS
    )


def _wrapped(pictures: Sequence[bytes], resolutions: Sequence[int], colours: Path | None = None) -> bytes:
    """One page a picture, as large as its dots at its resolution; with `colours` it is a PDF/A-1b."""
    import img2pdf  # with all it brings, too slow for the start of the station

    widths = iter(resolutions)

    def layout(width: int, height: int, _dpi: tuple[int, int]) -> tuple[float, float, float, float]:
        resolution = next(widths)
        points = (width / resolution * 72, height / resolution * 72)
        return (*points, *points)

    made = img2pdf.convert_to_docobject(
        list(pictures),
        layout_fun=layout,
        engine=img2pdf.Engine.internal,
        nodate=True,
        producer="",
        pdfa=str(colours) if colours else None,
    )
    made.output_version = VERSION
    return bytes(made.tostring())


def pictures(pages: Sequence[JudgedPage], limit: int) -> tuple[bytes, ...] | TooLarge:
    """One JPEG a page, each of at most `limit` bytes, for a portal that takes no PDF."""
    made: list[bytes] = []
    for page in pages:
        small = next((jpeg for quality in QUALITIES if len(jpeg := _at(page, quality)) <= limit), None)
        if small is None:
            return TooLarge(pages_that_fit=len(made))
        made.append(small)
    return tuple(made)
