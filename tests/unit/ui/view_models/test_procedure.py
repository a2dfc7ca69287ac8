"""The page of a procedure: what the content says on this day, and a warning for what is not confirmed."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest

from kiosk.content.fact import Confidence
from kiosk.i18n import Text
from kiosk.procedures.fee_variants import FeeVariant
from kiosk.procedures.in_time import ASK_STAFF, Filing
from kiosk.procedures.procedure import Fee, Notice, Procedure, TimeLimit
from ui.shown.wording import FREE
from ui.view_models.procedure import ProcedureProps, derive_procedure
from ui.visit.current_visit import CurrentVisit

SURE = {"source": "made up", "checked": date(2026, 1, 1), "confidence": Confidence.HIGH}
UNSURE = {**SURE, "confidence": Confidence.LOW}
FEE = Fee(text=Text("theo biểu", "by the table"), online_vnd=0, desk_vnd=7_000, **SURE)
LIMIT = TimeLimit(text=Text("3 ngày", "3 days"), **SURE)


@pytest.fixture
def procedure(front: CurrentVisit) -> Procedure:
    """A shipped procedure with a fee and a time limit that are sure."""
    front.session.choose_procedure("dang-ky-tam-tru")
    chosen = front.session.procedure
    status = msgspec.structs.replace(chosen.status, confidence=Confidence.HIGH)
    cases = tuple(msgspec.structs.replace(case, confidence=Confidence.HIGH) for case in chosen.cases)
    return msgspec.structs.replace(
        chosen, fees=(FEE,), fee_variants=(), time_limits=(LIMIT,), cases=cases, status=status, notices=()
    )


def shown(front: CurrentVisit, procedure: Procedure, **parts: object) -> ProcedureProps:
    return derive_procedure(front, msgspec.structs.replace(procedure, **parts))


def test_names_place_and_agency_are_those_of_the_content(front: CurrentVisit, procedure: Procedure) -> None:
    props = shown(front, procedure)
    assert (props.name, props.official_name) == (procedure.name.vi, procedure.official_name)
    assert (props.place, props.agency) == (procedure.place_on(front.services.today()).vi, procedure.agency.vi)
    assert props.code == (procedure.code or "")


def test_each_way_of_filing_has_its_own_fee_and_nothing_is_not_free(
    front: CurrentVisit, procedure: Procedure
) -> None:
    props = shown(front, procedure)
    assert (props.fee_online, props.fee_desk) == (FREE.vi, "7.000 đồng")
    words_only = msgspec.structs.replace(FEE, online_vnd=None, desk_vnd=None)
    props = shown(front, procedure, fees=(words_only,))
    assert (props.fee_online, props.fee_desk, props.fee_text) == ("", "", "theo biểu")


def test_without_a_fee_or_a_time_that_holds_today_the_officer_is_to_be_asked(
    front: CurrentVisit, procedure: Procedure
) -> None:
    props = shown(front, procedure, fees=(), time_limits=())
    assert (props.fee_text, props.time) == (ASK_STAFF.vi, ASK_STAFF.vi)
    assert props.unconfirmed == "lệ phí, thời hạn"


@pytest.mark.parametrize("unsure", ["fees", "time_limits"])
def test_one_fact_that_is_not_confirmed_is_named_once_for_the_whole_page(
    front: CurrentVisit, procedure: Procedure, unsure: str
) -> None:
    facts = {"fees": Fee(text=FEE.text, **UNSURE), "time_limits": TimeLimit(text=LIMIT.text, **UNSURE)}
    named = {"fees": "lệ phí", "time_limits": "thời hạn"}
    assert shown(front, procedure).unconfirmed == ""
    assert shown(front, procedure, **{unsure: (facts[unsure],)}).unconfirmed == named[unsure]


def test_sources_are_folded_one_line_a_source_with_what_rests_on_it(
    front: CurrentVisit, procedure: Procedure
) -> None:
    sure = procedure.status
    same = {"source": sure.source, "checked": sure.checked, "confidence": Confidence.HIGH}
    fee, limit = Fee(text=FEE.text, **same), TimeLimit(text=LIMIT.text, **same)
    lines = shown(front, procedure, fees=(fee,), time_limits=(limit,), cases=(), fee_variants=()).sources
    day = f"{sure.checked:%d/%m/%Y}"
    assert lines == (f"{sure.source}. Kiểm tra ngày {day}. Cho: lệ phí, thời hạn, các mục khác.",)


def test_a_note_for_the_staff_is_nowhere_on_the_page(front: CurrentVisit, procedure: Procedure) -> None:
    note = Text("chỉ cán bộ đọc", "staff only")
    fee = Fee(text=FEE.text, staff_note=note, **SURE)
    props = shown(front, procedure, fees=(fee,), staff_notes=note)
    assert note.vi not in repr(props)


def test_what_some_pay_instead_stands_beside_the_fee_as_long_as_it_holds(
    front: CurrentVisit, procedure: Procedure
) -> None:
    today = front.services.today()
    now = FeeVariant(id="a", text=Text("0 đồng qua mạng", "0 đồng online"), valid_until=today, **SURE)
    over = FeeVariant(id="b", text=Text("đã hết", "over"), valid_until=today - timedelta(days=1), **SURE)
    assert shown(front, procedure, fee_variants=(now, over)).fee_variants == ("0 đồng qua mạng",)


def test_a_notice_is_shown_on_the_days_on_which_it_holds(front: CurrentVisit, procedure: Procedure) -> None:
    today = front.services.today()
    over = Notice(text=Text("đã qua", "over"), valid_until=today - timedelta(days=1), **SURE)
    now = Notice(text=Text("đang đổi", "changing"), valid_from=today, **SURE)
    rumour = Notice(text=Text("nghe nói", "rumour"), **UNSURE)
    props = shown(front, procedure, notices=(over, now, rumour))
    assert props.notices == ("đang đổi", "nghe nói")
    assert props.unconfirmed == "điều sắp đổi"


def test_what_can_be_done_here_is_offered_and_nothing_else(front: CurrentVisit, procedure: Procedure) -> None:
    props = shown(front, procedure, filing=(Filing.DESK,), guide="no-such-guide")
    assert (props.online, props.guide_id) == (False, "")
    assert props.form_name == front.session.definition.name.vi
    assert shown(front, procedure, guide="vneid-kich-hoat").guide_id == "vneid-kich-hoat"
