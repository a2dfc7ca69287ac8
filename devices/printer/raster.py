"""A document as PWG Raster (PWG 5102.4) or Apple Raster ("URF"), for printers that take no PDF.

Both rasters pack a page in the same way: equal lines once with a count, within a line runs of equal dots and runs of
different ones. They differ in their headers. Eight bits a sample; one side; no colour is changed.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

import numpy as np

from devices.printer.capabilities import DocumentForm, WantedForm
from devices.printer.pdf_pages import POINTS, Dots, pages_of

PWG_SYNC, URF_SYNC = b"RaS2", b"UNIRAST\0"
PWG_HEADER_BYTES = 1796
LONGEST_RUN = 128
MOST_EQUAL_LINES = 256
_PWG_GREY, _PWG_SRGB = 18, 19
_URF_GREY, _URF_SRGB = 0, 1
_URF_ONE_SIDED, _URF_NORMAL_QUALITY = 1, 4


def rasterized(pdf: bytes, wanted: WantedForm) -> bytes:
    """The document to hand over; kept nowhere. Raises `PrinterError` for a PDF that cannot be drawn."""
    drawn = pages_of(pdf, wanted.dpi, in_colour=wanted.in_colour)
    pages = [(page.shape, _packed(page)) for page in drawn]  # one page's dots at a time: a page may take 100 MB
    if wanted.form is DocumentForm.PWG:
        return PWG_SYNC + b"".join(_pwg_header(shape, wanted.dpi, len(pages)) + packed for shape, packed in pages)
    start = URF_SYNC + struct.pack(">I", len(pages))
    return start + b"".join(_urf_header(shape, wanted.dpi) + packed for shape, packed in pages)


def _pwg_header(shape: tuple[int, ...], dpi: int, pages: int) -> bytes:
    """Table 2 of PWG 5102.4: every field that is not zero, by its offset."""
    height, width, samples = shape
    points = (round(width / dpi * POINTS), round(height / dpi * POINTS))
    header = bytearray(PWG_HEADER_BYTES)
    header[:9] = b"PwgRaster"
    for offset, numbers in (
        (276, (dpi, dpi)),  # HWResolution
        (340, (1,)),  # NumCopies: the copies are asked for in IPP
        (352, points),  # PageSize
        (372, (width, height)),
        (384, (8, 8 * samples, width * samples)),  # BitsPerColor, BitsPerPixel, BytesPerLine
        (400, (_PWG_GREY if samples == 1 else _PWG_SRGB,)),
        (420, (samples,)),  # NumColors
        (452, (pages, 1, 1)),  # TotalPageCount, CrossFeedTransform, FeedTransform
        (464, (0, 0, width, height)),  # ImageBox
    ):
        struct.pack_into(f">{len(numbers)}I", header, offset, *numbers)
    return bytes(header)


def _urf_header(shape: tuple[int, ...], dpi: int) -> bytes:
    height, width, samples = shape
    space = _URF_GREY if samples == 1 else _URF_SRGB
    return struct.pack(
        ">BBBBIIIIIII", 8 * samples, space, _URF_ONE_SIDED, _URF_NORMAL_QUALITY, 0, 0, width, height, dpi, 0, 0
    )


def _packed(page: Dots) -> bytes:
    height = page.shape[0]
    lines = page.reshape(height, -1)
    starts = np.flatnonzero(np.r_[True, (lines[1:] != lines[:-1]).any(axis=1)])
    packed = bytearray()
    for start, end in zip(starts, [*starts[1:], height], strict=True):
        line = _packed_line(page[start])
        for first in range(int(start), int(end), MOST_EQUAL_LINES):
            packed.append(min(MOST_EQUAL_LINES, int(end) - first) - 1)
            packed += line
    return bytes(packed)


def _packed_line(line: Dots) -> bytes:
    """Runs of equal dots as count - 1 and the dot; runs of single ones as 257 - count and the dots."""
    packed = bytearray()
    singles: list[bytes] = []
    for dot, count in _runs(line):
        if count == 1:
            singles.append(dot)
            continue
        packed += _literal(singles)
        singles.clear()
        for first in range(0, count, LONGEST_RUN):
            packed.append(min(LONGEST_RUN, count - first) - 1)
            packed += dot
    return bytes(packed + _literal(singles))


def _runs(line: Dots) -> Iterator[tuple[bytes, int]]:
    starts = np.flatnonzero(np.r_[True, (line[1:] != line[:-1]).any(axis=1)])
    counts = np.diff(np.r_[starts, len(line)])
    dots, samples = line[starts].tobytes(), line.shape[1]
    for at, count in enumerate(counts.tolist()):
        yield dots[at * samples : (at + 1) * samples], count


def _literal(dots: list[bytes]) -> bytes:
    """A run of one dot is written as an equal run: 257 - 1 does not fit into a byte."""
    packed = bytearray()
    for first in range(0, len(dots), LONGEST_RUN):
        part = dots[first : first + LONGEST_RUN]
        packed.append(257 - len(part) if len(part) > 1 else 0)
        packed += b"".join(part)
    return bytes(packed)
