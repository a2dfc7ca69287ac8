"""PDF under a limit: visible steps of quality, true size, no metadata, and an honest refusal."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache

import pytest
from pypdf import PdfReader

from kiosk.scanning.pdf import QUALITIES, Packed, TooLarge, pack
from tests.unit.kiosk.scanning.glass import DPI, page

judged = cache(page)


@pytest.fixture(scope="module", autouse=True)
def _pages_go_with_these_tests() -> Iterator[None]:
    """Judged once here; tests of a visit look through the whole process for pages that were kept."""
    yield
    judged.cache_clear()


def packed(limit: int, count: int = 3) -> Packed:
    result = pack([judged(number % 4) for number in range(count)], limit)
    assert isinstance(result, Packed)
    return result


def test_with_room_enough_the_pages_stay_as_scanned() -> None:
    result = packed(5_000_000)
    assert result.quality == QUALITIES[0]
    assert result.pages == len(PdfReader(io.BytesIO(result.pdf)).pages) == 3


def test_the_quality_is_stepped_down_only_as_far_as_needed_and_says_so() -> None:
    whole = len(packed(5_000_000).pdf)
    qualities = [packed(int(whole * part)).quality for part in (1.01, 0.8, 0.5)]
    assert [QUALITIES.index(quality) for quality in qualities] == sorted(
        QUALITIES.index(quality) for quality in qualities
    )
    assert qualities[0] == QUALITIES[0] != qualities[-1]
    assert len({quality.said.vi for quality in QUALITIES}) == len(QUALITIES)


@pytest.mark.parametrize("limit", [150_000, 220_000, 300_000, 450_000, 700_000])
def test_the_file_is_never_over_the_limit(limit: int) -> None:
    result = pack([judged(number) for number in range(4)], limit)
    if isinstance(result, Packed):
        assert len(result.pdf) <= limit
    else:
        assert result.pages_that_fit < 4


def test_a_page_comes_out_as_large_as_its_paper_at_every_rung() -> None:
    first, last = packed(5_000_000, 1), packed(90_000, 1)
    assert first.quality != last.quality
    sizes = [PdfReader(io.BytesIO(each.pdf)).pages[0].mediabox for each in (first, last)]
    assert float(sizes[0].width) == pytest.approx(float(sizes[1].width), abs=1)
    assert float(sizes[0].height) == pytest.approx(float(sizes[1].height), abs=1)
    assert float(sizes[0].width) == pytest.approx(1654 / DPI * 72, abs=6)


def test_what_does_not_fit_says_how_many_pages_would() -> None:
    result = pack([judged(0)] * 6, 100_000)
    assert isinstance(result, TooLarge)
    assert 0 <= result.pages_that_fit < 6
    assert result.code == "scan.too-large"


def test_the_pdf_carries_no_date_program_or_author() -> None:
    result = packed(5_000_000, 1)
    assert not any((PdfReader(io.BytesIO(result.pdf)).metadata or {}).values())
    for word in (b"CreationDate", b"ModDate", b"img2pdf", b"Exif"):
        assert word not in result.pdf


def test_nothing_is_no_pdf() -> None:
    with pytest.raises(ValueError, match="page"):
        pack([], 5_000_000)
