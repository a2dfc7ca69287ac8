"""The login's symbol is read off a picture and drawn anew without losing a letter."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from ui.portal.login_qr import MOST, rows_of, text_of

DOT, BORDER = 4, 24
LOGIN = "vneid://dang-nhap?anh=" + "5f0c" * 9


def drawn(text: str) -> QImage:
    """As the portal's guide draws it, each dot a square, on white."""
    rows = rows_of(text)
    side = len(rows) * DOT + 2 * BORDER
    picture = QImage(side, side, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFF)
    for y in range(len(rows) * DOT):
        for x in range(len(rows) * DOT):
            if rows[y // DOT][x // DOT]:
                picture.setPixel(x + BORDER, y + BORDER, 0)
    return picture


@pytest.mark.parametrize(
    "text", [LOGIN, "x", "vneid://?ten=Hoàng Yến", LOGIN * 8], ids=["login", "short", "vi", "long"]
)
def test_a_symbol_that_is_drawn_anew_says_the_same(qapp: QGuiApplication, text: str) -> None:
    assert text_of(drawn(text)) == text


def test_the_border_is_left_to_whoever_draws_it() -> None:
    rows = rows_of(LOGIN)
    finder = [True] * 7
    assert [rows[0][:7], rows[0][-7:], rows[-1][:7]] == [finder] * 3


def test_no_text_is_no_symbol(qapp: QGuiApplication) -> None:
    assert rows_of("") == []
    assert text_of(QImage(200, 200, QImage.Format.Format_RGB32)) == ""


def test_a_text_longer_than_any_login_is_passed_over(qapp: QGuiApplication) -> None:
    assert text_of(drawn("x" * (MOST + 1))) == ""
