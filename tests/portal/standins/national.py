"""The national portal: the page of a procedure with its chooser of agencies, and its own form in SurveyJS."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tests.portal.standins import hosts
from tests.portal.standins.account import signed_in, signed_out
from tests.portal.standins.forms import form
from tests.portal.standins.interfaces import REACT, code_like, interface, shell, submitted
from tests.portal.standins.web import NOT_FOUND, Request, Response, as_json, redirect

if TYPE_CHECKING:
    from tests.portal.standins.portals import Portals

CODE = "H40.23-261129-####"
SURVEY = (
    '<link rel="stylesheet" href="/_npm/survey-core/survey-core.min.css">'
    '<script src="/_npm/survey-core/survey.core.min.js"></script>'
    '<script src="/_npm/survey-js-ui/survey-js-ui.min.js"></script>'
)


def answer(portals: Portals, request: Request) -> Response:
    """The pages of the national portal's host."""
    if found := interface(portals, request):
        return found
    match request.path:
        case "/sso":
            return enter(portals, request, "/thu-tuc-hanh-chinh/vua-dang-nhap")
        case "/dang-xuat":
            portals.sessions.end(request)
            back = f"https://{hosts.NATIONAL}/da-dang-xuat"
            return redirect(f"https://{hosts.LOGIN}/dang-xuat?ve={back}", headers=signed_out())
        case "/da-dang-xuat":
            return shell("Đã đăng xuất", "/_chung/signed-out.js")
        case "/nop-ho-so":
            if portals.sessions.of(request) is None:
                return redirect(login_address(hosts.NATIONAL))
            return shell("Nộp hồ sơ", "/_chung/survey.js", head=REACT + SURVEY)
        case "/nop-ho-so/ket-qua" | "/ho-so-cua-toi":
            return shell("Hồ sơ của tôi", "/_chung/result.js")
    return _called(portals, request)


def _called(portals: Portals, request: Request) -> Response:
    """The interfaces; any other address is a procedure's page, wherever the kiosk begins."""
    match request.path:
        case "/api/toi":
            return _me(portals, request)
        case "/api/xac-nhan":
            return _confirmed(portals, request)
        case "/api/co-quan":
            time.sleep(portals.habits.list_ms / 1000)
            return as_json(_agencies(portals, request))
        case "/api/nop" | "/api/luu":
            return submitted(portals, request, code_like(CODE), draft=request.path == "/api/luu")
    if request.method == "GET" and not request.path.startswith("/api/"):
        return shell("Cổng Dịch vụ công quốc gia", "/_chung/national.js", head=REACT)
    return NOT_FOUND


def login_address(host: str) -> str:
    """Where this host sends whoever is not signed in."""
    back = f"https://{host}/sso"
    return (
        f"https://{hosts.LOGIN}/auth?response_type=code&client_id={host.partition('.')[0]}"
        f"&redirect_uri={back}&scope=openid"
    )


def enter(portals: Portals, request: Request, then: str) -> Response:
    """Changes the login's code into a session of this host; a code counts once."""
    account = portals.tickets.pop(request.query.get("code", ""), None)
    if account is None:
        return redirect(login_address(request.host))
    return redirect(then, headers=signed_in(portals.sessions.begin(account)))


def _me(portals: Portals, request: Request) -> Response:
    account = portals.sessions.of(request)
    asks = [
        name
        for name, asked in (("dong-y", portals.habits.consent), ("passcode", portals.habits.passcode))
        if asked and account and request.cookies.get(name) != "1"
    ]
    title = form(portals.offer.form).head["title"]
    return as_json(
        {"ten": account.name if account else "", "hoi": asks, "thu-tuc": title, "vao": login_address(request.host)}
    )


def _confirmed(portals: Portals, request: Request) -> Response:
    sent = request.json()
    if sent["viec"] == "passcode" and sent.get("ma") != portals.account.passcode:
        return as_json({"loi": "Passcode không đúng"})
    return as_json({}, headers=(("Set-Cookie", f"{sent['viec']}=1; Path=/; Secure"),))


def _agencies(portals: Portals, request: Request) -> list[dict[str, str]]:
    commune = request.query.get("xa", "")
    province = request.query.get("tinh", "")
    at = portals.offer.leads_to
    to = {
        hosts.NATIONAL: "/nop-ho-so?ma=" + form(portals.offer.form).head["code"],
        hosts.JUSTICE: f"https://{at}/nop-ho-so/52871",
        hosts.JOINT: f"https://{at}/#/ke-khai/" + form(portals.offer.form).head["code"],
        hosts.FORMIO: f"https://{at}/vi/padsvc/apply-online/65f0c1a2b3c4d5e6f7a8b9c0",
        hosts.POLICE: f"https://{at}/bo-cong-an/tiep-nhan-online/chon-truong-hop-ho-so?ma-thu-tuc-public=26344",
    }[at]
    return [
        {"ten": f"Sở Tư pháp {province}", "noi": "/nop-ho-so?sai-co-quan=1"},
        {"ten": f"UBND {commune} - {province}", "noi": to},
    ]
