"""A lodging list: what is missing, what cannot be, who is there twice, and children under an adult."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from kiosk.filing.guests import GuestField
from kiosk.i18n import Text
from kiosk.officer import lodging_words
from kiosk.officer.advice import Advice
from kiosk.officer.lodging.guest import FEMALE, MALE, Guest, GuestSource, shaped
from kiosk.officer.lodging.judging import GuestFault, GuestNote, faults_of, judged, notes_of
from kiosk.officer.lodging.listing import MOST, LodgingList
from kiosk.person import Origin, PersonField, PersonRecord, Sourced

TODAY = date(2026, 11, 30)
F = GuestField
WHOLE: Mapping[GuestField, str] = {
    F.NAME: "Nguyễn Văn An",
    F.BIRTH: "10/02/1990",
    F.SEX: MALE,
    F.NUMBER: "040090012345",
    F.NATIONALITY: "Việt Nam",
    F.RESIDENCE: "Xóm 5, Xã Vân Tụ, Tỉnh Nghệ An",
    F.ROOM: "204",
    F.ARRIVAL: "30/11/2026",
    F.DEPARTURE: "02/12/2026",
    F.REASON: "Du lịch",
}


def typed(listed: LodgingList, **values: str) -> Guest:
    guest = listed.by_hand()
    for name, value in {**WHOLE, **{GuestField(name): value for name, value in values.items()}}.items():
        guest = guest.given(name, value)
    return guest


def family() -> tuple[LodgingList, Guest, Guest]:
    listed = LodgingList()
    father = typed(listed)
    listed = listed.put(father)
    child = listed.child_of(father).given(F.NAME, "Nguyễn Ngọc Châu").given(F.BIRTH, "05/06/2019")
    child = child.given(F.SEX, FEMALE)
    return listed.put(child), father, child


def test_a_whole_guest_has_no_fault() -> None:
    assert faults_of(typed(LodgingList()), LodgingList(), TODAY) == {}


@pytest.mark.parametrize(
    ("values", "where", "fault"),
    [
        ({"name": ""}, F.NAME, GuestFault.NAME_MISSING),
        ({"name": "Khách 12"}, F.NAME, GuestFault.NAME_SHAPE),
        ({"name": "=cmd|'/c calc'!A1"}, F.NAME, GuestFault.NAME_SHAPE),
        ({"birth": ""}, F.BIRTH, GuestFault.BIRTH_MISSING),
        ({"birth": "31/02/1990"}, F.BIRTH, GuestFault.BIRTH_SHAPE),
        ({"birth": "01/12/2026"}, F.BIRTH, GuestFault.BIRTH_CANNOT_BE),
        ({"birth": "1890"}, F.BIRTH, GuestFault.BIRTH_CANNOT_BE),
        ({"sex": ""}, F.SEX, GuestFault.SEX_MISSING),
        ({"number": ""}, F.NUMBER, GuestFault.NUMBER_MISSING),
        ({"number": "04009001234"}, F.NUMBER, GuestFault.NUMBER_SHAPE),
        ({"arrival": ""}, F.ARRIVAL, GuestFault.ARRIVAL_MISSING),
        ({"arrival": "11/2026"}, F.ARRIVAL, GuestFault.ARRIVAL_SHAPE),
        ({"departure": "2026"}, F.DEPARTURE, GuestFault.DEPARTURE_SHAPE),
        ({"departure": "29/11/2026"}, F.DEPARTURE, GuestFault.WRONG_WAY_ROUND),
        ({"reason": ""}, F.REASON, GuestFault.REASON_MISSING),
        ({"birth": "17/06/2021"}, F.COMPANY, GuestFault.GUARDIAN_MISSING),
    ],
)
def test_what_is_missing_or_cannot_be_is_named_at_its_field(
    values: dict[str, str], where: GuestField, fault: GuestFault
) -> None:
    assert faults_of(typed(LodgingList(), **values), LodgingList(), TODAY)[where] is fault


@pytest.mark.parametrize(
    "values",
    [
        {"departure": ""},
        {"departure": "30/11/2026"},
        {"birth": "1990"},
        {"birth": "02/1990"},
        {"number": "C1234567"},
        {"room": ""},
        {"residence": ""},
        {"name": "H'Hen Niê"},
    ],
)
def test_what_may_be_is_no_fault(values: dict[str, str]) -> None:
    assert faults_of(typed(LodgingList(), **values), LodgingList(), TODAY) == {}


@pytest.mark.parametrize(
    ("birth", "needed"), [("29/11/2012", True), ("30/11/2012", True), ("01/12/2012", False), ("2012", False)]
)
def test_the_number_is_wanted_from_the_day_on_which_somebody_is_14(birth: str, *, needed: bool) -> None:
    """A year alone may still mean a child; then the list does not insist."""
    faults = faults_of(typed(LodgingList(), birth=birth, number=""), LodgingList(), TODAY)
    assert (faults.get(F.NUMBER) is GuestFault.NUMBER_MISSING) is needed


def test_a_child_without_a_card_stays_under_an_adult_guest() -> None:
    listed, father, child = family()
    assert judged(listed, TODAY) == {father.id: {}, child.id: {}}
    assert [child.get(name) for name in (F.ROOM, F.ARRIVAL, F.REASON, F.RESIDENCE)] == [
        father.get(name) for name in (F.ROOM, F.ARRIVAL, F.REASON, F.RESIDENCE)
    ]


def test_a_child_stands_right_after_its_family_and_is_told_apart_when_the_adult_goes() -> None:
    listed, father, child = family()
    listed = listed.put(typed(listed, name="Lò Thị Pành", number="011188000111"))
    second = listed.child_of(father).given(F.NAME, "Nguyễn Ngọc Minh").given(F.BIRTH, "01/01/2022")
    listed = listed.put(second)
    assert [guest.get(F.NAME) for guest in listed.guests] == [
        "Nguyễn Văn An", "Nguyễn Ngọc Châu", "Nguyễn Ngọc Minh", "Lò Thị Pành",
    ]  # fmt: skip
    left = listed.without(father.id)
    assert judged(left, TODAY)[child.id] == {F.COMPANY: GuestFault.GUARDIAN_MISSING}


def test_whom_a_child_stays_with_must_be_18_and_a_child_under_14() -> None:
    listed, father, child = family()
    young = listed.put(father.given(F.BIRTH, "01/12/2008"))
    assert judged(young, TODAY)[child.id] == {F.COMPANY: GuestFault.GUARDIAN_TOO_YOUNG}
    grown = child.given(F.BIRTH, "30/11/2012")
    assert faults_of(grown, listed, TODAY) == {F.BIRTH: GuestFault.NO_CHILD}
    assert faults_of(grown.given(F.NUMBER, "040312000111"), listed, TODAY) == {}


def test_a_childs_own_card_is_told_and_asks_with_whom() -> None:
    listed, father, _ = family()
    read = PersonRecord(
        fields={
            name: Sourced(value=value, origin=Origin.CHIP)
            for name, value in {
                PersonField.FULL_NAME: "Lê Minh Khôi",
                PersonField.DATE_OF_BIRTH: "17/06/2021",
                PersonField.SEX: "Nam",
                PersonField.PERSONAL_NUMBER: "040221000999",
            }.items()
        }
    )
    child = listed.by_card(read, Advice.USE, specimen=False)
    assert child.came is GuestSource.CARD
    assert child.get(F.ROOM) == "204", "stays like the guest before"
    assert notes_of(child, TODAY) == (GuestNote.CARD_OF_A_CHILD,)
    assert faults_of(child, listed, TODAY) == {F.COMPANY: GuestFault.GUARDIAN_MISSING}
    assert faults_of(replace(child, guardian=father.id), listed, TODAY) == {}


@pytest.mark.parametrize(
    ("values", "twice"),
    [
        ({}, True),
        ({"number": "040.090.012.345"}, True),
        ({"number": "040090012346"}, False),
        ({"number": "", "name": "NGUYEN VAN AN", "birth": "10-02-1990"}, True),
        ({"number": "", "name": "Nguyễn Văn Ân", "birth": "11/02/1990"}, False),
        ({"name": "Trần Văn Bình"}, True),
    ],
)
def test_one_person_stands_on_the_list_once(values: dict[str, str], *, twice: bool) -> None:
    listed = LodgingList().put(typed(LodgingList()))
    other = typed(listed, **values)
    assert (listed.same_as(other) is not None) is twice
    found = listed.put(other).twice()
    assert found == ({1, 2} if twice else set()), "one pass over everybody says the same"
    assert (GuestFault.TWICE in faults_of(other, listed, TODAY).values()) is twice


def test_30_days_are_told_and_may_be() -> None:
    long = typed(LodgingList(), departure="30/12/2026")
    assert notes_of(long, TODAY) == (GuestNote.LONG_STAY,)
    assert faults_of(long, LodgingList(), TODAY) == {}
    assert notes_of(typed(LodgingList(), departure="29/12/2026"), TODAY) == ()


@pytest.mark.parametrize(
    ("name", "typing", "kept"),
    [
        (F.BIRTH, "//1988", "1988"),
        (F.BIRTH, "5-3-1990", "05/03/1990"),
        (F.NUMBER, "040 090 012 345", "040090012345"),
        (F.NAME, "  Nguyê\u0303n  Văn An ", "Nguyễn Văn An"),
        (F.REASON, "Thăm\tngười thân", "Thăm người thân"),
        (F.REASON, "x" * 300, "x" * 200),
    ],
)
def test_a_value_is_kept_in_one_shape(name: GuestField, typing: str, kept: str) -> None:
    assert shaped(name, typing) == kept


def test_a_list_holds_200_guests_and_judges_them_in_one_pass() -> None:
    listed = LodgingList()
    for number in range(MOST):
        listed = listed.put(typed(listed, number=f"0400900{number:05d}"))
    assert listed.is_full
    assert not any(judged(listed, TODAY).values())


def test_nobody_is_shown_by_repr_and_every_word_is_there() -> None:
    listed, father, _ = family()
    assert "Nguyễn" not in repr(listed)
    assert "040090012345" not in repr(father)
    assert set(lodging_words.FAULTS) == set(GuestFault)
    assert set(lodging_words.NOTES) == set(GuestNote)
    assert set(lodging_words.FIELDS) == set(GuestField)


def test_a_reason_that_was_touched_is_said_in_the_language_of_the_officer_and_a_typed_one_as_it_was_typed() -> None:
    offered = (Text("Công tác", "Work trip"), Text("Du lịch", "Tourism"))
    said = lodging_words.stay(typed(LodgingList()), offered)
    assert (said.vi, said.en) == (
        "phòng 204, từ 30/11/2026, đến 02/12/2026, Du lịch",
        "room 204, from 30/11/2026, to 02/12/2026, Tourism",
    )
    own = lodging_words.stay(typed(LodgingList(), reason="Dự đám cưới"), offered)
    assert own.en.endswith(", Dự đám cưới")
