"""A ministry's portal on Form.io: four steps, a captcha in the third, the result in the last."""

from __future__ import annotations

import base64
import secrets
from typing import TYPE_CHECKING

from tests.portal.standins import hosts
from tests.portal.standins.account import signed_out
from tests.portal.standins.interfaces import code_like, interface, shell, submitted
from tests.portal.standins.national import enter, login_address
from tests.portal.standins.web import NOT_FOUND, Request, Response, as_json, redirect

if TYPE_CHECKING:
    from tests.portal.standins.portals import Portals

CODE = "000.00.26.G06-261129-####"
FRAMEWORK = (
    '<link rel="stylesheet" href="/_npm/formiojs/dist/formio.full.min.css">'
    '<script src="/_npm/formiojs/dist/formio.full.min.js"></script>'
)
_captchas: dict[str, str] = {}


def answer(portals: Portals, request: Request) -> Response:
    """The pages of the ministry's host."""
    if found := interface(portals, request):
        return found
    match request.path:
        case "/sso":
            return enter(portals, request, "/vi/padsvc/apply-online/65f0c1a2b3c4d5e6f7a8b9c0")
        case "/dang-xuat":
            portals.sessions.end(request)
            back = f"https://{hosts.FORMIO}/da-dang-xuat"
            return redirect(f"https://{hosts.LOGIN}/dang-xuat?ve={back}", headers=signed_out())
        case "/da-dang-xuat":
            return shell("Đã đăng xuất", "/_chung/signed-out.js")
        case "/api/captcha":
            return _captcha()
        case "/api/nop":
            if _captchas.get(request.query.get("khoa", "")) != request.query.get("ma"):
                return as_json({"loi": "Mã xác nhận không đúng"}, status=400)
            return submitted(portals, request, code_like(CODE))
    if request.path.startswith("/vi/padsvc/apply-online/"):
        if portals.sessions.of(request) is None:
            return redirect(login_address(hosts.FORMIO))
        return shell("Nộp hồ sơ trực tuyến", "/_chung/formio.js", head=FRAMEWORK)
    return NOT_FOUND


def captcha_of(key: str) -> str:
    """What a person reads on the picture."""
    return _captchas[key]


def _captcha() -> Response:
    key, text = secrets.token_hex(6), "".join(secrets.choice("23456789ABCDEFGH") for _ in range(5))
    _captchas[key] = text
    drawn = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="160" height="50"><rect width="160" height="50" fill="#eee"/>'
        f'<text x="20" y="35" font-size="28" transform="rotate(-4 80 25)">{text}</text></svg>'
    )
    return as_json({"khoa": key, "anh": "data:image/svg+xml;base64," + base64.b64encode(drawn.encode()).decode()})
