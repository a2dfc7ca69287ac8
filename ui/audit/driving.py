"""The driver of the tour: press through the session, wait for the workers, break and mend the virtual devices."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QElapsedTimer
from PySide6.QtGui import QGuiApplication

from devices.card_reader.interface import CardReaderState
from devices.printer.interface import PrinterTrouble
from kiosk.session import Screen, Session
from ui.view_models.card import CardViewModel
from ui.window.app import App

PATIENCE_MS = 30_000


@runtime_checkable
class VirtualReader(Protocol):
    """A reader whose card a program lays down and takes away."""

    def insert(self, card: str, /) -> object:
        """Lay down the card of the persona `card`; a card that lay there is gone."""
        ...

    def lift(self) -> None:
        """Take the card away; a reading under way is broken off."""
        ...

    def lift_after(self, received_bytes: int) -> None:
        """Take the card away once so many bytes of answers have come."""
        ...

    def set_trouble(self, trouble: CardReaderState | None) -> None:
        """Let this trouble stand; None ends it."""
        ...


@runtime_checkable
class VirtualPrinter(Protocol):
    """A printer that a program breaks and mends."""

    def make(self, trouble: PrinterTrouble) -> None:
        """Let this trouble stand until `mend`."""
        ...

    def mend(self) -> None:
        """End the trouble; jobs that waited go on."""
        ...


class SessionDriver:
    """Does to the session of one window what its buttons would do, so that a tour needs no pointer."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.visit = app.visit

    @property
    def session(self) -> Session:
        """The session of the visit in front: another one after every end of a visit."""
        return self.visit.session

    def do(self, action: Callable[[], object]) -> None:
        """Do something with the session, and let the screen follow."""
        self.visit.act(action)
        QGuiApplication.processEvents()  # a page is whole before the next is turned, as with people

    def go(self, screen: Screen) -> None:
        """Open a screen that needs nothing chosen."""
        self.do(lambda: self.session.go(screen))

    def choose(self, index: int) -> None:
        """One of the ways on from a guide's step."""
        walk = self.session.walk
        if walk:
            self.do(lambda: self.session.choose_in_guide(walk.ways[index]))

    def key_in(self, digits: str) -> CardViewModel:
        """Press these keys of the keypad of the card screen."""
        card = self.app.models[Screen.CARD]
        if not isinstance(card, CardViewModel):
            raise TypeError("the card screen has another model")
        card.clearDigits()
        for digit in digits:
            card.addDigit(digit)
        return card

    def wait(self, holds: Callable[[], bool]) -> None:
        """Let the window live until it holds. Raises `TimeoutError` naming the screen."""
        timer = QElapsedTimer()
        timer.start()
        while not holds():
            if timer.elapsed() > PATIENCE_MS:
                raise TimeoutError(f"the tour is stuck on {self.visit.screen.name}")
            QGuiApplication.processEvents()
            time.sleep(0.005)
