"""The tour of the staff's side: from a station without a PIN through every page to the acceptance.

Goes through the view models of the pages, like `tour`; judges nothing. The PIN is made up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from kiosk.clock import Clock
from kiosk.staff import PinStore, pin_path
from ui.audit.driving import SessionDriver
from ui.audit.tour_of_staff import TourOfStaff
from ui.shown.qml_values import number
from ui.staff.pages import StaffPage
from ui.view_models.setup_acceptance import AcceptanceViewModel
from ui.view_models.setup_card_test import CardTestViewModel
from ui.view_models.setup_commune import CommuneViewModel
from ui.view_models.setup_devices import DevicesViewModel
from ui.view_models.setup_ruler import RulerViewModel
from ui.view_models.setup_sharing import SharingViewModel
from ui.view_models.staff_notes import NotesViewModel
from ui.view_models.staff_numbers import NumbersViewModel, Span
from ui.view_models.staff_overview import OverviewViewModel
from ui.view_models.staff_papers import PapersViewModel
from ui.view_models.staff_setup import SetupViewModel
from ui.view_models.staff_sign_in import SignInViewModel
from ui.window.app import App

PIN, WRONG = "204617", "999998"


class StaffTour(TourOfStaff):
    """Every page of the staff; begins and ends at the idle screen."""

    def __init__(self, app: App, state: Path, clock: Clock) -> None:
        super().__init__(app)
        self._pin = PinStore(pin_path(state), clock.seconds)
        self._driver = SessionDriver(app)

    def stops(self) -> Iterator[str]:
        """The name of each variant while its page is in front."""
        yield from self._signing_in()
        yield from self._day()
        yield from self._choices()
        yield from self._measures()
        self._staff.leave()

    def _wait(self, holds: Callable[[], bool]) -> None:
        self._driver.wait(holds)

    def _signing_in(self) -> Iterator[str]:
        self._app.shell.callStaff()
        yield "staff, no PIN set"
        self._staff.leave()
        self._pin.set(PIN)
        self._app.shell.callStaff()
        model = self._model(StaffPage.SIGN_IN, SignInViewModel)
        for digit in PIN[:4]:
            model.addDigit(digit)
        yield "staff, four digits"
        for _ in range(3):
            model.clearDigits()
            self._enter(model, WRONG)
            if model.props.wrong and model.props.tries_left == 2:
                yield "staff, wrong PIN"
        yield "staff, locked"
        self._staff.leave()
        self._pin.set(PIN)
        self._app.shell.callStaff()
        self._enter(model, PIN)
        self._wait(lambda: not self._staff.doctor.examining)

    def _enter(self, model: SignInViewModel, pin: str) -> None:
        for digit in pin:
            model.addDigit(digit)
        model.signIn()
        self._wait(lambda: self._staff.side.page is not StaffPage.SIGN_IN or not model.props.judging)

    def _day(self) -> Iterator[str]:
        overview = self._model(StaffPage.OVERVIEW, OverviewViewModel)
        yield "staff, the day"
        overview.printSheet()
        self._wait(lambda: not self._staff.print_jobs.is_busy)
        yield "staff, the day, sheet printed"
        self._staff.print_jobs.stop()
        overview.openNumbers()
        numbers = self._model(StaffPage.NUMBERS, NumbersViewModel)
        self._wait(lambda: not numbers.props.loading)
        yield "staff, counts of today"
        numbers.showSpan(number(Span.MONTH))
        self._wait(lambda: not numbers.props.loading)
        yield "staff, counts of the month"
        self._staff.goBack()
        overview.openPapers()
        self._wait(lambda: not self._model(StaffPage.PAPERS, PapersViewModel).props.loading)
        yield "staff, posters"
        self._staff.goBack()
        overview.openNotes()
        self._wait(lambda: not self._model(StaffPage.NOTES, NotesViewModel).props.loading)
        yield "staff, notes of procedures"
        self._staff.goBack()

    def _choices(self) -> Iterator[str]:
        self._model(StaffPage.OVERVIEW, OverviewViewModel).openSetup()
        yield "set-up, the steps"
        self._model(StaffPage.SETUP, SetupViewModel).start()
        commune = self._model(StaffPage.COMMUNE, CommuneViewModel)
        self._wait(lambda: not commune.props.loading)
        yield "set-up, commune"
        commune.find("van tu")
        commune.choose(0)
        yield "set-up, commune chosen"
        commune.save()
        self._wait(lambda: self._staff.side.page is StaffPage.DEVICES)
        devices = self._model(StaffPage.DEVICES, DevicesViewModel)
        for name in ("card reader", "printer", "scanner"):
            self._wait(lambda: not devices.props.trying and not devices.props.searching)
            yield f"set-up, {name}"
            devices.goOn()
        sharing = self._model(StaffPage.SHARING, SharingViewModel)
        self._wait(lambda: not sharing.props.loading)
        yield "set-up, sharing with the other PC"
        sharing.goOn()

    def _measures(self) -> Iterator[str]:
        yield "set-up, ruler"
        scale = self._app.look.property("pixelsPerMm")
        self._model(StaffPage.RULER, RulerViewModel).save()
        self._wait(lambda: self._staff.side.page is StaffPage.TRIAL)
        self._app.look.setProperty("pixelsPerMm", scale)  # what comes after is judged as what came before
        yield "set-up, trial page"
        self._model(StaffPage.TRIAL, PapersViewModel).accept()
        yield "set-up, test card"
        card = self._model(StaffPage.CARD_TEST, CardTestViewModel)
        card.run()
        self._wait(lambda: card.props.tried)
        yield "set-up, test card tried"
        card.accept()
        self._wait(lambda: not self._staff.doctor.examining)
        yield "set-up, acceptance"
        self._model(StaffPage.ACCEPTANCE, AcceptanceViewModel).finish()
