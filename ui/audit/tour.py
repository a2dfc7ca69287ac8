"""The tour: one program over virtual devices, driven from screen to screen and into every trouble.

It does what a person would do, through the session and the view models of the screens, and says the name of each
stop. It judges nothing. The persona and all answers are made up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from devices.card_reader.interface import CardReaderState
from devices.printer.interface import PrinterTrouble
from kiosk.documents import LeafletSize
from kiosk.filing.messages import Draft, Failed, Filed, Left
from kiosk.forms.definition import QuestionKind
from kiosk.guides.guide import Exit
from kiosk.identification import Phase
from kiosk.screens import FREE
from kiosk.session import EndReason, Screen
from kiosk.session.paper_step import MOST_COPIES
from ui.audit.driving import SessionDriver, VirtualPrinter, VirtualReader
from ui.audit.made_up import answer_to, row_of
from ui.view_models.scan import ScanViewModel
from ui.view_models.search import SearchViewModel
from ui.visit.portal_process import HUNG
from ui.window.app import App

RESIDENCE = "dang-ky-tam-tru"
PERSONA = "nguyen-van-an"
DIGITS = "012345"
GUIDES = ("vneid-kich-hoat", "bay-cach-thay-so-ho-khau")
MOST_QUESTIONS = 60
SPOKEN_QUESTION = "ho_ten"
DOSSIER = "G22.99.08-261129-004711"
TRACKING = "https://dichvucong.gov.vn/tra-cuu?ma={code}"
TROUBLES = (PrinterTrouble.OUT_OF_PAPER, PrinterTrouble.JAM, PrinterTrouble.COVER_OPEN, PrinterTrouble.OFFLINE)


class Tour:
    """Every stop of one long visit. Hand in an app whose silence is endless, or the tour ends itself."""

    def __init__(self, app: App, reader: VirtualReader, printer: VirtualPrinter) -> None:
        self._app = app
        self._driver = SessionDriver(app)
        self._reader = reader
        self._printer = printer
        self._seen: set[Screen] = set()

    def stops(self) -> Iterator[str]:
        """The name of each stop while its screen is in front, in the order of a visit."""
        for stop in self._visit():
            self._seen.add(self._driver.visit.screen)
            yield stop

    def _visit(self) -> Iterator[str]:
        yield from self._arrival()
        yield from self._choosing()
        yield from self._key_of_the_card()
        yield from self._reading()
        yield from self._empty_form()
        yield from self._home_and_on()
        yield from self._filled_form()
        yield from self._scans()
        yield from self._paper()
        yield from self._filing()
        yield from self._guides()
        yield from self._not_seen_yet()
        yield from self._ending()

    def _arrival(self) -> Iterator[str]:
        yield "idle"
        self._driver.visit.begin()
        yield "home"
        yield from self._aloud("home")
        self._app.shell.callHelp()
        yield "help"
        self._app.shell.goBack()

    def _aloud(self, screen: str) -> Iterator[str]:
        """The same screen with the buttons of the voice."""
        self._app.look.setProperty("sound", True)
        yield f"{screen}, read aloud"
        self._app.look.setProperty("sound", False)

    def _choosing(self) -> Iterator[str]:
        session, catalogue = self._driver.session, self._driver.visit.services.catalogue
        event = max(catalogue.life_events(), key=lambda event: len(catalogue.by_life_event(event.id)))
        self._driver.do(partial(session.choose_life_event, event.id))
        yield "life event"
        yield from self._searching()
        longest = max(catalogue.all(), key=lambda one: sum(len(case.documents) for case in one.cases))
        self._driver.do(partial(session.choose_procedure, longest.id))
        yield f"procedure with the most papers ({longest.id})"
        self._driver.do(partial(session.choose_procedure, RESIDENCE))
        yield "procedure with a form"

    def _searching(self) -> Iterator[str]:
        search = self._app.models[Screen.SEARCH]
        if not isinstance(search, SearchViewModel):
            raise TypeError("the search screen has another model")
        self._driver.go(Screen.SEARCH)
        yield "search, nothing typed"
        search.find("tam tru")
        yield "search, found"
        search.find("quen mat khau vneid")
        yield "search, guides"
        search.find("mau ct01")
        yield "search, a form"
        search.find("ly hon")
        yield "search, done elsewhere"
        search.find("xyzxyz")
        yield "search, nothing found"
        search.find("")

    def _reader_is(self, state: CardReaderState) -> bool:
        return self._app.cards.state is state

    def _key_of_the_card(self) -> Iterator[str]:
        driver, cards = self._driver, self._app.cards
        driver.do(driver.session.fill_form)
        yield "consent"
        driver.do(partial(driver.session.consent, given=True))
        yield "card, no digits"
        driver.key_in(DIGITS[:4])
        yield "card, four digits"
        for trouble in (CardReaderState.READER_ABSENT, CardReaderState.SERVICE_ABSENT):
            self._reader.set_trouble(trouble)
            driver.wait(partial(self._reader_is, trouble))
            yield f"card, {trouble.value}"
        self._reader.set_trouble(None)
        driver.wait(lambda: cards.state is CardReaderState.NO_CARD)
        self._reader.insert(PERSONA)
        driver.key_in("999999").useDigits()
        driver.wait(lambda: driver.visit.screen is Screen.LADDER)
        yield "ladder, wrong digits"
        driver.do(driver.session.read_again)
        yield "card, second try"

    def _reading(self) -> Iterator[str]:
        driver, cards = self._driver, self._app.cards
        self._reader.lift()
        driver.key_in(DIGITS).useDigits()
        yield "reading, waiting for the card"
        cards.phase = Phase.READING_PHOTO
        cards.changed.emit()
        yield "reading, the third of four"
        cards.phase = None
        self._reader.lift_after(2_000)
        self._reader.insert(PERSONA)
        driver.do(driver.session.back)
        driver.key_in(DIGITS).useDigits()
        driver.wait(lambda: driver.visit.screen is Screen.LADDER)
        yield "ladder, card lifted"
        self._reader.insert(PERSONA)
        driver.do(driver.session.read_again)
        driver.wait(lambda: driver.visit.screen is Screen.PERSON)
        yield "person"

    def _empty_form(self) -> Iterator[str]:
        driver, session = self._driver, self._driver.session
        driver.do(session.accept_person)
        definition = session.definition
        for question in definition.questions if definition else ():
            driver.do(partial(session.open_question, question.key))
            if session.form.page and session.form.page.key == question.key:
                yield f"question {question.key} ({question.kind.value}), with its fault"
        driver.do(partial(session.open_question, SPOKEN_QUESTION))
        yield from self._aloud(f"question {SPOKEN_QUESTION}")
        driver.do(session.finish_form)
        yield "problems"

    def _home_and_on(self) -> Iterator[str]:
        """Home from the middle of the form, and from there on with it."""
        driver = self._driver
        self._app.shell.goHome()
        yield "home, with something unfinished"
        driver.do(driver.session.resume)

    def _filled_form(self) -> Iterator[str]:
        driver, session = self._driver, self._driver.session
        today = driver.visit.services.today()
        for _ in range(MOST_QUESTIONS):
            journey = session.form.journey
            gap = next((page for page in journey.pages if journey.faults(page.key)), None) if journey else None
            if gap is None:
                break
            driver.do(partial(session.open_question, gap.key))
            rows = (row_of(gap, today),) if gap.kind is QuestionKind.ROWS else ()
            driver.do(partial(session.answer, answer_to(gap, today), rows))
            driver.do(partial(session.open_question, gap.key))
            yield f"question {gap.key} ({gap.kind.value}), answered"
        driver.do(session.finish_form)
        yield "check answers"

    def _scans(self) -> Iterator[str]:
        """Three sheets lie ready: a written one, a blank one, a written one; no stick is plugged in."""
        driver, scans = self._driver, self._app.scans
        model = self._app.models[Screen.SCAN]
        if not isinstance(model, ScanViewModel):
            raise TypeError("the scan screen has another model")
        driver.wait(lambda: scans.is_offered)
        yield "check answers, with a scanner"
        self._app.shell.scanPapers()
        yield "scan, the list"
        model.open(1)
        yield "scan, no page yet"
        for name in ("clear", "not clear", "many pages"):
            model.scan(False)
            driver.wait(lambda: not scans.scanning)
            yield f"scan, a page, {name}"
        model.turnPage(-1)
        model.keep()
        yield "scan, a page kept as it is"
        model.showList()
        yield "scan, the list, ticked"
        model.showFiles()
        driver.wait(lambda: not scans.packing)
        yield "scan, the files"
        model.copyToStick()
        driver.wait(lambda: not scans.copying)
        yield "scan, no stick"
        self._print(model.printPages)
        driver.wait(lambda: driver.session.paper.all_done)
        yield "print, the scans"
        driver.do(driver.session.back)
        model.done()

    def _paper(self) -> Iterator[str]:
        driver, session = self._driver, self._driver.session
        driver.do(session.print_papers)
        driver.wait(lambda: bool(session.paper.sheets))
        yield "print, what and how"
        driver.do(lambda: session.paper.choose_size(LeafletSize.LARGE))
        driver.wait(lambda: bool(session.paper.sheets))
        driver.do(lambda: session.paper.choose_copies(MOST_COPIES))
        yield "print, large print and most copies"
        driver.do(session.back)
        for trouble in TROUBLES:
            self._printer.make(trouble)
            self._print(session.print_papers)
            driver.wait(lambda: bool(session.paper.worst and session.paper.worst.trouble))
            yield f"print, {trouble.value}"
            if trouble is PrinterTrouble.OFFLINE:
                driver.do(session.papers_received)
                yield "next steps, without paper"
            self._printer.mend()
            driver.wait(lambda: session.paper.all_done)
            driver.do(session.back)
        self._print(session.print_papers)
        driver.wait(lambda: session.paper.all_done)
        yield "print, done"
        driver.do(session.papers_received)
        yield "next steps"

    def _print(self, ask: Callable[[], object]) -> None:
        """To the print screen, and at once on to the printing."""
        session = self._driver.session
        self._driver.do(ask)
        self._driver.wait(lambda: bool(session.paper.sheets))
        self._app.papers.print_now()

    def _filing(self) -> Iterator[str]:
        """The page behind the official page; the official page itself is another program's."""
        driver, session = self._driver, self._driver.session
        if session.procedure is None:
            raise RuntimeError("the tour has lost its procedure")
        for outcome in (None, Draft(), Left(), Failed(reason=HUNG)):
            session.portal.open(session.procedure)
            driver.go(Screen.PORTAL)
            if outcome is None:
                yield "filing, the page is being opened"
                session.portal.painted = True
                driver.do(lambda: None)
                yield "filing, the page is open"
            else:
                driver.do(partial(session.portal_ended, outcome))
                yield f"filing, {session.portal.stage.name.lower()}"
        session.portal.open(session.procedure)
        session.portal.tracking = TRACKING
        driver.do(partial(session.portal_ended, Filed(code=DOSSIER)))
        yield "next steps, filed online"

    def _guides(self) -> Iterator[str]:
        driver, session = self._driver, self._driver.session
        driver.go(Screen.GUIDES)
        yield "guides"
        for guide in GUIDES:
            driver.do(partial(session.start_guide, guide))
            yield f"guide {guide}, first step"
            while session.walk and not isinstance(session.walk.current, Exit):
                driver.choose(0)
                yield f"guide {guide}, {session.walk.current.id}"
        driver.do(partial(session.start_guide, GUIDES[0]))
        while session.walk and not isinstance(session.walk.current, Exit):
            driver.choose(-1)
        yield "guide, handed over"

    def _not_seen_yet(self) -> Iterator[str]:
        """The pages that need nothing chosen and that no stop came to."""
        for screen in Screen:
            if screen in FREE - self._seen:
                self._driver.go(screen)
                yield screen.name.lower().replace("_", " ")

    def _ending(self) -> Iterator[str]:
        self._app.shell.goHome()
        self._app.shell.askToEnd()
        yield "asked whether to end"
        self._app.shell.keepGoing()
        self._app.inactivity.asking.emit(27)
        yield "asked after silence"
        self._app.inactivity.returned.emit()
        self._driver.visit.end(EndReason.FINISHED)
        yield "goodbye"
        self._driver.visit.next_person()
