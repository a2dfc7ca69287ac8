"""The national login: a picture for the phone that is spent after a while, or an account with a code of six cells."""

from __future__ import annotations

import base64
import io
import secrets
import time
from typing import TYPE_CHECKING

import qrcode

from tests.portal.standins.account import signed_in, signed_out
from tests.portal.standins.interfaces import REACT, shell
from tests.portal.standins.web import NOT_FOUND, Request, Response, as_json, redirect

if TYPE_CHECKING:
    from tests.portal.standins.portals import Portals

COOKIE = "sso-phien"
DOMAIN = "dancuquocgia.gov.vn"


def answer(portals: Portals, request: Request) -> Response:
    """The pages of the login's host."""
    match request.path:
        case "/auth":
            return _begin(portals, request)
        case "/api/anh-dang-nhap":
            return _picture(portals)
        case "/api/da-quet":
            time.sleep(0.2)
            scanned = portals.pictures.get(request.query.get("anh", ""), False)
            return _entered(portals) if scanned else as_json({"cho": True})
        case "/api/tai-khoan":
            sent = request.json()
            right = (sent["so"], sent["mat-khau"]) == (portals.account.number, portals.account.password)
            return as_json({"buoc": "ma"} if right else {"loi": "Tài khoản hoặc mật khẩu không đúng"})
        case "/api/ma":
            right = request.json()["ma"] == portals.account.code
            return _entered(portals) if right else as_json({"loi": "Mã xác thực không đúng"})
        case "/dang-xuat":
            portals.sessions.end(request, COOKIE)
            back = request.query.get("ve", "")
            headers = signed_out(COOKIE, DOMAIN)
            return redirect(back, headers=headers) if back else Response(headers=headers, body=b"<p>Da dang xuat")
    return NOT_FOUND


def _begin(portals: Portals, request: Request) -> Response:
    """The page; whoever is signed in here already is sent back at once, which is what makes the login single."""
    if portals.sessions.of(request, COOKIE):
        return redirect(f"{request.query['redirect_uri']}?code={portals.ticket()}")
    return shell("Đăng nhập", "/_chung/login.js", head=REACT)


def _picture(portals: Portals) -> Response:
    token = secrets.token_hex(12)
    portals.pictures[token] = False
    drawn = io.BytesIO()
    qrcode.make(f"vneid://dang-nhap?anh={token}", box_size=4, border=2).save(drawn)
    data = base64.b64encode(drawn.getvalue()).decode()
    return as_json({"anh": token, "nguon": f"data:image/png;base64,{data}", "song": portals.habits.qr_life_s})


def _entered(portals: Portals) -> Response:
    token = portals.sessions.begin(portals.account)
    return as_json({"ma-vao": portals.ticket()}, headers=signed_in(token, COOKIE, DOMAIN))
