"""The tour of the officer's pages: signing in as an officer, people against their cards, a list against cards.

Goes through the view models of the pages, like `staff_tour`; judges nothing. PIN and stick are made up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from kiosk.clock import Clock
from kiosk.counts.events import CheckOutcome, Role
from kiosk.officer.registers.entry import IndexField
from kiosk.officer.roster.stage import ListStage
from kiosk.staff import RolePins
from ui.audit.driving import SessionDriver, VirtualReader
from ui.audit.tour_of_staff import TourOfStaff
from ui.played.practice import PIN
from ui.played.visit import card_digits
from ui.shown.qml_values import number
from ui.staff.pages import StaffPage
from ui.view_models.desk import DeskViewModel
from ui.view_models.officer_identity import IdentityViewModel
from ui.view_models.officer_registers import RegistersViewModel
from ui.view_models.officer_roster import RosterViewModel
from ui.view_models.officer_tasks import TasksViewModel
from ui.view_models.staff_sign_in import SignInViewModel
from ui.window.app import App


class OfficerTour(TourOfStaff):
    """Every page of the officer; begins and ends at the idle screen."""

    def __init__(
        self, app: App, state: Path, clock: Clock, reader: VirtualReader, plug: Callable[[], object]
    ) -> None:
        """`plug` puts the officer's stick in."""
        super().__init__(app)
        self._pins = RolePins(state, clock.seconds)
        self._reader = reader
        self._plug = plug
        self._driver = SessionDriver(app)

    def stops(self) -> Iterator[str]:
        """The name of each variant while its page is in front."""
        yield from self._signing_in()
        yield from self._people()
        yield from self._list()
        yield from self._registers()
        self._staff.leave()

    def _signing_in(self) -> Iterator[str]:
        for role in (Role.OFFICER, Role.TECHNICIAN):
            self._pins.of(role).set(PIN)
        self._app.shell.callStaff()
        model = self._model(StaffPage.SIGN_IN, SignInViewModel)
        model.chooseRole(number(Role.OFFICER))
        yield "officer, the roles"
        for digit in PIN:
            model.addDigit(digit)
        model.signIn()
        self._driver.wait(lambda: self._staff.side.page is StaffPage.TASKS)
        yield "officer, the tasks"

    def _read(self, desk: DeskViewModel, name: str) -> None:
        for digit in card_digits(name):
            desk.addDigit(digit)
        self._reader.insert(name)
        desk.read()

    def _people(self) -> Iterator[str]:
        self._model(StaffPage.TASKS, TasksViewModel).openIdentity()
        model = self._model(StaffPage.IDENTITY, IdentityViewModel)
        desk = model.desk_model()
        desk.addDigit("1")
        yield "officer, the key of a card"
        desk.clearDigits()
        self._read(desk, "nguyen-van-an")
        self._driver.wait(lambda: not model.props.asking)
        model.answer(0, number(CheckOutcome.OTHER_PERSON))
        yield "officer, not the person"
        model.addPerson()
        yield "officer, a second person's key"
        self._read(desk, "mac-van-kien")
        self._driver.wait(lambda: model.props.several)
        yield "officer, two people"
        model.nextPeople()
        self._staff.goBack()

    def _list(self) -> Iterator[str]:
        self._plug()
        self._model(StaffPage.TASKS, TasksViewModel).openRoster()
        model = self._model(StaffPage.ROSTER, RosterViewModel)
        self._driver.wait(lambda: not model.props.busy)
        yield "officer, the lists"
        model.open(0)
        self._driver.wait(lambda: model.props.stage is ListStage.COLUMNS)
        yield "officer, the columns"
        model.agree()
        self._driver.wait(lambda: model.props.stage is ListStage.CARDS)
        self._read(model.desk_model(), "mac-van-kien")
        self._driver.wait(lambda: model.props.outcome is not None)
        yield "officer, not on the list"
        self._read(model.desk_model(), "tran-thi-mai")
        self._driver.wait(lambda: model.props.row > 0)
        yield "officer, differs from the list"
        self._staff.askToLeave()
        yield "officer, leaving is asked"
        self._staff.stay()
        self._staff.goBack()

    def _registers(self) -> Iterator[str]:
        self._model(StaffPage.TASKS, TasksViewModel).openRegisters()
        model = self._model(StaffPage.REGISTERS, RegistersViewModel)
        yield "officer, register: the kinds"
        model.choose(0)
        yield "officer, register: no page yet"
        model.scan()
        self._driver.wait(lambda: model.props.page > 0)
        yield "officer, register: the page"
        model.beginIndex()
        model.give("")
        yield "officer, register: a fault in the first typing"
        for text in ("01", "12", "12", "1940", "Lò Thị Mẫu Đơn", "01", "21", "12", "1940"):
            model.give(text)
        yield "officer, register: the name once more"
        model.give("Lò Thị Mẫu Đơn")
        yield "officer, register: the typings differ"
        model.take(number(IndexField.PAGE), True)
        yield "officer, register: the typings agree"
        model.write()
        self._driver.wait(lambda: bool(model.props.written))
        yield "officer, register: a record is on the stick"
