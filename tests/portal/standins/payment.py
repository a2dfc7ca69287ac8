"""The payment of the residence form: a window of its own, on another host, in Vue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.portal.standins.interfaces import shell
from tests.portal.standins.web import NOT_FOUND, Request, Response, as_json

if TYPE_CHECKING:
    from tests.portal.standins.portals import Portals


def answer(portals: Portals, request: Request) -> Response:
    """The pages of the bank's host."""
    match request.path:
        case "/thanh-toan":
            return shell(
                "Thanh toán", "/_chung/payment.js", head='<script src="/_npm/vue/dist/vue.global.prod.js"></script>'
            )
        case "/api/tra":
            portals.paid.add(request.json()["don"])
            return as_json({"ok": True})
    return NOT_FOUND
