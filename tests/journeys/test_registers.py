"""Pages of civil-status registers in the window, as an officer works: scan, type twice, compare, onto the stick."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from devices.errors import StickError, StickFullError, StickReadOnlyError
from devices.scanner.escl import EsclScanner
from devices.scanner.interface import ScannerTrouble
from devices.scanner.simulator import SimulatedScanner
from devices.stick.simulator import SimulatedPort, SimulatedStick
from kiosk.clock import Clock
from kiosk.counts.events import Role
from kiosk.errors import failure_book
from kiosk.officer.registers.stage import RegisterStage
from kiosk.scanning.lease import Alone
from kiosk.scanning.station_scanner import StationScanner
from kiosk.staff import RolePins
from tests.helpers.kiosk_window import KioskWindow, kiosk_window
from tests.helpers.sources import ROOT
from tests.unit.devices.scanner.escl_device import RecordedDevice, served
from tests.unit.kiosk.scanning.glass import laid
from ui.staff.pages import StaffPage
from ui.view_models.officer_registers import RegistersViewModel

PIN = "204617"
NAME = "Lò Thị Mẫu Đơn"
JAM, OFFLINE = (failure_book()[trouble.code].title.vi for trouble in (ScannerTrouble.JAM, ScannerTrouble.OFFLINE))
FIRST = ("01/2005", "12", "12", "2005", NAME)


@pytest.fixture(scope="module")
def opened(qapp: QGuiApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[KioskWindow, Path]]:
    folder = tmp_path_factory.mktemp("registers")
    RolePins(folder / "state", Clock().seconds).of(Role.OFFICER).set(PIN)
    with kiosk_window(folder, port=SimulatedPort()) as window:
        yield window, folder
        assert window.app.warnings == []


@pytest.fixture
def stick(opened: tuple[KioskWindow, Path], tmp_path: Path) -> Iterator[Path]:
    """A stick plugged in after the sign-in, with the page of the births in front."""
    window, _ = opened
    user = window.user
    window.app.window.requestActivate()
    user.settle()
    user.key(Qt.Key.Key_F12)
    for digit in PIN:
        user.press(digit)
    user.press("Mở phần nhân viên")
    user.wait_to_see("Cán bộ làm việc gì?")
    user.wait_for(lambda: window.app.jobs.under_way == 0, "the look at what is plugged in already")
    port_of(window).stick = SimulatedStick(tmp_path)
    user.press("Quét sổ hộ tịch")
    user.press("Sổ đăng ký khai sinh")
    yield tmp_path
    port_of(window).stick = None
    if window.app.staff is not None:
        window.app.staff.side.leave()
    user.settle()


@pytest.fixture
def window(opened: tuple[KioskWindow, Path], stick: Path) -> KioskWindow:
    return opened[0]


def port_of(window: KioskWindow) -> SimulatedPort:
    port = window.station.services.scanning.port
    assert isinstance(port, SimulatedPort)
    return port


def model_of(window: KioskWindow) -> RegistersViewModel:
    assert window.app.staff is not None
    model = window.app.staff.models[StaffPage.REGISTERS]
    assert isinstance(model, RegistersViewModel)
    return model


def scan(window: KioskWindow) -> None:
    window.user.press("Quét trang này")
    window.user.wait_to_see("Trang 1: rõ")


def type_index(window: KioskWindow, fields: tuple[str, ...]) -> None:
    """Every field of one typing, over whatever the field holds."""
    for text in fields:
        model_of(window).give(text)
        window.user.settle()


def lying_on(stick: Path) -> list[str]:
    return sorted(path.name for path in stick.iterdir())


def list_of(stick: Path) -> list[tuple[object, ...]]:
    (path,) = stick.glob("*.xlsx")
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    assert all(cell.data_type == "s" for row in sheet.iter_rows() for cell in row), "every cell is a text"
    return list(sheet.iter_rows(min_row=2, values_only=True))


def test_a_page_is_scanned_typed_twice_by_hand_compared_and_lies_on_the_stick_with_its_list(
    window: KioskWindow, stick: Path
) -> None:
    user = window.user
    scan(window)
    user.press("Nhập chỉ mục")
    for text in FIRST:
        user.type(text)
        user.press("Tiếp tục")
    assert user.sees("Nhập lại lần hai: Quyển số")
    for text in FIRST:
        assert model_of(window).props.value == "", "the second typing does not see the first"
        user.type(text)
        user.press("Tiếp tục")
    user.wait_to_see("Hai lần nhập khớp nhau")
    user.press("Ghi vào USB")
    user.wait_to_see("Đã ghi KS.2005.01-2005.0012.pdf")
    assert [name for name in lying_on(stick) if name.endswith(".pdf")] == ["KS.2005.01-2005.0012.pdf"]
    (row,) = list_of(stick)
    assert row[1:8] == ("Sổ đăng ký khai sinh", "01/2005", "12", "12", "2005", NAME, "KS.2005.01-2005.0012.pdf")
    counted = {kind: n for (kind, _), n in window.station.counts.totals().items()}
    assert counted["register-scanned"] == 1
    user.press("Xong, rút USB")
    user.wait_to_see("Rút USB được rồi.")
    port = port_of(window).stick
    assert port is not None
    assert port.unmounted
    user.press("Kết thúc")
    assert not user.sees("Đóng phần nhân viên?"), "nothing is lost by leaving"


def test_what_differs_is_shown_chosen_or_typed_anew_and_no_typing_is_lost(window: KioskWindow, stick: Path) -> None:
    user = window.user
    scan(window)
    user.press("Nhập chỉ mục")
    type_index(window, ("01", "12", "12", "2005", NAME))
    type_index(window, ("1", "21", "12", "2050"))
    assert user.sees("Năm này chưa tới."), "what cannot be is told where it is typed"
    type_index(window, ("2006", "LÒ THỊ MẪU ĐON"))
    user.wait_to_see("Hai lần nhập còn 3 ô khác nhau")
    assert user.can_press("Lần hai")
    pages = [(row.first, row.second) for row in model_of(window)._index.rows if row.differs]
    assert pages == [("12", "21"), ("2005", "2006"), (NAME, "LÒ THỊ MẪU ĐON")]
    assert not user.can_press("Ghi vào USB")
    model = model_of(window)
    model.take(2, True)
    model.take(4, False)
    user.settle()
    assert user.sees("Hai lần nhập còn 1 ô khác nhau")
    user.press("Nhập lại ô này")
    type_index(window, (NAME,))
    assert user.sees("Nhập lại lần hai: Họ và tên")
    type_index(window, (NAME.upper(),))
    user.press("Ghi vào USB")
    user.wait_to_see("Đã ghi KS.2006.01.0012.pdf")
    assert list_of(stick)[0][2:7] == ("01", "12", "12", "2006", NAME)


def test_a_full_a_locked_and_a_pulled_stick_lose_nothing_and_another_one_goes_on(
    window: KioskWindow, stick: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    user = window.user
    scan(window)
    user.press("Nhập chỉ mục")
    type_index(window, FIRST)
    type_index(window, FIRST)

    for trouble, said in ((StickFullError, "USB không đủ chỗ."), (StickReadOnlyError, "USB đang khóa")):

        def refused(*_: object, trouble: type[StickError] = trouble, **__: object) -> str:
            raise trouble

        with monkeypatch.context() as patched:
            patched.setattr("kiosk.officer.registers.sitting.lay_down", refused)
            user.press("Ghi vào USB")
            user.wait_to_see(said)
    assert lying_on(stick) == []
    user.press("Kết thúc")
    user.wait_to_see("Đóng phần nhân viên?")
    user.press("Ở lại làm tiếp")
    port_of(window).stick = None
    user.press("Ghi vào USB")
    user.wait_to_see("Chưa thấy USB.")
    other = tmp_path_factory.mktemp("other")
    port_of(window).stick = SimulatedStick(other)
    user.press("Ghi vào USB")
    user.wait_to_see("Đã ghi KS.2005.01-2005.0012.pdf")
    assert len(list_of(other)) == 1


def test_a_second_record_of_the_same_page_needs_no_second_scan_and_one_written_already_is_told(
    window: KioskWindow, stick: Path
) -> None:
    user = window.user
    scan(window)
    user.press("Nhập chỉ mục")
    type_index(window, FIRST)
    type_index(window, FIRST)
    user.press("Ghi vào USB")
    user.wait_to_see("Đã ghi KS.2005.01-2005.0012.pdf")
    user.press("Còn việc khác ở trang ấy")
    assert model_of(window).props.value == "01/2005", "book, page and year are offered"
    type_index(window, ("01/2005", "12", "13", "2005", "Vi Văn Mẫu"))
    type_index(window, ("01/2005", "12", "13", "2005", "Vi Văn Mẫu"))
    user.press("Ghi vào USB")
    user.wait_to_see("Đã ghi KS.2005.01-2005.0013.pdf")
    scan(window)
    user.press("Nhập chỉ mục")
    type_index(window, FIRST)
    type_index(window, FIRST)
    assert user.sees("Số này đã quét trong buổi này")
    user.press("Ghi vào USB")
    user.wait_to_see("Đã ghi KS.2005.01-2005.0012-2.pdf")
    assert len(list_of(stick)) == 3


def test_a_scanner_in_trouble_is_told_and_nothing_typed_before_is_touched(window: KioskWindow, stick: Path) -> None:
    user = window.user
    scans = model_of(window)._scans
    device = scans._services.scanner._scanner
    assert isinstance(device, SimulatedScanner)
    for trouble, said in ((ScannerTrouble.JAM, JAM), (ScannerTrouble.OFFLINE, OFFLINE)):
        device.make(trouble)
        user.press("Quét trang này")
        user.wait_to_see(said)
        device.mend()
    assert not scans.job.pages
    assert user.can_press("Quét trang này")


def register_page() -> bytes:
    """A drawn page of a register on the glass of a scanner, as JPEG."""
    page = Image.open(ROOT / "assets" / "demo_registers" / "1-so-khai-sinh-mau.png").convert("RGB")
    kept = io.BytesIO()
    laid(page.resize((1654, 2339)), skew=1.0).save(kept, "JPEG", quality=90)
    return kept.getvalue()


def test_a_page_comes_over_escl_and_lies_on_the_stick_and_a_scanner_that_goes_is_told(
    window: KioskWindow, stick: Path
) -> None:
    user, scans = window.user, model_of(window)._scans
    whole, device = scans._services, RecordedDevice(pages=[register_page()], at_end=404)
    with served(device) as address:
        scans._services = replace(whole, scanner=StationScanner(EsclScanner(address), Alone(), "may-1"))
        user.press("Quét trang này")
        user.wait_for(lambda: user.can_press("Nhập chỉ mục"), "the page")
    try:
        assert "<pwg:InputSource>Platen<" in device.settings
        assert not device.job_is_left
        user.press("Nhập chỉ mục")
        type_index(window, FIRST)
        type_index(window, FIRST)
        user.press("Ghi vào USB")
        user.wait_to_see("Đã ghi KS.2005.01-2005.0012.pdf")
        user.press("Quét trang này")
        user.wait_to_see(OFFLINE)
        assert len(list_of(stick)) == 1, "what was written stays written"
    finally:
        scans._services = whole


def test_a_station_without_a_list_of_registers_says_who_can_help(window: KioskWindow, stick: Path) -> None:
    model = model_of(window)
    whole = model._scans._services
    model._scans._services = replace(whole, registers=None)
    try:
        model._scans.leave()
        model.side.look_again()
        window.user.wait_to_see("Trạm chưa có danh mục sổ hộ tịch.")
    finally:
        model._scans._services = whole


def test_signing_out_in_the_middle_asks_and_then_no_file_of_the_station_knows_the_name(
    opened: tuple[KioskWindow, Path], window: KioskWindow
) -> None:
    user = window.user
    scan(window)
    user.press("Nhập chỉ mục")
    type_index(window, ("02", "3", "4", "1999", "Kiều Thị Hoàng Yến Chim"))
    user.press("Kết thúc")
    user.press("Đóng và xóa")
    assert window.app.staff is not None
    assert window.app.staff.side.page is StaffPage.CLOSED
    assert not window.app.staff.scans.provider.pictures
    assert model_of(window).props.stage is RegisterStage.KIND
    wanted = [text.encode(code) for text in ("Hoàng Yến Chim", NAME) for code in ("utf-8", "utf-16-le")]
    wanted.append(b"\xff\xd8\xff")
    files = [path for path in opened[1].rglob("*") if path.is_file()]
    assert files
    assert [path.name for path in files if any(each in path.read_bytes() for each in wanted)] == []
