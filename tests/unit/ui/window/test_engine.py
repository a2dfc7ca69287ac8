"""The engine of every window: bundled letters, or a message that says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.errors import KioskError
from ui.window.engine import load_fonts


def test_missing_letters_are_named_with_the_next_step(qapp: QGuiApplication, tmp_path: Path) -> None:
    with pytest.raises(KioskError, match="install the program again"):
        load_fonts(tmp_path)


@pytest.mark.qt_log_ignore("font")
def test_damaged_letters_are_named_with_the_next_step(qapp: QGuiApplication, tmp_path: Path) -> None:
    (tmp_path / "BeVietnamPro-Regular.ttf").write_bytes(b"no letters here")
    with pytest.raises(KioskError, match="damaged"):
        load_fonts(tmp_path)


def test_the_bundled_letters_become_the_letters_of_the_program(qapp: QGuiApplication) -> None:
    load_fonts()
    assert QGuiApplication.font().family() == "Be Vietnam Pro"
