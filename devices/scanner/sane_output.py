"""What scanimage says: its exit code, its option list, and the pages of a batch as one stream of PNM images.

Understands sane-backends 1.x. PNM is the binary kind scanimage writes: P5 and P6 of depth 255, comments allowed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from PIL import Image

from devices.errors import (
    ScannerBusyError,
    ScannerCoverOpenError,
    ScannerError,
    ScannerJamError,
    ScannerNoDocumentsError,
    ScannerPageLostError,
    ScannerUnreachableError,
)
from devices.scanner.interface import ColorMode, InputSource

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
DEEPEST = 600_000_000
"""No page has more bytes: A3 in colour at 1200 dpi."""

_OPTION = re.compile(r"^ {4}--?([\w-]+)(?:\[=\((.*?)\)\]| (.*?))? \[(.*)\]\s*$")
_RANGE = re.compile(r"-?[\d.]+?\.\.([\d.]+)mm")
_SAID = re.compile(r"(?:sane_start|sane_read|failed): (.*)")
_MODES = {"PPM": ("P6", "RGB", 3), "PGM": ("P5", "L", 1)}
_FEEDERS = re.compile(r"adf|feeder", re.IGNORECASE)
_ONE_SIDE = re.compile(r"duplex|back", re.IGNORECASE)


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


def options_in(listing: str) -> dict[str, tuple[str, ...]]:
    """`scanimage -A` -> option name and its choices; a range stays one choice. Inactive ones are left out."""
    found = {}
    for line in listing.splitlines():
        if (match := _OPTION.match(line)) and match[4] != "inactive":
            choices = match[2] or match[3] or ""
            found[match[1]] = tuple(choices.split("|")) if choices else ()
    return found


def source_words(choices: tuple[str, ...]) -> dict[InputSource, str]:
    """What this device calls its platen and its feeder; of several feeders the one-sided comes first."""
    feeders = sorted((word for word in choices if _FEEDERS.search(word)), key=lambda w: bool(_ONE_SIDE.search(w)))
    platens = [word for word in choices if not _FEEDERS.search(word)]
    named = {InputSource.PLATEN: platens, InputSource.FEEDER: feeders}
    return {source: words[0] for source, words in named.items() if words}


def mode_word(choices: tuple[str, ...], mode: ColorMode) -> str | None:
    """What this device calls colour or grey; None when it has no word for it."""
    start = {ColorMode.RGB24: "color", ColorMode.GRAYSCALE8: "gray"}[mode]
    return next((word for word in choices if word.lower().startswith((start, start.replace("a", "e")))), None)


def upper_end(choices: tuple[str, ...]) -> float | None:
    """The largest value of a range such as `0..215.9mm (in steps of 0.1)`; None for anything else."""
    match = _RANGE.match(choices[0]) if len(choices) == 1 else None
    return float(match[1]) if match else None


def pages_in(stream: BinaryIO) -> Iterator[Image.Image]:
    """The images of a stream, one after the other. Raises `ScannerPageLostError` for one that is cut off."""
    while magic := _token(stream):
        kinds = [(mode, depth) for kind, mode, depth in _MODES.values() if kind.encode() == magic]
        if not kinds:
            raise ScannerPageLostError(f"not a page: {magic[:2]!r}")
        mode, depth = kinds[0]
        width, height, deepest = (_number(stream) for _ in range(3))
        if deepest != 255 or not 0 < width * height * depth <= DEEPEST:
            raise ScannerPageLostError(f"{width} x {height}, depth {deepest}")
        data = stream.read(width * height * depth)
        if len(data) < width * height * depth:
            raise ScannerPageLostError(f"{len(data)} of {width * height * depth} bytes")
        yield Image.frombytes(mode, (width, height), data)


def _number(stream: BinaryIO) -> int:
    token = _token(stream)
    if not token.isdigit() or len(token) > 6:
        raise ScannerPageLostError("the head of a page is cut off")
    return int(token)


def _token(stream: BinaryIO) -> bytes:
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
