"""What was read: the verdict in one sentence, its reasons, and numbers masked until they are asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.i18n import Language
from kiosk.identification import Finding, FindingState, Identified, Reason
from kiosk.person import Origin, PersonField, PersonRecord, Sourced
from tests.helpers.readings import identified
from tests.helpers.visits import CANARY, person
from ui.view_models.person import derive_person, person_rows
from ui.view_models.person_words import Trust
from ui.visit.current_visit import CurrentVisit

READ = identified(person())
FAILED = Finding(state=FindingState.FAILED, reason=Reason.ISSUER_NO_ROOTS)
PROVEN = Finding(state=FindingState.CONFIRMED, reason=Reason.CHIP_AUTHENTICATION)


def judged(**findings: Finding | bool) -> Identified:
    return replace(READ, verdict=replace(READ.verdict, **findings))


@pytest.mark.parametrize(
    ("read", "trust"),
    [
        (judged(issuer=PROVEN), Trust.GOOD),
        (READ, Trust.CAREFUL),
        (judged(specimen=True), Trust.NOTE),
        (judged(integrity=FAILED), Trust.BAD),
        (judged(integrity=FAILED, specimen=True), Trust.BAD),
    ],
)
def test_the_worst_finding_decides_how_the_verdict_is_shown(
    front: CurrentVisit, read: Identified, trust: Trust
) -> None:
    props = derive_person(front, read, numbers_shown=False)
    assert props.trust is trust
    assert props.verdict


def test_each_finding_has_its_reason_from_the_failure_book(front: CurrentVisit) -> None:
    verdict = READ.verdict
    reasons = [f"verdict.{one.reason.value}" for one in (verdict.integrity, verdict.chip, verdict.issuer)]
    told = derive_person(front, READ, numbers_shown=False).reasons
    assert list(told) == [front.services.failures[code].title.vi for code in reasons]


def test_a_reading_for_a_form_leads_to_it_and_one_for_its_own_sake_to_none(front: CurrentVisit) -> None:
    assert not derive_person(front, READ, numbers_shown=False).leads_to_form
    front.session.choose_procedure("dang-ky-tam-tru")
    props = derive_person(front, READ, numbers_shown=True)
    assert props.leads_to_form
    assert props.numbers_shown
    assert props.place == front.session.procedure.name.vi


def test_numbers_are_masked_on_the_screen_and_for_the_voice_until_they_are_asked_for(front: CurrentVisit) -> None:
    number = CANARY[PersonField.PERSONAL_NUMBER]
    hidden = {row.key: row for row in person_rows(front, READ.person, numbers_shown=False)}
    shown = {row.key: row for row in person_rows(front, READ.person, numbers_shown=True)}
    assert number not in hidden["personal_number"].value + hidden["personal_number"].spoken
    assert shown["personal_number"].value == number
    assert hidden["full_name"].value == CANARY[PersonField.FULL_NAME]


def test_an_old_residence_on_the_card_is_told_and_no_other_line(front: CurrentVisit) -> None:
    residence = Sourced(value="Khối 4, Đội Cung, Vinh, Nghệ An", origin=Origin.CHIP)
    holder = replace(person(), fields={**person().fields, PersonField.PLACE_OF_RESIDENCE: residence})
    notes = {row.key: row.note for row in person_rows(front, holder, numbers_shown=False)}
    assert "Phường Thành Vinh" in notes.pop(PersonField.PLACE_OF_RESIDENCE.value)
    assert set(notes.values()) == {""}


def test_what_the_card_says_in_words_is_said_in_the_language_of_the_person(front: CurrentVisit) -> None:
    values = {PersonField.SEX: "Nữ", PersonField.DATE_OF_EXPIRY: "Không thời hạn", PersonField.FULL_NAME: "Nam"}
    fields = {name: Sourced(value=value, origin=Origin.CHIP) for name, value in values.items()}
    front.session.speak(Language.EN)
    rows = person_rows(front, PersonRecord(fields=fields), numbers_shown=True)
    assert {row.key: (row.value, row.spoken) for row in rows} == {
        PersonField.SEX.value: ("Female", "Female"),
        PersonField.DATE_OF_EXPIRY.value: ("No expiry", "No expiry"),
        PersonField.FULL_NAME.value: ("Nam", "Nam"),
    }
