"""The citizen's account at the national login, and who is signed in where."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from tests.portal.standins.web import Request

COOKIE = "phien"
"""The cookie of a portal's own session."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What the portal knows of a citizen who signs in."""

    name: str
    number: str
    password: str = "Mat-khau-thu-1"
    code: str = "246810"
    """The code of six cells that comes to the phone."""
    passcode: str = "135790"


@dataclass(slots=True)
class Sessions:
    """Open sessions by the cookie's value. A name that was signed in stays so until it signs out, as at home."""

    open: dict[str, Account] = field(default_factory=dict)

    def begin(self, account: Account) -> str:
        """A session for this account: the value of its cookie."""
        token = secrets.token_hex(16)
        self.open[token] = account
        return token

    def of(self, request: Request, cookie: str = COOKIE) -> Account | None:
        """Whose browser this is."""
        return self.open.get(request.cookies.get(cookie, ""))

    def end(self, request: Request, cookie: str = COOKIE) -> None:
        """Signed out."""
        self.open.pop(request.cookies.get(cookie, ""), None)


def signed_in(token: str, cookie: str = COOKIE, domain: str = "") -> tuple[tuple[str, str], ...]:
    """The cookies a portal leaves: one of its own, one for its whole domain, one partitioned."""
    whole = f"; Domain={domain}" if domain else ""
    return (
        ("Set-Cookie", f"{cookie}={token}; Path=/; Secure; HttpOnly; Max-Age=86400; SameSite=None{whole}"),
        ("Set-Cookie", f"{cookie}-cung={token}; Path=/; Secure; Max-Age=86400; SameSite=None; Partitioned"),
    )


def signed_out(cookie: str = COOKIE, domain: str = "") -> tuple[tuple[str, str], ...]:
    """Takes the portal's own cookie away; the partitioned one stays, as it does in the world."""
    whole = f"; Domain={domain}" if domain else ""
    return (("Set-Cookie", f"{cookie}=; Path=/; Secure; Max-Age=0; SameSite=None{whole}"),)
