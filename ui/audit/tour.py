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
from kiosk.forms.definition import QuestionKind
from kiosk.guides.guide import Exit
from kiosk.identification import Phase
from kiosk.session import EndReason, Screen
from kiosk.session.paper_step import MOST_COPIES
from ui.app import App
from ui.audit.driving import VirtualPrinter, VirtualReader, Wheel
from ui.audit.made_up import answer_to, row_of
from ui.view_models.scan import ScanViewModel
from ui.view_models.search import SearchViewModel

RESIDENCE = "dang-ky-tam-tru"
PERSONA = "nguyen-van-an"
DIGITS = "012345"
GUIDES = ("vneid-kich-hoat", "bay-cach-thay-so-ho-khau")
MOST_QUESTIONS = 60
SPOKEN_QUESTION = "ho_ten"
TROUBLES = (PrinterTrouble.OUT_OF_PAPER, PrinterTrouble.JAM, PrinterTrouble.COVER_OPEN, PrinterTrouble.OFFLINE)


class Tour:
    """Every stop of one long visit. Hand in an app whose silence is endless, or the tour ends itself."""

    def __init__(self, app: App, reader: VirtualReader, printer: VirtualPrinter) -> None:
        self._app = app
        self._wheel = Wheel(app)
        self._reader = reader
        self._printer = printer

    def stops(self) -> Iterator[str]:
        """All of it, in the order of a visit."""
        yield from self._arrival()
        yield from self._choosing()
        yield from self._key_of_the_card()
        yield from self._reading()
        yield from self._empty_form()
        yield from self._home_and_on()
        yield from self._filled_form()
        yield from self._scans()
        yield from self._paper()
        yield from self._guides()
        yield from self._ending()

    def _arrival(self) -> Iterator[str]:
        yield "idle"
        self._wheel.desk.begin()
        yield "welcome"
        yield from self._aloud("welcome")
        self._app.shell.callHelp()
        yield "help"
        self._app.shell.goBack()

    def _aloud(self, screen: str) -> Iterator[str]:
        """The same screen with the buttons of the voice."""
        self._app.look.setProperty("sound", True)
        yield f"{screen}, read aloud"
        self._app.look.setProperty("sound", False)

    def _choosing(self) -> Iterator[str]:
        session, catalogue = self._wheel.session, self._wheel.desk.services.catalogue
        self._wheel.go(Screen.HOME)
        yield "home"
        event = max(catalogue.life_events(), key=lambda event: len(catalogue.by_life_event(event.id)))
        self._wheel.do(partial(session.choose_life_event, event.id))
        yield "life event"
        yield from self._searching()
        longest = max(catalogue.all(), key=lambda one: sum(len(case.documents) for case in one.cases))
        self._wheel.do(partial(session.choose_procedure, longest.id))
        yield f"procedure with the most papers ({longest.id})"
        self._wheel.do(partial(session.choose_procedure, RESIDENCE))
        yield "procedure with a form"

    def _searching(self) -> Iterator[str]:
        search = self._app.models[Screen.SEARCH]
        if not isinstance(search, SearchViewModel):
            raise TypeError("the search screen has another model")
        self._wheel.go(Screen.SEARCH)
        yield "search, nothing typed"
        search.find("tam tru")
        yield "search, found"
        search.find("xyzxyz")
        yield "search, nothing found"
        search.find("")

    def _reader_is(self, state: CardReaderState) -> bool:
        return self._app.cards.state is state

    def _key_of_the_card(self) -> Iterator[str]:
        wheel, cards = self._wheel, self._app.cards
        wheel.do(wheel.session.fill_form)
        yield "consent"
        wheel.do(partial(wheel.session.consent, given=True))
        yield "card, no digits"
        wheel.key_in(DIGITS[:4])
        yield "card, four digits"
        for trouble in (CardReaderState.READER_ABSENT, CardReaderState.SERVICE_ABSENT):
            self._reader.set_trouble(trouble)
            wheel.wait(partial(self._reader_is, trouble))
            yield f"card, {trouble.value}"
        self._reader.set_trouble(None)
        wheel.wait(lambda: cards.state is CardReaderState.NO_CARD)
        self._reader.insert(PERSONA)
        wheel.key_in("999999").useDigits()
        wheel.wait(lambda: wheel.desk.screen is Screen.LADDER)
        yield "ladder, wrong digits"
        wheel.do(wheel.session.read_again)
        yield "card, second try"

    def _reading(self) -> Iterator[str]:
        wheel, cards = self._wheel, self._app.cards
        self._reader.lift()
        wheel.key_in(DIGITS).useDigits()
        yield "reading, waiting for the card"
        cards.phase = Phase.READING_PHOTO
        cards.changed.emit()
        yield "reading, the third of four"
        cards.phase = None
        self._reader.lift_after(2_000)
        self._reader.insert(PERSONA)
        wheel.do(wheel.session.back)
        wheel.key_in(DIGITS).useDigits()
        wheel.wait(lambda: wheel.desk.screen is Screen.LADDER)
        yield "ladder, card lifted"
        self._reader.insert(PERSONA)
        wheel.do(wheel.session.read_again)
        wheel.wait(lambda: wheel.desk.screen is Screen.PERSON)
        yield "person"

    def _empty_form(self) -> Iterator[str]:
        wheel, session = self._wheel, self._wheel.session
        wheel.do(session.accept_person)
        definition = session.definition
        for question in definition.questions if definition else ():
            wheel.do(partial(session.open_question, question.key))
            if session.form.page and session.form.page.key == question.key:
                yield f"question {question.key} ({question.kind.value}), with its fault"
        wheel.do(partial(session.open_question, SPOKEN_QUESTION))
        yield from self._aloud(f"question {SPOKEN_QUESTION}")
        wheel.do(session.finish_form)
        yield "problems"

    def _home_and_on(self) -> Iterator[str]:
        """Home from the middle of the form, and from there on with it."""
        wheel = self._wheel
        self._app.shell.goHome()
        yield "welcome, with something unfinished"
        wheel.do(wheel.session.resume)

    def _filled_form(self) -> Iterator[str]:
        wheel, session = self._wheel, self._wheel.session
        today = wheel.desk.services.today()
        for _ in range(MOST_QUESTIONS):
            journey = session.form.journey
            gap = next((page for page in journey.pages if journey.faults(page.key)), None) if journey else None
            if gap is None:
                break
            wheel.do(partial(session.open_question, gap.key))
            rows = (row_of(gap, today),) if gap.kind is QuestionKind.ROWS else ()
            wheel.do(partial(session.answer, answer_to(gap, today), rows))
            wheel.do(partial(session.open_question, gap.key))
            yield f"question {gap.key} ({gap.kind.value}), answered"
        wheel.do(session.finish_form)
        yield "check answers"

    def _scans(self) -> Iterator[str]:
        """Three sheets lie ready: a written one, a blank one, a written one; no stick is plugged in."""
        wheel, table = self._wheel, self._app.scans
        model = self._app.models[Screen.SCAN]
        if not isinstance(model, ScanViewModel):
            raise TypeError("the scan screen has another model")
        wheel.wait(lambda: table.is_offered)
        yield "check answers, with a scanner"
        self._app.shell.scanPapers()
        yield "scan, the list"
        model.open(1)
        yield "scan, no page yet"
        for name in ("clear", "not clear", "many pages"):
            model.scan(False)
            wheel.wait(lambda: not table.scanning)
            yield f"scan, a page, {name}"
        model.turnPage(-1)
        model.keep()
        yield "scan, a page kept as it is"
        model.showList()
        yield "scan, the list, ticked"
        model.showFiles()
        wheel.wait(lambda: not table.packing)
        yield "scan, the files"
        model.copyToStick()
        wheel.wait(lambda: not table.copying)
        yield "scan, no stick"
        self._print(model.printPages)
        wheel.wait(lambda: wheel.session.paper.all_done)
        yield "print, the scans"
        wheel.do(wheel.session.back)
        model.done()

    def _paper(self) -> Iterator[str]:
        wheel, session = self._wheel, self._wheel.session
        wheel.do(session.print_papers)
        wheel.wait(lambda: bool(session.paper.sheets))
        yield "print, what and how"
        wheel.do(lambda: session.paper.choose_size(LeafletSize.LARGE))
        wheel.wait(lambda: bool(session.paper.sheets))
        wheel.do(lambda: session.paper.choose_copies(MOST_COPIES))
        yield "print, large print and most copies"
        wheel.do(session.back)
        for trouble in TROUBLES:
            self._printer.make(trouble)
            self._print(session.print_papers)
            wheel.wait(lambda: bool(session.paper.worst and session.paper.worst.trouble))
            yield f"print, {trouble.value}"
            if trouble is PrinterTrouble.OFFLINE:
                wheel.do(session.papers_received)
                yield "next steps, without paper"
            self._printer.mend()
            wheel.wait(lambda: session.paper.all_done)
            wheel.do(session.back)
        self._print(session.print_papers)
        wheel.wait(lambda: session.paper.all_done)
        yield "print, done"
        wheel.do(session.papers_received)
        yield "next steps"

    def _print(self, ask: Callable[[], object]) -> None:
        """To the print screen, and at once on to the printing."""
        session = self._wheel.session
        self._wheel.do(ask)
        self._wheel.wait(lambda: bool(session.paper.sheets))
        self._app.papers.print_now()

    def _guides(self) -> Iterator[str]:
        wheel, session = self._wheel, self._wheel.session
        wheel.go(Screen.GUIDES)
        yield "guides"
        for guide in GUIDES:
            wheel.do(partial(session.start_guide, guide))
            yield f"guide {guide}, first step"
            while session.walk and not isinstance(session.walk.current, Exit):
                wheel.choose(0)
                yield f"guide {guide}, {session.walk.current.id}"
        wheel.do(partial(session.start_guide, GUIDES[0]))
        while session.walk and not isinstance(session.walk.current, Exit):
            wheel.choose(-1)
        yield "guide, handed over"

    def _ending(self) -> Iterator[str]:
        self._wheel.go(Screen.HOME)
        self._app.shell.askToEnd()
        yield "asked whether to end"
        self._app.shell.keepGoing()
        self._app.inactivity.asking.emit(27)
        yield "asked after silence"
        self._app.inactivity.returned.emit()
        self._wheel.desk.end(EndReason.FINISHED)
        yield "goodbye"
        self._wheel.desk.next_person()
