"""The scan job as a value: order, redo, turn, tick off; and the page it holds."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from devices.scanner.interface import ScannedPage
from kiosk.scanning.job import ScanJob
from kiosk.scanning.page import JudgedPage, decoded, page_of
from kiosk.scanning.verdict import Defect, PageQuality
from tests.unit.kiosk.scanning.glass import DPI, laid, page, scanned, sheet

BIRTH, CARD = "giay-chung-sinh", "can-cuoc"


def numbered(count: int, document: str = "") -> list[JudgedPage]:
    """Pages told apart by their first byte."""
    one = page(0, document)
    return [replace(one, after=bytes([number]) + one.after) for number in range(count)]


def order(job: ScanJob) -> list[int]:
    return [each.after[0] for each in job.pages]


def test_pages_keep_their_order_and_can_be_moved_and_taken_out() -> None:
    job = ScanJob().with_pages(numbered(4))
    assert order(job.moved(0, 2)) == [1, 2, 0, 3]
    assert order(job.moved(3, 0)) == [3, 0, 1, 2]
    assert order(job.without(1)) == [0, 2, 3]
    assert order(job) == [0, 1, 2, 3]


def test_a_redone_page_takes_the_place_and_the_paper_of_the_old_one() -> None:
    job = ScanJob(wanted=(BIRTH,)).with_pages(numbered(3, BIRTH))
    again = job.redone(1, page(1))
    assert order(again)[0::2] == [0, 2]
    assert again.pages[1].document == BIRTH


def test_a_page_that_is_not_there_cannot_be_redone() -> None:
    with pytest.raises(IndexError):
        ScanJob().turned(0)


def test_a_paper_is_ticked_off_when_all_its_pages_are_good() -> None:
    job = ScanJob(wanted=(BIRTH, CARD)).with_pages(numbered(2, BIRTH))
    assert job.ticked == {BIRTH}
    assert job.missing() == (CARD,)
    assert job.missing(optional=[CARD]) == ()
    blurred = replace(job.pages[1], verdict=PageQuality(defects=(Defect.BLURRED,)))
    worse = job.redone(1, blurred)
    assert worse.ticked == frozenset()
    assert worse.to_redo == (1,)
    assert worse.accepted(1).ticked == {BIRTH}


def test_papers_come_in_the_order_of_the_list_and_loose_pages_last() -> None:
    job = ScanJob(wanted=(BIRTH, CARD)).with_pages([page(0, CARD), page(0), page(0, BIRTH)])
    assert job.documents == (BIRTH, CARD, "")


def test_a_page_upside_down_is_turned_and_then_clear() -> None:
    down = sheet(0).transpose(Image.Transpose.ROTATE_180)
    found = page_of(ScannedPage(image=laid(down), resolution=DPI))
    assert found.verdict.defects == (Defect.UPSIDE_DOWN,)
    job = ScanJob().with_pages([found]).turned(0)
    assert job.pages[0].is_good
    upright = page_of(ScannedPage(image=decoded(job.pages[0].after), resolution=DPI))
    assert upright.verdict.is_clear


def test_before_and_after_are_both_kept_and_the_cut_can_be_taken_back() -> None:
    one = page_of(scanned(0, skew=3))
    assert decoded(one.before).size > decoded(one.after).size
    assert ScanJob().with_pages([one]).uncut(0).pages[0].after == one.before


def test_no_metadata_of_the_scanner_survives() -> None:
    image = laid(sheet(0))
    exif = Image.Exif()
    exif[0x9003] = "2026:11:23 08:00:00"
    exif[0xA431] = "SERIAL-4711"
    kept = io.BytesIO()
    image.save(kept, "JPEG", exif=exif, comment=b"SERIAL-4711")
    seen = Image.open(kept)
    seen.load()
    one = page_of(ScannedPage(image=seen, resolution=DPI))
    for jpeg in (one.before, one.after):
        assert b"SERIAL" not in jpeg
        assert b"Exif" not in jpeg
        assert not decoded(jpeg).getexif()


def test_a_page_shows_no_picture_in_its_repr() -> None:
    assert "\\xff" not in repr(page(0))
