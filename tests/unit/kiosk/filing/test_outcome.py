"""What counts as filed, and which step a page is."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.filing.outcome import Page, PageSays, outcome
from kiosk.filing.page_rules import PortalStep, Rules, Secrecy
from kiosk.filing.steps import step_of

CODE = "G22.99.08-261129-000123"
RULES = Rules(
    system="justice",
    start="https://dichvucong.gov.vn/",
    hosts=("dichvucong.gov.vn", "justice.gov.vn", "sso.gov.vn", "pay.gov.vn"),
    login_hosts=("sso.gov.vn",),
    payment_hosts=("pay.gov.vn",),
    success_words=("nộp hồ sơ thành công",),
    success_addresses=(r"^https://justice\.gov\.vn/nop-ho-so/\d+",),
    draft_words=("đã lưu nháp",),
    code_patterns=(r"G\d{2}(?:\.\d{2}){2}-\d{6}-\d{4,6}",),
    refusal_words=("nhỏ hơn 2MB",),
    expired_words=("phiên làm việc đã hết hạn",),
    maintenance_words=("đang bảo trì",),
    wall_words=("xác minh bạn là con người",),
)
RESULT = "https://justice.gov.vn/nop-ho-so/9"
DONE = Page(address=RESULT, words=f"Nộp hồ sơ thành công. Số hồ sơ: {CODE}. Ngày hẹn trả dự kiến 05/12/2026")


def test_phrase_code_and_address_together_are_a_filing() -> None:
    judged = outcome(DONE, RULES)
    assert (judged.says, judged.code) == (PageSays.FILED, CODE)


@pytest.mark.parametrize(("phrase", "code", "address"), [p for p in product((True, False), repeat=3) if not all(p)])
def test_any_of_the_three_missing_is_none(phrase: bool, code: bool, address: bool) -> None:
    words = f"{'Nộp hồ sơ thành công' if phrase else 'Hồ sơ'} {CODE if code else ''}"
    page = Page(address=RESULT if address else "https://dichvucong.gov.vn/tai-khoan", words=words)
    assert outcome(page, RULES).says is PageSays.NOTHING


def test_a_draft_has_a_code_too() -> None:
    assert outcome(replace(DONE, words=f"Đã lưu nháp. Mã hồ sơ {CODE}"), RULES).says is PageSays.DRAFT
    both = replace(DONE, words=f"Đã lưu nháp. Nộp hồ sơ thành công. {CODE}")
    assert outcome(both, RULES).says is PageSays.NOTHING


def test_of_several_codes_the_one_that_is_called_the_dossiers_counts_and_of_two_called_so_none() -> None:
    other = CODE.replace("123", "999")
    listed = f"Nộp hồ sơ thành công. Mã hồ sơ: {CODE}. Hồ sơ gần đây {other}"
    assert outcome(replace(DONE, words=listed), RULES).code == CODE
    unclear = f"Nộp hồ sơ thành công. Mã hồ sơ: {CODE}. Mã hồ sơ: {other}"
    assert outcome(replace(DONE, words=unclear), RULES).says is PageSays.NOTHING


@pytest.mark.parametrize("glued", [f"x{CODE}", f"{CODE}9", f"{CODE}-7", f"A.{CODE}"])
def test_a_code_inside_something_longer_is_none(glued: str) -> None:
    page = replace(DONE, words=f"Nộp hồ sơ thành công {glued}")
    assert outcome(page, RULES).says is PageSays.NOTHING


@pytest.mark.parametrize(
    "address",
    [
        "http://justice.gov.vn/nop-ho-so/9",
        "https://evil.example/?x=https://justice.gov.vn/nop-ho-so/9",
        "https://sso.gov.vn/nop-ho-so/9",
        "https://pay.gov.vn/nop-ho-so/9",
        "data:text/html,https://justice.gov.vn/nop-ho-so/9",
        "",
    ],
)
def test_a_page_of_another_place_that_says_filed_is_not_believed(address: str) -> None:
    anywhere = msgspec.structs.replace(RULES, success_addresses=("nop-ho-so/9",))
    assert outcome(replace(DONE, address=address), anywhere).says is PageSays.NOTHING


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        ("Tệp phải nhỏ hơn 2MB", PageSays.REFUSED),
        ("Phiên làm việc đã hết hạn, vui lòng đăng nhập lại", PageSays.EXPIRED),
        ("Hệ thống ĐANG BẢO TRÌ", PageSays.MAINTENANCE),
        ("Hãy xác minh bạn là con người", PageSays.WALL),
        ("Họ, chữ đệm, tên", PageSays.NOTHING),
    ],
)
def test_trouble_is_known_by_its_words(words: str, meaning: PageSays) -> None:
    assert outcome(Page(address="https://dichvucong.gov.vn/", words=words), RULES).says is meaning


@given(words=st.text(max_size=200), address=st.sampled_from((RESULT, "https://dichvucong.gov.vn/", "about:blank")))
@settings(deadline=None)
def test_no_page_without_the_phrase_is_ever_a_filing(words: str, address: str) -> None:
    assert outcome(Page(address=address, words=f"{words} {CODE}"), RULES).says is not PageSays.FILED


def step(name: str, **marks: object) -> PortalStep:
    return msgspec.convert({"id": name, "says": name, **marks}, PortalStep)


STEPS = (
    step("open", addresses=["dichvucong"]),
    step("agency", addresses=["dichvucong"], words=["Chọn cơ quan thực hiện"]),
    step("login", hosts=["sso.gov.vn"], secrecy="login"),
    step("form", hosts=["justice.gov.vn"], words=["Người yêu cầu"]),
    step("passcode", words=["Nhập passcode"], secrecy="code"),
)
STEPPED = msgspec.structs.replace(RULES, steps=STEPS)


@pytest.mark.parametrize(
    ("address", "words", "expected"),
    [
        ("https://dichvucong.gov.vn/", "Trang chủ", "open"),
        ("https://dichvucong.gov.vn/", "Chọn cơ quan thực hiện", "agency"),
        ("https://sso.gov.vn/auth", "Quét mã", "login"),
        ("https://justice.gov.vn/nop-ho-so/1", "I. Người yêu cầu", "form"),
        ("https://justice.gov.vn/nop-ho-so/1", "I. Người yêu cầu. Nhập passcode", "passcode"),
        ("https://justice.gov.vn/nop-ho-so/1", "Đang tải", None),
        ("https://evil.example/", "Nhập passcode", None),
    ],
)
def test_the_step_with_most_marks_is_shown_and_secrets_in_front_of_it_first(
    address: str, words: str, expected: str | None
) -> None:
    found = step_of(Page(address=address, words=words), STEPPED)
    assert (found.id if found else None) == expected


def test_a_login_page_is_never_an_open_step() -> None:
    everywhere = msgspec.structs.replace(RULES, steps=(step("any"),))
    assert step_of(Page(address="https://sso.gov.vn/"), everywhere) is None
    assert everywhere.steps[0].secrecy is Secrecy.OPEN
