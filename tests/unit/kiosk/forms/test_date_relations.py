"""Dates are held against each other: asked again with the reason, never silently taken, never a dead end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.forms import Answers, FaultCode, Journey
from kiosk.forms.calendar_dates import parse, years_later
from tests.unit.kiosk.forms.people import CONTEXT, answered, form, journey
from tests.unit.kiosk.forms.test_ct01 import filled


def blank(form_id: str) -> Journey:
    return Journey(form(form_id), Answers(), replace(CONTEXT, procedure=None))


def told(way: Journey, key: str) -> list[FaultCode]:
    return [fault.code for fault in way.faults(key)]


@pytest.mark.parametrize(
    ("form_id", "given", "last", "code"),
    [
        ("hotich-khai-tu", {"nm_ngay_sinh": "5/6/1950"}, "4/6/1950", FaultCode.DEATH_BEFORE_BIRTH),
        ("hotich-khai-tu", {"nm_ngay_sinh": "5/6/1950"}, "5/6/1950", None),
        ("hotich-khai-tu", {"nm_ngay_sinh": "1950"}, "1/1/1950", None),
        ("hotich-khai-tu", {"nm_ngay_sinh": "6/1950"}, "31/5/1950", FaultCode.DEATH_BEFORE_BIRTH),
        ("hotich-khai-tu-dien-tu", {"nm_ngay_sinh": "1951"}, "31/12/1950", FaultCode.DEATH_BEFORE_BIRTH),
        ("lien-thong-khai-tu", {"nm_ngay_sinh": "1951"}, "31/12/1950", FaultCode.DEATH_BEFORE_BIRTH),
        ("nguoi-co-cong-12", {"nm_ngay_sinh": "1951"}, "31/12/1950", FaultCode.DEATH_BEFORE_BIRTH),
        ("tgxh-04-mai-tang", {"nm_ngay_sinh": "1951"}, "31/12/1950", FaultCode.DEATH_BEFORE_BIRTH),
        ("huu-tri-xa-hoi-02", {"nm_ngay_sinh": "1951"}, "31/12/1950", FaultCode.DEATH_BEFORE_BIRTH),
    ],
)
def test_nobody_dies_before_birth(form_id: str, given: dict[str, str], last: str, code: FaultCode | None) -> None:
    way = answered(blank(form_id), **given).answered("chet_ngay", last)
    assert told(way, "chet_ngay") == ([code] if code else [])


@pytest.mark.parametrize(
    ("form_id", "birth", "issue"),
    [
        ("hotich-khai-tu", "yc_ngay_sinh", "yc_ngay_cap"),
        ("hotich-ket-hon", "nu_ngay_sinh", "nu_ngay_cap"),
        ("uy-quyen", "a_ngay_sinh", "a_ngay_cap"),
        ("gplx", "ngay_sinh", "ngay_cap"),
        ("tgxh-1d", "ngay_sinh", "ngay_cap"),
    ],
)
def test_no_card_is_issued_before_its_holder_is_born(form_id: str, birth: str, issue: str) -> None:
    way = answered(blank(form_id), **{birth: "5/6/2000"})
    assert told(way.answered(issue, "4/6/2000"), issue) == [FaultCode.CARD_BEFORE_BIRTH]
    assert told(way.answered(issue, "5/6/2021"), issue) == []


def test_a_soldier_joins_and_a_worker_leaves_after_birth() -> None:
    soldier = answered(blank("cuu-chien-binh-tt1"), ngay_sinh="1950", nhap_ngu="1949")
    assert told(soldier, "nhap_ngu") == [FaultCode.BEFORE_BIRTH]
    worker = answered(blank("that-nghiep-10"), ngay_sinh="1950", nghi="31/12/1949")
    assert told(worker, "nghi") == [FaultCode.BEFORE_BIRTH]


@pytest.mark.parametrize("form_id", ["hotich-ket-hon", "hotich-ket-hon-dien-tu"])
@pytest.mark.parametrize(
    ("key", "born", "code"),
    [
        ("nu_ngay_sinh", "24/11/2008", FaultCode.UNDER_AGE),
        ("nu_ngay_sinh", "23/11/2008", None),
        ("nam_ngay_sinh", "24/11/2006", FaultCode.UNDER_AGE),
        ("nam_ngay_sinh", "23/11/2006", None),
        ("nam_ngay_sinh", "2006", None),
        ("nam_ngay_sinh", "2007", FaultCode.UNDER_AGE),
        ("nam_ngay_sinh", "23/11/2021", FaultCode.UNDER_AGE),
    ],
)
def test_a_woman_of_eighteen_and_a_man_of_twenty_may_marry(
    form_id: str, key: str, born: str, code: FaultCode | None
) -> None:
    assert told(blank(form_id).answered(key, born), key) == ([code] if code else [])


@pytest.mark.parametrize(
    ("form_id", "quan_he", "first", "second"),
    [
        ("hotich-khai-sinh", "khac", ("con_ngay_sinh", "5/6/2020"), ("me_ngay_sinh", "1/1/2021")),
        ("hotich-khai-sinh", "khac", ("con_ngay_sinh", "5/6/2020"), ("cha_ngay_sinh", "5/6/2020")),
        ("hotich-khai-sinh", "me", ("yc_ngay_sinh", "1/1/2021"), ("con_ngay_sinh", "5/6/2020")),
        ("hotich-khai-sinh-dien-tu", "me", ("con_ngay_sinh", "5/6/2020"), ("me_ngay_sinh_yc", "2021")),
        ("lien-thong-khai-sinh", "cha", ("con_ngay_sinh", "5/6/2020"), ("me_ngay_sinh", "2021")),
        ("lltp-01", "", ("ngay_sinh", "1985"), ("cha_sinh", "1986")),
        ("ho-chieu-tk01", "", ("ngay_sinh", "1985"), ("me_sinh", "1986")),
        ("hotich-cha-me-con-dien-tu", "khac", ("cm_ngay_sinh", "2020"), ("con_ngay_sinh", "2019")),
    ],
)
def test_a_parent_is_older_than_the_child(
    form_id: str, quan_he: str, first: tuple[str, str], second: tuple[str, str]
) -> None:
    way = blank(form_id).answered("quan_he", quan_he) if quan_he else blank(form_id)
    for key, name in (("cha_ten", "Hồ Văn Mẫu"), ("me_ten", "Hồ Thị Mẫu")):
        way = way.answered(key, name) if any(page.key == key for page in way.pages) else way
    way = way.answered(*first).answered(*second)
    assert told(way, second[0]) == [FaultCode.PARENT_NOT_OLDER]


@pytest.mark.parametrize(("role", "code"), [("cha", FaultCode.PARENT_NOT_OLDER), ("con", None)])
def test_who_is_the_parent_hangs_on_what_was_said(role: str, code: FaultCode | None) -> None:
    way = answered(blank("hotich-cha-me-con"), a_ngay_sinh="2010", la_gi=role, b_ngay_sinh="1980")
    assert told(way, "b_ngay_sinh") == ([code] if code else [])


def test_a_year_of_which_a_day_fits_is_not_doubted() -> None:
    way = answered(blank("lltp-01"), ngay_sinh="1985", cha_ten="Hồ Văn Mẫu")
    assert told(way.answered("cha_sinh", "1973"), "cha_sinh") == []


@pytest.mark.parametrize(
    ("given", "until", "code"),
    [
        ({"yeu_cau": "tam-tru", "tu_ngay": "1/12/2026"}, "1/12/2028", None),
        ({"yeu_cau": "tam-tru", "tu_ngay": "1/12/2026"}, "2/12/2028", FaultCode.STAY_TOO_LONG),
        ({"yeu_cau": "tam-tru", "tu_ngay": "1/12/2026"}, "1/12/2036", FaultCode.STAY_TOO_LONG),
        ({"yeu_cau": "tam-tru", "tu_ngay": "5/1/2027"}, "1/12/2026", FaultCode.DATE_ORDER),
        ({"yeu_cau": "gia-han"}, "8/12/2028", None),
        ({"yeu_cau": "gia-han"}, "9/12/2028", FaultCode.STAY_TOO_LONG),
    ],
)
def test_temporary_residence_lasts_two_years_at_most(
    given: dict[str, str], until: str, code: FaultCode | None
) -> None:
    way = answered(blank("ct01"), **given).answered("den_ngay", until)
    assert told(way, "den_ngay") == ([code] if code else [])


def test_what_was_typed_stays_beside_the_reason_and_either_date_may_be_corrected() -> None:
    way = answered(blank("hotich-khai-tu"), nm_ngay_sinh="1950", chet_ngay="1/1/1940")
    assert (given := way.answer("chet_ngay"))
    assert given.value == "01/01/1940"
    assert told(way.answered("nm_ngay_sinh", "1870"), "chet_ngay") == []
    assert told(way.answered("chet_ngay", "1/1/2026"), "chet_ngay") == []


def test_a_very_young_parent_is_doubted_and_stays_when_the_answer_is_given_again() -> None:
    way = answered(blank("lltp-01"), ngay_sinh="1/1/1985", cha_ten="Hồ Văn Mẫu", cha_sinh="1/1/1975")
    assert told(way, "cha_sinh") == [FaultCode.PARENT_YOUNG]
    kept = way.answered("cha_sinh", "1/1/1975")
    assert told(kept, "cha_sinh") == []
    assert kept.is_kept_in_doubt("cha_sinh")
    assert not way.is_kept_in_doubt("cha_sinh")


def test_a_kept_doubt_is_asked_again_when_another_date_changes() -> None:
    way = answered(blank("lltp-01"), ngay_sinh="1/1/1985", cha_ten="Hồ Văn Mẫu", cha_sinh="1/1/1975")
    kept = way.answered("cha_sinh", "1/1/1975")
    assert told(kept.answered("ngay_sinh", "1/1/1980"), "cha_sinh") == [FaultCode.PARENT_YOUNG]


def test_a_page_that_was_left_without_showing_the_reason_does_not_count_as_told() -> None:
    way = answered(blank("lltp-01"), ngay_sinh="1/1/1985", cha_ten="Hồ Văn Mẫu")
    left = way.answered("cha_sinh", "1/1/1975", told=False)
    assert told(left.answered("cha_sinh", "1/1/1975"), "cha_sinh") == [FaultCode.PARENT_YOUNG]


def test_what_cannot_be_does_not_stay_however_often_it_is_given() -> None:
    way = answered(blank("hotich-khai-tu"), nm_ngay_sinh="1950")
    for _ in range(3):
        way = way.answered("chet_ngay", "1/1/1940")
    assert told(way, "chet_ngay") == [FaultCode.DEATH_BEFORE_BIRTH]


def test_the_latest_day_of_a_partial_date_is_the_last_of_its_month_or_year() -> None:
    days = [parse(text) for text in ("2024", "2/2024", "2/2023", "5/2/2024")]
    assert [day.latest for day in days if day] == [
        date(2024, 12, 31),
        date(2024, 2, 29),
        date(2023, 2, 28),
        date(2024, 2, 5),
    ]
    assert years_later(date(2024, 2, 29), 2) == date(2026, 3, 1)


def test_a_term_that_begins_in_a_year_only_may_end_inside_it() -> None:
    way = answered(blank("cuu-chien-binh-tt1"), ngay_sinh="1950", nhap_ngu="6/1970", xuat_ngu="1970")
    assert told(way, "xuat_ngu") == []
    assert told(filled(), "den_ngay") == []
    assert told(journey("gplx").answered("ngay_sinh", "1954"), "ngay_sinh") == []
