"""A list of overnight guests made in the window as a screen reader does it: cards, typing, children, stick."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
import pyzipper
from PySide6.QtGui import QGuiApplication

from devices.stick.simulator import SimulatedPort, SimulatedStick
from kiosk.clock import Clock
from kiosk.counts.events import Role
from kiosk.filing.guests import GuestField
from kiosk.staff import RolePins
from tests.helpers.fake_portal import Does
from tests.helpers.filing import CODE
from tests.helpers.kiosk_window import KioskWindow, kiosk_window
from tests.helpers.small_disk import fill, small_disk
from tests.journeys.test_filing_in_the_window import Program
from tests.journeys.test_officer import PINS, counted, page_of, read_card, sign_in
from ui.staff.pages import StaffPage
from ui.view_models.officer_lodging import LodgingViewModel

AN = "Nguyễn Văn An"
PROGRAM = Program()
"""The portal's program without a browser; a test says what it does."""


@pytest.fixture(scope="module")
def opened(qapp: QGuiApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[KioskWindow]:
    folder = tmp_path_factory.mktemp("lodging")
    pins = RolePins(folder / "state", Clock().seconds)
    for role, pin in PINS.items():
        pins.of(role).set(pin)
    with kiosk_window(folder, port=SimulatedPort(), portal=PROGRAM) as window:
        yield window
        assert window.app.warnings == []


@pytest.fixture
def window(opened: KioskWindow) -> Iterator[KioskWindow]:
    """An officer at an empty list; the idle screen afterwards."""
    sign_in(opened, Role.OFFICER)
    opened.user.wait_for(lambda: opened.app.jobs.under_way == 0, "the look at what is plugged in already")
    opened.user.press("Lập danh sách lưu trú")
    yield opened
    port_of(opened).stick = None
    assert opened.app.staff is not None
    opened.app.staff.side.leave()
    opened.reader.lift()
    opened.user.settle()


def port_of(window: KioskWindow) -> SimulatedPort:
    port = window.station.services.scanning.port
    assert isinstance(port, SimulatedPort)
    return port


def model_of(window: KioskWindow) -> LodgingViewModel:
    assert window.app.staff is not None
    model = window.app.staff.models[StaffPage.LODGING]
    assert isinstance(model, LodgingViewModel)
    return model


def put(window: KioskWindow, **values: str) -> None:
    """What somebody types into the fields of the guest in hand."""
    for name, value in values.items():
        model_of(window).put(list(GuestField).index(GuestField(name)), value)


STAY = {"room": "204", "arrival": "30/11/2026", "departure": "02/12/2026", "reason": "Du lịch"}


def add_by_card(window: KioskWindow, name: str = "nguyen-van-an", shown: str = AN) -> None:
    window.user.press("Đọc thẻ khách")
    read_card(window, name)
    window.user.wait_to_see(f"Khách: {shown}")
    put(window, **STAY)
    window.user.press("Ghi khách này")
    window.user.wait_to_see("Tên nơi lưu trú")


def rows_of(content: bytes) -> list[list[str]]:
    return [[cell.value or "" for cell in row] for row in openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]]


def test_a_family_goes_onto_paper_and_onto_the_stick_and_is_counted_as_one_list(
    window: KioskWindow, tmp_path: Path
) -> None:
    user = window.user
    before = counted(window, "lodging-listed").get("", 0)
    user.write("Tên nơi lưu trú", "Nhà nghỉ Hương Sen")
    user.press("Đọc thẻ khách")
    read_card(window, "nguyen-van-an")
    user.wait_to_see(f"Khách: {AN}")
    assert user.sees("040•••••2345"), "what the card says stands there, its number masked"
    user.press("Ghi khách này")
    assert user.sees("Chưa có ngày đến.")
    user.write("Số phòng", "204")
    for part, text in (("Ngày", "30"), ("Tháng", "11"), ("Năm", "2026")):
        user.write(f"Từ ngày: {part}", text)
    user.press("Du lịch")
    user.press("Ghi, và thêm trẻ đi cùng")
    user.wait_to_see("Khách mới")
    assert user.sees(f"Cùng {AN}")
    user.write("Họ và tên", "Nguyễn Ngọc Châu")
    user.write("Ngày sinh: Năm", "2019")
    user.press("Nữ")
    user.press("Ghi khách này")
    user.wait_to_see("Danh sách lưu trú: 2 khách")
    user.press("In danh sách")
    user.wait_to_see("Danh sách lưu trú: đã in xong")
    port_of(window).stick = SimulatedStick(tmp_path)
    user.press("Chép vào USB")
    user.wait_to_see("Rút USB được rồi.")
    (file,) = tmp_path.glob("*.xlsx")
    head, father, child = rows_of(file.read_bytes())
    assert father[:2] == [AN, "040090012345"]
    assert (father[head.index("Số phòng")], father[head.index("Từ ngày")]) == ("204", "30/11/2026")
    assert (child[0], child[head.index("Ngày sinh")], child[head.index("Đi cùng")]) == (
        "Nguyễn Ngọc Châu", "2019", f"{AN}, 040090012345",
    )  # fmt: skip
    assert counted(window, "lodging-listed")[""] == before + 1, "printed and copied, it is one list"
    user.press("Kết thúc")
    assert page_of(window) is StaffPage.CLOSED, "it lies on paper and on the stick: nothing to ask"


