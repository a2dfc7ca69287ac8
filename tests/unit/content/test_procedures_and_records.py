"""The shipped procedures against the records they were written from: codes, amounts, time limits, confidence.

The records are the vectors of `tests/vectors/procedures`; what may differ, and why, stands in `departures.py`.
"""

from __future__ import annotations

import re
from datetime import date

import pytest

from kiosk.procedures.procedure import Procedure
from tests.unit.content.departures import AMOUNTS
from tests.unit.content.records import Record, read_records
from tests.unit.content.shipped import PROCEDURES

COMPARED_ON = date(2026, 11, 29)
"""The day whose fees and time limits the records speak of; later ones are the files' own."""
RECORDS = read_records()
BY_ID = {procedure.id: procedure for procedure in PROCEDURES}
EACH = pytest.mark.parametrize("record", RECORDS, ids=[record.procedure for record in RECORDS])


def procedure_of(record: Record) -> Procedure:
    """The file written from a record."""
    return BY_ID[record.procedure]


def test_every_record_is_of_another_procedure_and_has_its_file() -> None:
    assert len(RECORDS) >= 75
    assert len({record.procedure for record in RECORDS}) == len(RECORDS)
    assert {record.procedure for record in RECORDS} <= set(BY_ID)


@EACH
def test_nothing_is_more_certain_than_the_record_it_comes_from(record: Record) -> None:
    procedure = procedure_of(record)
    assert procedure.status.confidence is record.confidence
    written_from_it = (*procedure.fees, *procedure.time_limits, *procedure.cases, procedure.portal)
    assert all(fact.confidence.rank <= record.confidence.rank for fact in written_from_it)


@EACH
def test_code_name_and_essential_number_are_those_of_the_record(record: Record) -> None:
    procedure = procedure_of(record)
    assert (procedure.code, procedure.official_name) == (record.code, record.name)
    assert procedure.essential == record.essential


@EACH
def test_amounts_are_those_of_the_record(record: Record) -> None:
    shown = procedure_of(record).fee(COMPARED_ON)
    assert shown is not None
    wanted = AMOUNTS[record.procedure].amounts if record.procedure in AMOUNTS else (record.online, record.desk)
    assert (shown.online_vnd, shown.desk_vnd) == wanted


def test_a_departure_departs() -> None:
    as_recorded = {record.procedure: (record.online, record.desk) for record in RECORDS}
    assert all(departure.amounts != as_recorded[name] for name, departure in AMOUNTS.items())


@EACH
def test_every_amount_of_the_record_is_spoken_of(record: Record) -> None:
    told = " ".join(fee.text.vi for fee in procedure_of(record).fees)
    said = {int(amount.replace(".", "")) for amount in re.findall(r"\d{1,3}(?:\.\d{3})+", told)}
    assert set(record.amounts) <= said


@EACH
def test_the_time_limit_is_a_number_of_the_record(record: Record) -> None:
    shown = procedure_of(record).time_limit(COMPARED_ON)
    assert shown is not None
    if shown.working_days is not None:
        assert str(shown.working_days) in record.numbers
    assert set(re.findall(r"\d+", shown.text.vi)) <= record.numbers


@EACH
def test_the_page_address_is_that_of_the_record(record: Record) -> None:
    url = procedure_of(record).portal.url
    if url is not None and "/thu-tuc-hanh-chinh/" in url:
        assert url == f"https://dichvucong.gov.vn/thu-tuc-hanh-chinh/{record.page}"


SEARCHED = re.compile("Tìm “([^”]+)”")
SAME_WORD_ON_PURPOSE = frozenset({"đăng ký mẫu con dấu mới"})
"""The same procedure at two levels: the portal asks for the level after the search."""
NAMED_OTHERWISE_BY_THE_PORTAL = frozenset({"gia hạn bhyt hộ gia đình"})
"""A service of the portal, not the name in the catalogue."""


def test_what_a_person_is_told_to_search_for_finds_the_procedure_and_no_neighbour() -> None:
    told: dict[str, list[str]] = {}
    for procedure in PROCEDURES:
        for step in procedure.online_steps:
            for word in (found.casefold() for found in SEARCHED.findall(step.text.vi)):
                told.setdefault(word, []).append(procedure.id)
                assert word in procedure.official_name.casefold() or word in NAMED_OTHERWISE_BY_THE_PORTAL, word
    assert len(told) > 60
    assert {word for word, procedures in told.items() if len(procedures) > 1} == SAME_WORD_ON_PURPOSE
