"""The shipped procedures against the records they were written from: codes, amounts, time limits, confidence.

The records lie outside the project; where they are absent the comparison is skipped. What may differ, and why, stands
in `facts_exceptions.py`.
"""

from __future__ import annotations

import json
import os
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kiosk.content.fact import Confidence
from kiosk.procedures.procedure import Procedure
from tests.unit.content.facts_exceptions import AMOUNTS, OPEN_TIME_LIMITS
from tests.unit.content.shipped import BY_ID, PROCEDURES, RANK, ROOT

FACTS = Path(os.environ.get("STATION_FACTS", ROOT.parent / "shared" / "facts")) / "procedures.json"


@pytest.fixture(scope="module")
def records() -> list[dict[str, Any]]:
    """The records the files were written from."""
    if not FACTS.exists():
        pytest.skip(f"the facts are not on this machine ({FACTS.name}); set STATION_FACTS")
    loaded: list[dict[str, Any]] = json.loads(FACTS.read_text("utf-8"))["procedures"]
    return loaded


def record_of(procedure: Procedure, records: list[dict[str, Any]]) -> dict[str, Any]:
    """By code; the few without a code by their official name."""
    for record in records:
        if procedure.code is not None and record["code"] == procedure.code:
            return record
        if procedure.code is None and record["code"] is None and record["name_vi"] == procedure.official_name:
            return record
    raise AssertionError(f"no record for {procedure.id}")


def test_every_record_has_its_file(records: list[dict[str, Any]]) -> None:
    found = [record_of(procedure, records)["name_vi"] for procedure in PROCEDURES]
    assert sorted(found) == sorted(record["name_vi"] for record in records)


@BY_ID
def test_nothing_is_more_certain_than_the_record_it_comes_from(
    procedure: Procedure, records: list[dict[str, Any]]
) -> None:
    record = record_of(procedure, records)
    said = Confidence(record["confidence"])
    assert procedure.status.confidence is said
    written_from_it = (*procedure.fees, *procedure.time_limits, *procedure.cases, procedure.portal)
    assert all(RANK[fact.confidence] <= RANK[said] for fact in written_from_it)


@BY_ID
def test_code_and_essential_number_are_those_of_the_record(
    procedure: Procedure, records: list[dict[str, Any]]
) -> None:
    record = record_of(procedure, records)
    assert procedure.code == record["code"]
    assert procedure.essential == record["essential25"]
    assert procedure.official_name in {record["name_vi"], " ".join(record.get("crawl_name", "").split())}


@BY_ID
def test_amounts_are_those_of_the_record(procedure: Procedure, records: list[dict[str, Any]]) -> None:
    fee = record_of(procedure, records)["fee"]
    shown = procedure.fee(date(2026, 11, 23))
    assert shown is not None
    if procedure.id in AMOUNTS:
        assert (shown.online_vnd, shown.desk_vnd) == AMOUNTS[procedure.id].amounts
        return
    assert shown.online_vnd == fee["online_vnd"]
    assert shown.desk_vnd == fee["direct_vnd"]


@BY_ID
def test_every_amount_of_the_record_is_spoken_of(procedure: Procedure, records: list[dict[str, Any]]) -> None:
    amounts = set(re.findall(r"\d{1,3}(?:\.\d{3})+", record_of(procedure, records)["fee"]["text"]))
    left_out = AMOUNTS[procedure.id].left_out if procedure.id in AMOUNTS else set()
    said = " ".join(fee.text.vi for fee in procedure.fees)
    assert {amount for amount in amounts if amount not in said} <= left_out


@BY_ID
def test_the_time_limit_is_a_number_of_the_record(procedure: Procedure, records: list[dict[str, Any]]) -> None:
    said = record_of(procedure, records)["time_limit"]
    shown = procedure.time_limit(date(2026, 11, 23))
    assert shown is not None
    if shown.working_days is not None:
        assert str(shown.working_days) in re.findall(r"\d+", said)
    numbers = set(re.findall(r"\d+", shown.text.vi))
    assert numbers - set(re.findall(r"\d+", said)) <= OPEN_TIME_LIMITS.get(procedure.id, set())


@BY_ID
def test_the_page_address_is_that_of_the_record(procedure: Procedure, records: list[dict[str, Any]]) -> None:
    record = record_of(procedure, records)
    if procedure.portal.url is not None and "/thu-tuc-hanh-chinh/" in procedure.portal.url:
        assert procedure.portal.url == record["url"]