def test_a_second_list_of_the_day_begins_empty_and_gets_a_name_of_its_own(
    window: KioskWindow, tmp_path: Path
) -> None:
    user = window.user
    for shown, name in ((AN, "nguyen-van-an"), ("Trương Văn Việt", "truong-van-viet")):
        add_by_card(window, name, shown)
        port_of(window).stick = SimulatedStick(tmp_path)
        user.press("Chép vào USB")
        user.wait_to_see("Rút USB được rồi.")
        user.press("Danh sách mới")
        user.wait_to_see("Chưa có khách nào.")
    assert min(path.stem[-2:] for path in tmp_path.glob("*.xlsx")) == "-2"
    assert len(list(tmp_path.glob("*.xlsx"))) == 2


def test_a_card_read_twice_is_told_and_the_list_stays(window: KioskWindow) -> None:
    add_by_card(window)
    window.user.press("Đọc thẻ khách")
    read_card(window, "nguyen-van-an")
    window.user.wait_to_see("Khách này đã có trong danh sách.")
    assert window.user.sees("Danh sách lưu trú: 1 khách")


def test_a_lifted_card_is_read_on_and_a_childs_card_asks_with_whom(window: KioskWindow) -> None:
    user = window.user
    add_by_card(window)
    user.press("Đọc thẻ khách")
    window.reader.lift_after(2_000, returns_after_looks=3)
    read_card(window, "le-minh-khoi")
    user.wait_to_see("Khách: Lê Minh Khôi")
    assert user.sees("Thẻ của trẻ dưới 14 tuổi.")
    user.press("Ghi khách này")
    assert user.sees("Trẻ dưới 14 tuổi: chưa ghi đi cùng ai.")
    user.press(f"Cùng {AN}")
    user.press("Ghi khách này")
    user.wait_to_see("Danh sách lưu trú: 2 khách")
    assert user.can_press("In danh sách")


def test_dates_the_wrong_way_round_keep_the_list_from_going_on_and_lose_nothing(window: KioskWindow) -> None:
    user = window.user
    user.press("Gõ khách không có thẻ")
    put(window, name="Lò Thị Pành", birth="1988", sex="Nữ", number="C1234567", reason="Công tác")
    put(window, arrival="02/12/2026", departure="30/11/2026")
    user.press("Ghi khách này")
    assert user.sees("Ngày đi trước ngày đến.")
    user.press("Để sau, về danh sách")
    assert user.sees("1 khách còn thiếu thông tin.")
    assert not user.can_press("In danh sách")
    assert not user.can_press("Chép vào USB")
    user.press("Lò Thị Pành")
    put(window, departure="03/12/2026")
    user.press("Ghi khách này")
    assert user.can_press("In danh sách")


def fails(window: KioskWindow, said: str) -> None:
    window.user.press("Chép vào USB")
    window.user.wait_to_see(said)
    assert window.user.sees(AN), "nothing is lost"
    window.user.press("Kết thúc")
    window.user.wait_to_see("Đóng phần nhân viên?")
    window.user.press("Ở lại làm tiếp")


def test_a_stick_that_is_not_there_pulled_or_full_is_told_and_the_list_stays(
    window: KioskWindow, tmp_path: Path
) -> None:
    add_by_card(window)
    fails(window, "Chưa thấy USB.")
    port_of(window).stick = SimulatedStick(tmp_path / "pulled")
    fails(window, "Chưa thấy USB.")
    with small_disk(tmp_path / "full", "16k") as full:
        filler = fill(full)
        port_of(window).stick = SimulatedStick(full)
        fails(window, "USB không đủ chỗ.")
        assert [path.name for path in full.iterdir()] == [filler.name], "half a file is none"
        filler.unlink()
        window.user.press("Chép vào USB")
        window.user.wait_to_see("Rút USB được rồi.")
        assert len(list(full.glob("*.xlsx"))) == 1


