"""The tour: one program over virtual devices, driven from screen to screen and into every trouble.

It presses what a person would press, through the session and the view models of the screens, and says the name of
each stop. It judges nothing. Virtual devices only; the persona is made up.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QElapsedTimer
from PySide6.QtGui import QGuiApplication

from devices.card_reader.interface import CardReaderState
from devices.printer.interface import PrinterTrouble
from kiosk.guides.guide import Exit
from kiosk.printing import PrintState
from kiosk.session import EndReason, Screen
from ui.app import App
from ui.view_models.card import CardViewModel
from ui.view_models.search import SearchViewModel

RESIDENCE = "dang-ky-tam-tru"
PERSONA = "nguyen-van-an"
DIGITS = "012345"
PATIENCE_MS = 20_000
TROUBLES = (
    PrinterTrouble.OUT_OF_PAPER,
    PrinterTrouble.JAM,
    PrinterTrouble.COVER_OPEN,
    PrinterTrouble.OFFLINE,
)


@runtime_checkable
class VirtualReader(Protocol):
    """A reader whose card a program lays down and takes away."""

    def insert(self, card: str, /) -> object:
        """Lay a card down."""
        ...

    def lift(self) -> None:
        """Take it away."""
        ...

    def set_trouble(self, trouble: CardReaderState | None) -> None:
        """Break the reader, or mend it."""
        ...


@runtime_checkable
class VirtualPrinter(Protocol):
    """A printer that a program breaks and mends."""

    def make(self, trouble: PrinterTrouble) -> None:
        """Break it."""
        ...

    def mend(self) -> None:
        """Mend it."""
        ...


class Tour:
    """Every stop of every visit. Hand in an app whose silence is endless, or the tour ends itself."""

    def __init__(self, app: App, reader: VirtualReader, printer: VirtualPrinter) -> None:
        self._app = app
        self._desk = app.desk
        self._reader = reader
        self._printer = printer

    def stops(self) -> Iterator[str]:
        """All of it, in the order of a visit."""
        yield from self._arrival()
        yield from self._choosing()
        yield from self._card()
        yield from self._form()
        yield from self._paper()
        yield from self._guides()
        yield from self._ending()

    def _arrival(self) -> Iterator[str]:
        yield "idle"
        self._desk.begin()
        yield "welcome"
        self._app.shell.callHelp()
        yield "help"
        self._app.shell.goBack()

    def _choosing(self) -> Iterator[str]:
        session = self._desk.session
        self._go(Screen.HOME)
        yield "home"
        catalogue = self._desk.services.catalogue
        event = max(catalogue.life_events(), key=lambda event: len(catalogue.by_life_event(event.id)))
        self._do(lambda: session.choose_life_event(event.id))
        yield "life event"
        yield from self._searching()
        longest = max(catalogue.all(), key=lambda one: sum(len(case.documents) for case in one.cases))
        self._do(lambda: session.choose_procedure(longest.id))
        yield f"procedure with the most papers ({longest.id})"
        self._do(lambda: session.choose_procedure(RESIDENCE))
        yield "procedure with a form"

    def _searching(self) -> Iterator[str]:
        search = self._app.models[Screen.SEARCH]
        assert isinstance(search, SearchViewModel)
        self._go(Screen.SEARCH)
        yield "search, nothing typed"
        search.find("tam tru")
        yield "search, found"
        search.find("xyzxyz")
        yield "search, nothing found"
        search.find("")

    def _card(self) -> Iterator[str]:
        session, card = self._desk.session, self._app.models[Screen.CARD]
        assert isinstance(card, CardViewModel)
        self._do(session.fill_form)
        yield "consent"
        self._do(lambda: session.consent(given=True))
        yield "card, no digits"
        self._type(card, DIGITS[:4])
        yield "card, four digits"
        self._reader.set_trouble(CardReaderState.READER_ABSENT)
        self._wait(lambda: self._app.cards.state is CardReaderState.READER_ABSENT)
        yield "card, reader unplugged"
        self._reader.set_trouble(None)
        self._wait(lambda: self._app.cards.state is CardReaderState.NO_CARD)
        yield from self._wrong_digits(card)
        self._reader.lift()
        self._type(card, DIGITS)
        card.useDigits()
        yield "reading, waiting for the card"
        self._reader.insert(PERSONA)
        self._wait(lambda: self._desk.screen is Screen.PERSON)
        yield "person"

    def _wrong_digits(self, card: CardViewModel) -> Iterator[str]:
        self._reader.insert(PERSONA)
        self._type(card, "999999")
        card.useDigits()
        self._wait(lambda: self._desk.screen is Screen.LADDER)
        yield "ladder, wrong digits"
        self._do(self._desk.session.read_again)
        yield "card, second try"

    def _form(self) -> Iterator[str]:
        session = self._desk.session
        self._do(session.accept_person)
        definition = session.definition
        for question in definition.questions if definition else ():
            self._do(partial(session.open_question, question.key))
            if session.form.page and session.form.page.key == question.key:
                yield f"question {question.key} ({question.kind.value})"
        self._do(session.finish_form)
        yield "problems"
        self._go(Screen.CHECK)
        yield "check answers"

    def _paper(self) -> Iterator[str]:
        session = self._desk.session
        for trouble in TROUBLES:
            self._printer.make(trouble)
            self._do(session.print_papers)
            self._wait(lambda: bool(session.paper.worst and session.paper.worst.trouble))
            yield f"print, {trouble.value}"
            self._printer.mend()
            self._wait(lambda: session.paper.all_done)
            self._do(session.back)
        self._do(session.print_papers)
        self._wait(lambda: session.paper.worst is not None and session.paper.worst.state is PrintState.DONE)
        self._wait(lambda: session.paper.all_done)
        yield "print, done"
        self._do(session.papers_received)
        yield "next steps"

    def _guides(self) -> Iterator[str]:
        session = self._desk.session
        self._go(Screen.GUIDES)
        yield "guides"
        for guide in ("vneid-kich-hoat", "bay-cach-thay-so-ho-khau"):
            self._do(partial(session.start_guide, guide))
            yield f"guide {guide}, first step"
            while session.walk and not isinstance(session.walk.current, Exit):
                self._choose(0)
                yield f"guide {guide}, {session.walk.current.id}"
        self._do(lambda: session.start_guide("vneid-kich-hoat"))
        while session.walk and not isinstance(session.walk.current, Exit):
            self._choose(-1)
        yield "guide, handed over"

    def _ending(self) -> Iterator[str]:
        self._go(Screen.HOME)
        self._app.shell.askToEnd()
        yield "asked whether to end"
        self._app.shell.keepGoing()
        self._app.inactivity.asking.emit(27)
        yield "asked after silence"
        self._app.inactivity.returned.emit()
        self._desk.end(EndReason.FINISHED)
        yield "goodbye"
        self._desk.next_person()

    def _choose(self, index: int) -> None:
        walk = self._desk.session.walk
        if walk:
            self._do(lambda: self._desk.session.choose_in_guide(walk.ways[index]))

    def _go(self, screen: Screen) -> None:
        self._do(lambda: self._desk.session.go(screen))

    def _do(self, action: Callable[[], object]) -> None:
        self._desk.act(action)

    def _type(self, card: CardViewModel, digits: str) -> None:
        card.clearDigits()
        for digit in digits:
            card.addDigit(digit)

    def _wait(self, holds: Callable[[], bool]) -> None:
        timer = QElapsedTimer()
        timer.start()
        while not holds():
            if timer.elapsed() > PATIENCE_MS:
                raise TimeoutError(f"the tour is stuck on {self._desk.screen.name}")
            QGuiApplication.processEvents()
            time.sleep(0.005)
