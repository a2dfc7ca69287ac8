"""The failure book is read strictly and names what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.errors import KioskError, read_failures


def test_a_missing_language_is_named_with_file_and_key(tmp_path: Path) -> None:
    book = tmp_path / "failures.toml"
    book.write_text(
        '[failures."card.lost"]\ntitle.vi = "Mất thẻ."\nremedy = {vi="a",en="b"}\nstaff = {vi="a",en="b"}\n'
    )
    with pytest.raises(
        KioskError,
        match=r"failures\.toml: failures\.\"card\.lost\"\.title\.en: thiếu bản dịch `en` / missing translation `en`",
    ):
        read_failures(book)


def test_an_absent_book_is_named(tmp_path: Path) -> None:
    with pytest.raises(KioskError, match="nowhere"):
        read_failures(tmp_path / "nowhere.toml")
