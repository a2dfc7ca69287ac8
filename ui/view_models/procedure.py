"""One procedure: is this it, what do I need, what does it cost, where; and what can be done with it here."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.i18n import Language
from kiosk.procedures.doubted import doubted, sources
from kiosk.procedures.in_time import ASK_STAFF, Filing
from kiosk.procedures.procedure import Procedure
from kiosk.qr_modules import Rows
from ui.list_models.document_list import DocumentList, DocumentRow, document_row
from ui.shown.qr import public_qr_rows
from ui.shown.wording import amount, source_line
from ui.view_models.screen_model import ScreenModel, ScreenParts
from ui.visit.current_visit import CurrentVisit

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureProps:
    """Texts in the person's language; empty where the content says nothing. `unconfirmed` names what is in doubt."""

    name: str = ""
    official_name: str = ""
    code: str = ""
    summary: str = ""
    who: str = ""
    agency: str = ""
    place: str = ""
    online: bool = False
    fee_online: str = ""
    fee_desk: str = ""
    fee_text: str = ""
    fee_exempt: str = ""
    fee_variants: tuple[str, ...] = ()
    time: str = ""
    cases: tuple[str, ...] = ()
    case_index: int = 0
    pitfalls: tuple[str, ...] = ()
    notes: str = ""
    notices: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    unconfirmed: str = ""
    form_name: str = ""
    guide_id: str = ""
    fee_guide_id: str = ""
    can_file: bool = False
    """Whether the official page can be opened here; where it cannot, `phone_qr` opens it on a telephone."""
    phone_qr: Rows = ()


def derive_procedure(visit: CurrentVisit, procedure: Procedure, *, can_file: bool = False) -> ProcedureProps:
    """The page of one procedure on this day; `can_file`: its official page can be opened on this station."""
    language, today = visit.language, visit.services.today()
    online = Filing.ONLINE in procedure.filing_on(today)
    fee, time_limit = procedure.fee(today), procedure.time_limit(today)
    definition = visit.session.definition
    return ProcedureProps(
        name=procedure.name.say(language),
        official_name=procedure.official_name,
        code=procedure.code or "",
        summary=procedure.summary.say(language),
        who=procedure.who_on(today).say(language),
        agency=procedure.agency.say(language),
        place=procedure.place_on(today).say(language),
        online=online,
        fee_online=_amount_of(fee.online_vnd if fee else None, language),
        fee_desk=_amount_of(fee.desk_vnd if fee else None, language),
        fee_text=fee.text.say(language) if fee else ASK_STAFF.say(language),
        fee_exempt=fee.exempt.say(language) if fee and fee.exempt else "",
        fee_variants=tuple(variant.text.say(language) for variant in procedure.fee_variants_on(today)),
        time=time_limit.text.say(language) if time_limit else ASK_STAFF.say(language),
        cases=tuple(case.name.say(language) for case in procedure.cases),
        case_index=_case_index(visit, procedure),
        pitfalls=tuple(pitfall.text.say(language) for pitfall in procedure.pitfalls),
        notices=tuple(notice.text.say(language) for notice in procedure.notices_on(today)),
        notes=procedure.notes.say(language) if procedure.notes else "",
        sources=tuple(source_line(source, language) for source in sources(procedure, today)),
        unconfirmed=parts.say(language) if (parts := doubted(procedure, today)) else "",
        form_name=definition.name.say(language) if definition else "",
        guide_id=_guide(visit, procedure.guide),
        fee_guide_id=next(
            (key for each in procedure.fee_variants_on(today) if (key := _guide(visit, each.guide))), ""
        ),
        can_file=can_file,
        phone_qr=public_qr_rows(procedure.portal_on(today).search_url) if online and not can_file else (),
    )


def _case_index(visit: CurrentVisit, procedure: Procedure) -> int:
    """The case of the visit, which is the one on the leaflet; the first of a procedure that has none."""
    return next((n for n, case in enumerate(procedure.cases) if case.id == visit.session.case), 0)


def _guide(visit: CurrentVisit, key: str | None) -> str:
    """The key of a guide that can be walked today; empty for none."""
    return key if key and visit.services.guides.get(key, visit.services.today()) else ""


def _amount_of(vnd: int | None, language: Language) -> str:
    return "" if vnd is None else amount(vnd, language)


@QmlElement
class ProcedureViewModel(ScreenModel[ProcedureProps]):
    """One procedure and what can be done with it."""

    never = Signal()

    def __init__(self, parts: ScreenParts) -> None:
        super().__init__(parts)
        self._online = parts.online
        self._documents = DocumentList()
        self._of: str = ""
        self._ticked: frozenset[tuple[str | None, str]] = frozenset()

    documents = Property(QObject, lambda self: self._documents, notify=never)

    def derive(self) -> ProcedureProps:
        """The chosen procedure; another one starts with nothing ticked."""
        procedure = self.visit.session.procedure
        if procedure is None:
            return ProcedureProps()
        if procedure.id != self._of:
            self._of, self._ticked = procedure.id, frozenset()
        self._documents.show(self._rows(procedure))
        return derive_procedure(self.visit, procedure, can_file=self._online.is_offered)

    def wipe(self) -> None:
        self._of, self._ticked = "", frozenset()
        self._documents.show([])
        super().wipe()

    def _rows(self, procedure: Procedure) -> list[DocumentRow]:
        if not procedure.cases:
            return []
        definition = self.visit.session.definition
        return [
            document_row(
                document,
                self.visit.language,
                printed_here=bool(definition and document.form == definition.id),
                ticked=(self.visit.session.case, document.id) in self._ticked,
            )
            for document in procedure.cases[_case_index(self.visit, procedure)].documents
        ]

    @Slot(int)
    def chooseCase(self, index: int) -> None:
        """Another case of the procedure, which asks for other papers; an index out of range changes nothing."""
        procedure = self.visit.session.procedure
        if procedure is None or not 0 <= index < len(procedure.cases):
            return
        self.visit.act(lambda: self.visit.session.choose_case(procedure.cases[index].id))

    @Slot(str)
    def tick(self, document_id: str) -> None:
        """Mark the paper of that id as at hand, or as missing again."""
        self._ticked ^= {(self.visit.session.case, document_id)}
        self.refresh()

    @Slot()
    def fillForm(self) -> None:
        """To the declaration of the case chosen, by way of the consent to read the card."""
        self.visit.act(self.visit.session.fill_form)

    @Slot()
    def fileOnline(self) -> None:
        """To the official page, here; first through the questions whose answers are filled in there."""
        self._online.begin()

    @Slot()
    def printLeaflet(self) -> None:
        """Print the leaflet with the QR code and no declaration."""
        self.visit.act(lambda: self.visit.session.print_papers(only_leaflet=True))

    @Slot()
    def startGuide(self) -> None:
        """Begin the guide that leads through this procedure."""
        self.visit.act(lambda: self.visit.session.start_guide(self.props.guide_id))

    @Slot()
    def startFeeGuide(self) -> None:
        """Begin the guide that leads to paying less."""
        self.visit.act(lambda: self.visit.session.start_guide(self.props.fee_guide_id))
