"""The papers to scan and the files made of them, as rows of the scanning screen. Pure functions of the visit."""

from __future__ import annotations

from kiosk.i18n import Text
from kiosk.scanning.page import JudgedPage
from kiosk.scanning.pdf import Packed, TooLarge
from kiosk.session.scan_step import LOOSE
from ui.list_models.scan_list import ScanFileRow, ScanPaperRow
from ui.visit.current_visit import CurrentVisit

OTHER = Text("Giấy khác", "Another paper")


def paper_rows(visit: CurrentVisit) -> list[ScanPaperRow]:
    """The papers of the procedure in its order; last the one that is none of them."""
    return [_paper_row(visit, document) for document in (*visit.session.scan.job.wanted, "")]


def file_rows(visit: CurrentVisit) -> list[ScanFileRow]:
    """A file a paper: its size and quality, or how many pages would fit."""
    rows = []
    for name, packed in visit.session.scan.files.items():
        shown = paper_name(visit, "" if name == LOOSE else name)
        match packed:
            case Packed(pdf=pdf, pages=pages, quality=taken):
                kilobytes = max(1, round(len(pdf) / 1000))
                quality = visit.say(taken.said)
                rows.append(ScanFileRow(name=shown, pages=pages, kilobytes=kilobytes, quality=quality))
            case TooLarge(pages_that_fit=fit):
                rows.append(ScanFileRow(name=shown, pages_that_fit=fit))
    return rows


def paper_name(visit: CurrentVisit, document: str) -> str:
    """What the procedure calls this paper; the empty id is any other paper."""
    procedure = visit.session.procedure
    for case in procedure.cases if procedure else ():
        for paper in case.documents:
            if paper.id == document:
                return visit.say(paper.name)
    return visit.say(OTHER)


def _paper_row(visit: CurrentVisit, document: str) -> ScanPaperRow:
    step = visit.session.scan
    pages: tuple[JudgedPage, ...] = step.job.of(document)
    return ScanPaperRow(
        name=paper_name(visit, document),
        optional=document in step.optional or not document,
        ticked=document in step.job.ticked or (not document and bool(pages) and all(p.is_good for p in pages)),
        pages=len(pages),
        unclear=sum(not page.is_good for page in pages),
    )
