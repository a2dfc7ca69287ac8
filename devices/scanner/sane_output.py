"""What scanimage says: its exit code, and the pages of a batch as one stream of PNM images.

PNM is the binary kind scanimage writes: P4, P5 and P6, of eight or sixteen bits, comments allowed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import IO

from PIL import Image

from devices.errors import (
    ScannerBusyError,
    ScannerCoverOpenError,
    ScannerError,
    ScannerJamError,
    ScannerNoDocumentsError,
    ScannerPageLostError,
    ScannerSheetsLeftError,
    ScannerUnreachableError,
)
from devices.pictures import MOST_DOTS

STATUS_ERRORS: Mapping[int, type[ScannerError]] = {
    3: ScannerBusyError,
    4: ScannerUnreachableError,
    6: ScannerJamError,
    7: ScannerNoDocumentsError,
    8: ScannerCoverOpenError,
}
"""SANE_Status -> error (SANE standard 1.06 §4.2.7); scanimage mostly ends with the status as its exit code."""
STATUS_WORDS = {
    "Device busy": 3,
    "Document feeder jammed": 6,
    "Document feeder out of documents": 7,
    "Scanner cover is open": 8,
    "Error during device I/O": 9,
}
"""`sane_strstatus` in English: at the opening of a device the exit code is 1 whatever the matter is."""
NO_DOCUMENTS = 7
_CHANNELS = {b"P4": ("1", 1), b"P5": ("L", 1), b"P6": ("RGB", 3)}
_EIGHT, _SIXTEEN = 255, 65_535
MOST_PAGES = 200
_SAID = re.compile(r"(?:sane_start|sane_read|failed): (.*)")


def has_complained(said: str) -> bool:
    """Whether scanimage has named what ended the scan; what it does after that is only tidying up."""
    return _SAID.search(said) is not None


def fault_of(exit_code: int, said: str, pages: int) -> ScannerError | None:
    """How a run ended that gave `pages` pages; None when well. A feeder that has run empty is well after one page,
    and scanimage ends with 0 on one that was empty at once."""
    told = _SAID.findall(said)
    status = STATUS_WORDS.get(told[-1].strip(), exit_code) if told else exit_code
    if status == NO_DOCUMENTS and pages:
        return None
    if status:
        opening = status == 1 and "open of device" in said
        return STATUS_ERRORS.get(4 if opening else status, ScannerError)(f"SANE status {status}")
    return None if pages else ScannerNoDocumentsError("no page came")


def pages_in(stream: IO[bytes]) -> Iterator[Image.Image]:
    """The images of a stream, one after the other, in mode L or RGB. Raises `ScannerPageLostError` for one that is
    cut off, and for those beyond `MOST_PAGES`."""
    count = 0
    while magic := _token(stream):
        count += 1
        if count > MOST_PAGES:
            raise ScannerSheetsLeftError(f"more than {MOST_PAGES} pages")
        if magic not in _CHANNELS:
            raise ScannerPageLostError(f"not a page: {magic[:2]!r}")
        mode, channels = _CHANNELS[magic]
        width, height = _number(stream), _number(stream)
        deepest = _EIGHT if mode == "1" else _number(stream)
        if deepest not in (_EIGHT, _SIXTEEN) or not 0 < width * height <= MOST_DOTS:
            raise ScannerPageLostError(f"{width} x {height}, depth {deepest}")
        row = (width + 7) // 8 if mode == "1" else width * channels * (1 if deepest == _EIGHT else 2)
        data = stream.read(row * height)
        if len(data) < row * height:
            raise ScannerPageLostError(f"{len(data)} of {row * height} bytes")
        yield _image(mode, (width, height), data if deepest == _EIGHT else data[::2])


def _image(mode: str, size: tuple[int, int], data: bytes) -> Image.Image:
    """In P4 a set bit is black and each row ends with its byte; of sixteen bits the higher eight come first."""
    return (
        Image.frombytes(mode, size, data, "raw", "1;I").convert("L")
        if mode == "1"
        else Image.frombytes(mode, size, data)
    )


def _number(stream: IO[bytes]) -> int:
    token = _token(stream)
    if not token.isdigit() or len(token) > 6:
        raise ScannerPageLostError("the head of a page is cut off")
    return int(token)


def _token(stream: IO[bytes]) -> bytes:
    """The next word of a PNM head and the one white space behind it; empty at the end of the stream."""
    word = b""
    while byte := stream.read(1):
        if byte == b"#" and not word:
            while stream.read(1) not in (b"\n", b""):
                pass
        elif not byte.isspace():
            word += byte
        elif word:
            return word
        if len(word) > 16:
            return word
    return word
