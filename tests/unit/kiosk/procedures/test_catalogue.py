"""Browsing: by life event, group and agency, the popular first; ids that do not exist are left out."""

from __future__ import annotations

from tests.helpers import shipped

CATALOGUE = shipped.catalogue()


def test_a_procedure_is_found_by_id_and_by_code() -> None:
    birth = CATALOGUE.by_code("1.001193")
    assert birth is not None
    assert CATALOGUE.get(birth.id) is birth
    assert CATALOGUE.get("khong-co") is None
    assert CATALOGUE.by_code("9.999999") is None


def test_popular_procedures_lead_every_list() -> None:
    popular = [procedure.id for procedure in CATALOGUE.popular()]
    assert popular[0] == "dang-ky-khai-sinh"
    assert CATALOGUE.by_life_event("sinh-con")[0].id == "dang-ky-khai-sinh"
    assert CATALOGUE.by_group("ho-tich")[0].id == "dang-ky-khai-sinh"


def test_the_25_essential_services_are_numbered_1_to_25() -> None:
    assert {procedure.essential for procedure in CATALOGUE.all()} - {None} == set(range(1, 26))
