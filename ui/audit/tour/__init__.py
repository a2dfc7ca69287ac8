"""The tour: one program over virtual devices, driven from screen to screen and into every trouble.

It does what a person would do, through the session and the view models of the screens, and says the name of each
stop. It judges nothing. The persona and all answers are made up. Each leg of the way is a module; here stand their
order, the arrival and the end.
"""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.screens import FREE
from kiosk.session import EndReason, Screen
from ui.audit.driving import SessionDriver, VirtualPrinter, VirtualReader
from ui.audit.tour import card, choosing, form, guides, online, paper
from ui.audit.tour.card import PERSONA
from ui.audit.tour.parts import TourParts
from ui.window.app import App

__all__ = ["PERSONA", "Tour"]


class Tour:
    """Every stop of one long visit. Hand in an app whose silence is endless, or the tour ends itself."""

    def __init__(self, app: App, reader: VirtualReader, printer: VirtualPrinter) -> None:
        self._parts = TourParts(app=app, driver=SessionDriver(app), reader=reader, printer=printer)
        self._seen: set[Screen] = set()

    def stops(self) -> Iterator[str]:
        """The name of each stop while its screen is in front, in the order of a visit."""
        for stop in self._visit():
            self._seen.add(self._parts.driver.visit.screen)
            yield stop

    def _visit(self) -> Iterator[str]:
        yield from self._arrival()
        yield from choosing.choosing(self._parts)
        yield from card.key_of_the_card(self._parts)
        yield from card.reading(self._parts)
        yield from form.empty_form(self._parts)
        yield from form.home_and_on(self._parts)
        yield from form.filled_form(self._parts)
        yield from paper.scans(self._parts)
        yield from paper.printing(self._parts)
        yield from online.filing(self._parts)
        yield from guides.guides(self._parts)
        yield from self._not_seen_yet()
        yield from self._ending()

    def _arrival(self) -> Iterator[str]:
        yield "idle"
        self._parts.driver.visit.begin()
        yield "home"
        yield from self._parts.aloud("home")
        self._parts.app.shell.callHelp()
        yield "help"
        self._parts.app.shell.goBack()

    def _not_seen_yet(self) -> Iterator[str]:
        """The pages that need nothing chosen and that no stop came to."""
        for screen in Screen:
            if screen in FREE - self._seen:
                self._parts.driver.go(screen)
                yield screen.name.lower().replace("_", " ")

    def _ending(self) -> Iterator[str]:
        self._parts.app.shell.goHome()
        self._parts.app.shell.askToEnd()
        yield "asked whether to end"
        self._parts.app.shell.keepGoing()
        self._parts.app.inactivity.asking.emit(27)
        yield "asked after silence"
        self._parts.app.inactivity.returned.emit()
        self._parts.driver.visit.end(EndReason.FINISHED)
        yield "goodbye"
        self._parts.driver.visit.next_person()
