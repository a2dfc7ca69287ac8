"""All practice portals behind one server: what is offered, who is signed in, what was uploaded and submitted.

A test sets the habits before a visit and reads afterwards what arrived. Nothing here knows the kiosk.
"""

from __future__ import annotations

import mimetypes
import secrets
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.portal.standins import formio, hostile, hosts, joint, justice, login, national, payment, public_security
from tests.portal.standins.account import Account, Sessions
from tests.portal.standins.certificates import Authority
from tests.portal.standins.uploads import Upload
from tests.portal.standins.web import NOT_FOUND, Request, Response, Server, page

PAGES = Path(__file__).parent / "pages"
SHARED = "/_chung/"
FRAMEWORKS = "/_npm/"


@dataclass(slots=True)
class Habits:
    """How the portals behave, in milliseconds and yes or no."""

    list_ms: int = 500
    """How long a list takes to come."""
    qr_life_s: float = 60.0
    """How long the picture of the login may be scanned."""
    maintenance: bool = False
    offline: bool = False
    """Every connection is closed without an answer."""
    slow_s: float = 0.0
    """So long until a page of the national portal begins to come."""
    wall: bool = False
    """A wall against robots stands before the pages."""
    session_ends_after: int = 0
    """The session is over after so many calls of the form's interfaces; 0: never."""
    largest_upload: int = 2 * 1024 * 1024
    upload_error: str = ""
    """What the portal says instead of taking a file."""
    consent: bool = True
    passcode: bool = True


@dataclass(slots=True)
class Offer:
    """The procedure that the national portal leads to just now."""

    form: str
    leads_to: str


@dataclass(slots=True)
class Submitted:
    """What one filing brought: every value by the control's name, without the version of names."""

    host: str
    values: dict[str, Any]
    code: str
    draft: bool = False


@dataclass(slots=True)
class Portals:
    """The practice portals of one run; stop them when done. `frameworks` is the folder `node_modules`."""

    frameworks: Path
    port: int = 0
    offer: Offer = field(default_factory=lambda: Offer(form="national-khai-sinh", leads_to=hosts.NATIONAL))
    account: Account = field(default_factory=lambda: Account(name="NGUYỄN THỊ THỬ", number="001190000001"))
    habits: Habits = field(default_factory=Habits)
    sessions: Sessions = field(default_factory=Sessions)
    submitted: list[Submitted] = field(default_factory=list)
    uploads: list[Upload] = field(default_factory=list)
    tickets: dict[str, Account] = field(default_factory=dict)
    """Codes of the login that a portal may change into a session, once."""
    pictures: dict[str, bool] = field(default_factory=dict)
    """Login pictures by their token: whether a phone has scanned them."""
    paid: set[str] = field(default_factory=set)
    calls: int = 0
    caught: list[str] = field(default_factory=list)
    """What a hostile page has got hold of."""
    authority: Authority = field(default_factory=Authority)
    server: Server = field(init=False)
    _folder: tempfile.TemporaryDirectory[str] = field(default_factory=tempfile.TemporaryDirectory)

    def __post_init__(self) -> None:
        into = Path(self._folder.name)
        good = (*hosts.PORTALS, hosts.ELSEWHERE, hosts.LOOKALIKE)
        stranger = Authority()
        certificates: dict[str | None, str] = {
            None: str(self.authority.issue(into, good)),
            hosts.EXPIRED: str(self.authority.issue(into, (hosts.EXPIRED,), ended=True)),
            hosts.MISNAMED: str(self.authority.issue(into, ("khac.example",))),
            hosts.UNKNOWN_ISSUER: str(stranger.issue(into, (hosts.UNKNOWN_ISSUER,))),
        }
        self.server = Server(self.answer, certificates, self.port)

    def stop(self) -> None:
        """Nothing answers any more."""
        self.server.stop()
        self._folder.cleanup()

    def begin(self, form: str, leads_to: str) -> None:
        """A fresh day: this procedure is offered, nobody is signed in, nothing was sent."""
        self.offer = Offer(form=form, leads_to=leads_to)
        self.habits = Habits()
        self.calls = 0
        for kept in (
            self.submitted, self.uploads, self.caught, self.tickets, self.pictures, self.paid, self.sessions.open,
            self.server.recorded.requests,
        ):  # fmt: skip
            kept.clear()

    def scan(self) -> None:
        """A phone scans the newest picture of the login."""
        self.pictures[list(self.pictures)[-1]] = True

    def answer(self, request: Request) -> Response:
        """What the host that was asked says. Raises `ConnectionError` where it says nothing."""
        if self.habits.offline:
            raise ConnectionAbortedError
        if request.path.startswith(FRAMEWORKS):
            return _file(self.frameworks, request.path.removeprefix(FRAMEWORKS), kept=True)
        if request.path.startswith(SHARED):
            return _file(PAGES, request.path.removeprefix(SHARED))
        if self.habits.slow_s and request.host == hosts.NATIONAL and not request.path.startswith("/api/"):
            time.sleep(self.habits.slow_s)
        if self.habits.maintenance:
            return page((PAGES / "maintenance.html").read_text("utf-8"), status=503)
        if self.habits.wall and request.host == hosts.NATIONAL:
            return page((PAGES / "wall.html").read_text("utf-8"), status=403)
        if request.path.startswith(hostile.PLACE) and request.host in FAMILIES:
            return hostile.answer(self, request)
        answer = FAMILIES.get(request.host)
        return answer(self, request) if answer else hostile.elsewhere(self, request)

    def ticket(self) -> str:
        """A login that has succeeded, to be changed into a session by the portal that asked for it."""
        code = secrets.token_hex(8)
        self.tickets[code] = self.account
        return code


FAMILIES: dict[str, Callable[[Portals, Request], Response]] = {
    hosts.NATIONAL: national.answer,
    hosts.LOGIN: login.answer,
    hosts.JUSTICE: justice.answer,
    hosts.E_FORM: justice.answer_e_form,
    hosts.POLICE: public_security.answer,
    hosts.RESIDENCE: public_security.answer_residence,
    hosts.PAYMENT: payment.answer,
    hosts.JOINT: joint.answer,
    hosts.FORMIO: formio.answer,
}


def _file(folder: Path, name: str, *, kept: bool = False) -> Response:
    """A file below this folder; a module named without its ending is found, as bundlers find it."""
    for candidate in (name, f"{name}.js", f"{name}/index.js"):
        file = (folder / candidate).resolve()
        if file.is_relative_to(folder.resolve()) and file.is_file():
            kind = mimetypes.guess_type(file.name)[0] or "text/javascript"
            kind = "text/javascript" if file.suffix in {".js", ".mjs"} else kind
            headers = (("Cache-Control", "max-age=3600"),) if kept else (("Cache-Control", "no-store"),)
            return Response(body=file.read_bytes(), content_type=f"{kind}; charset=utf-8", headers=headers)
    return NOT_FOUND
