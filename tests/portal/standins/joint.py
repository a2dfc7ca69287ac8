"""The portal of joint services: Angular Material and ng-select, every step behind the hash of one address."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.portal.standins import hosts
from tests.portal.standins.account import signed_out
from tests.portal.standins.forms import form
from tests.portal.standins.interfaces import code_like, interface, shell, submitted
from tests.portal.standins.national import enter, login_address
from tests.portal.standins.web import NOT_FOUND, Request, Response, as_json, redirect

if TYPE_CHECKING:
    from tests.portal.standins.portals import Portals

CODE = "G22.99.08-261129-######"
MODULES = {
    "@angular/core": "@angular/core/fesm2022/core.mjs",
    "@angular/core/": "@angular/core/fesm2022/",
    "@angular/common": "@angular/common/fesm2022/common.mjs",
    "@angular/common/http": "@angular/common/fesm2022/http.mjs",
    "@angular/compiler": "@angular/compiler/fesm2022/compiler.mjs",
    "@angular/forms": "@angular/forms/fesm2022/forms.mjs",
    "@angular/platform-browser": "@angular/platform-browser/fesm2022/platform-browser.mjs",
    "@angular/material/": "@angular/material/fesm2022/",
    "@angular/cdk": "@angular/cdk/fesm2022/cdk.mjs",
    "@angular/cdk/": "@angular/cdk/fesm2022/",
    "@ng-select/ng-select": "@ng-select/ng-select/fesm2022/ng-select-ng-select.mjs",
    "rxjs": "rxjs/dist/esm/index.js",
    "rxjs/operators": "rxjs/dist/esm/operators/index.js",
    "tslib": "tslib/tslib.es6.mjs",
}
"""Where a browser finds the modules, Angular's own compiler among them: the practice portal needs no build."""


def answer(portals: Portals, request: Request) -> Response:
    """The pages of the joint services' host."""
    if found := interface(portals, request):
        return found
    match request.path:
        case "/sso":
            return enter(portals, request, f"/#/ke-khai/{form(portals.offer.form).head['code']}")
        case "/dang-xuat":
            portals.sessions.end(request)
            back = f"https://{hosts.JOINT}/da-dang-xuat"
            return redirect(f"https://{hosts.LOGIN}/dang-xuat?ve={back}", headers=signed_out())
        case "/da-dang-xuat":
            return shell("Đã đăng xuất", "/_chung/signed-out.js")
        case "/api/toi":
            account = portals.sessions.of(request)
            return as_json({"ten": account.name if account else ""})
        case "/api/nop":
            return submitted(portals, request, code_like(CODE))
        case "/":
            if portals.sessions.of(request) is None:
                return redirect(login_address(hosts.JOINT))
            imports = json.dumps({"imports": _imports(portals)})
            head = (
                f'<script type="importmap">{imports}</script>'
                '<link rel="stylesheet" href="/_npm/@angular/material/prebuilt-themes/azure-blue.css">'
                '<link rel="stylesheet" href="/_npm/@ng-select/ng-select/themes/default.theme.css">'
            )
            return shell("Dịch vụ công liên thông", "/_chung/joint.js", head=head, kind="module")
    return NOT_FOUND


def _imports(portals: Portals) -> dict[str, str]:
    """The map of modules; the entry of every part of Material and its kit is named, for a browser adds no ending."""
    found = {name: f"/_npm/{path}" for name, path in MODULES.items()}
    for package in ("@angular/material", "@angular/cdk", "@angular/core"):
        folder = portals.frameworks / package / "fesm2022"
        for file in folder.rglob("*.mjs"):
            name = file.relative_to(folder).with_suffix("")
            found[f"{package}/{name}"] = f"/_npm/{package}/fesm2022/{name}.mjs"
    return found
