"""The answers of the search as the screen shows them: what opens, what is done elsewhere, nothing found."""

from __future__ import annotations

import pytest

from kiosk.i18n import Language
from kiosk.procedures.search_index import EntryKind
from kiosk.screens import Screen
from ui.view_models.search import answer_rows
from ui.visit.current_visit import CurrentVisit


def test_a_trouble_leads_to_its_guide_which_opens(front: CurrentVisit) -> None:
    row = answer_rows(front, "quên mật khẩu VNeID")[0]
    assert (row.kind, row.id) == (EntryKind.GUIDE, "vneid-quen-mat-khau")
    assert "phút" in row.aside
    front.session.go(Screen.SEARCH)
    front.session.start_guide(row.id)
    assert front.session.screen is Screen.GUIDE
    front.session.back()
    assert front.session.screen is Screen.SEARCH


def test_the_number_of_a_form_leads_to_its_procedures_and_is_said(front: CurrentVisit) -> None:
    rows = answer_rows(front, "mẫu CT01")[:3]
    assert {row.kind for row in rows} == {EntryKind.PROCEDURE}
    assert all(row.aside.startswith("Dùng tờ khai CT01 · ") for row in rows)
    front.session.choose_procedure(rows[0].id)
    assert front.session.screen is Screen.PROCEDURE


@pytest.mark.parametrize(("language", "said"), [(Language.VI, "Tòa án"), (Language.EN, "Court")])
def test_what_is_not_offered_says_where_to_go(front: CurrentVisit, language: Language, said: str) -> None:
    front.session.speak(language)
    row = answer_rows(front, "ly hôn")[0]
    assert row.kind is EntryKind.ELSEWHERE
    assert said in row.detail


def test_politeness_alone_asks_nothing_yet(front: CurrentVisit) -> None:
    assert answer_rows(front, "xin chào anh chị ạ") == []
    assert not front.services.search.asks("xin chào anh chị ạ")
    assert front.services.search.asks("xin chào, xyzxyz")
