"""What every leg of the tour drives: the window, the session below it, and the virtual devices."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ui.audit.driving import SessionDriver, VirtualPrinter, VirtualReader
from ui.window.app import App


@dataclass(frozen=True, slots=True, kw_only=True)
class TourParts:
    """The program under the audit, and what is done to it as a person and as the world would do it."""

    app: App
    driver: SessionDriver
    reader: VirtualReader
    printer: VirtualPrinter

    def aloud(self, screen: str) -> Iterator[str]:
        """The same screen with the buttons of the voice."""
        self.app.look.setProperty("sound", True)
        yield f"{screen}, read aloud"
        self.app.look.setProperty("sound", False)

    def print_papers(self, ask: Callable[[], object]) -> None:
        """Do `ask`, which leads to the print screen, and print there at once."""
        session = self.driver.session
        self.driver.do(ask)
        self.driver.wait(lambda: bool(session.paper.sheets))
        self.app.papers.print_now()
