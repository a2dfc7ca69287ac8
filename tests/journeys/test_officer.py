"""The officer's side of the table, used as a screen reader does: signing in by role, tasks, leaving."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from devices.card_reader.interface import CardReaderState
from devices.stick.simulator import SimulatedPort, SimulatedStick
from kiosk.clock import Clock
from kiosk.counts.events import Role
from kiosk.staff import RolePins
from tests.helpers.kiosk_window import KioskWindow, kiosk_window
from tests.helpers.personas import persona
from tests.unit.kiosk.officer.test_lists_refused import bomb, compound, one_cell_at, with_part
from ui.staff.left_alone import ANSWER_S
from ui.staff.pages import StaffPage

PINS = {Role.VOLUNTEER: "481516", Role.OFFICER: "204617", Role.TECHNICIAN: "730925"}
NAMES = {Role.VOLUNTEER: "Tình nguyện viên", Role.OFFICER: "Cán bộ", Role.TECHNICIAN: "Kỹ thuật viên"}


@pytest.fixture(scope="module")
def opened(qapp: QGuiApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[KioskWindow]:
    folder = tmp_path_factory.mktemp("officer")
    pins = RolePins(folder / "state", Clock().seconds)
    for role, pin in PINS.items():
        pins.of(role).set(pin)
    with kiosk_window(folder, port=SimulatedPort()) as window:
        yield window
        assert window.app.warnings == []


@pytest.fixture
def window(opened: KioskWindow) -> Iterator[KioskWindow]:
    """The idle screen before and after; whatever lies on the reader is taken away."""
    yield opened
    if opened.app.staff is not None:
        opened.app.staff.side.leave()
    opened.reader.lift()
    opened.user.settle()


def page_of(window: KioskWindow) -> StaffPage:
    assert window.app.staff is not None
    return window.app.staff.side.page


def sign_in(window: KioskWindow, role: Role = Role.OFFICER) -> None:
    window.app.window.requestActivate()
    window.user.settle()
    window.user.key(Qt.Key.Key_F12)
    window.user.press(NAMES[role])
    for digit in PINS[role]:
        window.user.press(digit)
    window.user.press("Mở phần nhân viên")
    window.user.wait_for(lambda: page_of(window) is not StaffPage.SIGN_IN, "the first page of the role")


def read_card(window: KioskWindow, name: str) -> None:
    for digit in persona(name).holder.personal_number[-6:]:
        window.user.press(digit)
    window.reader.insert(name)
    window.user.press("Đọc thẻ")


def counted(window: KioskWindow, kind: str) -> dict[str, int]:
    return {subject: n for (found, subject), n in window.station.counts.totals().items() if found == kind}


def test_each_role_comes_to_its_own_pages(window: KioskWindow) -> None:
    sign_in(window, Role.VOLUNTEER)
    assert page_of(window) is StaffPage.OVERVIEW
    assert not window.user.can_press("Cài đặt trạm")
    assert window.app.staff is not None
    window.app.staff.side.go(StaffPage.IDENTITY)
    assert page_of(window) is StaffPage.OVERVIEW, "the work with people is the officer's"
    window.user.press("Kết thúc")
    sign_in(window, Role.TECHNICIAN)
    assert window.user.can_press("Cài đặt trạm")
    window.user.press("Kết thúc")
    sign_in(window, Role.OFFICER)
    assert page_of(window) is StaffPage.TASKS
    window.user.press("Xem trạm hôm nay")
    assert page_of(window) is StaffPage.OVERVIEW
    assert not window.user.can_press("Cài đặt trạm")
    assert counted(window, "staff-signed-in") == {"volunteer": 1, "officer": 1, "technician": 1}


def test_the_pin_of_another_role_does_not_open(window: KioskWindow) -> None:
    window.app.window.requestActivate()
    window.user.settle()
    window.user.key(Qt.Key.Key_F12)
    window.user.press(NAMES[Role.OFFICER])
    for digit in PINS[Role.VOLUNTEER]:
        window.user.press(digit)
    window.user.press("Mở phần nhân viên")
    window.user.wait_to_see("Còn 2 lần thử.")
    assert page_of(window) is StaffPage.SIGN_IN


def test_an_officer_looks_answers_adds_a_second_person_and_prints(window: KioskWindow) -> None:
    user = window.user
    sign_in(window)
    user.press("Đối chiếu người với thẻ")
    read_card(window, "nguyen-van-an")
    user.wait_to_see("Có đúng người này không?")
    number = persona("nguyen-van-an").holder.personal_number
    assert user.sees("Nguyễn Văn An")
    assert not user.sees(number)
    assert user.sees("Máy không nhận dạng khuôn mặt.")
    user.press("Hiện số thẻ")
    assert user.sees(number)
    user.press("Đúng người")
    user.press("Thêm người thứ hai")
    read_card(window, "truong-van-viet")
    user.wait_to_see("Trương Văn Việt")
    assert user.sees("Nguyễn Văn An"), "both stand side by side"
    assert not user.can_press("In phiếu kết quả"), "not before everybody has an answer"
    staff = window.app.staff
    assert staff is not None
    staff.models[StaffPage.IDENTITY].answer(1, 2)  # type: ignore[attr-defined]
    user.wait_to_see("Không giữ thẻ, trả lại cho người đưa.")
    user.press("In phiếu kết quả")
    user.wait_to_see("Phiếu đối chiếu: đã in xong")
    user.press("Xong, đối chiếu người khác")
    assert not user.sees("Nguyễn Văn An")
    assert counted(window, "identity-checked") == {"same-person": 1, "other-person": 1}


def test_a_card_lifted_in_the_middle_is_read_on_when_it_lies_there_again(window: KioskWindow) -> None:
    user = window.user
    sign_in(window)
    user.press("Đối chiếu người với thẻ")
    window.reader.lift_after(3_000, returns_after_looks=3)
    read_card(window, "vu-thi-xuan")
    user.wait_to_see("Vũ Thị Xuân")
    assert window.reader.state() is CardReaderState.CARD_PRESENT


def test_wrong_digits_cost_tries_and_the_reader_s_state_is_told(window: KioskWindow) -> None:
    user = window.user
    sign_in(window)
    user.press("Đối chiếu người với thẻ")
    window.reader.insert("nguyen-van-an")
    for digit in "111111":
        user.press(digit)
    user.press("Đọc thẻ")
    user.wait_to_see("Còn 2 lần thử.")


def test_signing_out_in_the_middle_asks_and_then_forgets_the_card_and_its_photo(window: KioskWindow) -> None:
    user = window.user
    sign_in(window)
    user.press("Đối chiếu người với thẻ")
    read_card(window, "nguyen-van-an")
    user.wait_to_see("Có đúng người này không?")
    staff = window.app.staff
    assert staff is not None
    assert staff.pictures.provider.pictures
    user.press("Kết thúc")
    user.wait_to_see("Đóng phần nhân viên?")
    user.press("Ở lại làm tiếp")
    assert user.sees("Nguyễn Văn An"), "nothing is lost by asking"
    user.press("Quay lại")
    assert page_of(window) is StaffPage.TASKS
    user.press("Quay lại")
    user.wait_to_see("Đóng phần nhân viên?")  # the way back out of the first page is a sign-out too
    user.press("Đóng và xóa")
    assert page_of(window) is StaffPage.CLOSED
    assert not staff.pictures.provider.pictures
    sign_in(window)
    user.press("Đối chiếu người với thẻ")
    assert not user.sees("Nguyễn Văn An")
    user.wait_to_see("Thẻ của người cần đối chiếu")


def test_signing_out_while_a_card_is_waited_for_asks_and_without_work_does_not(window: KioskWindow) -> None:
    user = window.user
    sign_in(window)
    user.press("Đối chiếu người với thẻ")
    for digit in "123456":
        user.press(digit)
    user.press("Đọc thẻ")
    user.wait_to_see("Đặt thẻ lên máy đọc.")
    user.press("Kết thúc")
    user.wait_to_see("Đóng phần nhân viên?")
    user.press("Ở lại làm tiếp")
    user.press("Nhập lại số")
    user.press("Kết thúc")
    assert page_of(window) is StaffPage.CLOSED


LIST = """Danh sách người hưởng chế độ;;;
STT;Họ và tên;Ngày sinh;Số CCCD
1;NGUYEN VAN AN;1990;{an}
2;Trần Thị Mai;24/09/1995;{mai}
"""


@pytest.fixture
def stick(window: KioskWindow, tmp_path: Path) -> Iterator[Path]:
    """A stick that is plugged in after the officer has signed in."""
    number = {name: persona(full).holder.personal_number for name, full in PEOPLE.items()}
    (tmp_path / "che-do.csv").write_bytes(LIST.format(**number).encode())
    (tmp_path / "hong.xlsx").write_bytes(b"PK\x03\x04 broken")
    sign_in(window)
    window.user.wait_for(lambda: window.app.jobs.under_way == 0, "the look at what is plugged in already")
    port = window.station.services.scanning.port
    assert isinstance(port, SimulatedPort)
    port.stick = SimulatedStick(tmp_path)
    yield tmp_path
    port.stick = None


PEOPLE = {"an": "nguyen-van-an", "mai": "tran-thi-mai"}


@cache
def bad_files() -> dict[str, tuple[bytes, str]]:
    """Files that are no list, by name, and what the screen says of each."""
    return {
        "hong.xlsx": (b"PK\x03\x04 broken", "Không đọc được danh sách này."),
        "khong-phai.csv": (b"\0\1\2\3" * 20, "Không đọc được danh sách này."),
        "mat-khau.xlsx": (compound("EncryptedPackage"), "Danh sách có mật khẩu."),
        "cu.xls": (compound("Workbook"), "Danh sách ở dạng cũ hoặc dạng khác."),
        "macro.xlsm": (with_part("xl/vbaProject.bin", b"macro"), "Danh sách có macro."),
        "bom-nen.xlsx": (bomb(), "Danh sách quá lớn."),
        "hang-cuoi.xlsx": (one_cell_at("A1048576", 1_048_576), "Danh sách quá lớn."),
        "rong.csv": (b"\n;;\n", "Danh sách không có dòng nào."),
    }


def test_every_file_that_is_no_list_is_a_sentence_and_stays_as_it_was(window: KioskWindow, stick: Path) -> None:
    user = window.user
    for name, (content, _) in bad_files().items():
        (stick / name).write_bytes(content)
    of_before = "Họ và tên;Năm sinh\nNguyễn Văn An;1990\n".encode("cp1258", errors="ignore")
    (stick / "trang-ma-cu.csv").write_bytes(of_before)
    user.press("Đối chiếu danh sách với thẻ")
    for name, (content, said) in bad_files().items():
        user.wait_for(lambda name=name: user.can_press(name), name)  # type: ignore[misc]
        user.press(name)
        user.wait_to_see(said)
        assert (stick / name).read_bytes() == content
    user.press("trang-ma-cu.csv")
    user.wait_to_see("Các cột này có đúng không?")
    user.press("Chọn danh sách khác")


def test_a_list_is_opened_agreed_to_and_held_against_cards_and_its_copy_goes_with_the_officer(
    window: KioskWindow, stick: Path
) -> None:
    user = window.user
    original = (stick / "che-do.csv").read_bytes()
    user.press("Đối chiếu danh sách với thẻ")
    user.press("hong.xlsx")
    user.wait_to_see("Không đọc được danh sách này.")
    user.press("che-do.csv")
    user.wait_to_see("Các cột này có đúng không?")
    agree(window)
    read_card(window, "tran-thi-mai")
    user.wait_to_see("khác ở: ngày sinh")
    read_card(window, "truong-van-viet")
    user.wait_to_see("Trương Văn Việt: Không có trong danh sách")
    user.press("Kết thúc")
    user.wait_to_see("Đóng phần nhân viên?")
    user.press("Ở lại làm tiếp")
    user.press("Chép kết quả vào USB")
    user.wait_to_see("che-do-doi-chieu.xlsx")
    assert (stick / "che-do.csv").read_bytes() == original
    sheet = openpyxl.load_workbook(stick / "che-do-doi-chieu.xlsx").active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[1][4:] == ["Kết quả đối chiếu thẻ", "Khác ở đâu, ghi chú", "Ngày đối chiếu"]
    assert [row[4] for row in rows[2:]] == ["Khớp", "Khác"]
    assert rows[2][1] == "NGUYEN VAN AN"
    assert counted(window, "roster-checked") == {"same": 1, "differs": 1, "absent": 1}
    user.press("Kết thúc")
    assert page_of(window) is StaffPage.CLOSED


def test_leaving_in_the_middle_ends_the_process_that_holds_the_list(window: KioskWindow, stick: Path) -> None:
    user = window.user
    user.press("Đối chiếu danh sách với thẻ")
    user.press("che-do.csv")
    user.wait_to_see("Các cột này có đúng không?")
    user.press("Kết thúc")
    user.wait_to_see("Đóng phần nhân viên?")
    user.press("Ở lại làm tiếp")
    agree(window)
    staff = window.app.staff
    assert staff is not None
    line = staff.models[StaffPage.ROSTER]._check._line  # type: ignore[attr-defined]
    running = Path(f"/proc/{line._process.pid}")
    assert running.exists()
    user.press("Kết thúc")
    user.press("Đóng và xóa")
    assert page_of(window) is StaffPage.CLOSED
    user.wait_for(lambda: not running.exists(), "the end of the process")


def begin_matching(window: KioskWindow) -> None:
    """The list agreed to, and one card found on it."""
    window.user.press("Đối chiếu danh sách với thẻ")
    window.user.press("che-do.csv")
    agree(window)


def agree(window: KioskWindow) -> None:
    """To the columns, and one card found on the list."""
    window.user.press("Đúng, bắt đầu đối chiếu")
    window.user.wait_to_see("2 người trong danh sách")
    read_card(window, "nguyen-van-an")
    window.user.wait_to_see("Nguyễn Văn An: Khớp")


def test_a_full_and_a_locked_stick_are_told_at_the_copy_and_the_results_stay(
    window: KioskWindow, stick: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    user, port = window.user, window.station.services.scanning.port
    assert isinstance(port, SimulatedPort)
    begin_matching(window)
    before = {path.name: path.read_bytes() for path in stick.iterdir()}
    for number, said in ((errno.ENOSPC, "USB không đủ chỗ."), (errno.EROFS, "USB đang khóa, không chép được.")):

        def refuse(*_: object, number: int = number) -> int:
            raise OSError(number, "refused")

        with monkeypatch.context() as broken:
            broken.setattr("kiosk.scanning.hand_over._write_through", refuse)
            user.press("Chép kết quả vào USB")
            user.wait_to_see(said)
        assert {path.name: path.read_bytes() for path in stick.iterdir()} == before, (
            "no file of the officer is touched"
        )
    other = tmp_path_factory.mktemp("other")
    port.stick = SimulatedStick(other)
    user.press("Chép kết quả vào USB")
    user.wait_to_see("che-do-doi-chieu.xlsx")
    assert [path.name for path in other.iterdir()] == ["che-do-doi-chieu.xlsx"]


def test_a_card_lifted_while_it_is_held_against_the_list_is_read_on(window: KioskWindow, stick: Path) -> None:
    user = window.user
    begin_matching(window)
    window.reader.lift_after(1_000, returns_after_looks=3)
    read_card(window, "tran-thi-mai")
    user.wait_to_see("khác ở: ngày sinh")


def test_the_next_officer_finds_nothing_of_the_one_before_but_what_columns_mean(
    window: KioskWindow, stick: Path
) -> None:
    user, port = window.user, window.station.services.scanning.port
    assert isinstance(port, SimulatedPort)
    begin_matching(window)
    user.press("Quay lại")
    user.press("Đối chiếu người với thẻ")
    read_card(window, "truong-van-viet")
    user.wait_to_see("Có đúng người này không?")
    user.press("Kết thúc")
    user.press("Đóng và xóa")
    sign_in(window)
    user.wait_for(lambda: window.app.jobs.under_way == 0, "the look at what is plugged in already")
    user.press("Đối chiếu danh sách với thẻ")
    user.wait_to_see("USB này đã cắm từ trước.")
    assert not user.sees("Nguyễn Văn An")
    port.stick = None
    user.press("Xem lại USB")
    user.wait_to_see("Chưa thấy USB.")
    port.stick = SimulatedStick(stick)
    user.press("Xem lại USB")
    user.press("che-do.csv")
    user.wait_to_see("Các cột này có đúng không?")
    user.press("Quay lại")
    user.press("Đối chiếu người với thẻ")
    user.wait_to_see("Thẻ của người cần đối chiếu")
    assert not user.sees("Trương Văn Việt")
    assert window.app.staff is not None
    assert not window.app.staff.pictures.provider.pictures


def test_an_officer_who_has_gone_is_asked_and_then_signed_out_with_everything(window: KioskWindow) -> None:
    user = window.user
    sign_in(window)
    user.press("Đối chiếu người với thẻ")
    read_card(window, "nguyen-van-an")
    user.wait_to_see("Có đúng người này không?")
    assert window.app.staff is not None
    side = window.app.staff.side
    side.alone._ask()
    assert side.seconds_left == ANSWER_S
    for _ in range(ANSWER_S):
        side.alone._count_down()
    assert page_of(window) is StaffPage.CLOSED
    assert side.role is None
    assert not window.app.staff.pictures.provider.pictures
    assert not user.sees("Nguyễn Văn An")


def test_a_stick_pulled_out_before_the_copy_is_told_and_the_results_stay(window: KioskWindow, stick: Path) -> None:
    user = window.user
    begin_matching(window)
    port = window.station.services.scanning.port
    assert isinstance(port, SimulatedPort)
    port.stick = None
    user.press("Chép kết quả vào USB")
    user.wait_to_see("Chưa thấy USB.")
    port.stick = SimulatedStick(stick)
    user.press("Chép kết quả vào USB")
    user.wait_to_see("che-do-doi-chieu.xlsx")
