"""One visitor from welcome to goodbye: where the visit is, what comes next, and everything known of the person.

Called from one thread. Long work leaves as a closure (`read_job`, `render_job`, the jobs of `paper`) that holds what
it needs; its result comes back through `card_was_read`, `papers_rendered`, `papers_moved`. A result that arrives
after the visit ended is dropped, because by then nobody asks this object any more.
"""

from __future__ import annotations

from kiosk.counts.events import Aid, EventKind
from kiosk.filing.messages import Filed, Left, Look
from kiosk.filing.messages import Outcome as FilingOutcome
from kiosk.forms.context import Context
from kiosk.forms.definition import FormDefinition
from kiosk.forms.filling import printed
from kiosk.guides.guide import Exit, ExitKind, Step, Topic
from kiosk.guides.walk import GuideWalk, Way, WayKind
from kiosk.i18n import Language
from kiosk.identification import AccessKey, Identified, NotIdentified
from kiosk.person import PersonField
from kiosk.printing import PrintState
from kiosk.procedures.national import NamedProcedure
from kiosk.procedures.procedure import Procedure
from kiosk.scanning.hand_over import HandedOver, NotHandedOver
from kiosk.scanning.station_scanner import NotScanned, ScanOutcome
from kiosk.screens import EndReason, Screen
from kiosk.session.card_step import SHOWN, CardStep, Outcome, ReadJob
from kiosk.session.form_step import FormStep, fields_wanted
from kiosk.session.paper_step import PaperStep, Progress, RenderedPaper, RenderJob
from kiosk.session.portal_step import FilingStep, VisitJob
from kiosk.session.rendering import Printing, WantedPapers, render_job, with_pictures
from kiosk.session.route import Route
from kiosk.session.scan_step import ScanStep
from kiosk.session.services import Services
from kiosk.session.unfinished import Unfinished
from kiosk.session.visit_counts import VisitCounts


