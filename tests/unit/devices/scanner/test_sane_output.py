"""What scanimage says, without scanimage: exit codes and streams of pages, whole and cut off."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
from devices.scanner.sane_output import MOST_PAGES, fault_of, pages_in


def page(width: int = 3, height: int = 2, kind: bytes = b"P6") -> bytes:
    depth = 3 if kind == b"P6" else 1
    return kind + b"\n# SANE data follows\n%d %d\n255\n" % (width, height) + bytes(width * height * depth)


def test_pages_follow_each_other_in_one_stream() -> None:
    images = list(pages_in(io.BytesIO(page() + page(5, 5, b"P5") + page())))
    assert [(image.mode, image.size) for image in images] == [("RGB", (3, 2)), ("L", (5, 5)), ("RGB", (3, 2))]


@pytest.mark.parametrize(
    "stream",
    [
        page()[:-1],
        b"P6\n3 ",
        b"P3\n1 1\n255\n0 0 0",
        b"<html>",
        b"P6\n99999 99999\n255\n",
        b"P4\n9 9\n",
        b"P5\n1 1\n70000\n00",
    ],
)
def test_a_page_that_is_cut_off_or_none_is_lost(stream: bytes) -> None:
    with pytest.raises(ScannerPageLostError):
        list(pages_in(io.BytesIO(stream)))


def test_line_art_is_read_with_black_as_black() -> None:
    (image,) = pages_in(io.BytesIO(b"P4\n# SANE data follows\n10 2\n" + bytes([0b10000000, 0, 0, 0b01000000])))
    assert (image.mode, image.size) == ("L", (10, 2))
    assert (image.getpixel((0, 0)), image.getpixel((1, 0)), image.getpixel((9, 1))) == (0, 255, 0)


def test_sixteen_bits_are_scaled_to_eight() -> None:
    grey = b"P5\n2 1\n65535\n" + (0x1234).to_bytes(2, "big") + (0xFEDC).to_bytes(2, "big")
    colour = b"P6\n1 1\n65535\n" + bytes([1, 99, 2, 99, 3, 99])
    one, two = pages_in(io.BytesIO(grey + colour))
    assert one.tobytes() == b"\x12\xfe"
    assert (two.mode, two.tobytes()) == ("RGB", b"\x01\x02\x03")


def test_more_pages_than_are_taken_are_no_silent_end() -> None:
    run = pages_in(io.BytesIO(page() * (MOST_PAGES + 1)))
    assert len([next(run) for _ in range(MOST_PAGES)]) == MOST_PAGES
    with pytest.raises(ScannerSheetsLeftError):
        next(run)


@given(st.binary(max_size=60))
def test_no_stream_makes_another_error(stream: bytes) -> None:
    try:
        list(pages_in(io.BytesIO(stream)))
    except ScannerPageLostError:
        pass


@pytest.mark.parametrize(
    ("code", "said", "error"),
    [
        (3, "", ScannerBusyError),
        (6, "", ScannerJamError),
        (8, "", ScannerCoverOpenError),
        (9, "", ScannerError),
        (7, "", ScannerNoDocumentsError),
        (0, "scanimage: sane_start: Document feeder out of documents", ScannerNoDocumentsError),
        (1, "scanimage: open of device x:0 failed: Invalid argument", ScannerUnreachableError),
        (1, "scanimage: open of device x:0 failed: Device busy", ScannerBusyError),
        (-11, "", ScannerError),
        (0, "", ScannerNoDocumentsError),
    ],
)
def test_every_end_without_a_page_has_its_error(code: int, said: str, error: type[ScannerError]) -> None:
    assert type(fault_of(code, said, pages=0)) is error


def test_a_feeder_that_ran_empty_after_pages_ended_well() -> None:
    assert fault_of(7, "", pages=3) is None
    assert fault_of(0, "sane_start: Document feeder out of documents", pages=3) is None
    assert isinstance(fault_of(6, "", pages=3), ScannerJamError)
