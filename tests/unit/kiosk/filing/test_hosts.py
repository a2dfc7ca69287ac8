"""Which addresses a filing may open."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.filing.hosts import host_allowed, host_of, page_allowed, resource_allowed
from kiosk.filing.page_rules import Rules

RULES = Rules(
    system="national",
    start="https://dichvucong.gov.vn/",
    hosts=("dichvucong.gov.vn", "tokhaidientu.moj.gov.vn"),
    resource_hosts=("cdn.dichvucong.gov.vn",),
)


@pytest.mark.parametrize(
    "address",
    [
        "https://dichvucong.gov.vn",
        "https://dichvucong.gov.vn/nop-ho-so?a=b#c",
        "https://dichvucong.gov.vn:443/",
        "HTTPS://DichVuCong.gov.vn/",
        "https://tokhaidientu.moj.gov.vn/e-form/1",
        "https://dichvucong.gov.vn?a=@b",
        "about:blank",
    ],
)
def test_pages_of_the_visits_hosts_open(address: str) -> None:
    assert page_allowed(address, RULES)


@pytest.mark.parametrize(
    "address",
    [
        "http://dichvucong.gov.vn/",
        "https://dichvucong.gov.vn:8443/",
        "https://dichvucong.gov.vn./",
        "https://dichvucong.gov.vn.evil.example/",
        "https://evil.example/dichvucong.gov.vn",
        "https://xdichvucong.gov.vn/",
        "https://a.dichvucong.gov.vn/",
        "https://gov.vn/",
        "https://user@dichvucong.gov.vn/",
        "https://dichvucong.gov.vn@evil.example/",
        "https://dichvucong.gov.vn:x@evil.example/",
        "https://dichvucong.gov.vn\\@evil.example/",
        "https://evil.example\\.dichvucong.gov.vn/",
        "https://xn--dchvucong-3tb.gov.vn/",
        "https://dịchvucông.gov.vn/",
        "https://dichvucong。gov。vn/",
        "https://d\u0456chvucong.gov.vn/",
        "https://dichvucong%2Egov.vn/",
        "https:/dichvucong.gov.vn/",
        "https:dichvucong.gov.vn",
        "//dichvucong.gov.vn/",
        " https://dichvucong.gov.vn/",
        "https://dichvucong.gov.vn /",
        "https://dichvucong.gov.vn\t/",
        "https://dichvucong.gov.vn\n.evil.example/",
        "https://dichvucong.gov.vn\x00.evil.example/",
        "view-source:https://dichvucong.gov.vn/",
        "blob:https://dichvucong.gov.vn/1",
        "filesystem:https://dichvucong.gov.vn/1",
        "data:text/html,x",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "chrome://settings",
        "devtools://x",
        "qrc:/x",
        "about:config",
        "about:blank#x",
        "intent://dichvucong.gov.vn/#Intent;end",
        "wss://dichvucong.gov.vn/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://localhost/",
        "https://cdn.dichvucong.gov.vn/",
        "https://",
        "",
    ],
)
def test_nothing_else_opens(address: str) -> None:
    assert not page_allowed(address, RULES)


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("https://cdn.dichvucong.gov.vn/a.js", True),
        ("wss://dichvucong.gov.vn/socket", True),
        ("data:image/png;base64,AAAA", True),
        ("blob:https://dichvucong.gov.vn/1", True),
        ("blob:https://evil.example/1", False),
        ("https://evil.example/pixel.gif", False),
        ("ws://dichvucong.gov.vn/socket", False),
        ("wss://evil.example/socket", False),
        ("ftp://dichvucong.gov.vn/", False),
        ("file:///etc/passwd", False),
    ],
)
def test_pictures_scripts_and_calls_go_to_these_hosts_and_those_of_their_resources(
    address: str, allowed: bool
) -> None:
    assert resource_allowed(address, RULES) is allowed


@given(
    before=st.text(alphabet="abz.-@:/\\%x", max_size=8),
    after=st.text(alphabet="abz.-@:/\\?#%", max_size=8),
)
@settings(deadline=None)
def test_an_address_is_allowed_only_where_its_host_ends_with_nothing_but_a_path(before: str, after: str) -> None:
    address = f"https://{before}dichvucong.gov.vn{after}"
    if host_allowed(address, RULES.hosts):
        assert before == ""
        assert after[:1] in ("", "/", "?", "#")
        assert host_of(address) == "dichvucong.gov.vn"
