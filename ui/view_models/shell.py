"""The window's own model: which screen, the buttons every screen has, and the two questions that lie over it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session import EndReason, Screen
from ui.shown.snapshot import ViewModel
from ui.view_models.screen_model import ScreenModel
from ui.view_models.screens import page_of
from ui.visit.current_visit import CurrentVisit

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ShellProps:
    """What the window knows. `page` is the file that draws the screen, `pages` are all of them. `seconds_left` counts
    down while `asking` whether anybody is there; `late`: because the longest time of a visit is nearly over."""

    page: str = page_of(Screen.IDLE)
    pages: tuple[str, ...] = tuple(page_of(screen) for screen in Screen)
    can_go_back: bool = False
    can_go_home: bool = False
    can_end: bool = False
    specimen: bool = False
    can_scan: bool = False
    asking: bool = False
    late: bool = False
    seconds_left: int = 0
    asking_to_end: bool = False


def derive_shell(props: ShellProps, visit: CurrentVisit) -> ShellProps:
    """The window after something happened; a turned page takes the question "really end?" away."""
    return replace(
        props,
        page=page_of(visit.screen),
        can_go_back=visit.can_go_back,
        can_go_home=visit.can_go_home,
        can_end=visit.screen not in (Screen.IDLE, Screen.END),
        specimen=visit.session.card.is_specimen,
        asking=props.asking and visit.screen not in (Screen.IDLE, Screen.END),
        asking_to_end=props.asking_to_end and page_of(visit.screen) == props.page,
    )


@QmlElement
class ShellViewModel(ViewModel[ShellProps]):
    """Carries presses of the frame to the visit."""

    turning = Signal(bool)
    """The page leaves; true: with the visit, so nothing of it may be seen any longer."""
    turned = Signal()
    reset = Signal()
    """To QML: size, colours, language and sound go back to normal."""
    languageChosen = Signal(int)
    """From QML: the place of the language among those of the station."""
    pictureAsked = Signal()
    """From QML: keep a picture of the page that leaves."""
    said = Signal(list)
    """From QML: sentences to read aloud."""
    silenced = Signal()
    staffCalled = Signal()
    """Somebody of the staff stands before the idle screen."""
    pageChanged = Signal()

    def __init__(self, visit: CurrentVisit, models: Mapping[Screen, ScreenModel[Any]]) -> None:
        super().__init__()
        self._visit = visit
        self._models = models
        visit.turning.connect(lambda: self.turning.emit(visit.screen is Screen.END))
        visit.changed.connect(self._look)
        visit.turned.connect(self.turned)
        visit.reset.connect(self.reset)
        visit.wiped.connect(self._wipe)
        visit.inactivity.asking.connect(self._ask)
        visit.inactivity.late.connect(self._tell_late)
        visit.inactivity.returned.connect(self._returned)
        self._look()

    def _model(self) -> QObject:
        return self._models[self._visit.screen]

    model = Property(QObject, _model, notify=pageChanged)

    @Slot()
    def begin(self) -> None:
        """Somebody touched the idle screen: a visit begins."""
        self._visit.begin()

    @Slot()
    def goBack(self) -> None:
        """One page back; loses nothing."""
        self._leave()
        self._visit.act(self._visit.session.back)

    @Slot()
    def goHome(self) -> None:
        """To the first page; everything typed is kept."""
        self.show(replace(self.props, asking_to_end=False))
        self._leave()
        self._visit.act(self._visit.session.home)

    @Slot()
    def callHelp(self) -> None:
        """To the help screen, from where back leads here."""
        self._leave()
        self._visit.act(lambda: self._visit.session.go(Screen.HELP))

    @Slot()
    def askToEnd(self) -> None:
        """Ask once whether the visit shall end."""
        self.show(replace(self.props, asking_to_end=True))

    @Slot()
    def keepGoing(self) -> None:
        """The answer no to ending: the question closes, nothing else changes."""
        self.show(replace(self.props, asking_to_end=False))

    @Slot()
    def endNow(self) -> None:
        """The answer yes to ending: finished where the person has what they came for, else left. All is forgotten."""
        finished = self._visit.session.is_done
        self._visit.end(EndReason.FINISHED if finished else EndReason.LEFT)

    @Slot()
    def stillHere(self) -> None:
        """The answer to "are you still there?"."""
        self._visit.inactivity.touched()

    @Slot()
    def nextPerson(self) -> None:
        """End the goodbye at once; the idle screen comes."""
        self._visit.next_person()

    @Slot(int)
    def chooseLanguage(self, index: int) -> None:
        """The person switched the language: its place among those of the station."""
        self.languageChosen.emit(index)

    @Slot()
    def keepPicture(self) -> None:
        """A picture of the page in front, for `image://page/before`."""
        self.pictureAsked.emit()

    @Slot(list)
    def say(self, texts: list[str]) -> None:
        """Have these sentences read aloud, one after the other."""
        self.said.emit([str(text) for text in texts])

    @Slot()
    def scanPapers(self) -> None:
        """To the papers of the procedure, to be scanned."""
        self._visit.act(self._visit.session.scan_papers)

    def offer_scan(self, *, offered: bool) -> None:
        """Whether there is a scanner that answers."""
        self.show(replace(self.props, can_scan=offered))

    @Slot()
    def callStaff(self) -> None:
        """The name of the place was held, or F12 pressed; nothing while a visit goes on."""
        if self._visit.screen is Screen.IDLE:
            self.staffCalled.emit()

    @Slot()
    def beSilent(self) -> None:
        """Stop reading aloud in the middle of a sentence."""
        self.silenced.emit()

    def _leave(self) -> None:
        if model := self._models.get(self._visit.screen):
            model.leave()

    def _look(self) -> None:
        model = self._models.get(self._visit.screen)
        if model is not None:
            model.refresh()
        self.show(derive_shell(self.props, self._visit))

    def _ask(self, seconds: int) -> None:
        self.show(replace(self.props, asking=True, late=False, seconds_left=seconds))

    def _tell_late(self, seconds: int) -> None:
        self.show(replace(self.props, asking=True, late=True, seconds_left=seconds))

    def _returned(self) -> None:
        self.show(replace(self.props, asking=False))

    def _wipe(self) -> None:
        for model in self._models.values():
            model.wipe()
