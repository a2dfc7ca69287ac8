"""The tour of the officer's pages: signing in as an officer, people against their cards, a list against cards.

Goes through the view models of the pages, like `staff_tour`; judges nothing. PIN and stick are made up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from kiosk.clock import Clock
from kiosk.counts.events import CheckOutcome, Role
from kiosk.filing.guests import GuestField
from kiosk.officer.lodging.guest import FEMALE
from kiosk.officer.lodging.stage import LodgingStage
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
from ui.view_models.officer_lodging import LodgingViewModel
from ui.view_models.officer_registers import RegistersViewModel
from ui.view_models.officer_roster import RosterViewModel
from ui.view_models.officer_tasks import TasksViewModel
from ui.view_models.staff_sign_in import SignInViewModel
from ui.window.app import App

STAY: Mapping[GuestField, str] = {
    GuestField.ROOM: "204",
    GuestField.ARRIVAL: "30/11/2026",
    GuestField.DEPARTURE: "02/12/2026",
    GuestField.REASON: "Du lịch",
}
CHILD: Mapping[GuestField, str] = {
    GuestField.NAME: "Nguyễn Ngọc Minh Châu",
    GuestField.BIRTH: "05/06/2019",
    GuestField.SEX: FEMALE,
}
WRONG: Mapping[GuestField, str] = {
    GuestField.NAME: "Lò Thị Pành",
    GuestField.BIRTH: "1988",
    GuestField.ARRIVAL: "02/12/2026",
    GuestField.DEPARTURE: "30/11/2026",
}
"""Made-up guests: a father's stay, his child, and somebody whose dates stand the wrong way round."""


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
        yield from self._guests()
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
        self._staff.goBack()

    def _guests(self) -> Iterator[str]:
        self._model(StaffPage.TASKS, TasksViewModel).openLodging()
        model = self._model(StaffPage.LODGING, LodgingViewModel)
        self._driver.wait(lambda: bool(model.props.unconfirmed))
        model.nameHouse("Nhà nghỉ Hương Sen")
        yield "officer, lodging: without a guest"
        model.askCard()
        yield "officer, lodging: the next card"
        self._read(model.desk_model(), "nguyen-van-an")
        self._driver.wait(lambda: model.props.stage is LodgingStage.GUEST)
        model.keep()
        yield "officer, lodging: what a card does not say"
        self._fill(model, STAY)
        model.addChild()
        self._fill(model, CHILD)
        yield "officer, lodging: a child without a card"
        model.keep()
        model.typeGuest()
        self._fill(model, WRONG)
        model.keep()
        yield "officer, lodging: dates the wrong way round"
        model.keepForLater()
        yield "officer, lodging: a guest is not complete"
        model.open(3)
        model.drop()
        yield "officer, lodging: the guests"
        model.newList()
        yield "officer, lodging: would be dropped"
        model.keepList()
        model.offerPassphrase()
        yield "officer, lodging: the passphrase"
        model.typePassphrase("ngắn")
        yield "officer, lodging: a weak passphrase"
        model.backToList()

    def _fill(self, model: LodgingViewModel, values: Mapping[GuestField, str]) -> None:
        for name, value in values.items():
            model.put(list(GuestField).index(name), value)
        self._staff.side.look_again()
