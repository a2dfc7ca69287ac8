"""A full-screen window is closed by the program and by nobody else."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QWindow

from ui.window.staying_open import StayingOpen


def test_the_wish_to_close_is_refused_until_the_program_lets_go(qapp: QGuiApplication) -> None:
    window = QWindow()
    window.show()
    stays = StayingOpen(window)
    assert not window.close()
    assert window.isVisible()
    stays.end()
    assert window.close()
    assert not window.isVisible()
