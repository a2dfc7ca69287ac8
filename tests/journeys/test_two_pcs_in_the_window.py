"""Two PCs with one printer and one scanner: what each shows while the other is off, or scans, is what the guide says.

At the second PC the drivers are the real ones and nobody listens where the first would be; at the first they are
simulated, and the line between the two is the real lease.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication

from kiosk.clock import Clock
from kiosk.scanning.lease import LeaseFile
from kiosk.session import Screen
from kiosk.settings import Settings, read_settings
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


LEASE_FOR_A_LONG_TIME_S = 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pc:
    """One of the two: its window, who stands before it, and the file of the lease where it keeps one."""

    app: App
    user: ScreenUser
    lease: LeaseFile

    def go(self, screen: Screen) -> None:
        self.app.visit.act(lambda: self.app.visit.session.go(screen))
        self.user.settle()

    def choose(self, procedure: str) -> None:
        self.app.visit.act(lambda: self.app.visit.session.choose_procedure(procedure))
        self.user.wait_for(lambda: self.user.can_press("Điền tờ khai"), "the procedure")

    def scan_a_page(self) -> None:
        """What a person presses, up to the page on the glass."""
        self.go(Screen.SCAN)
        self.user.press("Giấy khác")
        self.user.press("Quét trang này")


@contextmanager
def opened(folder: Path, settings: Settings) -> Iterator[Pc]:
    application()
    station = open_station(settings, Clock(), state=folder / "state")
    shape = Shape(size=QSize(1080, 1920), pixels_per_mm=4.0, motion=False)
    app = App(station.services, station.card_reader, settings.devices, shape)
    app.look.setProperty("doubleTapGuard", 0)
    try:
        yield Pc(app=app, user=ScreenUser(app.window), lease=LeaseFile(folder / "lease", Clock().seconds))
        assert app.warnings == []
    finally:
        app.close()
        station.close()


@pytest.fixture
def second(qapp: QGuiApplication, tmp_path: Path) -> Iterator[Pc]:
    """Opened with the settings that `together join` writes, while PC 1 is off."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "devices.toml").write_text(GUEST, "utf-8")
    joined = read_settings(overrides=tmp_path / "own")
    with_a_card = virtual(joined, "nguyen-van-an", tmp_path).devices.card_reader
    devices = msgspec.structs.replace(joined.devices, card_reader=with_a_card)
    with opened(tmp_path, msgspec.structs.replace(joined, devices=devices)) as pc:
        yield pc


@pytest.fixture
def first(qapp: QGuiApplication, tmp_path: Path) -> Iterator[Pc]:
    """It keeps printer, scanner and lease, as `together keep` writes it; PC 2 is off."""
    settings = virtual(read_settings(), "nguyen-van-an", tmp_path)
    scanner = msgspec.structs.replace(settings.devices.scanner, lease=str(tmp_path / "lease"))
    devices = msgspec.structs.replace(settings.devices, scanner=scanner)
    with opened(tmp_path, msgspec.structs.replace(settings, devices=devices)) as pc:
        yield pc


def told_in_the_guide(row: str) -> str:
    """The row of the guide's table about this being off."""
    (found,) = re.findall(rf"^\| {re.escape(row)}.*$", GUIDE.read_text("utf-8"), re.MULTILINE)
    return str(found)


def test_while_pc_1_is_off_pc_2_says_what_the_guide_says_and_serves_on(second: Pc) -> None:
    user, told = second.user, told_in_the_guide("máy số 1")
    second.choose("dang-ky-tam-tru")
    for shown, page in (("Máy in chưa kết nối.", Screen.PRINT), ("Máy quét chưa dùng được", Screen.SCAN)):
        second.go(page)
        user.wait_to_see(shown)
        assert f"“{shown}" in told
    assert not user.sees("chạm vào từng giấy để quét"), "nobody is asked to scan where nothing scans"
    second.go(Screen.PROCEDURE)
    user.press("Điền tờ khai")
    user.wait_for(lambda: second.app.visit.screen is Screen.CONSENT, "the consent before the card")


def test_while_pc_2_is_off_nothing_changes_at_pc_1(first: Pc) -> None:
    assert "không đổi gì" in told_in_the_guide("máy số 2")
    first.choose("dang-ky-tam-tru")
    first.go(Screen.PRINT)
    first.user.wait_for(lambda: first.user.can_press("Bắt đầu in"), "the papers")
    first.scan_a_page()
    first.user.wait_for(lambda: first.user.can_press("Quét thêm trang"), "a page that was scanned")
    assert not [text for text in first.user.texts() if "chưa kết nối" in text or "đang quét" in text]


def test_while_pc_2_scans_pc_1_says_so_and_scans_once_its_turn_has_come(first: Pc) -> None:
    first.lease.take("may-2", LEASE_FOR_A_LONG_TIME_S)
    first.choose("dang-ky-tam-tru")
    first.scan_a_page()
    first.user.wait_to_see("Máy số 2 đang quét")
    assert "“Máy số 2 đang quét”" in told_in_the_guide("máy kia đang quét")
    first.lease.release("may-2")
    first.user.press("Quét trang này")
    first.user.wait_for(lambda: first.user.can_press("Quét thêm trang"), "a page that was scanned")
