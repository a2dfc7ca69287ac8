"""Fields that want what they must not get: beside an honest one, each hidden, disguised, or a secret's.

`BAIT` marks the fields that must stay empty, `HONEST` the one that is filled.
"""

from __future__ import annotations

from dataclasses import dataclass

NAME = "Họ, chữ đệm, tên"
NUMBER = "Số định danh cá nhân"
HONEST = f'<p><label for="real">{NAME}</label> <input id="real" class="honest"></p>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Bait:
    """One page: an honest field, unless `alone`, and what must stay empty."""

    name: str
    body: str
    alone: bool = False
    secret: bool = False
    """Asks for what is the person's own: the kiosk may step back from the whole page."""


def _styled(name: str, style: str) -> Bait:
    return Bait(name=name, body=f'<p style="{style}"><label for="b">{NUMBER}</label> <input id="b" class="bait"></p>')


def _own(name: str, style: str) -> Bait:
    return Bait(name=name, body=f'<p><label for="b">{NUMBER}</label> <input id="b" class="bait" style="{style}"></p>')


def _asks(name: str, label: str, marks: str = "") -> Bait:
    return Bait(
        name=name, secret=True, body=f'<p><label for="b">{label}</label> <input id="b" class="bait" {marks}></p>'
    )


BAITS = (
    _styled("not-displayed", "display: none"),
    _styled("invisible", "visibility: hidden"),
    _styled("transparent", "opacity: 0"),
    _styled("nearly-transparent", "opacity: .01"),
    _styled("far-left", "position: absolute; left: -9999px"),
    _styled("far-above", "position: fixed; top: -500px"),
    _styled("clipped", "position: absolute; clip-path: inset(50%)"),
    _styled("no-height", "height: 0; overflow: hidden"),
    _styled("shrunk", "transform: scale(0)"),
    _own("one-pixel", "width: 1px; height: 1px; border: 0; padding: 0"),
    Bait(name="transparent-frame", body=f"<iframe style=\"opacity: 0; width: 300px; height: 90px\" srcdoc='<label for=b>{NUMBER}</label><input id=b class=bait>'></iframe>"),
    _own("transparent-field", "opacity: 0"),
    Bait(name="behind-something", body=f'<div style="position: relative"><p><label for="b">{NUMBER}</label> <input id="b" class="bait"></p><div style="position: absolute; inset: 0; background: #fff; z-index: 9">Trang trống</div></div>'),
    Bait(name="closed-details", body=f'<details><summary>x</summary><label for="b">{NUMBER}</label> <input id="b" class="bait"></details>'),
    Bait(name="inert", body=f'<div inert><label for="b">{NUMBER}</label> <input id="b" class="bait"></div>'),
    Bait(name="of-the-hidden-kind", body='<input type="hidden" class="bait" name="soDinhDanh">'),
    Bait(name="tiny-frame", body=f'<iframe style="width: 1px; height: 1px; border: 0" srcdoc=\'<label for="b">{NUMBER}</label><input id="b" class="bait">\'></iframe>'),
    _asks("passcode-in-a-text-field", "Nhập passcode"),
    _asks("passcode-beside-the-number", f"{NUMBER} (nhập passcode VNeID)"),
    _asks("password-kind", NUMBER, 'type="password"'),
    _asks("one-time-code", NUMBER, 'autocomplete="one-time-code"'),
    _asks("otp", f"Mã OTP gửi đến {NUMBER}"),
    _asks("pin", f"Mã PIN của {NUMBER}", 'inputmode="numeric"'),
    _asks("captcha", f"Nhập mã xác nhận: {NUMBER}", 'name="captcha"'),
    _asks("bank-card", NUMBER, 'autocomplete="cc-number"'),
    _asks("read-only", NUMBER, "readonly"),
    _asks("disabled", NUMBER, "disabled"),
    Bait(name="six-cells", secret=True, body=f'<p>{NUMBER}</p><p>{"".join("<input class=bait size=1 maxlength=1>" for _ in range(6))}</p>'),
    Bait(name="same-label-twice", body=f'<p><label>{NUMBER} <input class="bait"></label></p><p><label>{NUMBER} <input class="bait"></label></p>'),
    Bait(name="login", alone=True, secret=True, body=f'<h2>Đăng nhập VNeID</h2><p><label>{NUMBER} <input class="bait"></label></p><p><label>Mật khẩu <input type="password" class="bait"></label></p><button>Đăng nhập</button>'),
    Bait(name="passcode-box-over-the-form", alone=True, secret=True, body=f'<div role="dialog" style="position: fixed; inset: 0; background: #fff"><h3>Nhập passcode</h3><p><label>{NUMBER} <input class="bait"></label></p></div>'),
    Bait(name="pledge", secret=True, body=f'<p><label><input type="checkbox" class="bait"> {NUMBER}: tôi cam đoan và đồng ý chia sẻ</label></p>'),
    Bait(name="submit-button", body=f'<p><input type="submit" class="bait" value="{NUMBER}"></p>'),
)  # fmt: skip
