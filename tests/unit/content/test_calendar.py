"""The coming changes of the law, as the shipped procedures hold them: what is shown before and after each day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest

from kiosk.procedures.procedure import Procedure
from tests.helpers.days import TODAY

FOLDER = Path(__file__).parents[3] / "assets" / "content" / "procedures"
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


@pytest.mark.parametrize("name", ["doi-the-can-cuoc", "cap-lai-the-can-cuoc", "the-can-cuoc"])
def test_the_halved_id_card_fee_ends_with_the_year(name: str) -> None:
    before, after = shipped(name).fee(date(2026, 12, 31)), shipped(name).fee(NEW_YEAR)
    assert before is not None
    assert after is not None
    assert "50%" in before.text.vi
    assert "50%" not in after.text.vi


def test_the_reported_waiver_of_the_id_card_fee_is_no_longer_told_of_in_march() -> None:
    last, next_day = (shipped("the-can-cuoc").fee(day) for day in (date(2027, 2, 28), date(2027, 3, 1)))
    assert last is not None
    assert last.exempt is not None
    assert "28/2/2027" in last.exempt.vi
    assert next_day is not None
    assert next_day.exempt is not None
    assert "28/2/2027" not in next_day.exempt.vi


@pytest.mark.parametrize("name", ["lien-thong-khai-sinh-thuong-tru-bhyt", "lien-thong-khai-tu-mai-tang"])
def test_the_combined_services_move_into_the_national_portal_at_new_year(name: str) -> None:
    procedure = shipped(name)
    assert procedure.portal_on(date(2026, 12, 31)).url == "https://lienthong.dichvucong.gov.vn/#/?vneid=1"
    assert procedure.portal_on(NEW_YEAR).url is None
    assert procedure.portal_on(NEW_YEAR).name == "Cổng Dịch vụ công quốc gia"


@pytest.mark.parametrize("name", CIVIL_STATUS)
def test_civil_status_forms_end_the_day_before_the_new_law(name: str) -> None:
    procedure = shipped(name)
    assert procedure.forms_on(NEW_CIVIL_STATUS_LAW) == ()
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
