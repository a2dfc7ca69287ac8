"""The answers of the search as the screen shows them: what opens, what is done elsewhere, nothing found."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from kiosk.i18n import Language
from kiosk.procedures.aliases import Aliases
from kiosk.procedures.national import NamedProcedure, NationalRow, index_rows
from kiosk.procedures.search import Hit, Search
from kiosk.procedures.search_index import EntryKind
from kiosk.procedures.words import lexicon
from kiosk.screens import Screen
from kiosk.session.paper_step import Paper
from tests.helpers.pages import text_of
from ui.view_models.screen_model import ScreenParts
from ui.view_models.search import SearchViewModel, answer_rows
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


def with_national(front: CurrentVisit) -> None:
    """The visit's station has imported a catalogue of one row."""
    row = NationalRow(code="1.000077", name="Cấp phép nuôi chim cảnh", handled_by=("Ủy ban nhân dân cấp xã",))
    aliases = Aliases(abbreviations={}, filler=(), aliases={})
    national = index_rows([row], lexicon({}))
    search = Search.over(front.services.catalogue, aliases, national=national)
    front.services = front.session.services = replace(front.services, search=search)


def test_a_row_of_the_national_catalogue_prints_a_sheet_with_its_name_and_goes_back(front: CurrentVisit) -> None:
    with_national(front)
    row = answer_rows(front, "nuôi chim cảnh")[0]
    assert (row.kind, row.id, row.detail) == (
        EntryKind.NATIONAL, "1.000077", "1.000077 · Ủy ban nhân dân cấp xã",
    )  # fmt: skip
    front.session.go(Screen.SEARCH)
    front.session.print_name(NamedProcedure(code=row.id, name=row.name))
    assert front.session.screen is Screen.PRINT
    (sheet,) = front.session.render_job()()
    assert (sheet.paper, sheet.subject) == (Paper.NAME, "")
    assert "Cấp phép nuôi chim cảnh" in text_of(sheet.pdf)
    front.session.papers_received()
    assert front.session.screen is Screen.SEARCH


class Asked:
    """The search of a station, which remembers what it was asked."""

    def __init__(self, search: Search) -> None:
        self._search = search
        self.texts: list[str] = []

    def find(self, text: str, limit: int) -> list[Hit]:
        """As the search does."""
        self.texts.append(text)
        return self._search.find(text, limit)

    def asks(self, text: str) -> bool:
        """As the search does."""
        return self._search.asks(text)


@pytest.fixture
def asked(front: CurrentVisit) -> Asked:
    asked = Asked(front.services.search)
    front.services = replace(front.services, search=asked)
    return asked


def page_of(visit: CurrentVisit) -> SearchViewModel:
    """The view model of the search, which needs nothing but the visit."""
    parts = dict.fromkeys(field.name for field in fields(ScreenParts)) | {"visit": visit}
    return SearchViewModel(ScreenParts(**parts))


def test_thousands_of_letters_that_come_at_once_are_searched_for_once(
    front: CurrentVisit, asked: Asked, qtbot: QtBot
) -> None:
    page = page_of(front)
    for length in range(1, 2_201):
        page.find("tam tru "[: length % 8] or "x" * length)
    assert asked.texts == []
    page.find("tam tru")
    qtbot.waitUntil(lambda: page.props.query == "tam tru")
    assert asked.texts == ["tam tru"]
    assert page.results.rowCount() > 0


@pytest.mark.parametrize("ended", [True, False])
def test_letters_typed_at_the_end_of_a_visit_are_not_searched_for_in_the_next(
    front: CurrentVisit, asked: Asked, *, ended: bool
) -> None:
    page = page_of(front)
    page.find("khai sinh")
    if ended:
        page.wipe()
    QCoreApplication.processEvents()
    assert asked.texts == ([] if ended else ["khai sinh"])
