"""CUPS' own reader of PWG and Apple Raster, through ctypes: an outside judge of the rasters we write."""

from __future__ import annotations

import ctypes
import struct
from ctypes.util import find_library
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

HEADER_BYTES = 1796
_READ = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RasterPage:
    """One page as CUPS reads it: dots an inch, its colour space, and height x width x samples."""

    dpi: tuple[int, int]
    colour_space: int
    dots: npt.NDArray[np.uint8]


def library() -> str | None:
    """Where the reader is, if CUPS' library is installed."""
    return find_library("cups") or find_library("cupsimage")


def read_raster(file: Path) -> list[RasterPage]:
    """Every page of a raster, to its last line; raises `ValueError` for one that ends too early."""
    cups = ctypes.CDLL(library())
    cups.cupsRasterOpen.restype = ctypes.c_void_p
    for function in (cups.cupsRasterReadHeader2, cups.cupsRasterReadPixels):
        function.restype = ctypes.c_uint
    pages = []
    with file.open("rb") as opened:
        raster = ctypes.c_void_p(cups.cupsRasterOpen(opened.fileno(), _READ))
        header = ctypes.create_string_buffer(HEADER_BYTES)
        while cups.cupsRasterReadHeader2(raster, header):
            pages.append(_page(cups, raster, header.raw))
        cups.cupsRasterClose(raster)
    return pages


def _page(cups: ctypes.CDLL, raster: ctypes.c_void_p, header: bytes) -> RasterPage:
    across, along = struct.unpack_from("=II", header, 276)
    width, height = struct.unpack_from("=II", header, 372)
    bits, line = struct.unpack_from("=II", header, 388)
    lines = ctypes.create_string_buffer(line * height)
    for at in range(height):
        place = ctypes.byref(lines, at * line)
        if cups.cupsRasterReadPixels(raster, place, ctypes.c_uint(line)) != line:
            raise ValueError(f"the raster ends in line {at} of {height}")
    dots = np.frombuffer(lines.raw, dtype=np.uint8).reshape(height, width, bits // 8)
    return RasterPage(dpi=(across, along), colour_space=struct.unpack_from("=I", header, 400)[0], dots=dots)
