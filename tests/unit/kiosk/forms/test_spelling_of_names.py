"""A name that spelling does not know is asked about once: never taken in silence, never refused."""

from __future__ import annotations

import pytest

from kiosk.forms import Journey
from kiosk.forms.faults import FaultCode
from kiosk.person import Origin, PersonField, PersonRecord, Sourced
from tests.unit.kiosk.forms.people import MAU, answered, journey

ROW = ("", "01/02/2001", "nu", "", "con")


def codes(way: Journey, key: str) -> list[FaultCode]:
    return [fault.code for fault in way.faults(key)]


@pytest.fixture
def way() -> Journey:
    """CT01 filled in by hand."""
    return answered(journey(person=PersonRecord()), khai_cho="toi")


@pytest.mark.parametrize("name", ["Trần Văn Hòang", "TRẦN VĂN HÒANG", "H'Hen Niê", "Kđăm", "Nguyen Van An", "Smith"])
def test_it_is_asked_about_and_stays_when_it_is_given_again(way: Journey, name: str) -> None:
    asked = way.answered("ho_ten", name)
    assert codes(asked, "ho_ten") == [FaultCode.SPELLING]
    assert not asked.is_complete
    kept = asked.answered("ho_ten", name)
    assert codes(kept, "ho_ten") == []
    assert kept.answered("ho_ten", name).faults("ho_ten") == ()


def test_another_name_in_its_place_is_asked_about_anew(way: Journey) -> None:
    kept = way.answered("ho_ten", "Kđăm").answered("ho_ten", "Kđăm")
    assert codes(kept.answered("ho_ten", "Kđăm Hòang"), "ho_ten") == [FaultCode.SPELLING]


def test_a_page_that_was_left_has_told_nobody(way: Journey) -> None:
    left = way.answered("ho_ten", "Hòang", told=False)
    assert codes(left.answered("ho_ten", "Hòang"), "ho_ten") == [FaultCode.SPELLING]


def test_what_stands_on_the_card_is_never_asked_about() -> None:
    name = Sourced(value="H'Hen Niê", origin=Origin.CHIP)
    read = answered(journey(person=PersonRecord(fields={**MAU.fields, PersonField.FULL_NAME: name})), khai_cho="toi")
    assert codes(read, "ho_ten") == []
    changed = read.answered("ho_ten", "H'Hen Nìê")
    assert codes(changed, "ho_ten") == [FaultCode.SPELLING]
    assert codes(changed.answered("ho_ten", "H'Hen Niê"), "ho_ten") == []


def test_other_faults_come_first(way: Journey) -> None:
    assert codes(way.answered("ho_ten", "Hòang 4"), "ho_ten") == [FaultCode.NAME]
