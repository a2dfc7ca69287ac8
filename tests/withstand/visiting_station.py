"""A station in a process of its own that plays visits as it is told, so that another process can look into its
memory.

Run with a folder for what it writes. Words come by standard input, one a line: `visit` plays a whole visit. What a
person keys in comes letter by letter as a number, so that no whole value is ever here but where the program itself
put it. The real reader and the real window; a printer that keeps nothing. Says `rests` when the idle screen stands
and no worker works.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QSize

from devices.card_reader.interface import CardReaderState
from kiosk.clock import Clock
from kiosk.forms.definition import QuestionKind
from kiosk.forms.journey import Journey
from kiosk.session import Screen
from kiosk.settings import Driver, Settings, read_settings
from kiosk.station.station import open_station
from ui.played.screen_user import ScreenUser
from ui.played.visit import COMMUNE, COMMUNE_TYPED, MOST_QUESTIONS, TOUCHED, TYPED
from ui.program.freed_memory import overwrite_what_is_freed
from ui.program.station import application
from ui.window.app import App, Shape

VISIT, RESTS, CAN = "visit", "rests", "can"
END_OF_VALUE = 0
REST_MS = 200


def heard() -> str:
    """The next line of standard input, read byte by byte: no buffer keeps what passed through it."""
    line = bytearray()
    while (byte := os.read(0, 1)) not in (b"\n", b""):
        line += byte
    return line.decode()


def say(word: str) -> None:
    """Tell the process that looks on."""
    os.write(1, f"{word}\n".encode())


class Visitor:
    """Plays whole visits in one window."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._user = ScreenUser(app.window)

    def visit(self) -> None:
        """From the idle screen to the idle screen: card, declaration, paper."""
        self._touch("Chạm vào đây để bắt đầu", "Tôi cần làm thủ tục", "Đăng ký tạm trú", "Điền tờ khai")
        self._touch("Đồng ý và đọc thẻ")
        self._key_in(CAN, self._user.press)
        self._touch("Đọc thẻ", "Đúng, điền tờ khai")
        for _ in range(MOST_QUESTIONS):
            form = self._app.visit.session.form
            if self._app.visit.screen is not Screen.QUESTION or form.page is None or form.journey is None:
                break
            self._answer(form.journey, form.page.key, form.page.kind)
        self._touch("In giấy", "Bắt đầu in", "Tôi đã nhận đủ giấy", "Kết thúc và xóa thông tin", "Xong")
        self._user.wait_for(lambda: self._app.visit.screen is Screen.IDLE, "the idle screen")
        self._user.wait_for(lambda: not self._app.jobs.under_way, "the workers to rest")
        self._user.rest(REST_MS)

    def _touch(self, *names: str) -> None:
        for name in names:
            self._user.press(name)

    def _key_in(self, question: str, give: Callable[[str], None]) -> None:
        """Ask for a value and hand each of its letters to the program as it comes."""
        say(question)
        while (number := int(heard())) != END_OF_VALUE:
            give(chr(number))

    def _answer(self, journey: Journey, key: str, kind: QuestionKind) -> None:
        answered = journey.answer(key) is not None
        if key in TOUCHED:
            self._touch(TOUCHED[key])
        elif kind is QuestionKind.DATE and not answered:
            for part in ("01", "01", f"{journey.context.today.year + 1}"):
                self._user.type(part)
        elif kind is QuestionKind.ADDRESS and not answered:
            self._user.type(COMMUNE_TYPED)
            self._touch(COMMUNE)
            self._user.settle()
            self._key_in(key, self._user.type)
        elif key in TYPED:
            self._key_in(key, self._user.type)
        self._user.settle()
        self._touch("Tiếp tục" if self._user.can_press("Tiếp tục") else "Bỏ qua, tiếp tục")


def settings_of(folder: Path) -> Settings:
    """The real reader; a printer and a scanner that keep nothing."""
    settings = read_settings(overrides=folder / "none")
    devices = settings.devices
    reader = msgspec.structs.replace(devices.card_reader, driver=Driver.PCSC)
    printer = msgspec.structs.replace(devices.printer, driver=Driver.SIMULATOR, folder="")
    scanner = msgspec.structs.replace(devices.scanner, driver=Driver.SIMULATOR, folder="", lease="")
    return msgspec.structs.replace(
        settings, devices=msgspec.structs.replace(devices, card_reader=reader, printer=printer, scanner=scanner)
    )


def main(folder: Path) -> None:
    """Open the station and do what is asked until standard input ends."""
    application()
    settings = settings_of(folder)
    station = open_station(settings, Clock(), state=folder / "state")
    shape = Shape(size=QSize(1080, 1920), pixels_per_mm=4.0, motion=False)
    app = App(station.services, station.card_reader, settings.devices, shape)
    app.look.setProperty("doubleTapGuard", 0)
    visitor = Visitor(app)
    ScreenUser(app.window).wait_for(
        lambda: station.card_reader.state() is not CardReaderState.SERVICE_ABSENT, "the real daemon"
    )
    say(RESTS)
    while heard() == VISIT:
        visitor.visit()
        say(RESTS)
    app.close()
    station.close()


if __name__ == "__main__":
    overwrite_what_is_freed()  # as `run` does
    main(Path(sys.argv[1]))
