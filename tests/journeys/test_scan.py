"""Papers are scanned page by page in the window: an unclear page is said, and nothing of them stays."""

from __future__ import annotations

import gc
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QGuiApplication

from devices.pictures import picture
from devices.scanner.interface import ScannerTrouble
from devices.scanner.simulator import SimulatedScanner
from devices.stick.simulator import SimulatedPort, SimulatedStick
from kiosk.scanning.page import JudgedPage
from kiosk.scanning.pdf import Packed
from kiosk.session import EndReason, Screen
from tests.helpers.kiosk_window import KioskWindow, kiosk_window
from ui.audit.sheets import draw_sheets, written_sheet

LEASE = "Giấy tờ chứng minh chỗ ở hợp pháp, ví dụ hợp đồng thuê nhà"


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What lies in the scanner, drawn once: it is only looked at."""
    folder = tmp_path_factory.mktemp("scanner") / "sheets"
    draw_sheets(folder)
    return folder


def to_the_list(window: KioskWindow) -> None:
    user = window.user
    user.press("Chạm vào đây để bắt đầu")
    visit = window.app.visit
    visit.act(lambda: visit.session.choose_procedure("dang-ky-tam-tru"))
    user.press("Quét giấy tờ")
    user.wait_to_see("Còn 1 giấy chưa quét")


def plug_in(window: KioskWindow, port: SimulatedPort) -> None:
    step = window.app.visit.session.scan
    step.services = replace(step.services, port=port)


def leave(window: KioskWindow) -> None:
    """End the visit; no page and no file of it may be anywhere in the program afterwards."""
    window.app.visit.end(EndReason.FINISHED)
    window.user.wait_for(lambda: window.app.jobs.under_way == 0, "the end of all jobs")
    window.app.visit.next_person()
    window.user.settle()
    gc.collect()
    assert not [thing for thing in gc.get_objects() if isinstance(thing, JudgedPage | Packed)]


def test_a_blank_page_is_said_and_kept_only_when_the_person_wants(
    qapp: QGuiApplication, tmp_path: Path, sheets: Path
) -> None:
    with kiosk_window(tmp_path, sheets=sheets) as window:
        user = window.user
        to_the_list(window)
        user.press(LEASE)
        user.press("Quét trang này")
        user.wait_to_see("Trang 1: rõ")
        user.press("Quét thêm trang")
        user.wait_to_see("Trang 2: chưa rõ")
        user.press("Xong giấy này")
        assert not user.can_press("Lấy bản quét"), "an unclear page is mended or kept first"
        user.press(LEASE)
        user.press("Xem trang sau")
        user.press("Bỏ trang này")
        user.press("Quét thêm trang")
        user.wait_to_see("Trang 2: rõ")
        user.press("Đưa lên trước")
        user.press("Xong giấy này")
        user.press("Lấy bản quét")
        user.press("In ra giấy")
        user.press("Bắt đầu in")
        user.wait_to_see("In xong")
        assert [path.name for path in window.paper.iterdir()] == ["001-scan.pdf"]
        assert window.app.warnings == []
        leave(window)


def test_the_files_go_to_the_stick_and_nothing_stays_here(
    qapp: QGuiApplication, tmp_path: Path, sheets: Path
) -> None:
    stick = tmp_path / "stick"
    with kiosk_window(tmp_path, sheets=sheets) as window:
        to_the_list(window)
        user = window.user
        user.press(LEASE)
        user.press("Quét trang này")
        user.wait_to_see("Trang 1: rõ")
        user.press("Xong giấy này")
        user.press("Lấy bản quét")
        user.press("Chép vào USB")
        user.wait_to_see("Chưa thấy USB")
        stick.mkdir()
        plug_in(window, SimulatedPort(SimulatedStick(stick)))
        user.press("Chép vào USB")
        user.wait_to_see("Đã chép vào USB")
        assert [path.name for path in stick.iterdir()] == ["cho-o.pdf"]
        leave(window)
        assert window.app.scanned.provider.pictures == {}
        assert window.station.counts.totals()["scan-finished", ""] == 1
        kept = [path for path in (tmp_path / "state").rglob("*") if path.suffix in {".pdf", ".jpg", ".png"}]
        assert kept == []


def lay_sideways(folder: Path) -> None:
    """One A5 sheet of writing, laid with its head to the left."""
    folder.mkdir(parents=True)
    written_sheet(folder / "1.png", "GIẤY MẪU")
    sheet = picture(folder / "1.png").crop((150, 180, 1315, 1834))
    sheet.transpose(Image.Transpose.ROTATE_90).save(folder / "1.png", dpi=(200, 200))


def test_a_page_laid_sideways_is_set_on_its_feet_by_the_button_that_is_named(
    qapp: QGuiApplication, tmp_path: Path
) -> None:
    lay_sideways(tmp_path / "sheets")
    with kiosk_window(tmp_path, sheets=tmp_path / "sheets") as window:
        user = window.user
        to_the_list(window)
        user.press(LEASE)
        user.press("Quét trang này")
        user.wait_to_see("Trang này nằm ngang.")
        user.press("Xoay trang")
        user.wait_to_see("Trang 1: rõ")
        upright = picture(window.app.visit.session.scan.job.pages[0].after)
        assert upright.height > upright.width
        leave(window)


def test_a_stick_that_was_there_before_gets_nothing_and_says_what_to_do(
    qapp: QGuiApplication, tmp_path: Path, sheets: Path
) -> None:
    (tmp_path / "stick").mkdir()
    port = SimulatedPort(SimulatedStick(tmp_path / "stick"))
    with kiosk_window(tmp_path, sheets=sheets) as window:
        plug_in(window, port)
        user = window.user
        to_the_list(window)
        user.press(LEASE)
        user.press("Quét trang này")
        user.wait_to_see("Trang 1: rõ")
        user.press("Xong giấy này")
        user.press("Lấy bản quét")
        user.press("Chép vào USB")
        user.wait_to_see("USB này đã cắm từ trước.")
        assert list((tmp_path / "stick").iterdir()) == []
        port.stick = SimulatedStick(tmp_path / "stick")
        user.press("Chép vào USB")
        user.wait_to_see("Đã chép vào USB")
        leave(window)


def test_a_lost_scanner_says_what_still_works(qapp: QGuiApplication, tmp_path: Path, sheets: Path) -> None:
    with kiosk_window(tmp_path, sheets=sheets) as window:
        to_the_list(window)
        assert isinstance(window.station.scanner, SimulatedScanner)
        window.station.scanner.make(ScannerTrouble.OFFLINE)
        window.user.press(LEASE)
        window.user.press("Quét trang này")
        window.user.wait_for(lambda: bool(window.app.visit.session.scan.trouble), "a trouble")
        window.user.wait_for(lambda: window.user.can_press("Quét trang này"), "another try")
        assert window.app.visit.screen is Screen.SCAN
        assert window.user.can_press("Quay lại")
        leave(window)
