"""The papers of a station carry its commune, its portal and its day."""

from __future__ import annotations

import pytest

from kiosk.documents import Typesetter
from kiosk.documents.papers import StationPapers
from kiosk.forms.printed import SheetStatus
from kiosk.i18n import Language
from tests.helpers.pages import qr_texts, text_of
from tests.unit.kiosk.documents import procedures
from tests.unit.kiosk.documents.sheets import PRINTED_ON, general


@pytest.fixture
def papers(typesetter: Typesetter) -> StationPapers:
    return StationPapers(procedures.settings(), {}, lambda: PRINTED_ON, typesetter=lambda: typesetter)


def test_a_data_sheet_leads_to_its_procedure_and_an_official_sheet_stays_as_it_is(papers: StationPapers) -> None:
    procedure = procedures.made_up()
    data = papers.declaration(general(status=SheetStatus.DATA_SHEET), specimen=False, procedure=procedure)
    official = papers.declaration(general(), specimen=False, procedure=procedure)
    assert qr_texts(data) == [procedures.SEARCH]
    assert "Mã: 1.999999" in text_of(data)
    assert qr_texts(official) == []
    assert f"In ngày 23/11/2026 tại {procedures.settings().commune.name.vi}" in text_of(official)


def test_the_leaflet_speaks_the_language_of_the_visit(papers: StationPapers) -> None:
    leaflet = papers.leaflet(procedures.made_up(), language=Language.EN, case=None, specimen=True)
    assert "What to bring" in text_of(leaflet)
    assert "SPECIMEN" in text_of(leaflet)
