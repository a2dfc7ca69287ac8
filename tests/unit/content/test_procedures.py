"""The shipped procedures in themselves: references, forms, words, completeness."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import msgspec
import pytest

from kiosk.content.fact import Confidence
from kiosk.procedures.catalogue import Groups, LifeEvents
from kiosk.procedures.procedure import Filing, Procedure
from tests.unit.content.shipped import BY_ID, CONTENT, PATHS, PROCEDURES, RANK, load, texts

LONGEST_SENTENCE = 19
COMBINED = "https://lienthong.dichvucong.gov.vn/#/?vneid=1"
"""The chained services have their own site until the end of 2026; the portal's record of them is out of date."""


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
    portals = [portal for portal in (procedure.portal, procedure.next_portal) if portal]
    if portals[0].search_url == COMBINED:
        assert portals.pop(0).valid_until == date(2026, 12, 31)
    for portal in portals:
        address, keyword = portal.search_url.split("?keyword=")
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
def test_what_is_unconfirmed_is_not_said_to_be_so_twice(procedure: Procedure) -> None:
    open_facts = [*procedure.fees, *procedure.time_limits, *procedure.notices]
    said = [fact.text.vi.lower() for fact in open_facts if not fact.is_confirmed]
    said += [case.name.vi.lower() for case in procedure.cases if not case.is_confirmed]
    assert not [text for text in said if "chưa xác minh" in text]


@BY_ID
def test_what_costs_something_online_can_be_filed_online(procedure: Procedure) -> None:
    if any(fee.online_vnd is not None for fee in procedure.fees):
        assert Filing.ONLINE in procedure.filing
