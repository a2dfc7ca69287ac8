"""Which step of the guide a page is."""

from __future__ import annotations

import re

from kiosk.filing.hosts import host_of
from kiosk.filing.outcome import Page
from kiosk.filing.page_rules import PortalStep, Rules, Secrecy
from kiosk.filing.words import says

_OVER_ANOTHER = frozenset({Secrecy.LOGIN, Secrecy.CODE, Secrecy.PAYMENT})
"""What may stand in front of another step, such as the passcode's dialog over the form."""


def step_of(page: Page, rules: Rules) -> PortalStep | None:
    """The step whose marks the page bears: secrets in front of others first, then the one with most marks, then the
    earlier. None for a page of no step or of a host that is not the visit's. A page of a login or payment host is
    never an open step."""
    fitting = [(step, marks) for step in rules.steps if (marks := _marks(step, page, rules)) is not None]
    if not fitting:
        return None
    return max(fitting, key=lambda found: (_covers(found[0]), found[1]))[0]


def _covers(step: PortalStep) -> bool:
    return step.secrecy in _OVER_ANOTHER and bool(step.words or step.hosts)


def _marks(step: PortalStep, page: Page, rules: Rules) -> int | None:
    """How many kinds of marks the page bears, None where one that the step names is missing."""
    host = host_of(page.address)
    secret = {*rules.login_hosts, *rules.payment_hosts}
    if host not in rules.hosts or (host in secret and step.secrecy not in _OVER_ANOTHER):
        return None
    borne = [
        (step.hosts, host in step.hosts),
        (step.addresses, any(re.search(pattern, page.address) for pattern in step.addresses)),
        (step.words, says(page.words, step.words)),
    ]
    asked = [is_borne for marks, is_borne in borne if marks]
    return len(asked) if all(asked) else None
