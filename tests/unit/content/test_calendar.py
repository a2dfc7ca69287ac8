"""The coming changes of the law, as the shipped procedures hold them: what is shown before and after each day."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import msgspec
import pytest

from kiosk.procedures.procedure import Fee, Procedure
from tests.helpers import shipped as shipped_content
from tests.helpers.days import TODAY

FOLDER = Path(__file__).parents[3] / "assets" / "content" / "procedures"
CATALOGUE = shipped_content.catalogue()
NEW_YEAR = date(2027, 1, 1)
LAST_DAY_OF_THE_OLD_LAW = date(2027, 2, 28)
NEW_CIVIL_STATUS_LAW = date(2027, 3, 1)
CIVIL_STATUS = [
    "dang-ky-khai-sinh",
    "dang-ky-khai-tu",
    "dang-ky-ket-hon",
    "xac-nhan-tinh-trang-hon-nhan",
    "ban-sao-trich-luc-ho-tich",
    "dang-ky-lai-khai-sinh",
    "khai-sinh-kem-nhan-cha-me-con",
    "nhan-cha-me-con",
    "cai-chinh-ho-tich",
]


def shipped(name: str) -> Procedure:
    """The procedure of that file."""
    return msgspec.toml.decode((FOLDER / f"{name}.toml").read_bytes(), type=Procedure)


def amounts(fee: Fee) -> list[int]:
    """The amounts of a fee's text, in đồng."""
    return [int(amount.replace(".", "")) for amount in re.findall(r"(\d[\d.]*) đồng", fee.text.vi)]


@pytest.mark.parametrize("name", ["doi-the-can-cuoc", "cap-lai-the-can-cuoc", "the-can-cuoc"])
def test_the_halved_id_card_fee_ends_with_the_year(name: str) -> None:
    before, after = shipped(name).fee(date(2026, 12, 31)), shipped(name).fee(NEW_YEAR)
    assert before is not None
    assert after is not None
    assert "31/12/2026" in before.text.vi
    assert "31/12/2026" not in after.text.vi
    assert amounts(after) == [2 * amount for amount in amounts(before)]


@pytest.mark.parametrize("name", ["ho-chieu-pho-thong", "giay-thong-hanh-lao"])
def test_the_halved_fee_of_travel_papers_ends_with_the_year(name: str) -> None:
    before, after = shipped(name).fee(date(2026, 12, 31)), shipped(name).fee(NEW_YEAR)
    assert before is not None
    assert after is not None
    assert after.online_vnd == 2 * (before.online_vnd or 0)


@pytest.mark.parametrize(
    "name", ["the-can-cuoc", "dang-ky-thuong-tru", "phieu-ly-lich-tu-phap", "doi-giay-phep-lai-xe"]
)
def test_filing_online_is_free_for_those_with_five_papers_until_the_end_of_february(name: str) -> None:
    procedure = CATALOGUE.by_id[name]
    assert procedure.fee_variants_on(date(2026, 8, 14)) == ()
    (variant,) = procedure.fee_variants_on(LAST_DAY_OF_THE_OLD_LAW)
    assert "0 đồng" in variant.text.vi
    assert variant.guide == "vneid-tich-hop-giay-to"
    assert procedure.fee_variants_on(NEW_CIVIL_STATUS_LAW) == ()


def test_the_poverty_line_changes_with_the_year() -> None:
    then, later = (shipped("ho-ngheo-can-ngheo").notices_on(day) for day in (date(2026, 12, 31), NEW_YEAR))
    assert any("1.500.000" in notice.text.vi for notice in then)
    assert not any("1.500.000" in notice.text.vi for notice in later)
    assert any("2.200.000" in notice.text.vi for notice in later)


