"""The officer's tasks in the window over pyscard, the real daemon and its virtual reader; nothing stays behind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from devices.card_reader.interface import CardReaderState
from devices.card_reader.pcsc import PcscReader
from devices.stick.simulator import SimulatedPort, SimulatedStick
from kiosk.clock import Clock
from kiosk.counts.events import Role
from kiosk.staff import RolePins
from tests.helpers.kiosk_window import KioskWindow, kiosk_window
from tests.helpers.pcsc import PcscDaemon, PluggedCard, missing, wait_for
from tests.helpers.personas import card, persona

pytestmark = [pytest.mark.real("pcscd"), pytest.mark.skipif(bool(missing()), reason=missing() or "all there")]
PIN = "204617"
CANARY = ("Kiều Thị Hoàng Yến Chim", "040199998888")
"""Somebody of the list whose name and number no file of the station may hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The window over the real reader, and the folder in which everything of the station lies."""

    window: KioskWindow
    daemon: PcscDaemon
    reader: PcscReader
    folder: Path
    port: SimulatedPort

    def sign_in(self) -> None:
        user = self.window.user
        self.window.app.window.requestActivate()
        user.settle()
        user.key(Qt.Key.Key_F12)
        for digit in PIN:
            user.press(digit)
        user.press("Mở phần nhân viên")
        user.wait_to_see("Cán bộ làm việc gì?")
        jobs = self.window.app.jobs
        user.wait_for(lambda: jobs.under_way == 0, "the look at what is plugged in already")

    def read(self, name: str) -> PluggedCard:
        """Key in the digits, lay the card on the real reader, and read it."""
        made = persona(name)
        for digit in made.holder.personal_number[-6:]:
            self.window.user.press(digit)
        wait_for(self.reader, CardReaderState.NO_CARD)
        plugged = PluggedCard(card(made), self.daemon.port)
        self.window.user.press("Đọc thẻ")
        return plugged


@pytest.fixture(scope="module")
def desk(qapp: QGuiApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder, port = tmp_path_factory.mktemp("desk"), SimulatedPort()
    RolePins(folder / "state", Clock().seconds).of(Role.OFFICER).set(PIN)
    with PcscDaemon() as daemon:
        reader = PcscReader()
        with kiosk_window(folder, card_reader=reader, port=port) as window:
            yield Desk(window=window, daemon=daemon, reader=reader, folder=folder, port=port)
            assert window.app.warnings == []
        reader.close()


def files_with(folder: Path, *texts: str) -> list[str]:
    """Files in whose bytes one of these stands, in UTF-8 or UTF-16."""
    wanted = [text.encode(encoding) for text in texts for encoding in ("utf-8", "utf-16-le")]
    found = (path for path in folder.rglob("*") if path.is_file())
    return [path.name for path in found if any(each in path.read_bytes() for each in wanted)]


def test_two_people_are_checked_over_the_real_daemon_and_the_slip_has_no_number(desk: Desk) -> None:
    user = desk.window.user
    desk.sign_in()
    user.press("Đối chiếu người với thẻ")
    with desk.read("nguyen-van-an"):
        user.wait_to_see("Có đúng người này không?")
    user.press("Đúng người")
    user.press("Thêm người thứ hai")
    with desk.read("mac-van-kien"):
        user.wait_to_see("Mạc Văn Kiên")
    assert user.sees("Chip có dấu hiệu là bản sao.")
    user.press("Kết thúc")
    user.press("Đóng và xóa")
    numbers = [persona(name).holder.personal_number for name in ("nguyen-van-an", "mac-van-kien")]
    assert files_with(desk.folder, *numbers, "Nguyễn Văn An", "Mạc Văn Kiên") == []


def test_a_list_is_held_against_real_reads_and_nobody_of_it_stays_in_a_file_of_the_station(
    desk: Desk, tmp_path: Path
) -> None:
    user, an = desk.window.user, persona("nguyen-van-an").holder
    rows = [
        ("Họ và tên", "Năm sinh", "Số CCCD"),
        (an.full_name.upper(), 1990, an.personal_number),
        (CANARY[0], 1991, CANARY[1]),
    ]
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / "danh-sach.xlsx")
    desk.sign_in()
    desk.port.stick = SimulatedStick(tmp_path)
    user.press("Đối chiếu danh sách với thẻ")
    user.press("danh-sach.xlsx")
    user.press("Đúng, bắt đầu đối chiếu")
    user.wait_to_see("2 người trong danh sách")
    with desk.read("nguyen-van-an"):
        user.wait_to_see("Nguyễn Văn An: Khớp")
    user.press("Chép kết quả vào USB")
    user.wait_to_see("danh-sach-doi-chieu.xlsx")
    user.press("Kết thúc")
    copied = openpyxl.load_workbook(tmp_path / "danh-sach-doi-chieu.xlsx").active
    assert copied is not None
    assert copied["D2"].value == "Khớp"
    desk.port.stick = None
    assert files_with(desk.folder, *CANARY, an.personal_number, an.full_name, an.full_name.upper()) == []


def test_guests_are_listed_over_the_real_daemon_and_nobody_of_the_list_stays_in_a_file_of_the_station(
    desk: Desk, tmp_path: Path
) -> None:
    user, mai = desk.window.user, persona("tran-thi-mai").holder
    canary = "Kiều Ngọc Hải Yến Chim"
    desk.sign_in()
    user.press("Lập danh sách lưu trú")
    user.press("Đọc thẻ khách")
    with desk.read("tran-thi-mai"):
        user.wait_to_see(f"Khách: {mai.full_name}")
    for part, text in (("Ngày", "30"), ("Tháng", "11"), ("Năm", "2026")):
        user.write(f"Từ ngày: {part}", text)
    user.press("Công tác")
    user.press("Ghi, và thêm trẻ đi cùng")
    user.write("Họ và tên", canary)
    user.write("Ngày sinh: Năm", "2019")
    user.press("Nữ")
    user.press("Ghi khách này")
    desk.port.stick = SimulatedStick(tmp_path)
    user.press("Chép vào USB")
    user.wait_to_see("Rút USB được rồi.")
    (file,) = tmp_path.glob("*.xlsx")
    listed = openpyxl.load_workbook(file).worksheets[0]
    assert [row[0].value for row in listed.iter_rows(min_row=2)] == [mai.full_name, canary]
    assert listed["B2"].value == mai.personal_number
    user.press("Kết thúc")
    desk.port.stick = None
    assert files_with(desk.folder, canary, mai.full_name, mai.personal_number) == []
