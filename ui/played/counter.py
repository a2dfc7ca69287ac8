"""The officer's work, played from the PIN to the sign-out: people and a list against cards, a page of a register,
overnight guests.

Devices are virtual, the people made up. Pictures, papers and the officer's stick lie in the folder named afterwards.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QSize, Qt

from devices.card_reader.simulator import SimulatedReader
from kiosk.clock import Clock
from kiosk.station.station import open_station
from ui.played.guests import list_a_family
from ui.played.played_visit import PlayedVisit
from ui.played.practice import PIN, for_practice
from ui.played.screen_user import ScreenUser
from ui.played.visit import card_digits
from ui.program.station import DEMO_PIXELS_PER_MM, application, read_settings_or_exit, staff_side, virtual
from ui.window.app import App, Shape

PATIENCE_MS = 60_000
COUPLE = ("nguyen-van-an", "tran-thi-mai")
LISTED = (("nguyen-van-an", "Khớp"), ("tran-thi-mai", "Khác"), ("truong-van-viet", "Không có trong danh sách"))
"""Cards and what the sample list says of them."""
RECORD = ("01/2005", "12", "12", "2005", "Lò Thị Mẫu Đơn")
"""The index of the drawn page: book, page, number, year, name."""
LIST, COPY = "danh-sach-mau.csv", "danh-sach-mau-doi-chieu.xlsx"


def record_counter(out: Path, *, persona: str, size: QSize) -> None:
    """Play it; pictures, papers, the stick and `visit.json` lie in `out`."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="kiosk-counter-") as folder:
        state = Path(folder)
        application()
        station = open_station(virtual(read_settings_or_exit(), persona, out), Clock(), state=state)
        station = for_practice(station, state, out)
        app = App(
            station.services,
            station.card_reader,
            station.settings.devices,
            Shape(size=size, pixels_per_mm=DEMO_PIXELS_PER_MM, motion=False),
            staff=lambda: staff_side(station, state, state / "own"),
        )
        app.look.setProperty("doubleTapGuard", 0)
        started = time.perf_counter()
        try:
            played = PlayedVisit(folder=out, app=app, user=ScreenUser(app.window, patience_ms=PATIENCE_MS))
            if not isinstance(station.card_reader, SimulatedReader):
                raise TypeError("the play needs a virtual reader")
            _play(played, station.card_reader)
            seconds = time.perf_counter() - started
            played.write(printed=sorted(out.glob("*.pdf")), counted=station.counts.totals(), seconds=seconds)
        finally:
            app.close()
            station.close()


def _play(played: PlayedVisit, reader: SimulatedReader) -> None:
    _sign_in(played)
    _check_a_couple(played, reader)
    _check_a_list(played, reader)
    played.touch("Quay lại")
    _scan_a_register(played)
    played.touch("Quay lại")
    list_a_family(played, lambda name: _lay(played, reader, name))
    played.touch("Kết thúc")
    played.user.wait_for(lambda: played.user.can_press("Chạm vào đây để bắt đầu"), "the idle screen")


def _sign_in(played: PlayedVisit) -> None:
    window = played.app.window
    window.requestActivate()
    played.user.wait_for(window.isActive, "the window in front: only then it hears the key")
    played.user.key(Qt.Key.Key_F12)
    played.touch("Cán bộ")
    for digit in PIN:
        played.user.press(digit)
    played.keep("officer-sign-in")
    played.touch("Mở phần nhân viên")
    played.user.wait_to_see("Cán bộ làm việc gì?")
    played.keep("officer-tasks")


def _lay(played: PlayedVisit, reader: SimulatedReader, name: str) -> None:
    for digit in card_digits(name):
        played.user.press(digit)
    reader.insert(name)
    played.touch("Đọc thẻ")


def _check_a_couple(played: PlayedVisit, reader: SimulatedReader) -> None:
    user = played.user
    played.touch("Đối chiếu người với thẻ")
    played.keep("officer-card")
    _lay(played, reader, COUPLE[0])
    user.wait_to_see("Có đúng người này không?")
    played.keep("officer-person")
    played.touch("Đúng người")
    played.touch("Thêm người thứ hai")
    _lay(played, reader, COUPLE[1])
    user.wait_for(lambda: user.can_press("Xong, đối chiếu người khác"), "both cards")
    played.keep("officer-couple")
    played.touch("Xong, đối chiếu người khác")
    _lay(played, reader, COUPLE[0])
    user.wait_to_see("Có đúng người này không?")
    played.touch("Không đúng người")
    played.keep("officer-mismatch")
    played.touch("In phiếu kết quả")
    user.wait_to_see("Phiếu đối chiếu: đã in xong")
    played.touch("Xong, đối chiếu người khác")
    played.touch("Quay lại")


def _check_a_list(played: PlayedVisit, reader: SimulatedReader) -> None:
    user = played.user
    played.touch("Đối chiếu danh sách với thẻ")
    user.wait_for(lambda: user.can_press(LIST), "the sample list")
    played.keep("officer-lists")
    played.touch(LIST)
    user.wait_for(lambda: user.can_press("Đúng, bắt đầu đối chiếu"), "the columns")
    played.keep("officer-columns")
    played.touch("Đúng, bắt đầu đối chiếu")
    for name, said in LISTED:
        user.wait_for(lambda: user.can_press("1"), "the keypad")
        _lay(played, reader, name)
        user.wait_to_see(f": {said}")
        played.keep(f"officer-list-{name}")
    played.touch("Chép kết quả vào USB")
    user.wait_to_see(COPY)
    played.keep("officer-copied")


def _scan_a_register(played: PlayedVisit) -> None:
    user = played.user
    played.touch("Quét sổ hộ tịch")
    played.keep("officer-registers")
    played.touch("Sổ đăng ký khai sinh")
    played.touch("Quét trang này")
    user.wait_for(lambda: user.can_press("Nhập chỉ mục"), "the page")
    played.keep("officer-register-page")
    played.touch("Nhập chỉ mục")
    _type(played, RECORD)
    played.keep("officer-register-again")
    _type(played, (RECORD[0], "21", *RECORD[2:]))
    played.keep("officer-register-differs")
    played.touch("Lần đầu")
    played.touch("Ghi vào USB")
    user.wait_to_see("Đã ghi")
    played.keep("officer-register-written")
    played.touch("Xong, rút USB")
    user.wait_to_see("Rút USB được rồi.")


def _type(played: PlayedVisit, texts: tuple[str, ...]) -> None:
    for text in texts:
        played.user.type(text)
        played.touch("Tiếp tục")