@pytest.mark.parametrize("name", CIVIL_STATUS)
def test_on_the_first_of_march_nothing_points_to_a_form_or_a_law_that_is_gone(name: str) -> None:
    procedure = shipped(name)
    held = procedure.held_on(NEW_CIVIL_STATUS_LAW)
    assert {use.form for use in procedure.forms_on(NEW_CIVIL_STATUS_LAW)} <= {"uy-quyen"}
    assert {paper.form for case in held.cases for paper in case.documents} <= {None, "uy-quyen"}
    assert not any("Bộ Tư pháp" in step.text.vi for step in held.online_steps)
    assert len(held.online_steps) >= 3
    assert "Luật Hộ tịch 03/2026/QH16" in procedure.legal_basis_on(NEW_CIVIL_STATUS_LAW)
    assert "Luật Hộ tịch 60/2014/QH13" not in procedure.legal_basis_on(NEW_CIVIL_STATUS_LAW)
    assert "Luật Hộ tịch 60/2014/QH13" in procedure.legal_basis_on(LAST_DAY_OF_THE_OLD_LAW)


@pytest.mark.parametrize("name", ["lien-thong-khai-sinh-thuong-tru-bhyt", "lien-thong-khai-tu-mai-tang"])
def test_the_combined_services_move_into_the_national_portal_at_new_year(name: str) -> None:
    procedure = shipped(name)
    assert procedure.portal_on(date(2026, 12, 31)).url == "https://lienthong.dichvucong.gov.vn/#/?vneid=1"
    assert procedure.portal_on(NEW_YEAR).url is None
    assert procedure.portal_on(NEW_YEAR).name == "Cổng Dịch vụ công quốc gia"


@pytest.mark.parametrize("name", CIVIL_STATUS)
def test_civil_status_forms_end_the_day_before_the_new_law(name: str) -> None:
    procedure = shipped(name)
    assert {use.form for use in procedure.forms_on(NEW_CIVIL_STATUS_LAW)} <= {"uy-quyen"}
    told = {notice.text.vi for notice in procedure.notices_on(NEW_CIVIL_STATUS_LAW)}
    assert any("Luật Hộ tịch mới đã có hiệu lực" in text for text in told)
    assert told != {notice.text.vi for notice in procedure.notices_on(LAST_DAY_OF_THE_OLD_LAW)}


def test_the_portal_that_is_known_is_shown_even_when_none_is_known_to_hold() -> None:
    procedure = shipped("dang-ky-tam-tru")
    ended = msgspec.structs.replace(
        procedure, portal=msgspec.structs.replace(procedure.portal, valid_until=date(2026, 1, 1))
    )
    assert ended.portal_on(TODAY) == ended.portal


def test_banks_are_told_of_until_the_middle_of_2027() -> None:
    procedure = shipped("vneid-muc-2")
    assert any("30/6/2027" in notice.text.vi for notice in procedure.notices_on(date(2027, 6, 30)))
    assert procedure.notices_on(date(2027, 7, 1)) == ()


def test_the_form_follows_the_case() -> None:
    allowance = shipped("tro-cap-xa-hoi-hang-thang")
    assert [use.form for use in allowance.forms_on(TODAY, "cao-tuoi")] == ["tgxh-1d"]
    assert len(allowance.forms_on(TODAY)) > 1
    tax = shipped("dang-ky-thue-lan-dau")
    assert [use.form for use in tax.forms_on(TODAY, "kinh-doanh")] == ["thue-03-dkt"]


def test_a_case_whose_papers_are_no_forms_has_none() -> None:
    assert shipped("sang-ten-xe").forms_on(TODAY, "thu-hoi") == ()


def test_a_procedure_whose_papers_name_no_form_offers_its_own_in_every_case() -> None:
    absence = shipped("khai-bao-tam-vang")
    assert absence.forms_on(TODAY, "nguoi-khac") == absence.forms_on(TODAY)


def test_who_reads_of_a_waived_fee_reads_by_which_law_as_long_as_it_holds() -> None:
    waived = [procedure for procedure in CATALOGUE.all() if procedure.fee_variants_on(LAST_DAY_OF_THE_OLD_LAW)]
    grounds = {each.id: " ".join(each.legal_basis_on(LAST_DAY_OF_THE_OLD_LAW)) for each in waived}
    assert [name for name, said in grounds.items() if "117/2026" not in said] == []
    assert not any("117/2026" in " ".join(each.legal_basis_on(NEW_CIVIL_STATUS_LAW)) for each in CATALOGUE.all())
