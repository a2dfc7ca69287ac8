"""A page of a register through the officer's window over real scanimage, and nothing of it stays behind."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from devices.stick.simulator import SimulatedPort, SimulatedStick
from kiosk.clock import Clock
from kiosk.counts.events import Role
from kiosk.scanning.lease import Alone
from kiosk.scanning.station_scanner import StationScanner
from kiosk.staff import RolePins
from tests.helpers.kiosk_window import kiosk_window
from tests.helpers.sane import Sane
from tests.helpers.sources import ROOT
from tests.unit.kiosk.scanning.glass import laid
from ui.staff.pages import StaffPage
from ui.view_models.officer_registers import RegistersViewModel

pytestmark = pytest.mark.real("sane")
PIN = "204617"
INDEX = ("03", "45", "6", "1998", "Kiều Thị Hoàng Yến Chim")
"""Somebody whom no file of the station may hold."""


def test_a_page_under_sane_s_lid_lies_on_the_stick_as_pdf_a_and_in_no_file_of_the_station(
    qapp: QGuiApplication, tmp_path: Path
) -> None:
    folder, stick = tmp_path / "station", tmp_path / "usb"
    stick.mkdir()
    RolePins(folder / "state", Clock().seconds).of(Role.OFFICER).set(PIN)
    page = Image.open(ROOT / "assets" / "demo_registers" / "1-so-khai-sinh-mau.png").convert("RGB")
    driver = Sane(tmp_path / "sane").platen(laid(page.resize((1654, 2339)), skew=1.5))
    scanner, port = StationScanner(driver, Alone(), "may-1"), SimulatedPort()
    with kiosk_window(folder, port=port, scanner=scanner, sheets=tmp_path) as window:
        user, staff = window.user, window.app.staff
        window.app.window.requestActivate()
        user.settle()
        user.key(Qt.Key.Key_F12)
        for digit in PIN:
            user.press(digit)
        user.press("Mở phần nhân viên")
        user.wait_to_see("Cán bộ làm việc gì?")
        user.wait_for(lambda: window.app.jobs.under_way == 0, "the look at what is plugged in already")
        port.stick = SimulatedStick(stick)
        user.press("Quét sổ hộ tịch")
        user.press("Sổ đăng ký khai sinh")
        user.press("Quét trang này")
        user.wait_for(lambda: user.can_press("Nhập chỉ mục"), "the page")
        user.press("Nhập chỉ mục")
        staff = window.app.staff
        assert staff is not None
        model = staff.models[StaffPage.REGISTERS]
        assert isinstance(model, RegistersViewModel)
        for text in (*INDEX, *INDEX):
            model.give(text)
        user.press("Ghi vào USB")
        user.wait_to_see("Đã ghi KS.1998.03.0006.pdf")
        user.press("Kết thúc")
        assert window.app.warnings == []
        made = pypdf.PdfReader(stick / "KS.1998.03.0006.pdf")
        assert len(made.pages) == 1
        assert b"pdfaid:part='1'" in (stick / "KS.1998.03.0006.pdf").read_bytes()
        wanted = [INDEX[-1].encode(code) for code in ("utf-8", "utf-16-le")] + [b"\xff\xd8\xff", b"%PDF"]
        held = [path for path in folder.rglob("*") if path.is_file()]
        assert [path.name for path in held if any(each in path.read_bytes() for each in wanted)] == []
