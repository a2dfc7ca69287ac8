"""The policy laid on every page names the hosts of the visit, nobody else; what a page makes itself it may load."""

from __future__ import annotations

from kiosk.filing.page_rules import Rules
from ui.portal.ways_out import WaysOut

RULES = Rules(system="page", start="https://a.gov.vn/", hosts=("a.gov.vn", "b.vn"), resource_hosts=("anh.vn",))


def parts(policy: str) -> dict[str, set[str]]:
    """Directive -> its sources."""
    return {name: set(sources) for name, *sources in (part.split() for part in policy.split(";"))}


def test_pages_come_from_the_pages_hosts_and_what_they_load_from_the_others_too() -> None:
    ways = WaysOut()
    ways.follow(RULES)
    laid = parts(ways.policy)
    assert {each for each in laid["default-src"] if "://" in each} == {
        f"{scheme}://{host}" for scheme in ("https", "wss") for host in ("a.gov.vn", "b.vn", "anh.vn")
    }
    assert {each for each in laid["frame-src"] if "://" in each} == {"https://a.gov.vn", "https://b.vn"}
    assert laid["form-action"] == {"https://a.gov.vn", "https://b.vn"}


def test_a_page_may_do_with_itself_what_it_likes() -> None:
    ways = WaysOut()
    ways.follow(RULES)
    assert parts(ways.policy)["default-src"] >= {"data:", "blob:", "'unsafe-inline'", "'unsafe-eval'"}


def test_before_a_visit_there_is_no_policy_for_there_is_no_page() -> None:
    assert WaysOut().policy == ""
