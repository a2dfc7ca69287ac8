"""Pages that public reports got wrong: sideways, a streak on nothing, a dark cover, and their size on paper."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from pypdf import PdfReader

from devices.pictures import picture
from devices.scanner.interface import ScannedPage
from devices.scanner.resolution import page_of as scanned_page
from kiosk.scanning.page import decoded, page_of, turned
from kiosk.scanning.pdf import MEGABYTE, Packed, pack
from kiosk.scanning.verdict import Defect
from tests.unit.kiosk.scanning.glass import DPI, laid, sheet
from ui.audit.sheets import written_sheet

SIDES = [Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270]
COVERS = {"red": (200, 30, 40), "blue": (25, 45, 160), "green": (20, 150, 60)}
GOLD = (225, 190, 70)


def judged(image: Image.Image) -> tuple[Defect, ...]:
    return page_of(ScannedPage(image=image, resolution=DPI)).verdict.defects


def cover(colour: tuple[int, int, int], *, printed: bool = True) -> Image.Image:
    """The cover of a booklet with an emblem and lines of print in gold."""
    made = Image.new("RGB", (1100, 1500), colour)
    if printed:
        draw = ImageDraw.Draw(made)
        draw.ellipse((400, 300, 700, 600), fill=GOLD)
        for line in range(4):
            for letter in range(24):
                draw.rectangle((180 + letter * 32, 800 + line * 70, 198 + letter * 32, 836 + line * 70), fill=GOLD)
    return made


@pytest.mark.parametrize("turn", SIDES)
@pytest.mark.parametrize("number", [0, 1, 3, 4, 6])
def test_a_page_laid_sideways_is_told_and_set_on_its_feet_by_one_turn(number: int, turn: Image.Transpose) -> None:
    page = page_of(ScannedPage(image=laid(sheet(number).transpose(turn), skew=1.0), resolution=DPI))
    assert page.verdict.worst is Defect.SIDEWAYS
    upright = turned(page)
    assert upright.verdict.is_clear
    again = page_of(ScannedPage(image=laid(decoded(upright.after).convert("RGB")), resolution=DPI))
    assert Defect.SIDEWAYS not in again.verdict.defects
    assert Defect.UPSIDE_DOWN not in again.verdict.defects


@pytest.mark.parametrize("turn", [None, *SIDES])
def test_the_same_words_in_every_line_do_not_hide_how_the_page_lies(
    turn: Image.Transpose | None, tmp_path: Path
) -> None:
    written_sheet(tmp_path / "sheet.png", "GIẤY MẪU")
    page = picture(tmp_path / "sheet.png").crop((150, 180, 1315, 1834))
    told = judged(laid(page.transpose(turn) if turn is not None else page))
    assert told == ((Defect.SIDEWAYS,) if turn is not None else ())


@pytest.mark.parametrize("wide", [1, 3, 8])
@pytest.mark.parametrize("along", [0, 1])
def test_a_streak_on_a_blank_page_leaves_it_blank(wide: int, along: int) -> None:
    page = Image.new("RGB", (1654, 2339), (245, 245, 243))
    box = (700, 0, 700 + wide - 1, 2338) if along == 0 else (0, 900, 1653, 900 + wide - 1)
    ImageDraw.Draw(page).rectangle(box, fill=(70, 70, 70))
    assert judged(page) == (Defect.BLANK,)


def test_a_streak_over_a_written_page_is_no_blank_page() -> None:
    page = sheet(0)
    ImageDraw.Draw(page).line((400, 0, 400, page.height), fill=(70, 70, 70), width=3)
    assert Defect.BLANK not in judged(laid(page))


@pytest.mark.parametrize("colour", COVERS)
def test_a_dark_cover_is_not_too_dark_when_its_own_colour_shines(colour: str) -> None:
    told = judged(laid(cover(COVERS[colour]), lid=250))
    assert Defect.TOO_DARK not in told
    assert Defect.BLANK not in told


def test_a_cover_with_nothing_on_it_is_blank_and_a_page_without_light_is_too_dark() -> None:
    assert judged(cover(COVERS["red"], printed=False)) == (Defect.BLANK,)
    assert judged(laid(sheet(0).point(lambda value: value * 0.3), lid=10)) == (Defect.TOO_DARK,)


def test_a_page_of_another_resolution_than_asked_comes_out_as_large_as_its_paper() -> None:
    came = sheet(0).resize((2481, 3508))
    page = page_of(scanned_page(came, 200, (2480 / 300, 3508 / 300)))
    packed = pack([page], 5 * MEGABYTE)
    assert isinstance(packed, Packed)
    box = PdfReader(io.BytesIO(packed.pdf)).pages[0].mediabox
    assert float(box.width) / 72 * 25.4 == pytest.approx(210, abs=2)
    assert float(box.height) / 72 * 25.4 == pytest.approx(297, abs=2)
