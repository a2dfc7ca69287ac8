"""Where the page in front may go. Before a visit is known: nowhere.

The judging is `kiosk.filing.hosts`; here stands who may do what: pages and frames, what they load, their windows.
"""

from __future__ import annotations

from kiosk.filing.hosts import BLANK, host_allowed, page_allowed, resource_allowed
from kiosk.filing.page_rules import Rules

MADE_BY_THE_PAGE = frozenset({BLANK, "about:srcdoc"})


class WaysOut:
    """The rules of the visit, once there is one."""

    def __init__(self) -> None:
        self._rules: Rules | None = None

    def follow(self, rules: Rules) -> None:
        """From now on this visit's hosts, and no others."""
        self._rules = rules

    @property
    def policy(self) -> str:
        """The same as a Content Security Policy, laid on every page: it alone is asked again when a call of a page is
        sent on to another host (CSP3 §7.6). Nothing of what a page may do with itself is taken away by it."""
        if self._rules is None:
            return ""
        pages = " ".join(f"https://{host}" for host in self._rules.hosts)
        names = (*self._rules.hosts, *self._rules.resource_hosts)
        loaded = " ".join(f"https://{host} wss://{host}" for host in names)
        itself = "data: blob: 'unsafe-inline' 'unsafe-eval'"
        return f"default-src {itself} {loaded}; frame-src {itself} {pages}; form-action {pages}"

    def page(self, address: str) -> bool:
        """Whether a page or a frame may come from there."""
        if address in MADE_BY_THE_PAGE:
            return True
        return self._rules is not None and page_allowed(address, self._rules)

    def resource(self, address: str) -> bool:
        """Whether a picture, script or call may go there."""
        return self._rules is not None and resource_allowed(address, self._rules)

    def popup(self, address: str) -> bool:
        """Whether a window may open there in this process: hosts of payment, and the empty page they begin as."""
        if self._rules is None or not self._rules.payment_hosts:
            return False
        return address in {"", BLANK} or host_allowed(address, self._rules.payment_hosts)
