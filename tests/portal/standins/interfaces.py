"""What the interfaces behind the forms have in common: lists, uploads, submissions, a session that ends."""

from __future__ import annotations

import re
import secrets
import time
from typing import TYPE_CHECKING, Any

from tests.portal.standins.forms import form, lists
from tests.portal.standins.uploads import uploads_of
from tests.portal.standins.web import Request, Response, as_json, page

if TYPE_CHECKING:
    from tests.portal.standins.portals import Portals

VERSION = re.compile(r"__\d+$")


def interface(portals: Portals, request: Request) -> Response | None:
    """The answer of an interface every family has; None for any other address."""
    match request.path:
        case "/api/bieu-mau":
            account = portals.sessions.of(request)
            given = {"name": account.name, "number": account.number} if account else {}
            return as_json({**form(portals.offer.form).as_data(), "given": given})
        case "/api/danh-muc":
            time.sleep(portals.habits.list_ms / 1000)
            found = lists()[request.query["ten"]]
            if isinstance(found, dict):
                found = found.get(request.query["cua"], []) if "cua" in request.query else list(found)
            return as_json(found)
        case "/api/tai-len":
            return uploaded(portals, request)
        case "/api/tra-cuu":
            time.sleep(portals.habits.list_ms / 1000)
            return as_json({"gender": "Nam", "ethnicity": "Kinh"})
    return None


def uploaded(portals: Portals, request: Request) -> Response:
    """Takes files, or refuses them in the portal's words."""
    files = uploads_of(request)
    if portals.habits.upload_error:
        return as_json({"loi": portals.habits.upload_error}, status=400)
    if any(file.length > portals.habits.largest_upload for file in files):
        return as_json({"loi": "Vui lòng chọn tệp nhỏ hơn 2MB"}, status=400)
    if any(file.media_type not in {"application/pdf", "image/jpeg", "image/png"} for file in files):
        return as_json({"loi": "Tệp không đúng định dạng cho phép"}, status=400)
    portals.uploads += files
    return as_json({"ten": [file.name for file in files]})


def submitted(portals: Portals, request: Request, code: str, *, draft: bool = False) -> Response:
    """Keeps what was sent and tells the dossier's code; a session that has ended takes nothing."""
    from tests.portal.standins.portals import Submitted

    portals.calls += 1
    if portals.sessions.of(request) is None or 0 < portals.habits.session_ends_after <= portals.calls:
        return as_json({"loi": "Phiên làm việc đã hết hạn. Vui lòng đăng nhập lại."}, status=401)
    values: dict[str, Any] = {VERSION.sub("", name): value for name, value in request.json().items()}
    portals.submitted.append(Submitted(host=request.host, values=values, code=code, draft=draft))
    return as_json({"ma": code})


def code_like(pattern: str) -> str:
    """A dossier's code: each `#` becomes a digit."""
    return "".join(secrets.choice("0123456789") if mark == "#" else mark for mark in pattern)


def shell(title: str, script: str, *, head: str = "", body: str = "", kind: str = "") -> Response:
    """A page of a portal that its script draws."""
    module = f' type="{kind}"' if kind else ""
    return page(
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<link rel="stylesheet" href="/_chung/portal.css">'
        f'{head}</head><body>{body}<div id="root"></div><script src="/_chung/shared.js"></script>'
        f'<script{module} src="{script}"></script></body></html>'
    )


REACT = (
    '<script src="/_npm/react/umd/react.production.min.js"></script>'
    '<script src="/_npm/react-dom/umd/react-dom.production.min.js"></script>'
)
