"""Addresses are judged as they are sent: Vietnamese letters in a query are escaped there, and no reason to refuse."""

from __future__ import annotations

from PySide6.QtCore import QUrl

from kiosk.filing.page_rules import Rules
from ui.portal.link import PageLink, sent
from ui.portal.ways_out import WaysOut

ESCAPED = "https://dichvucong.gov.vn/tim?tu=%C4%91%C4%83ng%20k%C3%BD"


def ways() -> WaysOut:
    made = WaysOut()
    made.follow(Rules(system="national", start=ESCAPED, hosts=("dichvucong.gov.vn",)))
    return made


def test_vietnamese_letters_in_a_query_are_sent_escaped_and_let_pass() -> None:
    for written in (ESCAPED, "https://dichvucong.gov.vn/tim?tu=đăng ký"):
        assert sent(QUrl(written)) == ESCAPED
        assert ways().page(sent(QUrl(written)))
        assert ways().resource(sent(QUrl(written)))


def test_letters_that_look_like_those_of_the_host_are_another_host() -> None:
    assert not ways().page(sent(QUrl("https://dịchvucong.gov.vn/")))
    assert not ways().page(sent(QUrl("https://dichvucong.gov.vn.example/?https://dichvucong.gov.vn/")))


def test_the_page_hands_over_its_address_in_that_form() -> None:
    assert PageLink().written(QUrl("https://dichvucong.gov.vn/tim?tu=đăng ký")) == ESCAPED
