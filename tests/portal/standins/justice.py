"""The justice portal: four steps at one address, the form in a frame of another host, the papers through a wallet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.portal.standins import hosts
from tests.portal.standins.account import signed_out
from tests.portal.standins.forms import form
from tests.portal.standins.interfaces import REACT, code_like, interface, shell, submitted, uploaded
from tests.portal.standins.national import enter, login_address
from tests.portal.standins.web import NOT_FOUND, Request, Response, as_json, redirect

if TYPE_CHECKING:
    from tests.portal.standins.portals import Portals

CODE = "000.21.40.H40-261129-####"


def answer(portals: Portals, request: Request) -> Response:
    """The pages of the justice portal's host."""
    if found := interface(portals, request):
        return found
    match request.path:
        case "/sso":
            return enter(portals, request, "/nop-ho-so/52871")
        case "/dang-xuat":
            portals.sessions.end(request)
            back = f"https://{hosts.JUSTICE}/da-dang-xuat"
            return redirect(f"https://{hosts.LOGIN}/dang-xuat?ve={back}", headers=signed_out())
        case "/da-dang-xuat":
            return shell("Đã đăng xuất", "/_chung/signed-out.js")
        case "/api/toi":
            account = portals.sessions.of(request)
            frame = f"https://{hosts.E_FORM}{form(portals.offer.form).head['path']}"
            return as_json(
                {"ten": account.name if account else "", "so": account.number if account else "", "khung": frame}
            )
        case "/api/File/upload":
            return uploaded(portals, request)
        case "/api/File/cap-nhat-tai-lieu-ca-nhan":
            return as_json({"ok": True})
        case "/api/nop":
            return submitted(portals, request, code_like(CODE))
    if request.path.startswith("/nop-ho-so/"):
        if portals.sessions.of(request) is None:
            return redirect(login_address(hosts.JUSTICE))
        return shell("Nộp hồ sơ trực tuyến", "/_chung/justice.js", head=REACT)
    return NOT_FOUND


def answer_e_form(portals: Portals, request: Request) -> Response:
    """The pages of the e-form's host, which asks for no login."""
    if request.path == "/api/eform-service/api/call-api":
        asked = request.json()
        of = {"cua": asked["cua"]} if asked["cua"] else {}
        request = replace(request, path="/api/danh-muc", query={"ten": asked["ten"], **of})
    if found := interface(portals, request):
        return found
    if request.path.startswith("/e-form/"):
        return shell("Tờ khai điện tử", "/_chung/e-form.js", head=REACT)
    return NOT_FOUND
