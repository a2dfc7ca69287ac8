"""What holds for every paper: archival, tagged, embedded fonts, composed text, and nothing lost however long."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache

import pypdf
import pytest

from kiosk.documents import TypesetDocument, Typesetter
from tests.helpers.pages import (
    fonts_of,
    ink_margins,
    is_composed,
    qr_texts,
    raw_text_of,
    smallest_size_of,
    text_of,
    words_outside,
)
from tests.unit.kiosk.documents.papers import LONGEST, PLAIN
from tests.unit.kiosk.documents.procedures import SEARCH
from tests.unit.kiosk.documents.sheets import LONG_ADDRESS, LONG_NAME

BUNDLED = ("BeVietnamPro", "Tinos")
WITH_QR = [name for name in PLAIN if name.startswith(("leaflet", "posted", "data", "preparation"))]
Made = Callable[[str], TypesetDocument]


@pytest.fixture(scope="module")
def plain(typesetter: Typesetter) -> Made:
    """A plain paper by name, set once for all that is asked of it."""
    return cache(lambda name: PLAIN[name](typesetter))


@pytest.fixture(scope="module")
def longest(typesetter: Typesetter) -> Made:
    """A paper by name with the longest values, set once for all that is asked of it."""
    return cache(lambda name: LONGEST[name](typesetter))


@pytest.mark.parametrize("name", PLAIN)
def test_it_is_archival_tagged_and_titled(plain: Made, name: str) -> None:
    document = plain(name)
    reader = pypdf.PdfReader(io.BytesIO(document.pdf))
    root = reader.trailer["/Root"].get_object()
    metadata = root["/Metadata"].get_object().get_data()  # type: ignore[union-attr,index]
    assert len(reader.pages) == document.pages
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert root["/Lang"] in {"vi", "en", "vi-VN", "en-US"}  # type: ignore[index]
    assert reader.metadata is not None
    assert reader.metadata.title
    for mark in (b"<pdfaid:part>2</pdfaid:part>", b"<pdfaid:conformance>A</pdfaid:conformance>", b"pdfuaid:part"):
        assert mark in metadata


@pytest.mark.parametrize("name", PLAIN)
def test_its_fonts_are_the_bundled_ones_and_embedded(plain: Made, name: str) -> None:
    fonts = fonts_of(plain(name).pdf)
    assert fonts
    assert all(fonts.values())
    assert all(font.startswith(BUNDLED) for font in fonts)


@pytest.mark.parametrize("name", PLAIN)
def test_the_same_data_on_the_same_day_is_the_same_bytes(plain: Made, name: str) -> None:
    assert plain(name).pdf == PLAIN[name](Typesetter()).pdf


@pytest.mark.parametrize("name", LONGEST)
def test_a_60_letter_name_and_a_250_letter_address_are_all_there(longest: Made, name: str) -> None:
    pdf = longest(name).pdf
    text = text_of(pdf)
    assert (len(LONG_NAME), len(LONG_ADDRESS)) == (60, 250)
    assert LONG_NAME in text
    assert LONG_ADDRESS in text or name.startswith("posted-list-a3")
    assert all(word in text for word in LONG_ADDRESS.split())
    assert is_composed(pdf)
    assert words_outside(pdf) == []


INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"


def sound_on_paper(pdf: bytes) -> None:
    assert set(raw_text_of(pdf)) & set(INVISIBLE) == set()
    assert min(ink_margins(pdf)) >= 5.0


@pytest.mark.parametrize("name", PLAIN)
def test_no_invisible_letter_is_copied_and_no_ink_comes_near_the_edge(plain: Made, name: str) -> None:
    sound_on_paper(plain(name).pdf)


@pytest.mark.parametrize("name", LONGEST)
def test_so_it_is_with_the_longest_values(longest: Made, name: str) -> None:
    sound_on_paper(longest(name).pdf)


@pytest.mark.parametrize("name", [name for name in LONGEST if "poster" not in name and "list" not in name])
def test_no_value_is_set_smaller_than_10_points(longest: Made, name: str) -> None:
    pdf = longest(name).pdf
    assert smallest_size_of(pdf, LONG_NAME) >= 10
    if not name.startswith("leaflet"):
        assert smallest_size_of(pdf, LONG_ADDRESS) >= 10


@pytest.mark.parametrize("name", WITH_QR)
def test_its_qr_is_read_back_from_a_grey_print_at_150_dpi(plain: Made, name: str) -> None:
    assert SEARCH in qr_texts(plain(name).pdf)
