"""Where a visit is and how it came there. Knows screens, and nothing of what they show."""

from __future__ import annotations

from collections.abc import Collection

from kiosk.screens import PASSING, Screen


class Route:
    """The screen in front and those that "back" returns to."""

    def __init__(self) -> None:
        self.screen = Screen.IDLE
        self._before: list[Screen] = []

    def go(self, screen: Screen) -> None:
        """Open a screen; the one left is kept for "back" unless it only showed something under way."""
        if screen is self.screen:
            return
        if self.screen not in PASSING or screen is Screen.HELP:
            self._before.append(self.screen)
        self.screen = screen

    def back(self) -> Screen:
        """Open the screen before, and name the one that was left; with none before it, the first page."""
        left = self.screen
        while self._before and self._before[-1] is left:
            self._before.pop()  # a page that was opened twice is left once
        self.screen = self._before.pop() if self._before else Screen.HOME
        return left

    def home(self) -> None:
        """The first page, which nothing lies before."""
        self._before.clear()
        self.screen = Screen.HOME

    def forget(self, screens: Collection[Screen]) -> None:
        """Back returns to none of these any more."""
        self._before = [screen for screen in self._before if screen not in screens]

    def end(self) -> None:
        """Goodbye; nothing lies before it."""
        self._before.clear()
        self.screen = Screen.END
