"""The browser that shows official pages: is it there, how old are its security patches, and do the pages answer.

A browser with old patches is the weakest part of a station that opens pages from outside. The pages are asked by one
HEAD request each, without a personal byte.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import httpx

from devices.bounded_http import BoundedHttp, HttpFaultError
from devices.timed_call import OverdueError, TimedCall
from kiosk.doctor.examination import Found, attention, ready

OLDEST = timedelta(days=60)
"""Chromium is mended every week or two; what stands open is known to everybody after as long again."""
LIMIT_S = 4.0
NO_BODY = 1_000
"""Bytes; an answer to HEAD has none (RFC 9110 §9.3.2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Browser:
    """The browser that this release is built with."""

    library: str
    """Version of PySide6-Addons."""
    chromium: str
    security_patch: str
    """Chromium's version whose security patches it has, as `qWebEngineChromiumSecurityPatchVersion` says."""
    built: date
    """The day the library was built, the latest on which its patches were new."""


BROWSER = Browser(
    library="6.11.3", chromium="140.0.7339.264", security_patch="155.0.8059.85", built=date(2026, 10, 21)
)
"""Changes with the pinned library; tests hold it against the pin and against the library itself."""


def examine_browser(browser: Browser | None, today: date) -> Found:
    """How old the patches are; None where the station has no browser, which it need not have."""
    if browser is None:
        return ready(fitted="no")
    days = (today - browser.built).days
    facts: dict[str, str | int] = {"chromium": browser.chromium, "security_patch": browser.security_patch}
    if days > OLDEST.days:
        return attention("doctor.browser-old", **facts, days=days)
    return ready(**facts, days=days)


def examine_official_pages(
    hosts: Sequence[str], *, limit_s: float = LIMIT_S, transport: httpx.BaseTransport | None = None
) -> Found:
    """Which of the hosts answer, whatever they answer. No hosts: none was tried. `transport` is for tests."""
    if not hosts:
        return ready(tried="no")
    until = time.perf_counter() + limit_s
    asked = {host: TimedCall(_asking(host, limit_s, transport), f"doctor-{host}") for host in hosts}
    answered = [host for host, call in asked.items() if _has_answered(call, until)]
    silent = [host for host in hosts if host not in answered]
    facts: dict[str, str | int] = {"answered": len(answered), "answering": " ".join(answered)}
    if silent:
        return attention("doctor.official-pages-silent", **facts, silent=" ".join(silent))
    return ready(**facts)


def _asking(host: str, seconds: float, transport: httpx.BaseTransport | None) -> Callable[[], bool]:
    def ask() -> bool:
        try:
            BoundedHttp(seconds=seconds, most_bytes=NO_BODY, transport=transport).exchange("HEAD", f"https://{host}/")
        except HttpFaultError:
            return False
        return True

    return ask


def _has_answered(call: TimedCall[bool], until: float) -> bool:
    try:
        return call.result(until)
    except OverdueError:
        return False
