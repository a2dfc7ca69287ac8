"""The scanning screen: the page in front, what is wrong with it, and why the files did not get out."""

from __future__ import annotations

import pytest

from devices.scanner.interface import InputSource, ScannerStatus
from devices.status import Readiness
from kiosk.scanning.hand_over import HandedOver, NotHandedOver
from kiosk.scanning.lease import Lease
from kiosk.scanning.page import JudgedPage
from kiosk.scanning.station_scanner import HeldByOther
from kiosk.scanning.verdict import Defect, PageQuality
from ui.view_models.scan_props import STICK_BUSY, ScanMode, derive_scan
from ui.view_models.scan_rows import paper_name
from ui.visit.current_visit import CurrentVisit
from ui.visit.scan import PageScanning


@pytest.fixture
def scanner(front: CurrentVisit) -> PageScanning:
    """A scanner that answers, over the papers of a procedure."""
    front.session.choose_procedure("dang-ky-tam-tru")
    front.session.scan.want(front.session.procedure, None)
    made = PageScanning(front)
    made.status = ScannerStatus(readiness=Readiness.READY, sources=frozenset({InputSource.PLATEN}))
    return made


def page(document: str, *defects: Defect, accepted: bool = False) -> JudgedPage:
    quality = PageQuality(defects=defects)
    return JudgedPage(
        before=b"", after=b"", resolution=200, angle=0.0, verdict=quality, document=document, accepted=accepted
    )


def test_before_the_first_page_every_paper_that_is_not_optional_is_missing(
    front: CurrentVisit, scanner: PageScanning
) -> None:
    step = front.session.scan
    props = derive_scan(front, scanner, ScanMode.LIST, "", 0)
    assert props.missing == len(set(step.job.wanted) - step.optional) >= 1
    assert (props.pages, props.page, props.may_hand_over, props.absent) == (0, 0, False, False)


def test_a_page_is_counted_within_its_own_paper(front: CurrentVisit, scanner: PageScanning) -> None:
    paper = front.session.scan.job.wanted[0]
    front.session.scan.job = front.session.scan.job.with_pages([page(""), page(paper), page(paper)])
    props = derive_scan(front, scanner, ScanMode.PAGE, paper, 1)
    assert (props.page, props.page_count, props.pages) == (2, 2, 3)
    assert props.paper == paper_name(front, paper)
    assert props.clear


def test_the_worst_defect_is_told_with_its_advice_also_of_a_page_that_is_kept(
    front: CurrentVisit, scanner: PageScanning
) -> None:
    entry = front.services.failures[Defect.CUT.code]
    front.session.scan.job = front.session.scan.job.with_pages([page("", Defect.CUT, Defect.BLURRED, accepted=True)])
    props = derive_scan(front, scanner, ScanMode.PAGE, "", 0)
    assert (props.fault, props.advice) == (entry.title.vi, entry.remedy.vi)
    assert (props.clear, props.accepted) == (True, True)


def test_a_scanner_that_does_not_answer_is_absent_and_one_never_asked_is_not(
    front: CurrentVisit, scanner: PageScanning
) -> None:
    scanner.status = ScannerStatus(readiness=Readiness.BROKEN)
    assert derive_scan(front, scanner, ScanMode.LIST, "", 0).absent
    scanner.status = None
    assert not derive_scan(front, scanner, ScanMode.LIST, "", 0).absent


@pytest.mark.parametrize(("source", "feeder"), [(InputSource.FEEDER, True), (InputSource.PLATEN, False)])
def test_many_sheets_at_once_are_offered_only_where_there_is_a_feeder(
    front: CurrentVisit, scanner: PageScanning, source: InputSource, feeder: bool
) -> None:
    scanner.status = ScannerStatus(readiness=Readiness.READY, sources=frozenset({source}))
    assert derive_scan(front, scanner, ScanMode.LIST, "", 0).feeder == feeder


def test_while_the_other_station_scans_its_number_is_said(front: CurrentVisit, scanner: PageScanning) -> None:
    front.session.scan.held = HeldByOther(lease=Lease(holder="may-2", seconds_left=9.0))
    assert derive_scan(front, scanner, ScanMode.PAGE, "", 0).remedy == "Máy số 2 đang quét"


@pytest.mark.parametrize(
    ("outcome", "code"),
    [(NotHandedOver(code="stick.full"), "stick.full"), (HandedOver(names=(), released=False), STICK_BUSY)],
)
def test_trouble_with_the_stick_is_told_where_the_files_are_shown_and_only_there(
    front: CurrentVisit, scanner: PageScanning, outcome: HandedOver | NotHandedOver, code: str
) -> None:
    front.session.scan.outcome = outcome
    assert derive_scan(front, scanner, ScanMode.FILES, "", 0).trouble == front.services.failures[code].title.vi
    assert derive_scan(front, scanner, ScanMode.LIST, "", 0).trouble == ""


def test_files_on_the_stick_are_said_to_be_there(front: CurrentVisit, scanner: PageScanning) -> None:
    front.session.scan.outcome = HandedOver(names=("giay-to.pdf",))
    props = derive_scan(front, scanner, ScanMode.FILES, "", 0)
    assert (props.copied, props.trouble) == (True, "")
