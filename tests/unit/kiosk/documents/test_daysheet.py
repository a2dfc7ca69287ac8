"""The day sheet: one page, its codes read from the paper as a phone sees it, and nothing small in words."""

from __future__ import annotations

import os
import random
from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.counts.period import day_of
from kiosk.counts.report import figures_of
from kiosk.counts.report_sections import report_for
from kiosk.counts.sheet_code import SheetError, codes_of, read_codes
from kiosk.counts.sheet_photo import codes_in
from kiosk.counts.station_keys import public_bytes
from kiosk.counts.station_report import scope_of
from kiosk.counts.totals import Total
from kiosk.documents.daysheet import day_sheet
from kiosk.documents.typesetter import TypesetDocument, Typesetter
from kiosk.i18n import BOTH, Language
from kiosk.settings import read_settings
from tests.helpers.counting import shipped_catalogue
from tests.helpers.pages import as_printed, is_composed, pages_of, qr_texts, text_of, words_outside

COMMUNE = read_settings(overrides=Path("/none")).kiosk.commune
DAY = date(2026, 11, 20)
KEY = Ed25519PrivateKey.from_private_bytes(bytes(32))


def a_day(rows: int) -> list[Total]:
    chance = random.Random(rows)
    events = chance.sample([event for event, _ in shipped_catalogue().pairs()], rows)
    return [Total(day=DAY, kind=e.kind, subject=e.subject, count=chance.randint(1, 90)) for e in events]


def sheet_of(totals: list[Total], language: Language = Language.VI) -> TypesetDocument:
    codes = codes_of("pc-17842-may-1", DAY, totals, KEY)
    report = report_for(
        day_of(DAY), figures_of(totals), figures_of(()), shipped_catalogue(), scope_of(COMMUNE), made_on=DAY
    )
    return day_sheet(Typesetter(), report, codes, COMMUNE, "pc-17842-may-1", language=language)


@pytest.mark.parametrize("language", BOTH, ids=lambda language: language.code)
@pytest.mark.parametrize("rows", [0, 40, 200, 300])
def test_the_codes_are_read_back_from_the_printed_page(rows: int, language: Language) -> None:
    totals = a_day(rows)
    paper = sheet_of(totals, language)
    assert paper.pages == 1
    assert words_outside(paper.pdf) == []
    assert is_composed(paper.pdf)
    sheet = read_codes(qr_texts(paper.pdf, 150))
    sheet.verify(public_bytes(KEY))
    assert sum(sheet.counts.values()) == sum(total.count for total in totals)


def test_a_tilted_grey_photo_is_read(tmp_path: Path) -> None:
    totals = a_day(60)
    (page,) = pages_of(sheet_of(totals).pdf, 170)
    photo = as_printed(page).rotate(4, expand=True, fillcolor=120).convert("RGB")
    photo.save(tmp_path / "photo.jpg", quality=55)
    sheet = read_codes(codes_in(tmp_path / "photo.jpg"))
    sheet.verify(public_bytes(KEY))
    assert len(sheet.counts) == 60


def test_the_sheet_names_the_pc_and_the_day() -> None:
    text = text_of(sheet_of(a_day(10)).pdf)
    assert "Thứ Sáu, 20/11/2026" in text
    assert "pc-17842-may-1" in text


def test_what_calls_itself_a_photo_and_is_none_is_refused(tmp_path: Path) -> None:
    """An EPS would be given to Ghostscript, whatever its name."""
    (tmp_path / "photo.jpg").write_bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\n{} loop\n")
    os.mkfifo(tmp_path / "pipe.jpg")
    for name in ("photo.jpg", "pipe.jpg", "none.jpg"):
        with pytest.raises(SheetError, match="not a picture"):
            codes_in(tmp_path / name)
