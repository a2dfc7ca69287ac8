"""Looks at the bytes of an xlsx before any reader does: a zip of bounded size, without macros, without a password.

ECMA-376 part 2: a workbook is a zip archive; one with a password is a compound file (MS-CFB) around it. The directory
of a zip may lie about sizes, so every part is unpacked once, counted and dropped.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import Final

from kiosk.officer.roster.refusals import (
    ListMacrosError,
    ListOldFormatError,
    ListPasswordError,
    ListRefusedError,
    ListTooLargeError,
)

LARGEST: Final = 60_000_000
"""Bytes of a file: 200,000 rows of twenty columns are about 30 MB."""
MOST_UNPACKED: Final = 500_000_000
MOST_PARTS: Final = 3_000
HIGHEST_RATIO: Final = 150
"""Bytes unpacked for each packed one; sheets of one value repeated reach 60."""
_FREELY: Final = 8_000_000
"""Up to here the ratio is not asked about."""
_CHUNK: Final = 1 << 18
MOST_ROWS: Final = 200_050
"""200,000 people, and room for headings."""
_PLACE: Final = re.compile(
    rb"""\sr\s{0,15}=\s{0,15}["'](?:[A-Za-z]{0,3}0{0,8}([2-9]\d{5,}|1\d{6,})|(?:[A-Za-z]{3}|[H-Zh-z][A-Za-z])\d)"""
    rb"""|\sr\s{16}|\sr\s{0,15}=\s{16}|\sr\s{0,15}=\s{0,15}["'](?:[A-Za-z]{4}|[A-Za-z]{0,3}0{9})"""
)
"""Rows from 200,000 on, and cells beyond column GZ, the 208th, however XML lets them be spelt: with either quote, any
white space, small letters, the row in the cell's own place; and what only somebody writes who hides one."""
_LONGEST_PLACE: Final = 64
_COMPOUND: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")


def is_workbook(data: bytes) -> bool:
    """Whether these bytes are meant to be a workbook, of any age."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06", _COMPOUND))


def look_into(data: bytes) -> None:
    """Nothing, for a workbook that may be read. Raises `ListRefusedError` or the kind of it that says why not."""
    if len(data) > LARGEST:
        raise ListTooLargeError("bytes")
    if data.startswith(_COMPOUND):
        raise ListPasswordError if _ENCRYPTED in data else ListOldFormatError
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _look_at_parts(archive)
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
    ) as fault:
        raise ListRefusedError(type(fault).__name__) from None


def _look_at_parts(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    names = {part.filename.lower() for part in parts}
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise ListTooLargeError("parts")
    if any(part.flag_bits & 0x1 for part in parts):
        raise ListPasswordError
    if any(name.endswith("vbaproject.bin") or "/macrosheets/" in f"/{name}" for name in names):
        raise ListMacrosError
    if "xl/workbook.xml" not in names:
        raise ListOldFormatError
    left = MOST_UNPACKED
    for part in parts:
        left -= _unpacked(archive, part, left)


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo, most: int) -> int:
    """The true size of one part. Raises `ListTooLargeError` as soon as it is too much."""
    allowed = min(most, max(_FREELY, part.compress_size * HIGHEST_RATIO))
    size, tail = 0, b""
    with archive.open(part) as opened:
        while chunk := opened.read(_CHUNK):
            size += len(chunk)
            if size > allowed:
                raise ListTooLargeError("unpacked")
            _look_at_places(tail + chunk)  # any part: the workbook says which one is a sheet
            tail = chunk[-_LONGEST_PLACE:]
    return size


def _look_at_places(xml: bytes) -> None:
    """One cell at the far end of a sheet makes a reader hold everything before it."""
    for found in _PLACE.finditer(xml):
        if found[1] is None or len(found[1]) > 7 or int(found[1]) > MOST_ROWS:
            raise ListTooLargeError("rows or columns")
