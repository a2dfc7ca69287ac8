"""Whole visits in the real window: by screen reader, by touch, by keyboard; nothing of the person is left behind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk import paths
from kiosk.session import Screen
from tests.helpers.kiosk_window import kiosk_window
from tests.helpers.other_users import Fingers, Keys
from ui.played.played_visit import PlayedVisit
from ui.played.visit import card_digits, play_visit

PERSONA = "nguyen-van-an"


class Unpictured(PlayedVisit):
    """A played visit of which no pictures are kept; `test_demo` and `test_setup_demo` look at those."""

    def keep(self, name: str) -> None:
        """Let the screen come to rest."""
        self.user.settle()


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def test_a_visit_by_screen_reader_prints_two_papers_and_ends_at_the_idle_screen(
    qapp: QGuiApplication, tmp_path: Path, out: Path
) -> None:
    with kiosk_window(tmp_path) as window:
        recording = Unpictured(folder=out, app=window.app, user=window.user)
        play_visit(recording, window.station, card_digits(PERSONA))
        assert window.app.visit.screen is Screen.IDLE
        assert window.app.warnings == []
        assert [path.name for path in sorted(window.paper.iterdir())] == ["001-declaration.pdf", "002-leaflet.pdf"]
        counted = window.station.counts.totals()
        assert counted["form-printed", "ct01"] == 1
        assert counted["visit-finished", ""] == 1


def test_a_visit_by_touch_alone_prints_two_papers(qapp: QGuiApplication, tmp_path: Path, out: Path) -> None:
    with kiosk_window(tmp_path) as window:
        fingers = Fingers(window.app.window, QTest.createTouchDevice())
        recording = Unpictured(folder=out, app=window.app, user=fingers)
        play_visit(recording, window.station, card_digits(PERSONA))
        assert window.app.visit.screen is Screen.IDLE
        assert len(list(window.paper.iterdir())) == 2
        assert window.app.warnings == []


def test_a_visit_by_keyboard_alone_prints_two_papers(qapp: QGuiApplication, tmp_path: Path, out: Path) -> None:
    with kiosk_window(tmp_path) as window:
        recording = Unpictured(folder=out, app=window.app, user=Keys(window.app.window))
        play_visit(recording, window.station, card_digits(PERSONA))
        assert window.app.visit.screen is Screen.IDLE
        assert len(list(window.paper.iterdir())) == 2
        assert window.app.warnings == []


def test_from_the_idle_screen_a_procedure_is_two_touches_away(qapp: QGuiApplication, tmp_path: Path) -> None:
    with kiosk_window(tmp_path) as window:
        fingers = Fingers(window.app.window, QTest.createTouchDevice())
        Fingers.touches = 0
        fingers.press("Chạm vào đây để bắt đầu")
        fingers.press("Đăng ký tạm trú")
        assert window.app.visit.screen is Screen.PROCEDURE
        assert Fingers.touches == 2


def test_the_declaration_ct01_is_at_most_five_touches_from_the_welcome_screen(
    qapp: QGuiApplication, tmp_path: Path
) -> None:
    with kiosk_window(tmp_path) as window:
        fingers = Fingers(window.app.window, QTest.createTouchDevice())
        fingers.press("Chạm vào đây để bắt đầu")
        fingers.touches = 0
        Fingers.touches = 0
        for name in ("Đăng ký tạm trú", "Điền tờ khai", "Tôi tự nhập"):
            fingers.press(name)
        journey = window.app.visit.session.form.journey
        assert journey is not None
        assert journey.definition.id == "ct01"
        assert Fingers.touches <= 5


def canary_assets(folder: Path) -> tuple[Path, list[str]]:
    """The shipped assets with one more demo card, whose values stand nowhere else; and those values."""
    assets = folder / "assets"
    assets.mkdir()
    for entry in paths.assets().iterdir():
        if entry.name != "demo_cards":
            (assets / entry.name).symlink_to(entry)
    cards = assets / "demo_cards"
    cards.mkdir()
    (cards / "photos").symlink_to(paths.assets() / "demo_cards" / "photos")
    card = json.loads((paths.assets() / "demo_cards" / f"{PERSONA}.json").read_text(encoding="utf-8"))
    canary = {
        "personal_number": "040190987651",
        "full_name": "Kiều Thị Hoàng Yến Chim",
        "date_of_birth": "17/03/1990",
        "place_of_residence": "Xóm Chim Hoàng Yến, Thần Lĩnh, Nghệ An",
        "father": "Kiều Văn Sáo Sậu",
        "mother": "Lương Thị Họa Mi",
    }
    card["holder"] |= canary
    (cards / "canary.json").write_text(json.dumps(card, ensure_ascii=False), encoding="utf-8")
    return assets, [*canary.values(), "040190", "987651", "Lê Văn Bảy", "0912345678", "đường Trường Học"]


def test_nothing_of_a_canary_person_is_left_in_any_file_or_log(
    qapp: QGuiApplication,
    tmp_path: Path,
    out: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home" / "cache"))
    assets, values = canary_assets(tmp_path)
    with kiosk_window(tmp_path, persona="canary", assets=assets) as window:
        recording = Unpictured(folder=out, app=window.app, user=window.user)
        play_visit(recording, window.station, "987651")
        recording.write(printed=[], counted=window.station.counts.totals(), seconds=0)
        assert len(list(window.paper.iterdir())) == 2, "the visit must have been a whole one"
        assert QGuiApplication.clipboard().text() == ""
    told = capfd.readouterr()
    left = {"output": told.out.encode() + told.err.encode()}
    for path in tmp_path.rglob("*"):
        if path.is_file() and not path.is_relative_to(window.paper) and not path.is_relative_to(assets):
            left[str(path.relative_to(tmp_path))] = path.read_bytes()
    found = [
        (name, value)
        for name, content in left.items()
        for value in values
        if value.encode() in content or value.encode("utf-16-le") in content
    ]
    assert found == []
    assert any(name.startswith("state") for name in left), "the state folder must have been looked at"
