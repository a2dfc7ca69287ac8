"""The papers of a visit made into PDF, as a closure for the paper worker that does not hold the session."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum, auto

from kiosk.documents import Dossier, LeafletSize
from kiosk.errors import KioskError
from kiosk.forms.printed import PrintedForm
from kiosk.guides.guide import Exit
from kiosk.guides.walk import GuideWalk
from kiosk.i18n import Language
from kiosk.person import FIELD_NAMES, PersonField
from kiosk.procedures.national import NamedProcedure
from kiosk.procedures.procedure import Procedure
from kiosk.session.paper_step import Paper, RenderedPaper, RenderJob
from kiosk.session.services import Papers


class Printing(Enum):
    """What the print screen was opened for; one at a time."""

    PAPERS = auto()
    LEAFLET = auto()
    NAME = auto()
    """Only the leaflet of a procedure of which the name is all that is known."""
    SCANS = auto()
    RECEIPT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedPapers:
    """What is to be printed: a form, the slip of a walk that ended, or else the leaflet of the procedure; or only the
    receipt of the fields in `receipt`."""

    form: PrintedForm | None = field(repr=False)
    walk: GuideWalk | None
    procedure: Procedure | None
    case: str | None
    language: Language
    specimen: bool
    receipt: frozenset[PersonField] | None = None
    size: LeafletSize = LeafletSize.A4
    dossier: Dossier | None = None
    named: NamedProcedure | None = None


def render_job(papers: Papers, wanted: WantedPapers) -> RenderJob:
    """Form first, then slip or leaflet, each with pictures of its pages."""
    return lambda: with_pictures(papers, _rendered(papers, wanted))


def with_pictures(papers: Papers, sheets: tuple[RenderedPaper, ...]) -> tuple[RenderedPaper, ...]:
    """The same sheets, each with its pictures."""
    return tuple(replace(sheet, pages=_pictures(papers, sheet.pdf)) for sheet in sheets)


def _rendered(papers: Papers, wanted: WantedPapers) -> tuple[RenderedPaper, ...]:
    sheets: list[RenderedPaper] = []
    if wanted.receipt is not None:
        read = [name for field_name, name in FIELD_NAMES.items() if field_name in wanted.receipt]
        pdf = papers.receipt(read, procedure=wanted.procedure, language=wanted.language, specimen=wanted.specimen)
        return (RenderedPaper(paper=Paper.RECEIPT, subject="", pdf=pdf),)
    if wanted.named is not None:
        pdf = papers.name_leaflet(wanted.named, language=wanted.language, size=wanted.size)
        return (RenderedPaper(paper=Paper.NAME, subject="", pdf=pdf, media=wanted.size.media),)
    form, walk, procedure, language = wanted.form, wanted.walk, wanted.procedure, wanted.language
    if form:
        pdf = papers.declaration(form, specimen=wanted.specimen, procedure=procedure)
        sheets.append(RenderedPaper(paper=Paper.DECLARATION, subject=form.form_id, pdf=pdf))
    if walk and isinstance(walk.current, Exit):
        slip = papers.slip(walk.guide, walk.current, language=language)
        sheets.append(RenderedPaper(paper=Paper.SLIP, subject=walk.guide.id, pdf=slip))
    elif procedure:
        specimen = wanted.specimen and form is not None
        size = wanted.size
        pdf = papers.leaflet(
            procedure, language=language, case=wanted.case, specimen=specimen, size=size, dossier=wanted.dossier
        )
        sheets.append(RenderedPaper(paper=Paper.LEAFLET, subject=procedure.id, pdf=pdf, media=size.media))
    return tuple(sheets)


def _pictures(papers: Papers, pdf: bytes) -> tuple[bytes, ...]:
    """A page that cannot be shown can still be printed."""
    try:
        return papers.pictures(pdf)
    except KioskError:
        return ()
