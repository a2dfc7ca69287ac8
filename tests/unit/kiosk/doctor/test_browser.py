"""How old the browser's patches are, and which official pages answer."""

from __future__ import annotations

import re
import threading
import tomllib
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from devices.status import Readiness
from kiosk.doctor.browser import BROWSER, OLDEST, examine_browser, examine_official_pages
from kiosk.doctor.examination import ready

ROOT = Path(__file__).resolve().parents[4]
HOSTS = ("a.gov.vn", "b.gov.vn")


def answering(*hosts: str) -> httpx.MockTransport:
    """Only these hosts answer, with whatever status."""

    def respond(request: httpx.Request) -> httpx.Response:
        if request.url.host in hosts:
            return httpx.Response(403)
        raise httpx.ConnectError("no route")

    return httpx.MockTransport(respond)


def test_the_browser_told_is_the_one_that_is_pinned() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    assert f"PySide6-Addons=={BROWSER.library}" in extras["portal"]
    assert re.fullmatch(r"\d+(\.\d+){3}", BROWSER.security_patch)


@pytest.mark.parametrize(("over", "code"), [(0, None), (1, "doctor.browser-old"), (400, "doctor.browser-old")])
def test_patches_older_than_sixty_days_want_attention(over: int, code: str | None) -> None:
    found = examine_browser(BROWSER, BROWSER.built + OLDEST + timedelta(days=over))
    assert found.code == code
    assert found.facts["security_patch"] == BROWSER.security_patch
    assert found.facts["days"] == 60 + over


def test_a_station_without_the_browser_lacks_nothing() -> None:
    assert examine_browser(None, BROWSER.built + timedelta(days=4000)) == ready(fitted="no")


def test_all_pages_that_answer_are_counted_whatever_they_answer() -> None:
    assert examine_official_pages(HOSTS, transport=answering(*HOSTS)) == ready(answered=2, answering=" ".join(HOSTS))


def test_a_page_that_does_not_answer_is_named() -> None:
    found = examine_official_pages(HOSTS, transport=answering("a.gov.vn"))
    assert (found.readiness, found.code) == (Readiness.ATTENTION, "doctor.official-pages-silent")
    assert found.facts == {"answered": 1, "answering": "a.gov.vn", "silent": "b.gov.vn"}


def test_no_page_is_said_to_be_dead_that_nobody_asked() -> None:
    assert examine_official_pages(()) == ready(tried="no")


def test_pages_that_hang_are_asked_at_once_and_given_up_together() -> None:
    together, release = threading.Barrier(2, timeout=20), threading.Event()

    def respond(_request: httpx.Request) -> httpx.Response:
        together.wait()
        release.wait(20)
        return httpx.Response(200)

    found = examine_official_pages(HOSTS, limit_s=0.2, transport=httpx.MockTransport(respond))
    assert not together.broken
    release.set()
    assert found.facts["silent"] == "a.gov.vn b.gov.vn"
