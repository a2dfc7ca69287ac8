"""What is never filled, whatever the page calls it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.filing.control import Control
from kiosk.filing.never import guarded, never_filled
from kiosk.filing.page_rules import Rules, Secrecy

FORM = "https://tokhaidientu.moj.gov.vn/e-form/1"
RULES = Rules(
    system="justice",
    start="https://dichvucong.gov.vn/",
    hosts=("dichvucong.gov.vn", "tokhaidientu.moj.gov.vn", "sso.dancuquocgia.gov.vn", "pay.vietcombank.com.vn"),
    login_hosts=("sso.dancuquocgia.gov.vn",),
    payment_hosts=("pay.vietcombank.com.vn",),
)


def control(**more: Any) -> Control:
    return Control(frame=0, **{"index": 0, "tag": "input", "type": "text", **more})


def why(address: str = FORM, **more: Any) -> Secrecy | None:
    return never_filled(control(**more), address, RULES)


@pytest.mark.parametrize(
    "said",
    [
        {"type": "password", "label": "Họ tên"},
        {"label": "Mật khẩu"},
        {"label": "mat khau"},
        {"label": "Tên đăng nhập"},
        {"autocomplete": "username"},
        {"autocomplete": "section-a current-password"},
        {"name": "txtPassword"},
        {"names": ("loginId",)},
    ],
)
def test_a_login_is_never_filled(said: dict[str, Any]) -> None:
    assert why(**said) is Secrecy.LOGIN


@pytest.mark.parametrize(
    "said",
    [
        {"label": "Mã OTP"},
        {"label": "Nhập passcode"},
        {"placeholder": "Nhập 6 chữ số"},
        {"label": "Mã", "name": "x1"},
        {"label": "Mã xác nhận"},
        {"label": "MÃ XÁC THỰC (6 số)"},
        {"label": "ma\u0303 xa\u0301c nha\u0323\u0302n"},
        {"label": "", "outer": ("Nhập passcode",)},
        {"label": "Thông tin bổ sung", "section": "Xác thực bằng passcode VNeID"},
        {"autocomplete": "one-time-code"},
        {"name": "captcha"},
        {"name": "g-recaptcha-response"},
        {"label": "Nhập ký tự trong hình"},
        {"label": "Chữ số thứ hai", "max_length": 1},
        {"name": "txtOTP_1"},
    ],
)
def test_a_code_is_never_filled_even_in_a_plain_text_field(said: dict[str, Any]) -> None:
    assert why(**said) is Secrecy.CODE


@pytest.mark.parametrize(
    "said",
    [
        {"type": "checkbox", "label": "Tôi xin cam đoan những lời khai trên là đúng sự thật"},
        {"type": "checkbox", "name": "chkCHECK_LIABILITY", "label": ""},
        {"type": "checkbox", "label": "Xác nhận chia sẻ"},
        {"type": "radio", "group": "Chia sẻ dữ liệu", "label": "Đồng ý"},
        {"type": "checkbox", "label": "Chịu trách nhiệm trước pháp luật"},
        {"type": "checkbox", "label": "Đã đọc và hiểu"},
        {"type": "checkbox", "name": "agreeTerms", "label": ""},
    ],
)
def test_a_consent_or_pledge_is_never_ticked(said: dict[str, Any]) -> None:
    assert why(**said) is Secrecy.CONSENT


@pytest.mark.parametrize(
    "said", [{"autocomplete": "cc-number"}, {"label": "CVV"}, {"label": "Số thẻ ngân hàng"}, {"name": "creditCard"}]
)
def test_a_payment_is_never_filled(said: dict[str, Any]) -> None:
    assert why(**said) is Secrecy.PAYMENT


@pytest.mark.parametrize("kind", ["submit", "button", "image", "reset", "hidden"])
def test_what_is_pressed_or_hidden_is_never_filled(kind: str) -> None:
    assert why(type=kind, label="Họ tên") is Secrecy.SUBMIT


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://sso.dancuquocgia.gov.vn/auth", Secrecy.LOGIN),
        ("https://pay.vietcombank.com.vn/x", Secrecy.PAYMENT),
        ("https://tokhaidientu.moj.gov.vn.evil.example/e-form/1", Secrecy.LOGIN),
        ("http://tokhaidientu.moj.gov.vn/e-form/1", Secrecy.LOGIN),
        ("", Secrecy.LOGIN),
    ],
)
def test_nothing_is_filled_on_a_page_of_the_login_of_the_payment_or_of_nobody_known(
    address: str, expected: Secrecy
) -> None:
    assert why(address, label="Họ, chữ đệm, tên") is expected


@pytest.mark.parametrize(
    "said",
    [
        {"label": "(1) Họ, chữ đệm, tên"},
        {"label": "Số định danh cá nhân", "name": "SoDinhDanhC"},
        {"label": "Số giấy tờ", "name": "guest_txtIDCARD_NUMBER"},
        {"label": "Số", "name": "identityCardNumber"},
        {"label": "Số hộ chiếu", "name": "passport"},
        {"type": "checkbox", "group": "Quan hệ với người được xác nhận", "label": "Bản thân"},
        {"label": "Mã số thuế", "placeholder": "Nhập mã số thuế"},
        {"label": "Nơi sinh", "section": "Thông tin người được khai sinh"},
        {"label": "Số tài khoản"},
        {"label": "ngày", "part": "day", "max_length": 2},
        {"type": "checkbox", "group": "Đề nghị cấp bản sao", "label": "Có"},
    ],
)
def test_a_field_of_the_form_may_be_filled(said: dict[str, Any]) -> None:
    assert why(**said) is None


def test_a_plain_number_beside_a_password_is_a_login_however_it_is_called() -> None:
    number, secret = control(index=1, label="Số định danh cá nhân"), control(index=2, type="password")
    found = guarded([number, secret], {0: FORM}, RULES)
    assert found == {(0, 1): Secrecy.LOGIN, (0, 2): Secrecy.LOGIN}


def test_nothing_of_a_frame_is_filled_while_it_asks_for_the_passcode() -> None:
    name, code = control(index=1, label="Họ tên"), control(index=2, label="Nhập passcode")
    other = Control(frame=1, index=1, tag="input", type="text", label="Họ tên")
    found = guarded([name, code, other], {0: FORM, 1: FORM}, RULES)
    assert set(found) == {(0, 1), (0, 2)}


@pytest.mark.parametrize(
    "beside",
    [
        {"type": "password", "visible": False},
        {"label": "Mã kiểm tra", "name": "captcha"},
        {"type": "checkbox", "label": "Tôi cam đoan"},
        {"type": "submit", "label": "Đăng nhập"},
    ],
)
def test_a_hidden_login_a_captcha_or_a_pledge_does_not_stop_the_form_beside_it(beside: dict[str, Any]) -> None:
    found = guarded([control(index=1, label="Họ tên"), control(index=2, **beside)], {0: FORM}, RULES)
    assert set(found) == {(0, 2)}


SECRETS = st.sampled_from(
    ("mật khẩu", "MÃ OTP", "passcode", "Captcha", "mã xác thực", "Tôi cam đoan", "CVV", "đồng ý")
)
AROUND = st.text(alphabet="aăâbcđêghkô ơưxyáàảãạ ,.;:()*", max_size=20)


@given(secret=SECRETS, before=AROUND, after=AROUND, place=st.sampled_from(("label", "group", "placeholder")))
@settings(deadline=None)
def test_words_around_a_secret_word_do_not_hide_it(secret: str, before: str, after: str, place: str) -> None:
    assert why(**{place: f"{before} {secret} {after}"}) is not None
