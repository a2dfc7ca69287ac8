"""Which addresses a filing may open: https, the usual port, an exact host of the visit's list, and nothing clever.

An address is judged as it is written. What would have to be interpreted first (a user name, another port, a dot
behind the name, letters that look like others, encoded ones) is refused.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from kiosk.filing.page_rules import Rules

BLANK = "about:blank"
"""The page with which a browser begins."""

HOST = r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}"
"""A full host name in small ASCII letters, without a dot at its end."""

_ADDRESS = re.compile(rf"(?i:https|wss)://({HOST})(?::443)?(?=[/?#]|\Z)", re.IGNORECASE | re.ASCII)
_NEVER_INSIDE = re.compile(r"[\s\\\x00-\x1f\x7f]")
_OF_THE_PAGE_ITSELF = re.compile(r"data:|blob:https://", re.IGNORECASE)


def host_of(address: str) -> str | None:
    """The host of a plain https address in small letters; None for any other address."""
    return _host(address, "https://")


def _host(address: str, scheme: str) -> str | None:
    if not address.isascii() or _NEVER_INSIDE.search(address) or not address.casefold().startswith(scheme):
        return None
    found = _ADDRESS.match(address)
    return found[1].lower() if found and len(found[1]) < 254 else None


def host_allowed(address: str, hosts: Collection[str]) -> bool:
    """Whether the address lies on one of exactly these hosts."""
    return host_of(address) in hosts


def page_allowed(address: str, rules: Rules) -> bool:
    """Whether a page or a frame may come from there. Refuses every scheme but https; `about:blank` is nothing."""
    return address == BLANK or host_allowed(address, rules.hosts)


def resource_allowed(address: str, rules: Rules) -> bool:
    """Whether a picture, script or call may go there: the pages' hosts, those of their resources, and what the page
    made itself (`data:`, `blob:` of an allowed host)."""
    if made := _OF_THE_PAGE_ITSELF.match(address):
        return made[0].casefold() == "data:" or host_allowed(address[len("blob:") :], rules.hosts)
    host = _host(address, "https://") or _host(address, "wss://")
    return host in rules.hosts or host in rules.resource_hosts
