"""Leaflets for the guides that ship."""

from __future__ import annotations

import pytest

from kiosk.documents import LeafletSize, Typesetter, guide_leaflet
from kiosk.documents.guide_leaflet import good_way
from kiosk.guides.guide import Guide
from kiosk.i18n import BOTH
from tests.helpers import shipped
from tests.helpers.pages import qr_texts, text_of, words_outside
from tests.unit.kiosk.documents import procedures
from tests.unit.kiosk.documents.sheets import PRINTED_ON

GUIDES = shipped.guides()


def pdf(typesetter: Typesetter, guide: Guide, **more: object) -> bytes:
    said: dict[str, object] = {
        "commune": procedures.commune(),
        "portal": procedures.settings().portal,
        "printed_on": PRINTED_ON,
        **more,
    }
    return guide_leaflet(typesetter, guide, **said).pdf  # type: ignore[arg-type]


@pytest.mark.parametrize("name", GUIDES.guides)
def test_every_guide_that_ships_can_be_taken_home(typesetter: Typesetter, name: str) -> None:
    guide = GUIDES.guides[name]
    paper = pdf(typesetter, guide, languages=BOTH, size=LeafletSize.A5)
    text = text_of(paper)
    assert guide.title.vi in text
    assert guide.title.en in text
    assert guide.status.source in text
    assert all(step.text.vi in text for step, _ in good_way(guide))
    assert words_outside(paper) == []


def test_the_way_goes_on_where_the_first_try_failed(typesetter: Typesetter) -> None:
    guide = GUIDES.guides["bay-cach-thay-so-ho-khau"]
    text = text_of(pdf(typesetter, guide))
    assert [f"Cách {n}" in text for n in range(1, 8)] == [True] * 7


def test_steps_with_a_password_say_that_nobody_may_look(typesetter: Typesetter) -> None:
    guide = GUIDES.guides["vneid-kich-hoat"]
    secret = [step for step, _ in good_way(guide) if step.secret]
    assert secret
    assert text_of(pdf(typesetter, guide)).count("Tự nhập, không cho ai xem.") == len(secret)


def test_it_carries_the_qr_of_its_procedure_and_the_app_stores(typesetter: Typesetter) -> None:
    portal = procedures.settings().portal
    paper = pdf(typesetter, GUIDES.guides["vneid-kich-hoat"], portal_url=procedures.SEARCH, code="3.000228")
    assert set(qr_texts(paper)) == {procedures.SEARCH, portal.vneid_android, portal.vneid_ios}
    assert "3.000228" in text_of(paper)
