"""Check your answers: whether numbers are hidden, whether the sheet is official, how the printer stands."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from devices.printer.interface import PrinterStatus, PrinterTrouble
from devices.status import Readiness
from kiosk.forms.journey import Journey
from kiosk.forms.printed import SheetStatus
from kiosk.person import PersonField
from tests.helpers.readings import identified
from tests.helpers.visits import CANARY, person
from ui.view_models.check import answer_rows, derive_check
from ui.visit.current_visit import CurrentVisit


@pytest.fixture
def journey(front: CurrentVisit) -> Journey:
    """A form with what the card said."""
    front.session.choose_procedure("dang-ky-tam-tru")
    front.session.fill_form()
    front.session.consent(given=True)
    front.session.card_was_read(identified(person()))
    front.session.accept_person()
    front.session.answer("toi")
    return front.session.form.journey


def test_numbers_are_said_to_be_there_and_masked_until_they_are_asked_for(
    front: CurrentVisit, journey: Journey
) -> None:
    number = CANARY[PersonField.PERSONAL_NUMBER]
    assert derive_check(front, journey, None, numbers_shown=False).has_numbers
    assert number not in {row.value for row in answer_rows(front, numbers_shown=False)}
    assert number not in {row.spoken for row in answer_rows(front, numbers_shown=False)}
    assert number in {row.value for row in answer_rows(front, numbers_shown=True)}


def test_the_name_of_a_group_stands_on_its_first_line_only(front: CurrentVisit, journey: Journey) -> None:
    groups = [row.group for row in answer_rows(front, numbers_shown=False) if row.group]
    assert len(groups) == len(set(groups)) >= 1


@pytest.mark.parametrize("status", SheetStatus)
def test_only_an_official_sheet_is_called_one(front: CurrentVisit, journey: Journey, status: SheetStatus) -> None:
    definition = msgspec.structs.replace(journey.definition, status=status)
    props = derive_check(front, replace(journey, definition=definition), None, numbers_shown=False)
    assert props.official == (status is SheetStatus.OFFICIAL)


@pytest.mark.parametrize("readiness", [Readiness.ATTENTION, Readiness.BROKEN])
def test_a_printer_that_will_not_print_is_told_before_the_paper(
    front: CurrentVisit, journey: Journey, readiness: Readiness
) -> None:
    jammed = PrinterStatus(readiness=readiness, trouble=PrinterTrouble.JAM)
    props = derive_check(front, journey, jammed, numbers_shown=False)
    entry = front.services.failures["printer.jam"]
    assert (props.trouble, props.remedy) == (entry.title.vi, entry.remedy.vi)


def test_low_toner_is_no_trouble_of_the_person(front: CurrentVisit, journey: Journey) -> None:
    low = PrinterStatus(readiness=Readiness.READY, trouble=PrinterTrouble.TONER_LOW)
    assert derive_check(front, journey, low, numbers_shown=False).trouble == ""
    assert derive_check(front, journey, None, numbers_shown=True).numbers_shown


def test_an_old_place_name_of_the_card_is_told_before_the_paper(front: CurrentVisit, journey: Journey) -> None:
    old = "Xóm 3, Châu Bính, Quỳ Châu, Nghệ An"
    front.session.form.journey = journey.answered("dia_chi", old)
    notes = {row.key: row.note for row in answer_rows(front, numbers_shown=False)}
    assert "Xã Châu Tiến" in notes.pop("dia_chi")
    assert set(notes.values()) == {""}
