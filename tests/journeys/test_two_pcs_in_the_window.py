"""Two PCs with one printer and one scanner: what the second one shows while the first is off is what its guide says.

The drivers are the real ones; nobody listens where the first PC would be.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication

from kiosk.clock import Clock
from kiosk.session import Screen
from kiosk.settings import read_settings
from kiosk.station.station import open_station
from ui.played.screen_user import ScreenUser
from ui.program.station import application, virtual
from ui.window.app import App, Shape

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "two-pcs.md"
GUEST = """\
[printer]
driver = "ipp"
uri = "ipp://127.0.0.1:1/printers/kiosk"
device_uri = ""
[scanner]
driver = "escl"
uri = "http://127.0.0.1:1/eSCL"
lease = "tcp://127.0.0.1:1"
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """The second PC: its window and who stands before it."""

    app: App
    user: ScreenUser

    def go(self, screen: Screen) -> None:
        self.app.visit.act(lambda: self.app.visit.session.go(screen))
        self.user.settle()


@pytest.fixture
def guest(qapp: QGuiApplication, tmp_path: Path) -> Iterator[Guest]:
    """Opened with the settings that `together join` writes, while PC 1 is off."""
    application()
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "devices.toml").write_text(GUEST, "utf-8")
    joined = read_settings(overrides=tmp_path / "own")
    with_a_card = virtual(joined, "nguyen-van-an", tmp_path).devices.card_reader
    settings = msgspec.structs.replace(
        joined, devices=msgspec.structs.replace(joined.devices, card_reader=with_a_card)
    )
    station = open_station(settings, Clock(), state=tmp_path / "state")
    shape = Shape(size=QSize(1080, 1920), pixels_per_mm=4.0, motion=False)
    app = App(station.services, station.card_reader, settings.devices, shape)
    try:
        yield Guest(app=app, user=ScreenUser(app.window))
    finally:
        app.close()
        station.close()


def test_while_pc_1_is_off_pc_2_says_what_the_guide_says_and_serves_on(guest: Guest) -> None:
    user, told = guest.user, GUIDE.read_text("utf-8")
    guest.app.visit.act(lambda: guest.app.visit.session.choose_procedure("dang-ky-tam-tru"))
    user.wait_for(lambda: user.can_press("Điền tờ khai"), "the procedure")
    guest.go(Screen.PRINT)
    for shown, page in (("Máy in chưa kết nối.", Screen.PRINT), ("Máy quét chưa dùng được", Screen.SCAN)):
        guest.go(page)
        user.wait_to_see(shown)
        assert f"“{shown.rstrip('.')}" in told
    guest.go(Screen.PROCEDURE)
    user.press("Điền tờ khai")
    user.wait_for(lambda: guest.app.visit.screen is Screen.CONSENT, "the consent before the card")
    assert guest.app.warnings == []
