"""A station in a process of its own whose officer makes lists of guests: another process looks into its memory.

Run with a folder for what it writes. What is typed comes by standard input, letter by letter as a number, so that no
whole value is ever here but where the program itself put it. Says `holds` while the list stands there, printed and
copied, plain and closed, and `left` after the sign-out; goes on at the next line.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import Qt

from devices.stick.simulator import SimulatedPort, SimulatedStick
from kiosk.clock import Clock
from kiosk.counts.events import Role
from kiosk.staff import RolePins
from tests.helpers.kiosk_window import KioskWindow, kiosk_window
from ui.program.freed_memory import overwrite_what_is_freed

PIN = "204617"
FIELDS = ("Họ và tên", "Số căn cước, hộ chiếu", "Nơi cư trú", "Lý do", "Nghề nghiệp")
REST_MS = 1_500
HOLDS, LEFT = "holds", "left"


def heard() -> str:
    """The next line of standard input, read byte by byte: no buffer keeps what passed through it."""
    line = bytearray()
    while (byte := os.read(0, 1)) not in (b"\n", b""):
        line += byte
    return line.decode()


def letters() -> str:
    """A text: how many letters, then each as a number."""
    return "".join(chr(int(heard())) for _ in range(int(heard())))


def _say_and_wait(word: str) -> None:
    print(word, flush=True)
    heard()


def _sign_in(window: KioskWindow) -> None:
    user = window.user
    window.app.window.requestActivate()
    user.settle()
    user.key(Qt.Key.Key_F12)
    for digit in PIN:
        user.press(digit)
    user.press("Mở phần nhân viên")
    user.wait_for(lambda: window.app.jobs.under_way == 0, "the look at what is plugged in already")


def _list_one_guest(window: KioskWindow, port: SimulatedPort, stick: Path) -> None:
    user = window.user
    user.press("Lập danh sách lưu trú")
    user.press("Gõ khách không có thẻ")
    for field in FIELDS:
        user.write(field, letters())
    user.write("Ngày sinh: Năm", "1990")
    user.press("Nữ")
    for part, text in (("Ngày", "30"), ("Tháng", "11"), ("Năm", "2026")):
        user.write(f"Từ ngày: {part}", text)
    user.press("Ghi khách này")
    user.press("In danh sách")
    user.wait_to_see("đã in xong")
    port.stick = SimulatedStick(stick)
    user.press("Chép vào USB")
    user.wait_to_see("Rút USB được rồi.")
    user.press("Chép vào USB, có mật khẩu")
    user.press("Chép vào USB")
    user.wait_to_see("Rút USB được rồi.")
    port.stick = None


def main(folder: Path) -> None:
    """Two lists, one after the other, each by an officer who signs out."""
    RolePins(folder / "state", Clock().seconds).of(Role.OFFICER).set(PIN)
    port, stick = SimulatedPort(), folder / "stick"
    stick.mkdir()
    with kiosk_window(folder, port=port) as window:
        user = window.user
        for _ in range(2):
            _sign_in(window)
            _list_one_guest(window, port, stick)
            _say_and_wait(HOLDS)
            user.press("Kết thúc")
            user.wait_for(lambda: window.app.jobs.under_way == 0, "what is left to do")
            user.rest(REST_MS)
            _say_and_wait(LEFT)


if __name__ == "__main__":
    overwrite_what_is_freed()
    main(Path(sys.argv[1]))
