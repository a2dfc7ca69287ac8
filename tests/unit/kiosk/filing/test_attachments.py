"""Scanned papers as files that a portal takes."""

from __future__ import annotations

import io
import random
from collections.abc import Sequence

import pytest
from PIL import Image

from kiosk.filing.attachments import JPEG, PDF, attachments
from kiosk.filing.page_rules import Rules
from kiosk.i18n import Language, Text
from kiosk.scanning.page import JudgedPage
from kiosk.scanning.pdf import QUALITIES, Packed, TooLarge
from kiosk.scanning.verdict import PageQuality

NAMES = {"bao-tu": Text("Giấy báo tử", "Death notice")}


def page(dots: int = 40) -> JudgedPage:
    """A page full of noise, so that its JPEG is large for its size."""
    noise = Image.frombytes("L", (dots, dots), random.Random(dots).randbytes(dots * dots))
    kept = io.BytesIO()
    noise.save(kept, "JPEG", quality=95)
    jpeg = kept.getvalue()
    return JudgedPage(before=jpeg, after=jpeg, resolution=200, angle=0.0, verdict=PageQuality(defects=frozenset()))


def rules(*media_types: str, largest: int = 2_000_000) -> Rules:
    return Rules(system="page", start="https://a.vn/", hosts=("a.vn",), media_types=media_types, largest_file=largest)


def packed(pages: Sequence[JudgedPage], limit: int) -> Packed | TooLarge:
    """A packing that says what it was asked."""
    return Packed(pdf=f"{len(pages)} pages, {limit} bytes".encode(), pages=len(pages), quality=QUALITIES[0])


def test_each_paper_is_one_pdf_under_the_portals_limit_with_a_plain_name() -> None:
    papers = {"bao-tu": [page(), page()], "": [page()]}
    made = attachments(papers, NAMES, rules(PDF, JPEG), Language.VI, pack_pdf=packed)
    assert [(each.name, each.says, each.media_type, each.data) for each in made.files] == [
        ("bao-tu.pdf", "Giấy báo tử", PDF, b"2 pages, 2000000 bytes"),
        ("giay-to.pdf", "Giấy tờ khác", PDF, b"1 pages, 2000000 bytes"),
    ]


def test_the_shipped_packing_makes_a_pdf() -> None:
    made = attachments({"bao-tu": [page()]}, NAMES, rules(PDF), Language.EN)
    assert made.files[0].data.startswith(b"%PDF")
    assert made.files[0].says == "Death notice"


def test_a_portal_that_takes_no_pdf_gets_a_picture_a_page_made_small_enough() -> None:
    large = page(700)
    made = attachments({"bao-tu": [large, page()]}, NAMES, rules(JPEG, largest=250_000), Language.VI)
    assert [each.name for each in made.files] == ["bao-tu-1.jpg", "bao-tu-2.jpg"]
    assert len(large.after) > 250_000
    assert all(len(each.data) <= 250_000 for each in made.files)


@pytest.mark.parametrize("media_type", [PDF, JPEG])
def test_a_paper_that_cannot_be_made_small_enough_is_named_and_the_others_go_on(media_type: str) -> None:
    papers = {"bao-tu": [page(900)], "khac": [page(30)]}
    made = attachments(papers, NAMES, rules(media_type, largest=20_000), Language.VI)
    assert made.too_large == ("Giấy báo tử",)
    assert [each.name.partition(".")[0] for each in made.files] == ["khac"]


def test_a_paper_that_is_too_long_for_one_file_becomes_several() -> None:
    made = attachments({"bao-tu": [page(500)] * 3}, NAMES, rules(PDF, largest=60_000), Language.VI)
    assert len(made.files) > 1
    assert made.too_large == ()
    assert all(each.data.startswith(b"%PDF") and len(each.data) <= 60_000 for each in made.files)
    assert [made.files[0].name, made.files[0].says] == ["bao-tu-1.pdf", f"Giấy báo tử (1/{len(made.files)})"]


@pytest.mark.parametrize("paper", ["Giấy của ông Mẫu", "../x", "A B", "mẫu", ""])
def test_a_name_is_never_made_of_anything_but_plain_letters(paper: str) -> None:
    made = attachments({paper: [page()]}, NAMES, rules(PDF), Language.VI, pack_pdf=packed)
    assert made.files[0].name == "giay-to.pdf"


def test_a_paper_without_pages_is_left_out() -> None:
    assert attachments({"bao-tu": []}, NAMES, rules(PDF), Language.VI).files == ()