class Session:
    """One visit. Attributes are read by the screens; only the methods change them."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self.route = Route()
        self.language: Language = services.languages[0]
        self.ended: EndReason | None = None
        self.life_event: str | None = None
        self.procedure: Procedure | None = None
        self.case: str | None = None
        self.card = CardStep()
        self.form = FormStep()
        self.paper = PaperStep(queue=services.new_queue())
        self.scan = ScanStep(services.scanning)
        self.portal = FilingStep()
        self.walk: GuideWalk | None = None
        self._walked: list[GuideWalk] = []
        self._printing = Printing.PAPERS
        self._named: NamedProcedure | None = None
        self._begun_work: Unfinished | None = None
        self._counts = VisitCounts(services.counter, services.clock)
        self._count = self._counts.count

    @property
    def screen(self) -> Screen:
        """The screen in front, IDLE before anybody has touched it."""
        return self.route.screen

    # ------------------------------------------------------------ moving about
    def begin(self) -> None:
        """Somebody touched the idle screen; a second touch begins nothing."""
        if not self._counts.has_begun:
            self._counts.begin()
            self.route.screen = Screen.WELCOME

    def speak(self, language: Language) -> None:
        """Switch the language; nothing else changes."""
        if language == Language.EN != self.language:
            self._count(EventKind.LANGUAGE_ENGLISH)
        self.language = language

    def use_aid(self, aid: Aid) -> None:
        """The person switched an accessibility aid on; counted once a visit."""
        if not self.ended:
            self._counts.aid(aid)

    def go(self, screen: Screen) -> None:
        """Open a screen that needs nothing chosen: home, search, guides, problems, help."""
        if screen is Screen.HELP and self.screen is not Screen.HELP:
            self._count(EventKind.HELP_CALLED)
            self._counts.stuck(self.screen, self.walk)
        self.route.go(screen)

    def home(self) -> None:
        """Back to the welcome screen, with everything typed kept until the visit ends; `resume` leads on with it."""
        self._walked.clear()
        self.route.home()

    @property
    def unfinished(self) -> Unfinished | None:
        """What the person was in the middle of: the declaration or guide last begun and not brought to its end."""
        begun = self._begun_work
        return None if begun and begun.screen is Screen.GUIDE and self.walk is None else begun

    def resume(self) -> None:
        """From home back to where the declaration or guide was left; nothing when there is none."""
        match self.unfinished:
            case Unfinished(procedure=Procedure() as procedure, case=case):
                self.procedure, self.case = procedure, case
                self.go(Screen.CHECK if self.form.is_complete else Screen.QUESTION)
            case Unfinished(screen=screen):
                self.go(screen)

    def back(self) -> None:
        """To where the person came from; inside a form and a guide, one question or step. Loses nothing."""
        if self.screen is Screen.QUESTION and self.form.backward():
            return
        if self.walk and self.walk.can_go_back and self.screen in (Screen.GUIDE, Screen.GUIDE_EXIT):
            self.walk = self.walk.back()
            self.route.screen = Screen.GUIDE
            return
        left = self.route.back()
        match self.screen:
            case Screen.QUESTION if self.form.page is None:
                self.route.screen = Screen.WELCOME
            case Screen.QUESTION if left in (Screen.CHECK, Screen.PROBLEMS):
                self.form.from_check = False  # from here on, back goes through the form
            case Screen.GUIDE_EXIT if left is Screen.GUIDE and self._walked:
                self.walk = self._walked.pop()

    # ------------------------------------------------------------ choosing
    def choose_life_event(self, key: str) -> None:
        """To the procedures of a life event."""
        self.life_event = key
        self.go(Screen.LIFE_EVENT)

    def choose_procedure(self, procedure_id: str) -> None:
        """Open a procedure's page. An id the catalogue does not know is ignored."""
        procedure = self.services.catalogue.get(procedure_id)
        if procedure is None:
            return
        self._count(EventKind.PROCEDURE_VIEWED, procedure.id)
        if self.procedure is None or self.procedure.id != procedure.id:
            self.portal.wanted = False
        self.procedure = procedure = procedure.held_on(self.services.today())
        self.case = procedure.cases[0].id if len(procedure.cases) == 1 else None
        self.go(Screen.PROCEDURE)

    def choose_case(self, case: str) -> None:
        """Which of the procedure's cases is the person's; the leaflet then lists only its papers."""
        self.case = case

    @property
    def definition(self) -> FormDefinition | None:
        """The form of the chosen procedure that is in force today, if it has one the station can fill: that of the
        official page for who wants to file there."""
        if self.procedure is None:
            return None
        today = self.services.today()
        asked = self.services.filing.form_of(self.procedure) if self.portal.wanted else None
        names = [asked] if asked else []
        names += [use.form for use in self.procedure.forms_on(today, self.case)]
        known = map(self.services.forms.get, names)
        return next((form for form in known if form and form.questions and form.holds_on(today)), None)

    def fill_form(self) -> None:
        """Start the declaration for the paper way."""
        self.portal.wanted = False
        self._begin_form()

    def _begin_form(self) -> None:
        """Ask for consent to read the card, unless it was read already."""
        definition = self.definition
        if definition is None:
            return
        wanted = fields_wanted(definition)
        if self.card.covers(wanted) or not wanted:
            self._open_form()
        else:
            self.card.ask(wanted)
            self.go(Screen.CONSENT)

    def read_my_card(self) -> None:
        """Read the card for its own sake: show what stands on it."""
        self.procedure = None
        self.card.ask(SHOWN)
        self.go(Screen.CONSENT)

    # ------------------------------------------------------------ the card
    def consent(self, *, given: bool) -> None:
        """The person's explicit yes or no. No leads to typing by hand, never to a dead end."""
        self._count(EventKind.CONSENT_GIVEN if given else EventKind.CONSENT_REFUSED)
        if given:
            self.card.consented = True
            self.go(Screen.CARD)
        else:
            self.card.refuse()
            self.type_by_hand()

    def use_key(self, key: AccessKey) -> None:
        """The six digits, or what the card's QR said; reading starts."""
        self.card.key = key
        self.go(Screen.READING)

    def read_job(self) -> ReadJob:
        """The reading, for the card worker. Raises `ValueError` without consent or key."""
        return self.card.read_job(self.services.read_card)

    def card_was_read(self, outcome: Outcome) -> None:
        """The reading ended: show the person, or which layer failed."""
        self.card.end(outcome)
        match outcome:
            case Identified():
                self._count(EventKind.CARD_READ)
                self.go(Screen.PERSON)
            case NotIdentified():
                self._count(EventKind.CARD_FAILED, outcome.code)
                self.go(Screen.LADDER)

    def read_again(self) -> None:
        """From the ladder: a new key after a wrong one, else the same key on the card put back."""
        outcome = self.card.outcome
        wrong_key = isinstance(outcome, NotIdentified) and outcome.attempts_left is not None
        self.route.screen = Screen.CARD if wrong_key or self.card.key is None else Screen.READING

    def type_by_hand(self) -> None:
        """Go on without the card."""
        if self.definition is None:
            self.home()
        else:
            self._open_form()

    def withdraw_consent(self) -> None:
        """ "Not mine, or I changed my mind": what was read is forgotten, also in the forms; on by hand."""
        self._count(EventKind.CONSENT_REFUSED)
        self.card = CardStep(wanted=self.card.wanted, attempts_left=self.card.attempts_left)
        self.form.forget_card()
        self.route.forget({Screen.CARD, Screen.CONSENT})
        self.route.screen = Screen.CONSENT
        self.type_by_hand()

    def accept_person(self) -> None:
        """What was read is right: on to the form, or home when nothing was chosen yet."""
        self.type_by_hand()

    # ------------------------------------------------------------ the form
    def _open_form(self) -> None:
        definition = self.definition
        if definition is None or self.procedure is None:
            return
        commune = self.services.settings.commune
        context = Context(
            today=self.services.today(),
            procedure=self.procedure.code,
            commune=commune.name.vi,
            province=commune.province.vi,
        )
        if not self.form.has(definition.id):
            self._count(EventKind.FORM_STARTED, definition.id)
        covered = self.card.covers(fields_wanted(definition))
        self.form.start(definition, context, self.card.person if covered else None)
        self._begun_work = Unfinished(
            name=self.procedure.name, screen=Screen.QUESTION, procedure=self.procedure, case=self.case
        )
        self.go(Screen.QUESTION if self.form.page else Screen.CHECK)

    def answer(self, value: str, rows: tuple[tuple[str, ...], ...] = ()) -> bool:
        """Answer the question in front; goes on when it is without fault. What was typed is kept either way."""
        if not self.form.answer(value, rows):
            return False
        if not self.form.forward():
            self.finish_form()
        return True

    def finish_form(self) -> None:
        """To "check your answers", or to the list of what is missing."""
        journey = self.form.journey
        if journey is None:
            return
        if journey.is_complete:
            self._count(EventKind.FORM_FINISHED, journey.definition.id)
        self.route.forget({Screen.CHECK, Screen.PROBLEMS})
        self.go(Screen.CHECK if journey.is_complete else Screen.PROBLEMS)

    def open_question(self, key: str) -> None:
        """From "check your answers" or the list of problems to one question, and back there afterwards."""
        self.form.open(key, from_check=True)
        self.go(Screen.QUESTION)

    # ------------------------------------------------------------ the paper
    def print_papers(self, *, only_leaflet: bool = False) -> None:
        """To the print screen, to look at the papers and choose; `render_job` is next, then `confirm_print`."""
        self._printing = Printing.LEAFLET if only_leaflet else Printing.PAPERS
        if self.screen is not Screen.GUIDE_EXIT:
            self.walk = None  # a slip is printed from the exit of its guide and from nowhere else
        self.paper = self.paper.anew()
        self.go(Screen.PRINT)

    def print_name(self, named: NamedProcedure) -> None:
        """The leaflet of a procedure that has no page here; afterwards the visit goes on where it was."""
        self._named = named
        self.paper = self.paper.anew()
        self._printing = Printing.NAME
        self.go(Screen.PRINT)

    def print_receipt(self) -> None:
        """What was read of the card, on paper; afterwards the visit goes on where it was."""
        if isinstance(self.card.outcome, Identified):
            self._printing = Printing.RECEIPT
            self.paper = self.paper.anew()
            self.go(Screen.PRINT)

    def render_job(self) -> RenderJob:
        """The papers of this visit as a closure for the paper worker."""
        papers, journey, walk = self.services.papers, self.form.journey, self.walk
        if self._printing is Printing.SCANS and (scans := self.scan.sheets):
            return lambda: with_pictures(papers, scans)
        wanted = WantedPapers(
            form=printed(journey) if journey and self._printing is not Printing.LEAFLET and walk is None else None,
            walk=walk,
            procedure=self.procedure,
            case=self.case,
            language=self.language,
            specimen=self.card.is_specimen,
            receipt=self._receipt,
            size=self.paper.size,
            dossier=self.portal.dossier(self.procedure),
            named=self._named if self._printing is Printing.NAME else None,
        )
        return render_job(papers, wanted)

    @property
    def _receipt(self) -> frozenset[PersonField] | None:
        outcome = self.card.outcome
        return outcome.fields_read if self._printing is Printing.RECEIPT and isinstance(outcome, Identified) else None

    def papers_rendered(self, sheets: tuple[RenderedPaper, ...]) -> None:
        """The papers are ready to be shown and handed to the printer."""
        self.paper.sheets = sheets

    def confirm_print(self) -> None:
        """ "Print": the papers go to the printer as they were chosen, with `paper.print_job`."""
        if self.paper.sheets:
            self.paper.confirmed = True

    def papers_moved(self, progress: Progress) -> None:
        """One look at the printer; a paper is counted once, when it came out."""
        before = self.paper.worst
        self.paper.progress = progress
        after = self.paper.worst
        if after and after.trouble and (before is None or before.trouble != after.trouble):
            self._count(EventKind.PRINT_TROUBLE, after.trouble)
        for sheet, look in progress.items():
            if look.state is PrintState.DONE and sheet not in self.paper.counted:
                self.paper.counted.add(sheet)
                self._counts.printed(sheet.paper, sheet.subject)

    # ------------------------------------------------------------ the scans
    def scan_papers(self) -> None:
        """From the procedure's page or "check your answers" to the papers to scan; pages of before are kept."""
        if self.procedure is not None:
            self.scan.want(self.procedure, self.case)
            self.go(Screen.SCAN)

    def pages_scanned(self, outcome: ScanOutcome, *, redo: int | None = None) -> None:
        """A scan ended: of more pages, or of the page at `redo` once more."""
        if redo is None:
            self.scan.scanned(outcome)
        else:
            self.scan.redone(redo, outcome)
        if isinstance(outcome, NotScanned):
            self._count(EventKind.SCAN_FAILED, outcome.code)

    def scans_handed_over(self, outcome: HandedOver | NotHandedOver) -> None:
        """The scans went to the person's stick, or did not."""
        self.scan.handed_over(outcome)
        if isinstance(outcome, HandedOver):
            self._count(EventKind.SCAN_FINISHED)
        else:
            self._count(EventKind.SCAN_FAILED, outcome.code)

    def print_scans(self) -> None:
        """The scans as paper instead; `render_job` is next."""
        self.print_papers()
        self._printing = Printing.SCANS

    def papers_received(self) -> None:
        """ "I have my papers", or "I do not wait": what to do now; after a receipt, on with what was read."""
        if self._printing in (Printing.RECEIPT, Printing.NAME):
            self._printing = Printing.PAPERS
            self.back()
        else:
            if self.paper.all_done:
                self._begun_work = None
            self.go(Screen.NEXT_STEPS)

    # ------------------------------------------------------------ filing online
    @property
    def can_file_online(self) -> bool:
        """Whether the chosen procedure has an official page that can be opened here."""
        return self.procedure is not None and self.services.filing.offers(self.procedure)

    def file_online(self) -> None:
        """To the official page; first through the questions whose answers are filled in there."""
        procedure = self.procedure
        if procedure is None or not self.can_file_online:
            return
        self.portal.wanted = True
        if self.definition is not None and not self._is_filled_in(self.definition):
            self._begin_form()
            return
        self.portal.open(procedure)
        self._count(EventKind.FILING_OPENED, procedure.id)
        self.go(Screen.PORTAL)

    def _is_filled_in(self, definition: FormDefinition) -> bool:
        journey = self.form.journey
        return journey is not None and journey.definition.id == definition.id and journey.is_complete

    def portal_job(self, look: Look) -> VisitJob:
        """What the portal's process needs as a closure for a worker. Raises `ValueError` with nothing chosen."""
        procedure, definition, filing = self.procedure, self.definition, self.services.filing
        if procedure is None:
            raise ValueError("no procedure is chosen")
        journey = self.form.journey if definition is not None and self._is_filled_in(definition) else None
        person, scans, language = self.card.person, self.scan.job, self.language
        return lambda: filing.portal_visit(
            procedure, journey=journey, person=person, scans=scans, look=look, language=language
        )

    def portal_ended(self, outcome: FilingOutcome) -> None:
        """The official page is gone: with a code, on to what comes next; else its page here says how it ended."""
        if not self.portal.opened or self.portal.of is None:
            return
        self.portal.end(outcome)
        self._counts.filing(self.portal.of.id, outcome, self.services.filing.countable_hosts)
        if isinstance(outcome, Filed):
            self._begun_work = None
            if self.screen is Screen.PORTAL:
                self.go(Screen.NEXT_STEPS)

    @property
    def is_done(self) -> bool:
        """Whether the person has what they came for: every paper, or the portal's word that it has the dossier."""
        return self.paper.all_done or isinstance(self.portal.outcome, Filed)

    # ------------------------------------------------------------ guides
    def start_guide(self, guide_id: str) -> None:
        """Open a coached journey. An id the pack does not know is ignored."""
        guide = self.services.guides.get(guide_id, self.services.today())
        if guide is None:
            return
        if self.walk and self.screen is Screen.GUIDE_EXIT:
            self._walked.append(self.walk)
        self.walk = GuideWalk.start(guide)
        if guide.topic is Topic.VNEID_TROUBLE:
            self._count(EventKind.VNEID_PROBLEM_CHOSEN, guide.id)
        self._counts.step(self.walk)
        self._begun_work = Unfinished(name=guide.title, screen=Screen.GUIDE)
        self.go(Screen.GUIDE)

    def choose_in_guide(self, way: Way) -> None:
        """One of the buttons under the step: done, does not work, or a problem by name."""
        if self.walk is None:
            return
        if way.kind is WayKind.TROUBLE and way in self.walk.ways:
            self._counts.stuck(self.screen, self.walk)
        self.walk = self.walk.choose(way)
        match self.walk.current:
            case Step():
                self._counts.step(self.walk)
            case Exit(kind=kind):
                handed_over = kind is ExitKind.HAND_OVER
                event = EventKind.GUIDE_HANDED_OVER if handed_over else EventKind.GUIDE_FINISHED
                self._count(event, self.walk.guide.id)
                self._begun_work = None
                self.route.screen = Screen.GUIDE_EXIT

    # ------------------------------------------------------------ the end
    def end(self, reason: EndReason) -> None:
        """Goodbye: count, drop everything known of the person. The caller runs `paper.cancel_job` and
        `scan.release_job` on their workers."""
        if self.ended:
            return
        self.ended = reason
        try:
            self.portal_ended(Left())
            if reason is EndReason.TIMED_OUT:
                self._counts.stuck(self.screen, self.walk)
            self._counts.end(reason)
        finally:
            self.card, self.form, self.walk = CardStep(), FormStep(), None
            self.paper = PaperStep(queue=self.paper.queue)
            self.scan = ScanStep(self.services.scanning)
            self.portal = FilingStep()
            self.procedure, self.life_event, self.case = None, None, None
            self._begun_work = None
            self._walked.clear()
            self.route.end()
