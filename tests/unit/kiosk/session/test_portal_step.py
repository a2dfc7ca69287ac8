"""Filing online within a visit: offered, by way of the questions, how it ended, and forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.counts.events import EventKind
from kiosk.documents.qr import drawing
from kiosk.filing.messages import Draft, Failed, Filed, Left, Look, Outcome
from kiosk.i18n import Language
from kiosk.screens import EndReason, Screen
from kiosk.session.portal_step import PortalStage
from tests.helpers.filing import CODE, HOST, TRACKING
from tests.helpers.pages import qr_texts, text_of
from tests.helpers.visits import Visit, visit

WITHOUT_FORM = "ban-sao-tu-so-goc"
WITH_FORM = "dang-ky-tam-tru"


@pytest.fixture
def going(tmp_path: Path) -> Visit:
    going = visit(tmp_path)
    going.filing.offered = frozenset({WITH_FORM, WITHOUT_FORM})
    going.session.begin()
    return going


def test_a_procedure_without_an_official_page_offers_nothing(going: Visit) -> None:
    going.session.choose_procedure("vneid-muc-2")
    assert not going.session.can_file_online
    going.session.file_online()
    assert going.session.screen is Screen.PROCEDURE
    assert not going.session.portal.opened


def test_the_questions_come_first_where_the_station_can_ask_them(going: Visit) -> None:
    going.session.choose_procedure(WITH_FORM)
    going.session.file_online()
    assert going.session.screen is Screen.CONSENT
    assert going.session.portal.wanted
    assert not going.session.portal.opened


def test_who_files_online_is_asked_what_the_page_asks_and_who_takes_the_paper_what_the_paper_asks(
    going: Visit,
) -> None:
    session = going.session
    going.filing.offered = frozenset({"cai-chinh-ho-tich"})
    going.filing.forms = {"cai-chinh-ho-tich": "hotich-cai-chinh-dien-tu"}
    session.choose_procedure("cai-chinh-ho-tich")
    session.file_online()
    assert session.definition is not None
    assert session.definition.id == "hotich-cai-chinh-dien-tu"
    session.consent(given=False)
    session.answer("Nguyễn Thị Mẫu")
    session.choose_procedure("cai-chinh-ho-tich")
    assert session.definition.id == "hotich-cai-chinh-dien-tu"
    session.fill_form()
    assert session.definition.id == "hotich-cai-chinh"
    session.consent(given=False)
    journey = session.form.journey
    assert journey is not None
    carried = journey.answer("yc_ho_ten")
    assert carried is not None
    assert carried.value == "Nguyễn Thị Mẫu"
    assert session.form.page is not None
    assert session.form.page.key != "yc_ho_ten"


def test_another_procedure_is_not_filed_online_because_the_one_before_was_to_be(going: Visit) -> None:
    session = going.session
    session.choose_procedure(WITH_FORM)
    session.file_online()
    session.choose_procedure("dang-ky-khai-tu")
    assert not session.portal.wanted


def filed(going: Visit, outcome: Outcome) -> None:
    """The official page of a procedure for which this station has no questions, opened and ended so."""
    session = going.session
    session.choose_procedure(WITHOUT_FORM)
    assert session.definition is None
    session.file_online()
    assert session.screen is Screen.PORTAL
    assert session.portal.stage is PortalStage.OPENING
    session.portal.tracking = session.portal_job(Look())().rules.tracking
    session.portal_ended(outcome)


def test_with_a_code_the_visit_goes_on_to_what_comes_next_and_is_done(going: Visit) -> None:
    filed(going, Filed(code=CODE, stale_hosts=(HOST, HOST, "nobody-knows.gov.vn")))
    session = going.session
    assert session.screen is Screen.NEXT_STEPS
    assert session.is_done
    dossier = session.portal.dossier(session.procedure)
    assert dossier is not None
    assert (dossier.code, dossier.tracking) == (CODE, TRACKING.replace("{code}", CODE))
    assert CODE not in repr(dossier)
    assert CODE not in repr(session.portal)


def test_the_counts_know_the_procedure_and_the_host_and_never_the_code(going: Visit) -> None:
    filed(going, Filed(code=CODE, stale_hosts=(HOST, HOST, "nobody-knows.gov.vn")))
    counted = going.counted.events
    assert (EventKind.FILING_OPENED, WITHOUT_FORM) in counted
    assert (EventKind.FILING_FILED, WITHOUT_FORM) in counted
    assert [subject for kind, subject in counted if kind is EventKind.PORTAL_MAP_STALE] == [HOST]
    assert all(CODE not in subject for _, subject in counted)


@pytest.mark.parametrize(
    ("outcome", "stage", "kind"),
    [
        (Draft(), PortalStage.DRAFT, EventKind.FILING_DRAFT),
        (Left(), PortalStage.LEFT, EventKind.FILING_LEFT),
        (Failed(reason="portal.hung"), PortalStage.FAILED, EventKind.FILING_FAILED),
    ],
)
def test_any_other_end_is_told_on_the_page_behind_and_can_be_tried_again(
    outcome: Outcome, stage: PortalStage, kind: EventKind, going: Visit
) -> None:
    filed(going, outcome)
    session = going.session
    assert (session.screen, session.portal.stage) == (Screen.PORTAL, stage)
    assert not session.is_done
    assert (kind, WITHOUT_FORM) in going.counted.events
    assert session.portal.dossier(session.procedure) is None
    session.file_online()
    assert session.portal.stage is PortalStage.OPENING


def test_what_stopped_it_is_counted_by_its_code(going: Visit) -> None:
    filed(going, Failed(reason="portal.hung"))
    assert (EventKind.FILING_TROUBLE, "portal.hung") in going.counted.events


def test_the_code_of_one_procedure_is_never_shown_with_another(going: Visit) -> None:
    filed(going, Filed(code=CODE))
    going.session.choose_procedure("vneid-muc-2")
    assert going.session.portal.dossier(going.session.procedure) is None


def test_an_end_that_comes_twice_or_late_is_taken_once(going: Visit) -> None:
    filed(going, Filed(code=CODE))
    going.session.portal_ended(Left())
    assert isinstance(going.session.portal.outcome, Filed)
    assert going.counted.kinds[EventKind.FILING_LEFT] == 0


def test_back_never_returns_to_the_official_page(going: Visit) -> None:
    filed(going, Filed(code=CODE))
    going.session.back()
    assert going.session.screen is Screen.PROCEDURE


def test_a_visit_that_ends_with_the_page_open_has_left_it_and_forgets_all(going: Visit) -> None:
    going.session.choose_procedure(WITHOUT_FORM)
    going.session.file_online()
    going.session.end(EndReason.TIMED_OUT)
    assert going.counted.kinds[EventKind.FILING_LEFT] == 1
    assert going.session.portal.of is None
    assert going.session.portal.outcome is None


@pytest.mark.parametrize("language", [Language.VI, Language.EN])
def test_the_leaflet_carries_the_code_and_a_qr_to_where_the_dossier_is_followed_up(
    language: Language, going: Visit
) -> None:
    filed(going, Filed(code=CODE))
    going.session.speak(language)
    going.session.print_papers(only_leaflet=True)
    sheets = going.session.render_job()()
    assert CODE in text_of(sheets[0].pdf)
    assert TRACKING.replace("{code}", CODE) in qr_texts(sheets[0].pdf)
    assert going.session.screen is Screen.PRINT
    going.session.papers_received()
    assert going.session.screen is Screen.NEXT_STEPS


def test_the_drawing_of_a_code_is_kept_by_nobody(going: Visit) -> None:
    filed(going, Filed(code=CODE))
    going.session.print_papers(only_leaflet=True)
    before = drawing.cache_info().currsize
    drawing(going.session.procedure.portal.search_url)
    known = drawing.cache_info().currsize
    going.session.render_job()()
    assert drawing.cache_info().currsize == known
    assert known <= before + 1
