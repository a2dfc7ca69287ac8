"""The pages look as they did when they were looked at (`pages/*.png`, 50 dpi, grey)."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from kiosk.documents import Typesetter, declaration
from tests.helpers.golden import MOST_DIFFERENCE, difference
from tests.helpers.pages import pages_of
from tests.unit.kiosk.documents.papers import PLAIN
from tests.unit.kiosk.documents.sheets import PRINTED_ON, ct01

PAGES = Path(__file__).with_name("pages")
DPI = 50


@pytest.mark.parametrize("name", PLAIN)
def test_the_pages_look_as_they_did(typesetter: Typesetter, name: str, tmp_path: Path) -> None:
    pages = pages_of(PLAIN[name](typesetter).pdf, DPI)
    for number, page in enumerate(pages, 1):
        file = f"{name}-{number}.png"
        found = tmp_path / file
        apart = difference(PAGES / file, page, found)
        assert apart is not None, f"nothing kept, or another size: see {found}"
        assert apart <= MOST_DIFFERENCE, f"{apart:.2f} grey levels apart: compare {PAGES / file} with {found}"
    assert len(list(PAGES.glob(f"{name}-[0-9].png"))) == len(pages)


def test_a_lost_word_would_be_noticed(typesetter: Typesetter, tmp_path: Path) -> None:
    form = ct01()
    without_email = tuple(item for item in form.items if item.label != "Email")
    short = declaration(typesetter, dataclasses.replace(form, items=without_email), printed_on=PRINTED_ON)
    apart = difference(PAGES / "ct01-blank-1.png", pages_of(short.pdf, DPI)[0], tmp_path / "found.png")
    assert apart is not None
    assert apart > MOST_DIFFERENCE