def test_a_stick_that_takes_nothing_is_told_and_the_list_stays(
    window: KioskWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(errno.EROFS, "read-only")

    add_by_card(window)
    port_of(window).stick = SimulatedStick(tmp_path)
    with monkeypatch.context() as broken:
        broken.setattr(os, "write", refuse)
        fails(window, "USB đang khóa, không chép được.")
    assert list(tmp_path.iterdir()) == []


def test_the_file_is_closed_with_the_passphrase_that_was_shown(window: KioskWindow, tmp_path: Path) -> None:
    user, model = window.user, model_of(window)
    add_by_card(window)
    port_of(window).stick = SimulatedStick(tmp_path)
    user.press("Chép vào USB, có mật khẩu")
    offered = model.props.passphrase
    assert len(offered) == 19
    model.typePassphrase("ngan")
    assert user.sees("Mật khẩu cần ít nhất 12 ký tự.")
    assert not user.can_press("Chép vào USB")
    model.typePassphrase(offered)
    user.press("Chép vào USB")
    user.wait_to_see("Rút USB được rồi.")
    assert model.props.passphrase == ""
    (file,) = tmp_path.glob("*.zip")
    with pyzipper.AESZipFile(file) as box:
        content = box.read(box.namelist()[0], pwd=offered.encode())
    assert rows_of(content)[1][0] == AN


def test_a_list_that_lies_nowhere_is_dropped_only_after_a_question(window: KioskWindow) -> None:
    user = window.user
    add_by_card(window)
    user.press("Danh sách mới")
    user.wait_to_see("Bỏ danh sách này?")
    user.press("Giữ lại")
    assert user.sees(AN)
    user.press("Danh sách mới")
    user.press("Bỏ và xóa")
    assert not user.sees(AN)
    assert user.sees("Chưa có khách nào.")


def test_signing_out_in_the_middle_asks_and_then_forgets_everybody(window: KioskWindow) -> None:
    user = window.user
    add_by_card(window)
    user.press("Gõ khách không có thẻ")
    put(window, name="Kiều Thị Hoàng Yến Chim")
    user.press("Kết thúc")
    user.wait_to_see("Đóng phần nhân viên?")
    user.press("Ở lại làm tiếp")
    assert user.sees("Khách: Kiều Thị Hoàng Yến Chim"), "the guest in hand is still there"
    user.press("Kết thúc")
    user.press("Đóng và xóa")
    assert page_of(window) is StaffPage.CLOSED
    work = model_of(window)._work
    assert (work.listed.guests, work.hand.guest, work.hand.typed, work.hand_over.passphrase) == ((), None, {}, "")
    sign_in(window)
    user.press("Lập danh sách lưu trú")
    assert user.sees("Chưa có khách nào.")
    assert not user.sees(AN)


def test_the_list_is_carried_onto_the_official_page_and_its_code_is_told(window: KioskWindow) -> None:
    user, PROGRAM.does = window.user, Does.FILE
    add_by_card(window)
    user.press("Khai trên trang của Công an")
    user.wait_to_see("Trang chính thức đã nhận danh sách")
    assert user.sees(CODE)
    user.press("Kết thúc")
    assert page_of(window) is StaffPage.CLOSED, "the portal has the list"
    sign_in(window)
    user.press("Lập danh sách lưu trú")
    assert not user.sees(CODE)


def test_signing_out_while_the_official_page_is_open_asks_and_ends_its_process(window: KioskWindow) -> None:
    user, PROGRAM.does = window.user, Does.STAY
    add_by_card(window)
    user.press("Khai trên trang của Công an")
    user.wait_to_see("Trang chính thức đang mở")
    user.wait_for(lambda: window.app.portal.stands, "the portal's process")
    user.press("Kết thúc")
    user.wait_to_see("Đóng phần nhân viên?")
    user.press("Đóng và xóa")
    assert not window.app.portal.stands
    user.wait_for(lambda: PROGRAM.lines[-1].over(0), "the end of the process")


def test_a_page_that_cannot_go_on_is_told_and_the_list_stays(window: KioskWindow) -> None:
    user, PROGRAM.does = window.user, Does.CRASH
    add_by_card(window)
    user.press("Khai trên trang của Công an")
    user.wait_for(lambda: bool(model_of(window).props.trouble), "why it ended")
    assert user.sees(AN)
    assert user.can_press("Khai trên trang của Công an"), "it may be opened once more"
