"""What scanimage says, without scanimage: options, exit codes and streams of pages, whole and cut off."""

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
    ScannerUnreachableError,
)
from devices.scanner.interface import ColorMode, InputSource
from devices.scanner.sane_output import fault_of, mode_word, options_in, pages_in, source_words, upper_end

LISTING = """
All options specific to device `fujitsu:fi-7160':
  Scan Mode:
    --source Flatbed|ADF Back|ADF Duplex|ADF Front [ADF Front]
        Selects the scan source.
    --mode Lineart|Gray|Color [Lineart]
    --resolution 50..600dpi (in steps of 1) [600]
    --three-pass[=(yes|no)] [inactive]
    -x 0..215.9mm (in steps of 0.0211639) [215.872]
"""


def page(width: int = 3, height: int = 2, kind: bytes = b"P6") -> bytes:
    depth = 3 if kind == b"P6" else 1
    return kind + b"\n# SANE data follows\n%d %d\n255\n" % (width, height) + bytes(width * height * depth)


def test_options_and_their_choices_are_found_and_inactive_ones_are_not() -> None:
    options = options_in(LISTING)
    assert options["mode"] == ("Lineart", "Gray", "Color")
    assert "three-pass" not in options
    assert upper_end(options["x"]) == pytest.approx(215.9)
    assert upper_end(options["mode"]) is None


def test_a_device_s_own_words_for_platen_feeder_and_colour_are_used() -> None:
    options = options_in(LISTING)
    assert source_words(options["source"]) == {InputSource.PLATEN: "Flatbed", InputSource.FEEDER: "ADF Front"}
    assert mode_word(options["mode"], ColorMode.RGB24) == "Color"
    assert mode_word(("Black & White", "Grey"), ColorMode.GRAYSCALE8) == "Grey"
    assert mode_word(("Lineart",), ColorMode.RGB24) is None


def test_pages_follow_each_other_in_one_stream() -> None:
    images = list(pages_in(io.BytesIO(page() + page(5, 5, b"P5") + page())))
    assert [(image.mode, image.size) for image in images] == [("RGB", (3, 2)), ("L", (5, 5)), ("RGB", (3, 2))]


@pytest.mark.parametrize(
    "stream", [page()[:-1], b"P6\n3 ", b"P3\n1 1\n255\n0 0 0", b"<html>", b"P6\n99999 99999\n255\n"]
)
def test_a_page_that_is_cut_off_or_none_is_lost(stream: bytes) -> None:
    with pytest.raises(ScannerPageLostError):
        list(pages_in(io.BytesIO(stream)))


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
