"""What the scanning screen shows of list, page and files; the view model puts the pictures in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from devices.status import Readiness
from kiosk.scanning.hand_over import HandedOver, NotHandedOver
from kiosk.session.scan_step import ScanStep
from ui.shown.failure import failure_words
from ui.view_models.scan_rows import paper_name
from ui.visit.current_visit import CurrentVisit
from ui.visit.scan import PageScanning

STICK_BUSY = "stick.busy"


class ScanMode(Enum):
    """What of the scans is in front."""

    LIST = auto()
    PAGE = auto()
    FILES = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanProps:
    """`page` counts from 1 within the paper, 0 without one."""

    mode: ScanMode = ScanMode.LIST
    place: str = ""
    absent: bool = False
    scanning: bool = False
    feeder: bool = False
    trouble: str = ""
    remedy: str = ""
    missing: int = 0
    pages: int = 0
    may_hand_over: bool = False
    paper: str = ""
    page: int = 0
    page_count: int = 0
    clear: bool = False
    accepted: bool = False
    fault: str = ""
    advice: str = ""
    before: str = ""
    after: str = ""
    packing: bool = False
    copying: bool = False
    copied: bool = False


def places_of(visit: CurrentVisit, document: str) -> list[int]:
    """Where the pages of one paper lie among all pages."""
    return [at for at, page in enumerate(visit.session.scan.job.pages) if page.document == document]


def _trouble_of(step: ScanStep, mode: ScanMode) -> str | None:
    """What stopped the last scan; with the files in front, what stopped handing them over."""
    if mode is not ScanMode.FILES:
        return step.trouble
    match step.outcome:
        case NotHandedOver(code=code):
            return code
        case HandedOver(released=False):
            return STICK_BUSY
    return None


def derive_scan(visit: CurrentVisit, scanner: PageScanning, mode: ScanMode, document: str, place: int) -> ScanProps:
    """Everything but the pictures, with the page at `place` of the pages of `document` in front."""
    step, here = visit.session.scan, places_of(visit, document)
    page = step.job.pages[here[place]] if here else None
    trouble = failure_words(visit, _trouble_of(step, mode))
    advice = failure_words(visit, page.verdict.worst.code if page and page.verdict.worst else None)
    return ScanProps(
        mode=mode,
        place=visit.say(visit.session.procedure.name) if visit.session.procedure else "",
        absent=scanner.status is not None and scanner.status.readiness is Readiness.BROKEN,
        scanning=scanner.scanning,
        feeder=scanner.has_feeder,
        trouble=trouble.title,
        remedy=visit.say(step.held.lease.said) if step.held else trouble.remedy,
        missing=len(step.job.missing(step.optional)),
        pages=len(step.job.pages),
        may_hand_over=step.may_hand_over,
        paper=paper_name(visit, document),
        page=place + 1 if page else 0,
        page_count=len(here),
        clear=page is not None and page.is_good,
        accepted=page is not None and page.accepted,
        fault=advice.title,
        advice=advice.remedy,
        packing=scanner.packing,
        copying=scanner.copying,
        copied=isinstance(step.outcome, HandedOver),
    )
