"""The shipped procedures against themselves and against the facts they were written from.

The facts file lies outside the project; where it is absent the comparison is skipped. What may differ, and why,
stands in `facts_exceptions.py`.
"""

from __future__ import annotations

import json
import os
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import msgspec
import pytest

from kiosk.content.fact import Confidence, Fact
from kiosk.i18n import Text
from kiosk.procedures.catalogue import Groups, LifeEvents
from kiosk.procedures.procedure import Filing, Procedure
from tests.unit.content.facts_exceptions import AMOUNTS, OPEN_TIME_LIMITS

ROOT = Path(__file__).parents[3]
CONTENT = ROOT / "assets" / "content"
PATHS = sorted((CONTENT / "procedures").glob("*.toml"))
FACTS = Path(os.environ.get("STATION_FACTS", ROOT.parent / "shared" / "facts")) / "procedures.json"
RANK = {Confidence.LOW: 0, Confidence.MEDIUM: 1, Confidence.HIGH: 2}
LONGEST_SENTENCE = 19


def load(path: Path) -> Procedure:
    """One procedure, decoded strictly."""
    return msgspec.toml.decode(path.read_bytes(), type=Procedure)


PROCEDURES = [load(path) for path in PATHS]
BY_ID = pytest.mark.parametrize("procedure", PROCEDURES, ids=[p.id for p in PROCEDURES])


def texts(value: object) -> Iterator[Text]:
    """Every text a visitor can read, wherever it hangs."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from texts(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)


def facts(value: object) -> Iterator[Fact]:
    """Everything with a source and a date, wherever it hangs."""
    if isinstance(value, Fact):
        yield value
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from facts(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from facts(item)


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


@pytest.mark.parametrize("path", PATHS, ids=[path.stem for path in PATHS])
def test_a_procedure_carries_the_name_of_its_file(path: Path) -> None:
    assert load(path).id == path.stem
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", path.stem)


@BY_ID
def test_every_reference_of_a_procedure_leads_somewhere(procedure: Procedure) -> None:
    groups = msgspec.toml.decode((CONTENT / "groups.toml").read_bytes(), type=Groups).groups
    events = msgspec.toml.decode((CONTENT / "life-events.toml").read_bytes(), type=LifeEvents).life_events
    forms = {use.form for use in procedure.forms}
    forms |= {doc.form for case in procedure.cases for doc in case.documents if doc.form is not None}
    assert procedure.group in {group.id for group in groups}
    assert set(procedure.life_events) <= {event.id for event in events}
    assert procedure.guide is None or (CONTENT / "guides" / f"{procedure.guide}.toml").exists()
    assert all((CONTENT / "forms" / f"{form}.toml").exists() for form in forms)


@BY_ID
def test_a_form_is_not_more_certain_here_than_in_its_own_file_and_does_not_outlive_it(procedure: Procedure) -> None:
    for use in procedure.forms:
        form = tomllib.loads((CONTENT / "forms" / f"{use.form}.toml").read_text("utf-8"))
        assert RANK[use.confidence] <= RANK[Confidence(form["confidence"])], use.form
        ends = form.get("valid_until")
        assert ends is None or (use.valid_until is not None and use.valid_until <= ends), use.form
        starts = form.get("valid_from")
        assert starts is None or (use.valid_from is not None and use.valid_from >= starts), use.form


@BY_ID
def test_every_form_a_paper_names_is_among_the_forms_of_the_procedure(procedure: Procedure) -> None:
    named = {doc.form for case in procedure.cases for doc in case.documents if doc.form is not None}
    assert named <= {use.form for use in procedure.forms}


@BY_ID
def test_texts_are_composed_short_and_in_both_languages(procedure: Procedure) -> None:
    for text in texts(procedure):
        for said in (text.vi, text.en):
            assert said.strip()
            assert unicodedata.is_normalized("NFC", said)
            assert not re.search(r"GENERAL KNOWLEDGE|UNCONF|CSDL|UBND|HĐND|ĐDCN", said)
            longest = max(len(sentence.split()) for sentence in re.split(r"(?<=[.!?])\s+", said))
            assert longest <= LONGEST_SENTENCE, said


@BY_ID
def test_a_document_that_is_not_always_needed_says_when(procedure: Procedure) -> None:
    documents = [doc for case in procedure.cases for doc in case.documents]
    assert all(doc.hint is not None for doc in documents if doc.optional)
    for case in procedure.cases:
        ids = [doc.id for doc in case.documents]
        assert len(ids) == len(set(ids))


@BY_ID
def test_a_search_address_looks_for_words_of_the_official_name(procedure: Procedure) -> None:
    address, keyword = procedure.portal.search_url.split("?keyword=")
    assert address == "https://dichvucong.gov.vn/tim-kiem-thu-tuc-hanh-chinh"
    assert unquote(keyword).lower() in procedure.official_name.lower()
    assert len(procedure.portal.search_url) <= 300


@pytest.mark.parametrize("procedure", [p for p in PROCEDURES if p.essential], ids=lambda p: p.id)
def test_an_essential_procedure_is_complete(procedure: Procedure) -> None:
    today = date(2026, 11, 23)
    assert procedure.fee(today)
    assert procedure.time_limit(today)
    assert procedure.cases
    assert all(case.documents for case in procedure.cases)
    assert 3 <= len(procedure.online_steps) <= 7
    assert procedure.pitfalls
    assert procedure.legal_basis


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


@BY_ID
def test_what_is_unconfirmed_is_not_said_to_be_so_twice(procedure: Procedure) -> None:
    open_facts = [*procedure.fees, *procedure.time_limits, *procedure.notices]
    said = [fact.text.vi.lower() for fact in open_facts if not fact.is_confirmed]
    said += [case.name.vi.lower() for case in procedure.cases if not case.is_confirmed]
    assert not [text for text in said if "chưa xác minh" in text]


@BY_ID
def test_a_fee_free_of_charge_by_mail_is_also_filed_by_mail(procedure: Procedure) -> None:
    if any(fee.online_vnd is not None for fee in procedure.fees):
        assert Filing.ONLINE in procedure.filing
