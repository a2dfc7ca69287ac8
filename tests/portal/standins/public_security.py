"""The portal of the police with its chooser of logins, and the residence form with select2, tables and a payment."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from tests.portal.standins import hosts
from tests.portal.standins.account import signed_out
from tests.portal.standins.interfaces import code_like, interface, shell, submitted
from tests.portal.standins.national import enter, login_address
from tests.portal.standins.web import NOT_FOUND, Request, Response, as_json, redirect

if TYPE_CHECKING:
    from tests.portal.standins.portals import Portals

CODE = "G01.899.108.000-261129-######"
JQUERY = (
    '<link rel="stylesheet" href="/_npm/select2/dist/css/select2.min.css">'
    '<link rel="stylesheet" href="/_npm/flatpickr/dist/flatpickr.min.css">'
    '<link rel="stylesheet" href="/_npm/bootstrap-table/dist/bootstrap-table.min.css">'
    '<script src="/_npm/jquery/dist/jquery.min.js"></script>'
    '<script src="/_npm/select2/dist/js/select2.full.min.js"></script>'
    '<script src="/_npm/flatpickr/dist/flatpickr.min.js"></script>'
    '<script src="/_npm/bootstrap-table/dist/bootstrap-table.min.js"></script>'
)
FORM = "/portal/p/home/dang-ky-tam-tru.html"


def answer(portals: Portals, request: Request) -> Response:
    """The pages of the police's own host: login chooser, choice of case."""
    if found := interface(portals, request):
        return found
    match request.path:
        case "/sso":
            return enter(portals, request, "/bo-cong-an/tiep-nhan-online/chon-truong-hop-ho-so")
        case "/dang-xuat":
            portals.sessions.end(request)
            back = f"https://{hosts.POLICE}/da-dang-xuat"
            return redirect(f"https://{hosts.LOGIN}/dang-xuat?ve={back}", headers=signed_out())
        case "/da-dang-xuat":
            return shell("Đã đăng xuất", "/_chung/signed-out.js")
        case "/api/toi":
            account = portals.sessions.of(request)
            return as_json({"ten": account.name if account else "", "vao": login_address(hosts.POLICE)})
        case "/bo-cong-an/tiep-nhan-online/chon-truong-hop-ho-so":
            return shell("Chọn trường hợp hồ sơ", "/_chung/police.js", head=JQUERY)
    return NOT_FOUND


def answer_residence(portals: Portals, request: Request) -> Response:
    """The pages of the residence host, which knows the login's session by its own redirect."""
    if found := interface(portals, request):
        return found
    match request.path:
        case "/sso":
            return enter(portals, request, FORM)
        case "/api/nop":
            return submitted(portals, request, secrets.token_hex(8), draft=True)
        case "/api/da-tra":
            return _paid(portals, request)
        case "/portal/p/home/ket-qua.html":
            return shell("Kết quả nộp hồ sơ", "/_chung/result.js")
    if request.path == FORM:
        if portals.sessions.of(request) is None:
            return redirect(login_address(hosts.RESIDENCE))
        return shell("Đăng ký tạm trú", "/_chung/residence.js", head=JQUERY)
    return NOT_FOUND


def _paid(portals: Portals, request: Request) -> Response:
    """Once the payment is done, what was sent becomes a dossier with a code."""
    bill = request.query["don"]
    if bill not in portals.paid:
        return as_json({"cho": True})
    for sent in portals.submitted:
        if sent.code == bill:
            sent.code, sent.draft = code_like(CODE), False
    return as_json({"ma": portals.submitted[-1].code})
